package io.tiktoktoe.forecast.effect;

import io.tiktoktoe.forecast.band.AdaptiveBands;
import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.QuantileGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * The sizes of causes' effects on one series, how sure they are, and what follows from both for its
 * history and its forecast.
 */
public final class EstimatedEffects {

  private static final String ALL_HOLIDAYS = "holiday";

  private final List<Causes.Cause> causes;
  private final List<Causes.Kind> kinds;
  private final double[] sizes;
  private final double[][] covariance;
  private final double[] scatter;
  private final int known;

  /** No cause has an effect. */
  public static final EstimatedEffects NONE =
      new EstimatedEffects(List.of(), List.of(), new double[0], new double[0][], new double[0], 0);

  private EstimatedEffects(
      List<Causes.Cause> causes,
      List<Causes.Kind> kinds,
      double[] sizes,
      double[][] covariance,
      double[] scatter,
      int known) {
    this.causes = causes;
    this.kinds = kinds;
    this.sizes = sizes;
    this.covariance = covariance;
    this.scatter = scatter;
    this.known = known;
  }

  static EstimatedEffects of(
      List<Causes.Cause> causes,
      List<Causes.Kind> kinds,
      double[] allSizes,
      DMatrixRMaj allCovariance,
      double[] allScatter,
      int[] used,
      int known) {
    double[] sizes = new double[used.length];
    double[][] covariance = new double[used.length][used.length];
    double[] scatter = new double[used.length];
    for (int a = 0; a < used.length; a++) {
      sizes[a] = allSizes[used[a]];
      scatter[a] = kinds.get(a) == Causes.Kind.DRIVER ? 0 : allScatter[used[a]];
      for (int b = 0; b < used.length; b++) {
        covariance[a][b] = allCovariance.get(used[a], used[b]);
      }
    }
    return new EstimatedEffects(causes, kinds, sizes, covariance, scatter, known);
  }

  boolean none() {
    return causes.isEmpty();
  }

  private double amount(int step) {
    double amount = 0;
    for (int c = 0; c < sizes.length; c++) {
      amount += sizes[c] * causes.get(c).marks()[step];
    }
    return amount;
  }

  /** The history as it would have been without them. */
  public double[] without(double[] values, boolean nonNegative) {
    double[] calm = values.clone();
    for (int t = 0; t < calm.length; t++) {
      double left = calm[t] - amount(t);
      calm[t] = nonNegative && left < 0 ? 0 : left;
    }
    return calm;
  }

  /** A value {@code later} steps after the history as it would have been without them. */
  public double withoutNext(double value, int later, boolean nonNegative) {
    return none() ? value : bounded(value - amount(known + later), nonNegative);
  }

  /** The same, to be added to a forecast made {@code later} steps after the history. */
  public EstimatedEffects after(int later) {
    List<Causes.Cause> moved =
        causes.stream()
            .map(
                cause ->
                    new Causes.Cause(
                        cause.name(),
                        cause.marks(),
                        Arrays.copyOfRange(cause.errors(), later, cause.errors().length),
                        cause.penalty(),
                        cause.unit(),
                        cause.mean()))
            .toList();
    return new EstimatedEffects(moved, kinds, sizes, covariance, scatter, known + later);
  }

