/**
 * Words of the use cases about fans: requests and answers of lifetime value, strategy and
 * allocation.
 *
 * <p>Question: what is asked of and told about fans? Records only; the doors are in {@code
 * io.tiktoktoe.service.audience}.
 */
package io.tiktoktoe.service.model.audience;
