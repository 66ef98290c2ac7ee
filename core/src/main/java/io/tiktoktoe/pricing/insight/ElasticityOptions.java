package io.tiktoktoe.pricing.insight;

/**
 * How elasticities are estimated; one configuration for every file.
 *
 * @param cross whether prices of the other products are controlled for
 * @param doubleMl whether controls may act on price and demand in any smooth way (double machine
 *     learning); else they act linearly
 * @param season periods in a season that is controlled for by two harmonics; 0 for none
 * @param trend whether a straight trend is controlled for
 */
public record ElasticityOptions(Cross cross, boolean doubleMl, double season, boolean trend) {

  /** When prices of the other products are controlled for. */
  public enum Cross {
    /** Where there are at most 15 products, sold together, with 20 rows a product each. */
    AUTO,
    /** Always. */
    ALL,
    /** Never. */
    NONE
  }

  /** Refuses a negative season. */
  public ElasticityOptions {
    if (!(season >= 0 && season < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "season (%s) must be at least 0 periods, such as 52 for weeks.".formatted(season));
    }
  }

  /** Linear controls as given, other prices where they can be told apart. */
  public static ElasticityOptions defaults() {
    return new ElasticityOptions(Cross.AUTO, false, 0, false);
  }

  /** With other prices or without. */
  public ElasticityOptions withCross(Cross when) {
    return new ElasticityOptions(when, doubleMl, season, trend);
  }

  /** With double machine learning or without. */
  public ElasticityOptions withDoubleMl(boolean flexible) {
    return new ElasticityOptions(cross, flexible, season, trend);
  }

  /** With a season of so many periods. */
  public ElasticityOptions withSeason(double periods) {
    return new ElasticityOptions(cross, doubleMl, periods, trend);
  }

  /** With a trend or without. */
  public ElasticityOptions withTrend(boolean straight) {
    return new ElasticityOptions(cross, doubleMl, season, straight);
  }
}
