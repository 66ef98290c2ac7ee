package io.tiktoktoe.forecast.effect;

import io.tiktoktoe.forecast.effect.PastEpisodes.Episode;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.ForecastPart;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.stats.Substreams;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Yearly events of several days, such as a week for charity, learned from one or more earlier
 * years: a Bernoulli chance that one comes back, a shape of ratios to what is usual, and a
 * log-normal size that differs by year. One year alone makes it as likely as not, less where other
 * runs of odd days did not come back. Immutable.
 */
final class YearlyEpisodes {

  /** No such events. */
  static final YearlyEpisodes NONE = new YearlyEpisodes(0, List.of());

  /** Days by which the anniversary may be off: weekdays and week numbers. */
  private static final int TOLERANCE = 4;

  /** Days in whole weeks that make a year. */
  private static final int YEAR_OF_WEEKS = 364;

  /** Years' worth of belief in what all runs of odd days show. */
  private static final double PRIOR_YEARS = 2;

  /** Spread of logs of sizes from year to year before any is seen, and its worth in years. */
  private static final double SPREAD = 0.35;

  /** What is less likely to come back is not foreseen. */
  private static final double UNBELIEVED = 0.1;

  /** Chance that what has begun as in other years goes on as it did. */
  private static final double GOES_ON = 0.95;

  /** Halvings of the interval that holds a quantile. */
  private static final int ROUNDS = 50;

  private static final String NAME = "the same days of earlier years";

  private static final int WEEK = 7;

  private final int known;
  private final List<Expected> expected;

  private YearlyEpisodes(int known, List<Expected> expected) {
    this.known = known;
    this.expected = List.copyOf(expected);
  }

  /**
   * An event that may come.
   *
   * @param chance that it does
   * @param starts first steps, as likely as each other: on the same date or the same weekday
   * @param ratios of each day to what is usual
   * @param spread standard deviation of the log of the size of a year's event
   * @param past the runs that taught it
   */
  private record Expected(
      double chance, List<Integer> starts, double[] ratios, double spread, List<Episode> past) {

    /** What it adds to a step, relative to what is usual, with one of its starts. */
    double excess(int step, int start) {
      int day = step - start;
      return day >= 0 && day < ratios.length ? ratios[day] - 1 : 0;
    }

    boolean touches(int from, int steps) {
      return starts.stream()
          .anyMatch(start -> start < from + steps && start + ratios.length > from);
    }
  }

  /**
   * Those that touch the steps ahead. O(length).
   *
   * @param values by day, NaN where unknown
   * @param first day of the first value
   */
  static YearlyEpisodes of(double[] values, LocalDate first, int steps) {
    List<List<Episode>> chains = chains(PastEpisodes.of(values), first);
    double came = 0;
    double could = 0;
    for (List<Episode> chain : chains) {
      int missed = missed(chain, first, values.length);
      came += chain.size() - 1;
      // What could not come back yet may be as single as others.
      could += chain.size() - 1 + (missed > 0 ? missed : 0.5);
    }
    List<Expected> expected = new ArrayList<>();
    for (List<Episode> chain : chains) {
      int missed = missed(chain, first, values.length);
      double own = missed > 0 ? 0 : 0.5;
      double usual = (came + 0.5) / (could - own + 1);
      Expected event = expect(chain, missed, usual, values.length, first);
      if (event.chance > UNBELIEVED && event.touches(values.length, steps)) {
        expected.add(event);
      }
    }
    return expected.isEmpty() ? NONE : new YearlyEpisodes(values.length, expected);
  }

  /** Runs that follow each other a year later. */
  private static List<List<Episode>> chains(List<Episode> episodes, LocalDate first) {
    List<List<Episode>> chains = new ArrayList<>();
    for (Episode one : episodes) {
      List<Episode> own =
          chains.stream()
              .filter(chain -> follows(chain.getLast(), one, first))
              .findFirst()
              .orElseGet(
                  () -> {
                    List<Episode> fresh = new ArrayList<>();
                    chains.add(fresh);
                    return fresh;
                  });
      own.add(one);
    }
    return chains;
  }

  private static boolean follows(Episode before, Episode after, LocalDate first) {
    return before.above() == after.above()
        && Math.abs(after.from() - later(before.from(), 1, first)) <= TOLERANCE;
  }

  /** The same date some years later, as a step. */
  private static int later(int step, int years, LocalDate first) {
    return (int) ChronoUnit.DAYS.between(first, first.plusDays(step).plusYears(years));
  }

