/**
 * The use cases about contents.
 *
 * <p>Question: what is each content of the store worth, and how does it do beside comparable ones?
 */
@org.jspecify.annotations.NullMarked
package io.tiktoktoe.service.content;
