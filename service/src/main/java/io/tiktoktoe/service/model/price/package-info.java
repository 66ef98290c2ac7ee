/**
 * Words of the use cases about prices: the file that is asked about, and answers as rows.
 *
 * <p>Question: what is asked of and told about a file of prices? Records only; the door is {@link
 * io.tiktoktoe.service.PricingService}.
 */
package io.tiktoktoe.service.model.price;
