package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.audience.lifetime.base.Estimate;
import io.tiktoktoe.audience.lifetime.base.GroupedSummaries;
import io.tiktoktoe.audience.lifetime.base.PurchaseFit;
import io.tiktoktoe.audience.lifetime.base.SmallMatrix;
import io.tiktoktoe.work.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The linear pool of the purchase models, with spend. */
final class StackedModel implements LifetimeModel {

  /** A model with less weight is left out of the pool. */
  private static final double FAINT = .005;

  /** Different customers that are computed at a time. */
  private static final int CHUNK = 1_024;

  private final List<FittedModel> told;
  private final List<PurchaseFit> all;
  private final double[] allWeights;
  private final double[][] weightDraws;
  private final BuyingSeasons seasons;
  private final List<PurchaseFit> fits = new ArrayList<>();
  private final double[] weights;
  private final Optional<GammaGamma> spend;
  private final Optional<Holdout> holdout;
  private final LifetimeOptions options;

  StackedModel(
      List<PurchaseFit> all,
      double[] weights,
      double[][] weightDraws,
      BuyingSeasons seasons,
      Optional<GammaGamma> spend,
      Optional<Holdout> holdout,
      LifetimeOptions options) {
    double[] kept = withoutFaint(weights);
    List<FittedModel> models = new ArrayList<>();
    for (int m = 0; m < kept.length; m++) {
      models.add(FittedModel.of(all.get(m), kept[m]));
      if (kept[m] > 0) {
        fits.add(all.get(m));
      }
    }
    spend.ifPresent(one -> models.add(one.told()));
    this.weights = Arrays.stream(kept).filter(one -> one > 0).toArray();
    this.told = List.copyOf(models);
    this.all = List.copyOf(all);
    this.allWeights = kept;
    this.weightDraws = weightDraws;
    this.seasons = seasons;
    this.spend = spend;
    this.holdout = holdout;
    this.options = options;
  }

  /** The weights as they are used, and so told: faint ones are 0, and the others add up to 1. */
  private static double[] withoutFaint(double[] weights) {
    double sum = Arrays.stream(weights).filter(one -> one >= FAINT).sum();
    return Arrays.stream(weights).map(one -> one >= FAINT ? one / sum : 0).toArray();
  }

  @Override
  public List<FittedModel> models() {
    return told;
  }

  @Override
  public Optional<Holdout> holdout() {
    return holdout;
  }

  List<PurchaseFit> fits() {
    return fits;
  }

  double[] weights() {
    return weights;
  }

  /** Every model, also those with next to no weight. */
  List<PurchaseFit> all() {
    return all;
  }

  /** What the weights of all of them may be as well; none where they are not estimated. */
  double[][] weightDraws() {
    return weightDraws;
  }

  Optional<GammaGamma> spend() {
    return spend;
  }

  /** Weeks of an even year in which as much is bought as in so many days from now. */
  double weeks(double days) {
    return days * seasons.over(days) / Summarised.UNIT_DAYS;
  }

  BuyingSeasons seasons() {
    return seasons;
  }

  LifetimeOptions options() {
    return options;
  }

  @Override
  public FanValues expected(PurchaseSummaries customers, double horizonDays) {
    requireHorizon(horizonDays);
    return expected(customers, customers.grouped(), horizonDays);
  }

  private FanValues expected(
      PurchaseSummaries customers, GroupedSummaries groups, double horizonDays) {
    FanValues values = FanValues.empty(customers.customers(), horizonDays);
    int[] order = new int[customers.customers()];
    int[] starts = byGroup(groups, order);
    int chunks = (groups.groups + CHUNK - 1) / CHUNK;
    Parallel.map(
        "foretelling purchases",
        chunks,
        options.threads(),
        options.progress(),
        chunk -> {
          GroupForecast ahead = new GroupForecast(this, horizonDays);
          int end = Math.min(groups.groups, (chunk + 1) * CHUNK);
          for (int g = chunk * CHUNK; g < end; g++) {
            ahead.group(groups.x(g), groups.recency(g), groups.age(g));
            for (int at = starts[g]; at < starts[g + 1]; at++) {
              ahead.write(values, order[at], customers);
            }
          }
          return chunk;
        });
    return values;
  }

  /** Customers in the order of their groups; the place of each group's first one. */
  private static int[] byGroup(GroupedSummaries groups, int[] order) {
    int[] starts = new int[groups.groups + 1];
    for (int group : groups.groupOf) {
      if (group >= 0) {
        starts[group + 1]++;
      }
    }
    for (int g = 0; g < groups.groups; g++) {
      starts[g + 1] += starts[g];
    }
    int[] next = starts.clone();
    for (int i = 0; i < groups.groupOf.length; i++) {
      if (groups.groupOf[i] >= 0) {
        order[next[groups.groupOf[i]]++] = i;
      }
    }
    return starts;
  }

  @Override
  public List<GroupValue> totals(
      PurchaseSummaries customers, int[] groupOf, int groups, double horizonDays) {
    requireHorizon(horizonDays);
    if (groupOf.length != customers.customers()) {
      throw new IllegalArgumentException(
          "groupOf (%d values) must have one value a customer (%d)."
              .formatted(groupOf.length, customers.customers()));
    }
    GroupedSummaries grouped = customers.grouped();
    FanValues values = expected(customers, grouped, horizonDays);
    double[] shared = new SharedUncertainty(this, grouped, horizonDays).relative(groupOf, groups);
    return GroupTotals.of(values, groupOf, groups, shared, relativeOfSpend());
  }

  /** Relative variance of the mean amount over all customers that its parameters leave. */
  private double relativeOfSpend() {
    if (spend.isEmpty()) {
      return 0;
    }
    Estimate estimate = spend.get().estimate();
    double q = Math.exp(estimate.logs()[1]);
    double[] slope = {1, -q / Math.max(q - 1, .1), 1};
    return Math.min(1, SmallMatrix.quadratic(slope, estimate.covariance()));
  }

  @Override
  public Holdout against(PurchaseLog log, int until, double days) {
    requireHorizon(days);
    int whole = (int) Math.max(1, Math.round(days));
    return PastTrial.against(log, until, whole, all, allWeights, seasons.over(whole));
  }

  @Override
  public LifetimeModel only(String name) {
    PurchaseFit one =
        all.stream()
            .filter(fit -> fit.model().name().equals(name))
            .findFirst()
            .orElseThrow(() -> Stacking.unknown(name, all.stream().map(PurchaseFit::model)));
    return new StackedModel(
        List.of(one),
        new double[] {1},
        new double[0][],
        BuyingSeasons.none(),
        spend,
        holdout,
        options);
  }

  private static void requireHorizon(double days) {
    if (!(days > 0 && days < 36_525)) {
      throw new IllegalArgumentException(
          "horizonDays (" + days + ") must be above 0 and below 36525, a century.");
    }
  }
}
