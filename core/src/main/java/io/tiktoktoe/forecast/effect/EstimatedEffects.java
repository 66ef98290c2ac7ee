package io.tiktoktoe.forecast.effect;

import io.tiktoktoe.forecast.effect.Causes.Kind;
import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.ForecastPart;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.outlook.WhatIf;
import io.tiktoktoe.stats.Substreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Effects of covariates on one series, with their covariance, and what follows from both for its
 * history and its forecast.
 */
public final class EstimatedEffects {

  /** The share by which a driver is asked to be higher. */
  private static final double STEP = 0.1;

  private final List<Effect> effects;
  private final double[][] covariance;
  private final int known;
  private final YearlyEpisodes yearly;

  /** No cause has an effect. */
  public static final EstimatedEffects NONE = new EstimatedEffects(List.of(), new double[0][], 0);

  /**
   * Effects on a series.
   *
   * @param effects one of each cause that is used
   * @param covariance of their sizes, in the same order
   * @param known steps of history; the future starts there
   */
  EstimatedEffects(List<Effect> effects, double[][] covariance, int known) {
    this(effects, covariance, known, YearlyEpisodes.NONE);
  }

  private EstimatedEffects(
      List<Effect> effects, double[][] covariance, int known, YearlyEpisodes yearly) {
    this.yearly = yearly;
    this.effects = List.copyOf(effects);
    this.covariance = covariance;
    this.known = known;
  }

  /** The same with events of several days that come once a year. */
  EstimatedEffects with(YearlyEpisodes episodes) {
    return new EstimatedEffects(effects, covariance, known, episodes);
  }

  private double amount(int step) {
    double amount = 0;
    for (Effect effect : effects) {
      amount += effect.amount(step);
    }
    return amount;
  }

  /** The covariate-adjusted history: as it would have been without the effects. */
  public double[] without(double[] values, boolean nonNegative) {
    double[] calm = yearly.without(values);
    for (int t = 0; t < calm.length; t++) {
      double left = calm[t] - amount(t);
      calm[t] = nonNegative && left < 0 ? 0 : left;
    }
    return calm;
  }

  /** A covariate-adjusted value {@code later} steps after the history. */
  public double withoutNext(double value, int later, boolean nonNegative) {
    return effects.isEmpty() ? value : bounded(value - amount(known + later), nonNegative);
  }

  /** The same, to be added to a forecast made {@code later} steps after the history. */
  public EstimatedEffects after(int later) {
    List<Effect> moved = effects.stream().map(effect -> effect.after(later)).toList();
    return new EstimatedEffects(moved, covariance, known + later, yearly.after(later));
  }

  /**
   * The forecast of the adjusted history with the effects put back: moved by them, and widened by
   * their standard errors.
   */
  public SeriesOutcome add(SeriesOutcome steady, boolean nonNegative, long seed) {
    int steps = steady.marginals().steps();
    SeriesOutcome calm = yearly.add(steady, seed);
    if (steps == 0 || effects.isEmpty()) {
      return calm;
    }
    Marginals with = marginals(calm.marginals(), nonNegative, seed);
    return calm.with(with, explanation(calm.explained(), with));
  }

  private Marginals marginals(Marginals calm, boolean nonNegative, long seed) {
    int steps = calm.steps();
    double[] mean = new double[steps];
    double[] quantiles = new double[steps * QuantileGrid.SIZE];
    for (int step = 0; step < steps; step++) {
      double amount = amount(known + step);
      double error = Math.sqrt(variance(step));
      mean[step] = bounded(calm.mean()[step] + amount, nonNegative);
      int offset = step * QuantileGrid.SIZE;
      double median = calm.quantiles()[offset + QuantileGrid.MEDIAN];
      for (int q = 0; q < QuantileGrid.SIZE; q++) {
        double distance =
            Math.hypot(calm.quantiles()[offset + q] - median, QuantileGrid.normalScore(q) * error);
        double value = median + amount + (q < QuantileGrid.MEDIAN ? -distance : distance);
        quantiles[offset + q] = bounded(value, nonNegative);
      }
    }
    double[][] root = root();
    Marginals.Sampler sampler =
        (path, latent, values, offset) -> {
          calm.sampler().draw(path, latent, values, offset);
          SplittableRandom random = Substreams.of(seed, "effects", path);
          double[] drawn = draw(root, random);
          double[] carried = new double[drawn.length];
          Arrays.setAll(carried, c -> random.nextGaussian());
          for (int step = 0; step < latent.length; step++) {
            double moved = values[offset + step] + amount(known + step);
            for (int c = 0; c < drawn.length; c++) {
              Effect effect = effects.get(c);
              moved += drawn[c] * effect.mark(known + step);
              moved += effect.errorOfCause(step) * carried[c];
              double differs = effect.scatter(known + step);
              moved += differs == 0 ? 0 : Math.sqrt(differs) * random.nextGaussian();
            }
            values[offset + step] = bounded(moved, nonNegative);
          }
        };
    return new Marginals(quantiles, mean, sampler, calm.dependence());
  }

