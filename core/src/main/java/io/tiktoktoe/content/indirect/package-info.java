/**
 * Indirect value of contents by regression: brand deals, growth of the audience, standing on the
 * platform.
 *
 * <p>Question: what goes with a content's views beside the payments that are attributed to it?
 */
package io.tiktoktoe.content.indirect;
