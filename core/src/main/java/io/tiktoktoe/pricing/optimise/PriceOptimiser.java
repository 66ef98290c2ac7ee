package io.tiktoktoe.pricing.optimise;

import io.tiktoktoe.pricing.insight.CreatorProduct;
import io.tiktoktoe.pricing.insight.MarketContext;
import io.tiktoktoe.pricing.insight.PriceArm;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PricingStrategy;
import io.tiktoktoe.pricing.insight.PricingStrategy.Binding;
import io.tiktoktoe.pricing.insight.PricingStrategy.Gain;
import io.tiktoktoe.pricing.insight.PricingStrategy.PricePoint;
import io.tiktoktoe.pricing.willingness.PossibleDemand;
import io.tiktoktoe.pricing.willingness.WillingnessPosterior;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Weighs every allowed price over the posterior of willingness to pay. O(prices truths).
 *
 * <p>Demand at another price is today's times the ratio of the shares that would buy. Subscribers
 * answer alike unless they keep their price. Share: buyers of this product over buyers of it and of
 * each competitor's at its price, all with the same willingness. Satisfaction: the mean share of
 * their willingness that buyers do not have to pay, times the share who stay content; the odds of
 * asking money back or leaving are as measured today, and move against that share.
 */
public final class PriceOptimiser {

  /**
   * A price that is not likelier than this to be better is no reason to change, but to test: at
   * even odds, advice on little evidence cost simulated creators more than it brought.
   */
  private static final double LIKELIER = .75;

  /** A smaller change is not worth the trouble. */
  private static final double LEAST_CHANGE = .02;

  private static final int MONTH = 30;
  private static final int QUARTER = 90;

  private static final int CURVE_POINTS = 25;

  /** Arms of the suggested test beside today's price. */
  private static final int TESTED = 3;

  private final CreatorProduct product;
  private final MarketContext context;
  private final List<PossibleDemand> truths;
  private final AllowedPrices prices;

  private PriceOptimiser(CreatorProduct product, MarketContext context) {
    this.product = product;
    this.context = context;
    this.truths = WillingnessPosterior.of(product.price(), context);
    this.prices = new AllowedPrices(product);
  }

  /** The strategy for a product. */
  public static PricingStrategy optimise(CreatorProduct product, MarketContext context) {
    return new PriceOptimiser(product, context).strategy();
  }

  private PricingStrategy strategy() {
    double[] considered = prices.considered();
    List<PricePoint> allowed = new ArrayList<>();
    double unconstrained = product.price();
    double most = revenue(product.price());
    for (double price : considered) {
      double revenue = revenue(price);
      if (revenue > most) {
        most = revenue;
        unconstrained = price;
      }
      if (prices.against(price).isEmpty()) {
        allowed.add(point(price, revenue));
      }
    }
    List<PricePoint> front = marked(allowed);
    PricePoint best = best(front);
    return new PricingStrategy(
        product.name(),
        product.price(),
        best.price(),
        best.chanceBetter(),
        gain(best.price(), MONTH),
        gain(best.price(), QUARTER),
        front,
        unconstrained,
        binding(unconstrained, best.price()),
        WillingnessPosterior.estimate(product.price(), context, thinned(front)),
        test(front, best));
  }

  /** A curve needs no more points than can be drawn. */
  private static double[] thinned(List<PricePoint> front) {
    int every = Math.max(1, front.size() / CURVE_POINTS);
    return IntStream.range(0, front.size())
        .filter(at -> at % every == 0)
        .mapToDouble(at -> front.get(at).price())
        .toArray();
  }

  private List<Binding> binding(double unconstrained, double chosen) {
    List<Binding> binding = prices.against(unconstrained);
    boolean between = !product.constraints().endings().isEmpty() && unconstrained != chosen;
    if (between && binding.isEmpty()) {
      binding.add(Binding.ENDING);
    }
    return binding;
  }

  private double ratio(PossibleDemand truth, double price) {
    double now = truth.buys(product.price());
    return now > 0 ? truth.buys(price) / now : 0;
  }

  /**
   * Net contribution over so many days. Subscribers who must follow the price leave on a rise as
   * others would not have come; on a fall nobody more of them comes.
   */
  private double brings(PossibleDemand truth, double price, int days) {
    double ratio = ratio(truth, price);
    double buyers = days * product.dailySales() * product.loyalty().payments(days) * ratio;
    if (!product.constraints().grandfathered()) {
      buyers += product.subscribers() * product.loyalty().stay(days) * Math.min(1, ratio);
    }
    return product.contribution(price) * buyers;
  }