  /** The forecast of the calm history with them: moved, and widened by how unsure they are. */
  public SeriesOutcome add(SeriesOutcome calm, boolean nonNegative, long seed) {
    int steps = calm.marginals().steps();
    if (steps == 0 || none()) {
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
            Math.hypot(calm.quantiles()[offset + q] - median, AdaptiveBands.score(q) * error);
        double value = median + amount + (q < QuantileGrid.MEDIAN ? -distance : distance);
        quantiles[offset + q] = bounded(value, nonNegative);
      }
    }
    double[][] root = root();
    Marginals.Sampler sampler =
        (path, latent, values, offset) -> {
          calm.sampler().draw(path, latent, values, offset);
          SplittableRandom random = new SplittableRandom(seed + path);
          double[] drawn = draw(root, random);
          double[] carried = new double[drawn.length];
          Arrays.setAll(carried, c -> random.nextGaussian());
          for (int step = 0; step < latent.length; step++) {
            double moved = values[offset + step] + amount(known + step);
            for (int c = 0; c < drawn.length; c++) {
              moved += drawn[c] * causes.get(c).marks()[known + step];
              moved += sizes[c] * causes.get(c).errors()[step] * carried[c];
              double differs = scatter(c, step);
              moved += differs == 0 ? 0 : Math.sqrt(differs) * random.nextGaussian();
            }
            values[offset + step] = bounded(moved, nonNegative);
          }
        };
    return new Marginals(quantiles, mean, sampler, calm.dependence());
  }

  /** Lower root of the covariance of the sizes. */
  private double[][] root() {
    double[][] correlation = new double[sizes.length][sizes.length];
    for (int a = 0; a < sizes.length; a++) {
      for (int b = 0; b < sizes.length; b++) {
        double scale = Math.sqrt(covariance[a][a] * covariance[b][b]);
        correlation[a][b] = scale > 0 ? covariance[a][b] / scale : a == b ? 1 : 0;
      }
    }
    double[][] root = JointFutures.root(correlation);
    for (int a = 0; a < sizes.length; a++) {
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

  /** Of the effects at a step: of their sizes, and of drivers that are themselves forecast. */
  private double variance(int step) {
    double variance = 0;
    for (int a = 0; a < sizes.length; a++) {
      double error = sizes[a] * causes.get(a).errors()[step];
      variance += error * error + scatter(a, step);
      for (int b = 0; b < sizes.length; b++) {
        variance +=
            causes.get(a).marks()[known + step]
                * covariance[a][b]
                * causes.get(b).marks()[known + step];
      }
    }
    return Math.max(0, variance);
  }

  /** Variance by which one occurrence differs from the mean one; holidays have it in common. */
  private double scatter(int cause, int step) {
    boolean own =
        kinds.get(cause) != Causes.Kind.HOLIDAYS || causes.get(cause).name().equals(ALL_HOLIDAYS);
    return own ? scatter[cause] * causes.get(cause).marks()[known + step] : 0;
  }

  private static double bounded(double value, boolean nonNegative) {
    return nonNegative ? Math.max(0, value) : value;
  }

  private Explanation explanation(SeriesOutcome calm, Marginals with) {
    int steps = with.steps();
    List<Explanation.Component> components = new ArrayList<>(calm.explanation().components());
    List<Explanation.Change> changes = new ArrayList<>(calm.explanation().changes());
    for (int c = 0; c < sizes.length; c++) {
      Causes.Cause cause = causes.get(c);
      if (kinds.get(c) == Causes.Kind.HOLIDAYS && cause.name().equals(ALL_HOLIDAYS)) {
        continue;
      }
      double marks = 0;
      double amount = 0;
      for (int step = 0; step < steps; step++) {
        marks += cause.marks()[known + step];
        amount += amount(c, known + step);
      }
      components.add(new Explanation.Component(cause.name(), amount));
      changes.addAll(changes(c, amount, marks, steps));
    }
    double parts = components.stream().mapToDouble(Explanation.Component::amount).sum();
    double sum = Arrays.stream(with.mean()).sum();
    if (Math.abs(sum - parts) > 1e-9 * Math.abs(sum)) {
      components.add(new Explanation.Component("nothing falls below zero", sum - parts));
    }
    changes.sort(
        Comparator.comparingDouble((Explanation.Change change) -> -Math.abs(change.amount())));
    return new Explanation(steps, components, changes);
  }

  /** Effect of one cause at a step; what all holidays do is told of each of them. */
  private double amount(int cause, int step) {
    double amount = sizes[cause] * causes.get(cause).marks()[step];
    if (kinds.get(cause) != Causes.Kind.HOLIDAYS || causes.get(cause).marks()[step] == 0) {
      return amount;
    }
    double together = 0;
    for (int c = 0; c < sizes.length; c++) {
      if (kinds.get(c) == Causes.Kind.HOLIDAYS && !causes.get(c).name().equals(ALL_HOLIDAYS)) {
        together += causes.get(c).marks()[step];
      }
    }
    return amount + sizes[holidays()] / together;
  }

  private int holidays() {
    for (int c = 0; c < sizes.length; c++) {
      if (causes.get(c).name().equals(ALL_HOLIDAYS)) {
        return c;
      }
    }
    throw new IllegalStateException("holidays have no common effect");
  }

  private List<Explanation.Change> changes(int c, double amount, double marks, int steps) {
    Causes.Cause cause = causes.get(c);
    double error = Math.sqrt(covariance[c][c]);
    return switch (kinds.get(c)) {
      case HOLIDAYS ->
          marks == 0
              ? List.of()
              : List.of(new Explanation.Change("without " + cause.name(), -amount, marks * error));
      case EVENT -> {
        List<Explanation.Change> changes = new ArrayList<>();
        if (marks != 0) {
          changes.add(new Explanation.Change("without " + cause.name(), -amount, marks * error));
        }
        changes.add(new Explanation.Change("one more " + cause.name(), sizes[c], error));
        yield changes;
      }
      case DRIVER -> {
        // A tenth of the driver's own values ahead, in typical deviations of the driver.
        double tenth = 0.1 * (marks + steps * cause.mean() / cause.unit());
        yield List.of(
            new Explanation.Change(
                cause.name() + " higher by a tenth", sizes[c] * tenth, error * Math.abs(tenth)));
      }
    };
  }
}
