/**
 * Content valuation: what each piece of content achieved beside its like, and what it is worth.
 *
 * <p>Question: how does this post, video or stream do beside comparable ones, which income would be
 * missing without it, how fast does it fade, and what will it still bring? Front door: {@link
 * io.tiktoktoe.content.ContentValueAssessor}; its words are in {@code content.insight}.
 */
package io.tiktoktoe.content;