  /** How many years passed since in which it did not come. */
  private static int missed(List<Episode> chain, LocalDate first, int known) {
    Episode last = chain.getLast();
    int missed = 0;
    while (later(last.to(), missed + 1, first) + TOLERANCE <= known) {
      missed++;
    }
    return missed;
  }

  private static Expected expect(
      List<Episode> chain, int missed, double usual, int known, LocalDate first) {
    Episode last = chain.getLast();
    boolean running = chain.size() > 1 && last.to() == known;
    List<Episode> whole = running ? chain.subList(0, chain.size() - 1) : chain;
    int hits = chain.size() - 1;
    double chance =
        running ? GOES_ON : (hits + PRIOR_YEARS * usual) / (hits + missed + PRIOR_YEARS);
    List<Integer> starts =
        running ? List.of(last.from()) : starts(whole, later(last.from(), missed + 1, first));
    double[] shape = shape(whole);
    if (running) {
      shape = sized(shape, last);
    }
    return new Expected(chance, starts, shape, spread(whole), chain);
  }

  /** The same date, or the same weekday nearest to it, or either where the past does not tell. */
  private static List<Integer> starts(List<Episode> past, int date) {
    int from = past.getLast().from();
    int weekday = date - Math.floorMod(date - from + WEEK / 2, WEEK) + WEEK / 2;
    if (past.size() > 1) {
      int distance = from - past.get(past.size() - 2).from();
      if (distance % WEEK == 0) {
        return List.of(weekday);
      }
      if (distance > YEAR_OF_WEEKS && distance <= YEAR_OF_WEEKS + 2) {
        return List.of(date);
      }
    }
    return date == weekday ? List.of(date) : List.of(date, weekday);
  }

  /** Mean ratios by day, of the length of the newest. */
  private static double[] shape(List<Episode> past) {
    double[] shape = new double[past.getLast().ratios().length];
    for (int day = 0; day < shape.length; day++) {
      double sum = 0;
      int count = 0;
      for (Episode one : past) {
        if (day < one.ratios().length && !Double.isNaN(one.ratios()[day])) {
          sum += one.ratios()[day];
          count++;
        }
      }
      shape[day] = count == 0 ? 1 : sum / count;
    }
    return shape;
  }

  /** A shape as large as what has come of this year's. */
  private static double[] sized(double[] shape, Episode now) {
    double seen = 0;
    double foreseen = 0;
    for (int day = 0; day < Math.min(shape.length, now.ratios().length); day++) {
      seen += Double.isNaN(now.ratios()[day]) ? 0 : now.ratios()[day] - 1;
      foreseen += Double.isNaN(now.ratios()[day]) ? 0 : shape[day] - 1;
    }
    double factor = foreseen == 0 ? 1 : Math.max(0, seen / foreseen);
    return Arrays.stream(shape).map(ratio -> 1 + factor * (ratio - 1)).toArray();
  }

  private static double spread(List<Episode> past) {
    double[] logs = past.stream().mapToDouble(YearlyEpisodes::logSize).toArray();
    double mean = Arrays.stream(logs).average().orElse(0);
    double squares = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
    double variance = (squares + PRIOR_YEARS * SPREAD * SPREAD) / (logs.length - 1 + PRIOR_YEARS);
    return Math.sqrt(variance * (1 + 1.0 / logs.length));
  }

  private static double logSize(Episode one) {
    double mean =
        Arrays.stream(one.ratios()).filter(ratio -> !Double.isNaN(ratio)).average().orElse(1);
    return Math.log(Math.max(1e-3, Math.abs(mean - 1)));
  }

  /** The history with what taught these events left out. */
  double[] without(double[] values) {
    double[] calm = values.clone();
    for (Expected event : expected) {
      for (Episode one : event.past) {
        Arrays.fill(calm, one.from(), Math.min(calm.length, one.to()), Double.NaN);
      }
    }
    return calm;
  }

  /** The same for a forecast made {@code later} steps after the history. */
  YearlyEpisodes after(int later) {
    return expected.isEmpty() ? this : new YearlyEpisodes(known + later, expected);
  }

