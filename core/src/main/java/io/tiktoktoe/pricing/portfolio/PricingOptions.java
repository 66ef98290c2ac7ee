package io.tiktoktoe.pricing.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How prices are analysed.
 *
 * @param product the only product to be told of; all when empty
 * @param limits what all prices must keep to
 * @param byProduct what single products must keep to beside it
 * @param ladder what a price is multiplied by in a country (purchasing power)
 * @param competitors whose prices count; all that are known when empty
 * @param seed of random draws
 * @param threads how many products are worked on at once
 * @param special days and campaigns that may have moved demand
 */
public record PricingOptions(
    Optional<String> product,
    PriceLimits limits,
    Map<String, PriceLimits> byProduct,
    List<CountryFactor> ladder,
    List<String> competitors,
    long seed,
    int threads,
    List<SpecialWeeks> special) {

  /**
   * Something that may have moved demand in some weeks (control variable).
   *
   * @param name such as {@code campaign marathon}
   * @param weeks share of each week that it touched, from 0 to 1; weeks as in {@link DemandCell}
   */
  public record SpecialWeeks(String name, Map<Integer, Double> weeks) {

    public SpecialWeeks {
      weeks = Map.copyOf(weeks);
    }
  }

  /** Without special days. */
  public PricingOptions(
      Optional<String> product,
      PriceLimits limits,
      Map<String, PriceLimits> byProduct,
      List<CountryFactor> ladder,
      List<String> competitors,
      long seed,
      int threads) {
    this(product, limits, byProduct, ladder, competitors, seed, threads, List.of());
  }

  public PricingOptions {
    byProduct = Map.copyOf(byProduct);
    ladder = List.copyOf(ladder);
    competitors = List.copyOf(competitors);
    special = List.copyOf(special);
  }

  /**
   * A published segment: all who live in a country.
   *
   * @param country ISO 3166-1 alpha-2
   * @param factor on the price, above 0
   */
  public record CountryFactor(String country, double factor) {

    /** Refuses a factor that is not above 0. */
    public CountryFactor {
      if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "factor (%s) of %s must be above 0, such as 0.6.".formatted(factor, country));
      }
    }
  }

  /** All products under the usual constraints. */
  public static PricingOptions defaults() {
    return new PricingOptions(
        Optional.empty(), PriceLimits.none(), Map.of(), List.of(), List.of(), 7, 1);
  }

  /** One product alone. */
  public PricingOptions ofProduct(String name) {
    return new PricingOptions(
        Optional.of(name), limits, byProduct, ladder, competitors, seed, threads, special);
  }

  /** Under other constraints. */
  public PricingOptions withLimits(PriceLimits other) {
    return new PricingOptions(
        product, other, byProduct, ladder, competitors, seed, threads, special);
  }

  /** With prices by country. */
  public PricingOptions withLadder(List<CountryFactor> factors) {
    return new PricingOptions(
        product, limits, byProduct, factors, competitors, seed, threads, special);
  }

  /** With what may have moved demand. */
  public PricingOptions withSpecial(List<SpecialWeeks> weeks) {
    return new PricingOptions(
        product, limits, byProduct, ladder, competitors, seed, threads, weeks);
  }

  /** What one product must keep to. */
  public PriceLimits limitsOf(String name) {
    return byProduct.getOrDefault(name, PriceLimits.none()).orElse(limits);
  }
}
