package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.risk.exposure.ScenarioLoss.PartLoss;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Quantiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Scenario stress testing: every future's income of a stream is multiplied by what the scenario
 * leaves of the platforms and currencies that the stream now consists of; reversals that grow are
 * taken off at their present level on average, in each future in proportion to what it brings: who
 * sells more has more to give back, and no loss is known to the cent. Where parts meet, their
 * factors multiply, so the whole is not the sum of the parts taken alone: each gets its Shapley
 * value (Shapley 1953), exact over all subsets.
 */
final class ScenarioStress {

  private static final int MONTH = 30;

  private final RiskFacts facts;
  private final LocalDate start;
  private final List<SamplePaths> paths;
  private final int count;
  private final int days;
  private final double[][] means;
  private final double[][] shares;

  ScenarioStress(RiskFacts facts, Predictions predictions) {
    this.facts = facts;
    this.start = predictions.start().toLocalDate();
    SamplePaths total = predictions.total().paths();
    this.count = total.count();
    this.days = total.steps();
    Stream[] streams = Stream.values();
    this.paths = new ArrayList<>();
    this.means = new double[streams.length][days];
    this.shares = new double[streams.length][];
    for (Stream stream : streams) {
      SamplePaths own = paths(predictions, stream);
      paths.add(own);
      for (int day = 0; day < own.steps(); day++) {
        means[stream.ordinal()][day] = own.mean(day, day + 1);
      }
      shares[stream.ordinal()] = shares(stream);
    }
  }

  private SamplePaths paths(Predictions predictions, Stream stream) {
    return predictions.series().stream()
        .filter(one -> one.seriesId().equals(stream.label()))
        .map(Forecast::paths)
        .filter(own -> own.count() == count && own.steps() == days)
        .findFirst()
        .orElse(SamplePaths.of(new double[0][]));
  }

  /** Share of each part in the net income of a stream, in its gross where that is not positive. */
  private double[] shares(Stream stream) {
    double[] net = new double[facts.parts().size()];
    double[] gross = new double[net.length];
    for (int at = 0; at < net.length; at++) {
      IncomePart part = facts.parts().get(at);
      if (part.stream() == stream) {
        net[at] = Math.max(0, part.net());
        gross[at] = Math.max(0, part.gross());
      }
    }
    double[] weights = Arrays.stream(net).sum() > 0 ? net : gross;
    double sum = Arrays.stream(weights).sum();
    return sum > 0 ? Arrays.stream(weights).map(one -> one / sum).toArray() : weights;
  }

  /** Whether there is a forecast that a scenario could change. */
  boolean isKnown() {
    return count > 0 && days > 0;
  }

  /** First day after those that are forecast. */
  LocalDate end() {
    return start.plusDays(days);
  }

  LocalDate start() {
    return start;
  }

  /** What a scenario costs whose shocks these are. */
  ScenarioLoss of(String title, List<ScenarioShock> parts) {
    int all = (1 << parts.size()) - 1;
    int month = Math.min(MONTH, days);
    double[] whole = new double[all + 1];
    double[] first = new double[all + 1];
    for (int subset = 1; subset <= all; subset++) {
      Effect effect = effect(parts, subset);
      whole[subset] = effect.meanLoss(0, days);
      first[subset] = effect.meanLoss(0, month);
    }
    double[] shares = shapley(whole, parts.size());
    double[] shares30 = shapley(first, parts.size());
    List<PartLoss> told = new ArrayList<>();
    for (int at = 0; at < shares.length; at++) {
      ScenarioShock part = parts.get(at);
      told.add(
          new PartLoss(
              part.text(), part.factor(), part.from(), part.until(), shares30[at], shares[at]));
    }
    Effect effect = effect(parts, all);
    double[] losses30 = effect.losses(month);
    double[] before = sums(month);
    double[] after = new double[count];
    for (int path = 0; path < count; path++) {
      after[path] = before[path] - losses30[path];
    }
    double[] losses = effect.losses(days);
    return new ScenarioLoss(
        title,
        start,
        first[all],
        interval(losses30),
        whole[all],
        interval(losses),
        days,
        Arrays.stream(after).average().orElse(0),
        Quantiles.of(after, 0.05),
        Quantiles.of(before, 0.05),
        told);
  }

