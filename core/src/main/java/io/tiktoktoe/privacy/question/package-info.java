/**
 * Words of a private release's question: statistics, what is asked of each partition, and how much
 * of one person counts.
 *
 * <p>Question: what is asked, of whom, and within which bounds? Nothing here sees data.
 */
package io.tiktoktoe.privacy.question;
