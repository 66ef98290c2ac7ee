package io.tiktoktoe.pricing.portfolio;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.pricing.insight.Elasticities;
import io.tiktoktoe.stats.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a creator should charge, how sure that is, and why (pricing analysis). Prices and amounts
 * are major units of the creator's currency.
 *
 * @param creator whose products
 * @param through the day as of which all is told
 * @param products each by itself, by name
 * @param typical elasticity of subscriptions and of what is bought once, over all creators alike
 * @param substitutes what fans may buy instead
 * @param together tiers of subscriptions priced together; empty when there are not two
 * @param bundles things that would be bought together
 * @param unconverted currencies that were left out for want of a rate
 * @param provenance where it comes from
 */
public record PricingInsights(
    CreatorProfile creator,
    LocalDate through,
    List<ProductPricing> products,
    List<TypicalOfKind> typical,
    List<Substitute> substitutes,
    Optional<TierPlan> together,
    List<BundleOffer> bundles,
    List<String> unconverted,
    Provenance provenance) {

  public PricingInsights {
    products = List.copyOf(products);
    typical = List.copyOf(typical);
    substitutes = List.copyOf(substitutes);
    bundles = List.copyOf(bundles);
    unconverted = List.copyOf(unconverted);
  }

  /**
   * Elasticity of a kind of products.
   *
   * @param recurring whether of subscriptions
   * @param products of how many
   * @param elasticity of all of them
   */
  public record TypicalOfKind(boolean recurring, int products, Elasticities.Typical elasticity) {}

  /**
   * What fans may buy instead of a product.
   *
   * @param product of the creator
   * @param other product: an own one, or a competitor's
   * @param competitor whose; empty for the creator's own
   * @param price of it now
   * @param cross percent by which demand changes when the other's price rises by one; empty when
   *     prices cannot tell
   * @param interval of it at .95
   * @param sharedBuyers of the creator's buyers, the share that bought it too; 0 when not known
   * @param named whether the creator named it as a competitor
   */
  public record Substitute(
      String product,
      String other,
      Optional<String> competitor,
      double price,
      Optional<Double> cross,
      Optional<Interval> interval,
      double sharedBuyers,
      boolean named) {}

  /**
   * Prices of all tiers together: who finds one too dear may take a smaller one (cannibalisation).
   *
   * @param tiers cheapest first
   * @param gain30 what they would bring more than today's over 30 days
   * @param interval of it at .95
   * @param chanceBetter that it is more than nothing
   */
  public record TierPlan(List<Tier> tiers, double gain30, Interval interval, double chanceBetter) {

    public TierPlan {
      tiers = List.copyOf(tiers);
    }
  }

  /**
   * One tier among the others.
   *
   * @param product its name
   * @param today price
   * @param alone price when the others are not looked at
   * @param together price when they are
   * @param taken share of the buyers whom a price lower by a tenth would bring it that would
   *     otherwise have taken another tier; NaN where nobody would come
   */
  public record Tier(String product, double today, double alone, double together, double taken) {}

  /**
   * Two products for one price.
   *
   * @param first product
   * @param second product
   * @param separate what both cost today
   * @param price of both together that brings most
   * @param gain30 what it would bring over 30 days beside the products alone
   * @param interval of it at .95
   */
  public record BundleOffer(
      String first,
      String second,
      double separate,
      double price,
      double gain30,
      Interval interval) {}
}