  private double[] sums(int first) {
    double[] sums = new double[count];
    for (SamplePaths own : paths) {
      for (int path = 0; path < own.count(); path++) {
        for (int day = 0; day < first; day++) {
          sums[path] += own.value(path, day);
        }
      }
    }
    return sums;
  }

  /** Income of each future over the first days as a multiple of the mean; 1 where none is known. */
  private double[] richness(int first) {
    double[] sums = Arrays.stream(sums(first)).map(one -> Math.max(0, one)).toArray();
    double mean = Arrays.stream(sums).average().orElse(0);
    return Arrays.stream(sums).map(one -> mean > 0 ? one / mean : 1).toArray();
  }

  private static Interval interval(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Interval.equalTailed(p -> Quantiles.ofSorted(sorted, p), Interval.WIDE);
  }

  /**
   * Shapley values of a game.
   *
   * @param worth of each subset, indexed by bits; 0 for the empty one
   */
  static double[] shapley(double[] worth, int players) {
    double[] weights = new double[players];
    for (int size = 0; size < players; size++) {
      // size! (players - size - 1)! / players!
      double weight = 1.0 / players;
      for (int at = 1; at <= size; at++) {
        weight *= (double) at / (players - at);
      }
      weights[size] = weight;
    }
    double[] values = new double[players];
    for (int subset = 0; subset < worth.length; subset++) {
      int size = Integer.bitCount(subset);
      for (int player = 0; player < players; player++) {
        int bit = 1 << player;
        if ((subset & bit) == 0) {
          values[player] += weights[size] * (worth[subset | bit] - worth[subset]);
        }
      }
    }
    return values;
  }

  private Effect effect(List<ScenarioShock> parts, int subset) {
    double[][] left = new double[Stream.values().length][days];
    double[] reversed = new double[days];
    for (int day = 0; day < days; day++) {
      LocalDate date = start.plusDays(day);
      List<ScenarioShock> then = new ArrayList<>();
      for (int at = 0; at < parts.size(); at++) {
        if ((subset >> at & 1) == 1 && parts.get(at).holds(date)) {
          then.add(parts.get(at));
        }
      }
      for (int at = 0; at < facts.parts().size(); at++) {
        IncomePart income = facts.parts().get(at);
        double factor = 1;
        double refunds = 1;
        double chargebacks = 1;
        for (ScenarioShock shock : then) {
          factor *= shock.hits(income) ? shock.left() : 1;
          refunds *= shock.refunds(income);
          chargebacks *= shock.chargebacks(income);
        }
        left[income.stream().ordinal()][day] += shares[income.stream().ordinal()][at] * factor;
        double more = (refunds - 1) * income.refunds() + (chargebacks - 1) * income.chargebacks();
        reversed[day] += factor * more / facts.days();
      }
      for (int stream = 0; stream < left.length; stream++) {
        // Of a stream that brought nothing lately it is not known where it would come from.
        left[stream][day] = Arrays.stream(shares[stream]).sum() > 0 ? left[stream][day] : 1;
      }
    }
    return new Effect(left, reversed);
  }

  /** What is left of each stream on each day, and what more goes back. */
  private final class Effect {
    private final double[][] left;
    private final double[] reversed;

    Effect(double[][] left, double[] reversed) {
      this.left = left;
      this.reversed = reversed;
    }

    double meanLoss(int from, int to) {
      double loss = 0;
      for (int day = from; day < to; day++) {
        loss += reversed[day];
        for (int stream = 0; stream < left.length; stream++) {
          loss += (1 - left[stream][day]) * means[stream][day];
        }
      }
      return loss;
    }

    double[] losses(int first) {
      double[] losses = new double[count];
      double[] richness = richness(first);
      for (int path = 0; path < count; path++) {
        for (int day = 0; day < first; day++) {
          losses[path] += reversed[day] * richness[path];
          for (int stream = 0; stream < left.length; stream++) {
            SamplePaths own = paths.get(stream);
            if (own.count() > 0) {
              losses[path] += (1 - left[stream][day]) * own.value(path, day);
            }
          }
        }
      }
      return losses;
    }
  }
}
