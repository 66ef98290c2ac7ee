package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.pricing.insight.PricingStrategy;
import io.tiktoktoe.pricing.insight.WillingnessEstimate.DemandPoint;
import io.tiktoktoe.pricing.portfolio.PriceLimits;
import io.tiktoktoe.pricing.portfolio.PricingInsights;
import io.tiktoktoe.pricing.portfolio.PricingOptions;
import io.tiktoktoe.pricing.portfolio.ProductPricing;
import io.tiktoktoe.pricing.portfolio.ProductPricing.Basis;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.price.PricingRequest;
import io.tiktoktoe.service.price.CreatorPricing;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.Intervention;
import io.tiktoktoe.simulation.model.TruthRecord;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Prices of a simulated economy, as {@code analyze pricing} tells them after nine months, against
 * what is true of its fans, and carried out: {@code pricing.PriceArmsTruth [creators] [events each]
 * [seed]}. A fan's willingness lasts, so that the truth of a product is the share of all who were
 * shown it who would pay a price; the simulation's own elasticity weighs each look alike, of whom
 * most did not buy, and stands beside it.
 */
public final class PriceArmsTruth {

  private static final int MONTHS = 15;
  private static final int DECIDED = 9;

  /** True elasticity is that of the arc between these shares of today's price. */
  private static final double BELOW = .9;

  private static final double ABOVE = 1.1;

  /** With fewer buyers in the truth itself the arc is chance. */
  private static final double LEAST_BUYERS = 20;

  /** What is counted of products whose demand was learned in one way. */
  private static final class Count {
    int products;
    int elasticities;
    int held;
    int heldByLooks;
    int points;
    int inBand;
    double errors;
    double regretKept;
    double regretAdvised;
    int priced;
    int sameSide;
  }

  private final PricedEconomy economy;
  private final LocalDate decided;
  private final Map<Basis, Count> counts = new EnumMap<>(Basis.class);
  private final double[] net = new double[2];

  /** Of all creators together, in whatever currency: keeping, advised, oracle. */
  private final double[] money = new double[3];

  private int creators;
  private int better;
  private int worse;

  private PriceArmsTruth(PricedEconomy economy, LocalDate decided) {
    this.economy = economy;
    this.decided = decided;
  }

  /** Prints the figures. */
  public static void main(String[] args) throws IOException {
    int creators = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    long events = args.length > 1 ? Long.parseLong(args[1]) : 40_000;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 7;
    EconomyOptions options =
        EconomyOptions.defaults()
            .withSeed(seed)
            .withCreators(creators)
            .withMonths(MONTHS)
            .withTargetEvents(creators * events);
    try (PricedEconomy economy = PricedEconomy.of(options, options.start().plusMonths(DECIDED))) {
      PriceArmsTruth truth = new PriceArmsTruth(economy, options.start().plusMonths(DECIDED));
      for (TruthRecord.Creator one : economy.creators()) {
        truth.look(one.creator());
      }
      truth.print();
    }
  }

  private PricingInsights insights(String creator) {
    PriceLimits limits =
        new PriceLimits(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.of(0),
            List.of(),
            Optional.of(true));
    return CreatorPricing.of(economy.store())
        .analyze(
            PricingRequest.of(creator)
                .in(economy.products(creator).getFirst().price().currency())
                .asOf(decided.minusDays(1))
                .withOptions(PricingOptions.defaults().withLimits(limits)),
            Call.at(Instant.parse("2030-01-01T00:00:00Z")));
  }

  private void look(String creator) {
    PricingInsights insights;
    try {
      insights = insights(creator);
    } catch (io.tiktoktoe.service.model.ServiceException e) {
      System.out.println(creator + ": " + e.getMessage());
      return;
    }
    double unit = Math.pow(10, insights.creator().currency().getDefaultFractionDigits());
    List<Intervention> advice = new ArrayList<>();
    for (ProductPricing product : insights.products()) {
      product.strategy().ifPresent(strategy -> compare(creator, product, strategy, unit));
      product
          .strategy()
          .filter(strategy -> strategy.recommended() != strategy.today())
          .ifPresent(
              strategy ->
                  advice.add(change(product.product(), strategy.recommended() / strategy.today())));
    }
    execute(creator, insights, advice);
  }

  private Intervention change(String product, double factor) {
    return new Intervention.PriceChanged(product, factor, decided);
  }