  /** The forecast with these events, as far as they are believed to come, told as a part of it. */
  SeriesOutcome add(SeriesOutcome calm, long seed) {
    Marginals with = beside(calm.marginals(), seed);
    if (with == calm.marginals()) {
      return calm;
    }
    SeriesOutcome explained = calm.explained();
    double more = Arrays.stream(with.mean()).sum() - Arrays.stream(calm.marginals().mean()).sum();
    List<Explanation.Component> parts = new ArrayList<>(explained.explanation().components());
    parts.add(new Explanation.Component(new ForecastPart.Cause(NAME), more));
    return explained.with(
        with, new Explanation(with.steps(), parts, explained.explanation().changes()));
  }

  private Marginals beside(Marginals calm, long seed) {
    if (expected.isEmpty() || calm.steps() == 0) {
      return calm;
    }
    double[] mean = calm.mean().clone();
    double[] quantiles = calm.quantiles().clone();
    for (int h = 0; h < calm.steps(); h++) {
      for (Expected event : expected) {
        int step = known + h;
        double[] excesses =
            event.starts.stream().mapToDouble(start -> event.excess(step, start)).toArray();
        mean[h] *= 1 + event.chance * Arrays.stream(excesses).average().orElse(0);
        if (Arrays.stream(excesses).anyMatch(excess -> excess != 0)) {
          mix(quantiles, h * QuantileGrid.SIZE, excesses, event);
        }
      }
    }
    Marginals.Sampler sampler =
        (path, latent, values, offset) -> {
          calm.sampler().draw(path, latent, values, offset);
          SplittableRandom random = Substreams.of(seed, "yearly episodes", path);
          for (Expected event : expected) {
            draw(event, random, latent.length, values, offset);
          }
        };
    return new Marginals(quantiles, mean, sampler, calm.dependence());
  }

  private void draw(
      Expected event, SplittableRandom random, int steps, double[] values, int offset) {
    boolean comes = random.nextDouble() < event.chance;
    int start = event.starts.get(random.nextInt(event.starts.size()));
    double score = random.nextGaussian();
    double size = Math.exp(event.spread * score - event.spread * event.spread / 2);
    for (int h = 0; h < steps && comes; h++) {
      values[offset + h] *= Math.max(0, 1 + size * event.excess(known + h, start));
    }
  }

  /** A mixture of a step's distribution with those that it has when the event comes. */
  private static void mix(double[] quantiles, int offset, double[] excesses, Expected event) {
    double[] without = Arrays.copyOfRange(quantiles, offset, offset + QuantileGrid.SIZE);
    double[][] grids = new double[excesses.length + 1][];
    double[] weights = new double[grids.length];
    Arrays.fill(weights, event.chance / excesses.length);
    for (int start = 0; start < excesses.length; start++) {
      grids[start] = with(without, excesses[start], event.spread);
    }
    grids[excesses.length] = without;
    weights[excesses.length] = 1 - event.chance;
    for (int q = 0; q < QuantileGrid.SIZE; q++) {
      quantiles[offset + q] = quantile(grids, weights, QuantileGrid.probability(q));
    }
  }

  private static double[] with(double[] without, double excess, double spread) {
    double[] with = new double[QuantileGrid.SIZE];
    double median = without[QuantileGrid.MEDIAN];
    for (int q = 0; q < with.length; q++) {
      double own = (1 + excess) * (without[q] - median);
      double sized = median * excess * Math.expm1(spread * QuantileGrid.normalScore(q));
      double distance = Math.hypot(own, sized);
      double middle = median * (1 + excess);
      with[q] = Math.max(0, middle + (q < QuantileGrid.MEDIAN ? -distance : distance));
    }
    return with;
  }

  /** By bisection. */
  private static double quantile(double[][] grids, double[] weights, double probability) {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (double[] grid : grids) {
      low = Math.min(low, grid[0]);
      high = Math.max(high, grid[QuantileGrid.SIZE - 1]);
    }
    for (int round = 0; round < ROUNDS; round++) {
      double middle = (low + high) / 2;
      double below = 0;
      for (int g = 0; g < grids.length; g++) {
        below += weights[g] * below(grids[g], middle);
      }
      low = below < probability ? middle : low;
      high = below < probability ? high : middle;
    }
    return (low + high) / 2;
  }

  /** The share of a grid's distribution below a value, linear between its quantiles. */
  private static double below(double[] grid, double value) {
    if (value < grid[0]) {
      return 0;
    }
    for (int q = 1; q < grid.length; q++) {
      if (value < grid[q]) {
        double share = (value - grid[q - 1]) / (grid[q] - grid[q - 1]);
        double from = QuantileGrid.probability(q - 1);
        return from + share * (QuantileGrid.probability(q) - from);
      }
    }
    return 1;
  }
}
