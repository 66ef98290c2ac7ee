package io.tiktoktoe.outlook;

import java.util.Locale;

/**
 * Scenarios as quantiles: the three readings of a forecast, each a quantile of the predictive
 * distribution.
 */
public enum Scenario {
  /** Four of five outcomes are better. */
  CONSERVATIVE(0.2),
  /** As many outcomes are better as worse; also called baseline. */
  LIKELY(0.5),
  /** One of five outcomes is better. */
  OPTIMISTIC(0.8);

  private final double quantile;

  Scenario(double quantile) {
    this.quantile = quantile;
  }

  /** The probability of an outcome at or below this scenario. */
  public double quantile() {
    return quantile;
  }

  /** Reads a name; {@code baseline} is another name for {@code likely}. */
  public static Scenario parse(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "conservative" -> CONSERVATIVE;
      case "likely", "baseline" -> LIKELY;
      case "optimistic" -> OPTIMISTIC;
      default ->
          throw new IllegalArgumentException(
              "scenario (" + name + ") must be conservative, likely (or baseline) or optimistic.");
    };
  }
}
