package io.tiktoktoe.metric;

/**
 * What one product sold and what of it came back in one period, in minor units of the reporting
 * currency. Reversals count in the period in which they happened.
 *
 * @param product the sender's product id, or {@code unknown}
 * @param stream the stream of its sales
 * @param sales how many sales
 * @param gross what was paid
 * @param reversals how many refunds and chargebacks
 * @param reversed what went back through them, positive
 */
public record ProductSales(
    String product, Stream stream, long sales, long gross, long reversals, long reversed) {}
