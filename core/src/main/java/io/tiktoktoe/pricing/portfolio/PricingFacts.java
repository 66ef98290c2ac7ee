package io.tiktoktoe.pricing.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * All that prices of one creator are judged by (pricing data), as of the end of a local day.
 *
 * @param through the last day that counts
 * @param dataThrough newest event that counts
 * @param products of the creator, by name
 * @param alike products of other creators of the store, from whose elasticities is learned; they
 *     have no name that could be told
 * @param market competitors' prices
 * @param unconverted currencies of prices that were left out: no exchange rate is known
 */
public record PricingFacts(
    LocalDate through,
    Instant dataThrough,
    List<ProductFacts> products,
    List<ProductFacts> alike,
    List<MarketPrice> market,
    List<String> unconverted) {

  public PricingFacts {
    products = List.copyOf(products);
    alike = List.copyOf(alike);
    market = List.copyOf(market);
    unconverted = List.copyOf(unconverted);
  }
}