  private double revenue(PossibleDemand truth, double price) {
    return brings(truth, price, QUARTER) / QUARTER;
  }

  private double revenue(double price) {
    return truths.stream().mapToDouble(truth -> truth.weight() * revenue(truth, price)).sum();
  }

  private PricePoint point(double price, double revenue) {
    double share = 0;
    double kept = 0;
    double better = 0;
    boolean sells = product.dailySales() > 0 || product.subscribers() > 0;
    for (PossibleDemand truth : truths) {
      share += truth.weight() * share(truth, price);
      kept += truth.weight() * content(truth, price);
      // What sells nothing yet is judged by what one more buyer would bring.
      double more =
          sells
              ? revenue(truth, price) - revenue(truth, product.price())
              : product.contribution(price) * ratio(truth, price)
                  - product.contribution(product.price());
      better += more > 0 ? truth.weight() : 0;
    }
    return new PricePoint(price, revenue, share, kept, Math.clamp(better, 0, 1), false);
  }

  private double content(PossibleDemand truth, double price) {
    double kept = truth.kept(price);
    double lost = product.loyalty().lost();
    if (lost == 0 || kept <= 0) {
      return kept;
    }
    double odds = lost / (1 - lost) * truth.kept(product.price()) / kept;
    return kept / (1 + odds);
  }

  private double share(PossibleDemand truth, double price) {
    double own = truth.buys(price);
    double all = own;
    for (double competitor : context.competitors()) {
      all += truth.buys(competitor);
    }
    return all > 0 ? own / all : 0;
  }

  private static List<PricePoint> marked(List<PricePoint> points) {
    return points.stream()
        .map(
            one ->
                new PricePoint(
                    one.price(),
                    one.revenue(),
                    one.share(),
                    one.satisfaction(),
                    one.chanceBetter(),
                    points.stream().noneMatch(other -> dominates(other, one))))
        .toList();
  }

  private static boolean dominates(PricePoint better, PricePoint than) {
    boolean nowhereWorse =
        better.revenue() >= than.revenue()
            && better.share() >= than.share()
            && better.satisfaction() >= than.satisfaction();
    return nowhereWorse
        && (better.revenue() > than.revenue()
            || better.share() > than.share()
            || better.satisfaction() > than.satisfaction());
  }

  /** The most revenue among prices that beat today's at odds of three to one. */
  private PricePoint best(List<PricePoint> front) {
    PricePoint today =
        front.stream().filter(one -> one.price() == product.price()).findFirst().orElseThrow();
    return front.stream()
        .filter(one -> one.chanceBetter() > LIKELIER && one.revenue() > today.revenue())
        .filter(one -> Math.abs(one.price() / product.price() - 1) >= LEAST_CHANGE)
        .max(Comparator.comparingDouble(PricePoint::revenue))
        .orElse(today);
  }

  private Gain gain(double price, int days) {
    double expected = 0;
    double[] gains = new double[truths.size()];
    Integer[] order = new Integer[gains.length];
    for (int at = 0; at < gains.length; at++) {
      PossibleDemand truth = truths.get(at);
      gains[at] = brings(truth, price, days) - brings(truth, product.price(), days);
      expected += truth.weight() * gains[at];
      order[at] = at;
    }
    Arrays.sort(order, Comparator.comparingDouble(at -> gains[at]));
    return new Gain(expected, Interval.equalTailed(p -> quantile(gains, order, p), Interval.WIDE));
  }

  private double quantile(double[] gains, Integer[] order, double probability) {
    double sum = 0;
    for (int at : order) {
      sum += truths.get(at).weight();
      if (sum >= probability) {
        return gains[at];
      }
    }
    return gains[order[order.length - 1]];
  }

  /** Today's price, the recommended one, and the ends of what is allowed. */
  private Optional<PriceTestPlan> test(List<PricePoint> front, PricePoint best) {
    List<PriceArm> arms =
        front.stream()
            .filter(
                one ->
                    one.price() == product.price()
                        || one.price() == best.price()
                        || one.equals(front.getFirst())
                        || one.equals(front.getLast()))
            .filter(one -> product.contribution(one.price()) > 0)
            .map(one -> arm(one.price()))
            .limit(TESTED + 1L)
            .toList();
    Optional<PriceArm> control =
        arms.stream().filter(arm -> arm.price() == product.price()).findFirst();
    return arms.size() < 2 || control.isEmpty()
        ? Optional.empty()
        : Optional.of(PriceTestPlan.of(arms, arms.indexOf(control.get())));
  }

  private PriceArm arm(double price) {
    return new PriceArm("price " + price, price, Math.min(price, product.contribution(price)));
  }
}