  /** Lower Cholesky root of the covariance of the sizes. */
  private double[][] root() {
    int count = effects.size();
    double[][] correlation = new double[count][count];
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        double scale = Math.sqrt(covariance[a][a] * covariance[b][b]);
        correlation[a][b] = scale > 0 ? covariance[a][b] / scale : a == b ? 1 : 0;
      }
    }
    double[][] root = JointFutures.root(correlation);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b <= a; b++) {
        root[a][b] *= Math.sqrt(covariance[a][a]);
      }
    }
    return root;
  }

  private static double[] draw(double[][] root, SplittableRandom random) {
    double[] drawn = new double[root.length];
    double[] fresh = new double[root.length];
    for (int a = 0; a < drawn.length; a++) {
      fresh[a] = random.nextGaussian();
      for (int b = 0; b <= a; b++) {
        drawn[a] += root[a][b] * fresh[b];
      }
    }
    return drawn;
  }

  /**
   * Variance of what the effects add, so many steps ahead: of drivers that are themselves forecast,
   * of occurrences that differ, and of the sizes.
   */
  private double variance(int ahead) {
    double variance = 0;
    for (int a = 0; a < effects.size(); a++) {
      Effect effect = effects.get(a);
      double error = effect.errorOfCause(ahead);
      variance += error * error + effect.scatter(known + ahead);
      for (int b = 0; b < effects.size(); b++) {
        variance +=
            effect.mark(known + ahead) * covariance[a][b] * effects.get(b).mark(known + ahead);
      }
    }
    return Math.max(0, variance);
  }

  private static double bounded(double value, boolean nonNegative) {
    return nonNegative ? Math.max(0, value) : value;
  }

  /** That of the calm forecast, with each effect as a part and what would change it. */
  private Explanation explanation(SeriesOutcome calm, Marginals with) {
    int steps = with.steps();
    List<Explanation.Component> components = new ArrayList<>(calm.explanation().components());
    List<Explanation.Change> changes = new ArrayList<>(calm.explanation().changes());
    for (int c = 0; c < effects.size(); c++) {
      Effect effect = effects.get(c);
      if (effect.is(Kind.ALL_HOLIDAYS)) {
        continue;
      }
      double marks = 0;
      double amount = 0;
      for (int step = known; step < known + steps; step++) {
        marks += effect.mark(step);
        amount += told(effect, step);
      }
      components.add(
          new Explanation.Component(new ForecastPart.Cause(effect.cause().name()), amount));
      double error = Math.sqrt(covariance[c][c]);
      changes.addAll(changes(effect, error, amount, marks, steps));
    }
    double parts = components.stream().mapToDouble(Explanation.Component::amount).sum();
    double sum = Arrays.stream(with.mean()).sum();
    if (Math.abs(sum - parts) > 1e-9 * Math.abs(sum)) {
      components.add(new Explanation.Component(new ForecastPart.Floor(), sum - parts));
    }
    changes.sort(
        Comparator.comparingDouble((Explanation.Change change) -> -Math.abs(change.amount())));
    return new Explanation(steps, components, changes);
  }

  /** What an effect adds to a step; holidays share among them what all of them do. */
  private double told(Effect effect, int step) {
    double own = effect.amount(step);
    if (!effect.is(Kind.HOLIDAY) || effect.mark(step) == 0) {
      return own;
    }
    double common = 0;
    double holidays = 0;
    for (Effect other : effects) {
      common += other.is(Kind.ALL_HOLIDAYS) ? other.size() : 0;
      holidays += other.is(Kind.HOLIDAY) ? other.mark(step) : 0;
    }
    return own + common / holidays;
  }

  /**
   * What would change the forecast.
   *
   * @param error standard error of the effect's size
   * @param amount what it adds to the forecast
   * @param marks sum of the covariate over the forecast's steps
   */
  private static List<Explanation.Change> changes(
      Effect effect, double error, double amount, double marks, int steps) {
    String name = effect.cause().name();
    List<Explanation.Change> changes = new ArrayList<>();
    switch (effect.cause().kind()) {
      case MONTH_DAY -> {
        // No month can be without it or have one more.
      }
      case ALL_HOLIDAYS, HOLIDAY, EVENT -> {
        if (marks != 0) {
          changes.add(new Explanation.Change(new WhatIf.Without(name), -amount, marks * error));
        }
        if (effect.is(Kind.EVENT)) {
          changes.add(new Explanation.Change(new WhatIf.OneMore(name), effect.size(), error));
        }
      }
      case DRIVER -> {
        // A tenth of the driver's own values ahead, in typical deviations of the driver.
        double tenth = STEP * (marks + steps * effect.cause().mean() / effect.cause().unit());
        changes.add(
            new Explanation.Change(
                new WhatIf.DriverHigher(name, STEP),
                effect.size() * tenth,
                error * Math.abs(tenth)));
      }
    }
    return changes;
  }
}
