/**
 * Words of the use cases about contents.
 *
 * <p>Question: what is asked of contents? Records only; the door is in {@code
 * io.tiktoktoe.service.content}.
 */
@org.jspecify.annotations.NullMarked
package io.tiktoktoe.service.model.content;