  private void compare(
      String creator, ProductPricing product, PricingStrategy strategy, double unit) {
    Count count = counts.computeIfAbsent(product.basis(), key -> new Count());
    count.products++;
    String name = product.product();
    double today = strategy.today() * unit;
    double low = economy.share(name, BELOW * today);
    double high = economy.share(name, ABOVE * today);
    if (high * economy.persons(name) >= LEAST_BUYERS
        && product.elasticity().interval().isPresent()) {
      double arc = Math.log(high / low) / Math.log(ABOVE / BELOW);
      double byLooks =
          economy.products(creator).stream()
              .filter(one -> one.product().equals(name))
              .mapToDouble(TruthRecord.Product::elasticity)
              .findFirst()
              .orElseThrow();
      count.elasticities++;
      count.held += product.elasticity().interval().get().contains(arc) ? 1 : 0;
      count.heldByLooks += product.elasticity().interval().get().contains(byLooks) ? 1 : 0;
      count.errors += Math.pow(product.elasticity().elasticity().orElseThrow() - arc, 2);
    }
    for (DemandPoint point : strategy.willingness().shown()) {
      double share = economy.share(name, point.price() * unit);
      if (share * economy.persons(name) >= LEAST_BUYERS / 2) {
        count.points++;
        count.inBand += point.band().contains(share) ? 1 : 0;
      }
    }
    regret(count, name, strategy, unit);
  }

  /** What is lost of the most that allowed prices could bring, of all who were shown it. */
  private void regret(Count count, String name, PricingStrategy strategy, double unit) {
    double bestPrice = bestKnown(name, strategy, unit);
    double best = bestPrice * economy.share(name, bestPrice * unit);
    if (best > 0) {
      double kept = strategy.today() * economy.share(name, strategy.today() * unit);
      double advised = strategy.recommended() * economy.share(name, strategy.recommended() * unit);
      count.priced++;
      count.regretKept += 1 - kept / best;
      count.regretAdvised += 1 - advised / best;
      boolean up = bestPrice > strategy.today();
      count.sameSide +=
          strategy.recommended() == strategy.today()
                  || up == strategy.recommended() > strategy.today()
              ? 1
              : 0;
    }
  }

  private void execute(String creator, PricingInsights insights, List<Intervention> advice) {
    double keep = economy.net(creator, decided, List.of());
    double advised = advice.isEmpty() ? keep : economy.net(creator, decided, advice);
    List<Intervention> known = new ArrayList<>();
    double unit = Math.pow(10, insights.creator().currency().getDefaultFractionDigits());
    for (ProductPricing product : insights.products()) {
      product
          .strategy()
          .map(strategy -> bestKnown(product.product(), strategy, unit) / strategy.today())
          .filter(factor -> factor != 1)
          .ifPresent(factor -> known.add(change(product.product(), factor)));
    }
    double oracle = known.isEmpty() ? keep : economy.net(creator, decided, known);
    System.out.printf(
        Locale.ROOT,
        "%s: advice %+.1f%% of keeping the prices, oracle %+.1f%%%n",
        creator,
        100 * (advised / keep - 1),
        100 * (oracle / keep - 1));
    if (keep > 0) {
      creators++;
      net[0] += advised / keep;
      net[1] += oracle / keep;
      money[0] += keep;
      money[1] += advised;
      money[2] += oracle;
      better += advised > keep ? 1 : 0;
      worse += advised < keep ? 1 : 0;
    }
  }

  /** The allowed price that brings most of all who were shown it, as only the truth knows. */
  private double bestKnown(String name, PricingStrategy strategy, double unit) {
    double best = strategy.today();
    double most = best * economy.share(name, best * unit);
    for (PricingStrategy.PricePoint point : strategy.prices()) {
      double brings = point.price() * economy.share(name, point.price() * unit);
      if (brings > most) {
        most = brings;
        best = point.price();
      }
    }
    return best;
  }

  private void print() {
    counts.forEach(
        (basis, one) ->
            System.out.printf(
                Locale.ROOT,
                "%s: %d products; elasticity: %d of %d intervals hold the persons' (%d that of"
                    + " looks), RMSE %.2f; demand bands hold %.0f%% of %d points; lost of the best"
                    + " allowed price: kept %.1f%%, advised %.1f%%, not away from it in %d of %d%n",
                basis,
                one.products,
                one.held,
                one.elasticities,
                one.heldByLooks,
                Math.sqrt(one.errors / Math.max(1, one.elasticities)),
                100.0 * one.inBand / Math.max(1, one.points),
                one.points,
                100 * one.regretKept / Math.max(1, one.priced),
                100 * one.regretAdvised / Math.max(1, one.priced),
                one.sameSide,
                one.priced));
    System.out.printf(
        Locale.ROOT,
        "%d creators, net of orders and new subscriptions over %d months: advice %+.2f%%, oracle"
            + " (who knows what each fan would pay, not who comes) %+.2f%% of keeping prices, mean"
            + " of creators; of all their money %+.2f%% and %+.2f%%; better in %d, worse in %d%n",
        creators,
        MONTHS - DECIDED,
        100 * (net[0] / Math.max(1, creators) - 1),
        100 * (net[1] / Math.max(1, creators) - 1),
        100 * (money[1] / money[0] - 1),
        100 * (money[2] / money[0] - 1),
        better,
        worse);
  }
}
