package io.tiktoktoe.service.model.price;

/**
 * What would be sold at a price.
 *
 * @param product its name
 * @param unit where
 * @param period when, as the file writes it
 * @param price at which
 * @param quantity expected in logarithms, so about the median; NaN when nothing is known
 */
public record ExpectedSale(
    String product, String unit, String period, double price, double quantity) {}
