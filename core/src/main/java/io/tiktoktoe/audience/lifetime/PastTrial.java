package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.audience.lifetime.base.CustomerBaseModel;
import io.tiktoktoe.audience.lifetime.base.GroupedSummaries;
import io.tiktoktoe.audience.lifetime.base.PurchaseFit;
import io.tiktoktoe.audience.lifetime.base.StackingWeights;
import io.tiktoktoe.work.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The last part of a log, foretold from the part before it: how each model did, and the weights
 * with which the models together would have foretold it best (stacking of predictive distributions:
 * Yao, Vehtari, Simpson and Gelman 2018). The score of a model for a customer is the logarithm of
 * the predictive density of the purchases that came: the likelihood of the whole history over that
 * of its beginning.
 */
final class PastTrial {

  /** Fewer customers or purchases than these tell too little. */
  private static final int LEAST = 20;

  /** Days of 52 weeks. */
  private static final double YEAR = 364;

  /** More customers than these tell no more of the weights. */
  private static final int MOST = 50_000;

  private static final int WEIGHT_DRAWS = 24;

  private final PurchaseSummaries before;
  private final PurchaseSummaries after;
  private final int[] places;
  private final double[] actual;
  private final double weeks;
  private final double calibrationWeeks;

  private PastTrial(PurchaseLog log, int first, int split, int until) {
    this.before = PurchaseSummaries.of(log, split);
    this.after = PurchaseSummaries.of(log, until);
    int[] known = IntStream.range(0, log.customers()).filter(before::known).toArray();
    int stride = Math.max(1, known.length / MOST);
    this.places = IntStream.range(0, known.length / stride).map(i -> known[i * stride]).toArray();
    this.actual = IntStream.of(places).mapToDouble(i -> after.x()[i] - before.x()[i]).toArray();
    this.weeks = (until - split) / Summarised.UNIT_DAYS;
    this.calibrationWeeks = (split - first + 1) / Summarised.UNIT_DAYS;
  }

  /** The last third of the log, or as much as the horizon; empty when too little happened in it. */
  static Optional<PastTrial> of(PurchaseLog log, int until, double horizonDays) {
    int first = log.firstDay();
    double span = (double) until - first + 1;
    int held = held(span, horizonDays);
    if (held < 2) {
      return Optional.empty();
    }
    PastTrial part = new PastTrial(log, first, until - held, until);
    boolean enough = part.places.length >= LEAST && Arrays.stream(part.actual).sum() >= LEAST;
    return enough ? Optional.of(part) : Optional.empty();
  }

  /** Whole years where there are enough of them, so that no season weighs the models. */
  private static int held(double span, double horizonDays) {
    double held = Math.min(Math.floor(span / 3), Math.round(horizonDays));
    boolean years = span / 3 >= YEAR;
    return (int) (years ? YEAR * Math.max(1, Math.floor(held / YEAR)) : held);
  }

  /** What came of it. */
  record Trial(double[] weights, double[][] draws, Holdout told) {}

  Trial run(List<CustomerBaseModel> models, LifetimeOptions options) {
    GroupedSummaries groups = taken(before).grouped();
    List<PurchaseFit> fits =
        Parallel.map(
            "trying models on the past",
            models.size(),
            options.threads(),
            options.progress(),
            at -> PurchaseFit.of(models.get(at), groups));
    double[][] scores = new double[models.size()][];
    double[][] expected = new double[models.size()][];
    for (int m = 0; m < scores.length; m++) {
      scores[m] = scores(fits.get(m));
      expected[m] = expected(fits.get(m), groups, weeks);
    }
    double[] weights = StackingWeights.of(scores);
    double[][] draws = StackingWeights.draws(scores, weights, WEIGHT_DRAWS, options.seed());
    return new Trial(weights, draws, told(models, weights, scores, expected, expected));
  }

  /** How models fitted elsewhere do. */
  static Holdout against(
      PurchaseLog log,
      int until,
      int days,
      List<PurchaseFit> fits,
      double[] weights,
      double season) {
    PastTrial part = new PastTrial(log, log.firstDay(), until, until + days);
    GroupedSummaries groups = part.taken(part.before).grouped();
    double[][] scores = fits.stream().map(part::scores).toArray(double[][]::new);
    double[][] expected =
        fits.stream().map(fit -> part.expected(fit, groups, part.weeks)).toArray(double[][]::new);
    double[][] seasonal =
        season == 1
            ? expected
            : fits.stream()
                .map(fit -> part.expected(fit, groups, part.weeks * season))
                .toArray(double[][]::new);
    return part.told(
        fits.stream().map(PurchaseFit::model).toList(), weights, scores, expected, seasonal);
  }

  private Holdout told(
      List<CustomerBaseModel> models,
      double[] weights,
      double[][] scores,
      double[][] expected,
      double[][] seasonal) {
    List<HoldoutScore> told = new ArrayList<>();
    double[] stacked = new double[places.length];
    for (int m = 0; m < scores.length; m++) {
      double mean = Arrays.stream(scores[m]).average().orElse(Double.NaN);
      told.add(score(models.get(m).name(), mean, expected[m]));
      for (int i = 0; i < stacked.length; i++) {
        stacked[i] += weights[m] * seasonal[m][i];
      }
    }
    told.add(score("stacked", StackingWeights.score(scores, weights), stacked));
    return new Holdout(calibrationWeeks, weeks, places.length, told, Deciles.of(stacked, actual));
  }

  private PurchaseSummaries taken(PurchaseSummaries all) {
    return new PurchaseSummaries(
        IntStream.of(places).map(i -> all.x()[i]).toArray(),
        IntStream.of(places).mapToDouble(i -> all.recency()[i]).toArray(),
        IntStream.of(places).mapToDouble(i -> all.age()[i]).toArray(),
        IntStream.of(places).mapToDouble(i -> all.logGaps()[i]).toArray(),
        new double[0],
        new int[0],
        new double[0]);
  }

  private double[] scores(PurchaseFit fit) {
    double[] logs = fit.estimate().logs();
    double[] scores = new double[places.length];
    for (int at = 0; at < scores.length; at++) {
      int i = places[at];
      scores[at] = density(fit.model(), logs, after, i) - density(fit.model(), logs, before, i);
    }
    return scores;
  }

  private static double density(
      CustomerBaseModel model, double[] logs, PurchaseSummaries all, int i) {
    return model.logLikelihood(logs, all.x()[i], all.recency()[i], all.age()[i], all.logGaps()[i]);
  }

  private double[] expected(PurchaseFit fit, GroupedSummaries groups, double evenWeeks) {
    CustomerBaseModel.Prediction ahead = fit.prediction(evenWeeks);
    double[] byGroup = new double[groups.groups];
    for (int g = 0; g < byGroup.length; g++) {
      byGroup[g] = ahead.mean(groups.x(g), groups.recency(g), groups.age(g));
    }
    return IntStream.of(groups.groupOf).mapToDouble(g -> byGroup[g]).toArray();
  }

  private HoldoutScore score(String name, double logScore, double[] expected) {
    double sum = 0;
    double came = 0;
    double squares = 0;
    double absolute = 0;
    for (int i = 0; i < expected.length; i++) {
      double error = expected[i] - actual[i];
      sum += expected[i];
      came += actual[i];
      squares += error * error;
      absolute += Math.abs(error);
    }
    return new HoldoutScore(
        name,
        logScore,
        sum,
        came,
        sum / came - 1,
        Math.sqrt(squares / expected.length),
        absolute / expected.length);
  }
}
