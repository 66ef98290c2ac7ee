/**
 * The words of content valuation: what is read of a creator's contents and what is found.
 *
 * <p>Question: what was published, who watched what before paying what, and what came out? {@link
 * io.tiktoktoe.content.insight.ContentHistory} is what is read, {@link
 * io.tiktoktoe.content.insight.ContentInsights} what is found.
 */
package io.tiktoktoe.content.insight;
