package io.tiktoktoe.simulation.market;

import java.util.Locale;

/** What moves the demand of a {@link PriceMarket} beside the price. */
public enum MarketScene {
  /** Nothing does. */
  STEADY,
  /** Willingness to pay rises and falls by a quarter over the year. */
  SEASON,
  /** Willingness to pay walks: its logarithm moves by .05 a week. */
  DRIFT,
  /** A rival of like quality charges what leaves it a tenth below the prices last seen here. */
  RIVAL,
  /** Two in five who would buy wait a week and take the lower of the two prices they are shown. */
  STRATEGIC,
  /**
   * Who buys pays again each month until leaving, the sooner the closer the price to the
   * willingness; what somebody brings is known four weeks later.
   */
  RENEWING,
  /** In one week of five the product is sold out and nobody is shown a price. */
  STOCK_OUTS;

  /** As it is written in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
