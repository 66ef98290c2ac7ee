package io.tiktoktoe.audience.strategy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The average treatment effect by augmented inverse propensity weighting (Robins, Rotnitzky and
 * Zhao 1994) with cross-fitting (Chernozhukov et al. 2018): right if either the chances of being
 * chosen or the outcomes are modelled well, and with known chances always.
 */
final class TreatmentEffect {

  private static final int FOLDS = 5;

  /** Chances below this one would let few rows decide. */
  private static final double LEAST_CHANCE = 0.01;

  /** Rows of each kind below which nothing can be told. */
  static final int LEAST_ROWS = 8;

  private final UpliftTrials trials;
  private final double[] outcome;
  private final int action;
  private final int[] rows;
  private final int[] folds;

  private TreatmentEffect(
      UpliftTrials trials, double[] outcome, int action, int[] rows, int[] folds) {
    this.trials = trials;
    this.outcome = outcome;
    this.action = action;
    this.rows = rows;
    this.folds = folds;
  }

  /**
   * An effect.
   *
   * @param effect outcome with the action less without it, a row
   * @param deviation standard error of it
   * @param base outcome without the action
   * @param relative effect as a share of what the base moves: see {@link UpliftPrior}
   * @param relativeDeviation standard error of it
   * @param treated rows with the action
   * @param holdout rows without any
   * @param known whether the chances of being chosen were known
   */
  record Estimate(
      double effect,
      double deviation,
      double base,
      double relative,
      double relativeDeviation,
      long treated,
      long holdout,
      boolean known) {}

  /** Whether so many rows can tell something. */
  static boolean isPossible(UpliftTrials trials, int segment, int action) {
    return count(trials, segment, action) >= LEAST_ROWS && count(trials, segment, -1) >= LEAST_ROWS;
  }

  private static long count(UpliftTrials trials, int segment, int action) {
    return IntStream.range(0, trials.rows())
        .filter(row -> trials.segments()[row] == segment && trials.actions()[row] == action)
        .count();
  }

  /** The effect of an action on the fans of a segment. */
  static Estimate of(UpliftTrials trials, Goal goal, int segment, int action, long seed) {
    int[] rows =
        IntStream.range(0, trials.rows())
            .filter(
                row ->
                    trials.segments()[row] == segment
                        && (trials.actions()[row] == action || trials.actions()[row] == -1))
            .toArray();
    SplittableRandom random = new SplittableRandom(seed);
    int[] folds = new int[rows.length];
    Arrays.setAll(folds, i -> i % FOLDS);
    for (int i = rows.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int held = folds[i];
      folds[i] = folds[other];
      folds[other] = held;
    }
    double[] outcome = trials.outcomes().getOrDefault(goal, new double[0]);
    return new TreatmentEffect(trials, outcome, action, rows, folds).estimate(goal);
  }

  private boolean isTreated(int row) {
    return trials.actions()[row] == action;
  }

  private Estimate estimate(Goal goal) {
    double[] effects = new double[rows.length];
    double[] bases = new double[rows.length];
    boolean known = Arrays.stream(rows).noneMatch(row -> Double.isNaN(trials.propensities()[row]));
    double[] chances = known ? known() : estimated();
    for (int fold = 0; fold < FOLDS; fold++) {
      score(fold, chances, effects, bases);
    }
    double effect = Arrays.stream(effects).average().orElse(0);
    double base = Arrays.stream(bases).average().orElse(0);
    // Retention is told as the share of leavers that stay.
    double moved = goal == Goal.RETENTION ? 1 - base : base;
    double turn = goal == Goal.RETENTION ? -1 : 1;
    double relative = moved > 0 ? effect / moved : Double.NaN;
    double squares = 0;
    double relativeSquares = 0;
    for (int i = 0; i < effects.length; i++) {
      double off = effects[i] - effect;
      squares += off * off;
      double both = off - relative * turn * (bases[i] - base);
      relativeSquares += both * both;
    }
    double count = Math.max(1, rows.length);
    double error = Math.sqrt(squares) / count;
    double relativeError = moved > 0 ? Math.sqrt(relativeSquares) / count / moved : Double.NaN;
    long treated = Arrays.stream(rows).filter(this::isTreated).count();
    return new Estimate(
        effect, error, base, relative, relativeError, treated, rows.length - treated, known);
  }

  /** The chance of the action among those with the action or none, from the stated ones. */
  private double[] known() {
    double treated = 0;
    double none = 0;
    long many = 0;
    for (int row : rows) {
      treated += isTreated(row) ? trials.propensities()[row] : 0;
      none += isTreated(row) ? 0 : trials.propensities()[row];
      many += isTreated(row) ? 1 : 0;
    }
    double usual = treated / Math.max(1, many);
    double usualNone = none / Math.max(1, rows.length - many);
    double[] chances = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double stated = trials.propensities()[rows[i]];
      double of = isTreated(rows[i]) ? stated : usual;
      double not = isTreated(rows[i]) ? usualNone : stated;
      // With one action, what is not its chance is that of none, also where it differs by fan.
      boolean alone = Math.abs(usual + usualNone - 1) < 0.05;
      double alike = isTreated(rows[i]) ? stated : 1 - stated;
      chances[i] = clamped(alone ? alike : of / (of + not));
    }
    return chances;
  }

  private static double clamped(double chance) {
    return Math.clamp(chance, LEAST_CHANCE, 1 - LEAST_CHANCE);
  }

  /** The chance by features, each from the other folds. */
  private double[] estimated() {
    double[] taken = new double[trials.rows()];
    for (int row : rows) {
      taken[row] = isTreated(row) ? 1 : 0;
    }
    double[] chances = new double[rows.length];
    for (int fold = 0; fold < FOLDS; fold++) {
      Regression model = Regression.logistic(trials.features(), taken, others(fold, -1));
      for (int i = 0; i < rows.length; i++) {
        if (folds[i] == fold) {
          chances[i] = clamped(model.of(trials.features(), rows[i]));
        }
      }
    }
    return chances;
  }

  /** Rows of the other folds: with the action (1), without (0), or all (-1). */
  private int[] others(int fold, int treated) {
    return IntStream.range(0, rows.length)
        .filter(i -> folds[i] != fold)
        .map(i -> rows[i])
        .filter(row -> treated < 0 || isTreated(row) == (treated == 1))
        .toArray();
  }

  private void score(int fold, double[] chances, double[] effects, double[] bases) {
    Regression with = Regression.linear(trials.features(), outcome, others(fold, 1));
    Regression without = Regression.linear(trials.features(), outcome, others(fold, 0));
    for (int i = 0; i < rows.length; i++) {
      if (folds[i] == fold) {
        int row = rows[i];
        double one = with.of(trials.features(), row);
        double none = without.of(trials.features(), row);
        bases[i] = none + (isTreated(row) ? 0 : (outcome[row] - none) / (1 - chances[i]));
        double full = one + (isTreated(row) ? (outcome[row] - one) / chances[i] : 0);
        effects[i] = full - bases[i];
      }
    }
  }
}
