package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.benchmarks.forecast.SimulatedCreator.SparsityClass;
import io.tiktoktoe.benchmarks.forecast.SimulatedCreator.Stream;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.stats.Interval;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Coverage and loss on simulated creators, whose futures are known in law: sparse and dense tips,
 * whales, launches, viral spikes, a step in churn, a drifting and a still level, with 150, 365 or
 * 730 days of history. Each past has 40 continuations.
 *
 * <p>Arguments: the number of creators (default 300), {@code --tune} for the seeds on which choices
 * are made (never those that are reported), {@code --batch} or {@code --joint} for one path alone,
 * {@code --other} for another economy on which no choice was made ({@link OtherEconomy}), {@code
 * --kinds} for tables by law and length of history instead of by sparsity class.
 */
public final class Creators {

  /** Seed of what is reported; no choice was made on it. */
  private static final long REPORT = 20_261_126;

  /** Seed of what choices are made on. */
  private static final long TUNE = 5;

  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);
  private static final Instant THROUGH = Instant.parse("2026-01-01T00:00:00Z");

  private Creators() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    List<String> wanted = List.of(arguments);
    int count =
        wanted.stream()
            .filter(word -> !word.startsWith("--"))
            .findFirst()
            .map(Integer::parseInt)
            .orElse(300);
    boolean tune = wanted.contains("--tune");
    boolean other = wanted.contains("--other");
    List<SimulatedCreator> creators =
        other ? OtherEconomy.of(count, REPORT) : SimulatedCreator.of(count, tune ? TUNE : REPORT);
    System.out.printf(
        "%d simulated creators with %d streams, seeds for %s%n",
        count,
        creators.getFirst().streams().size(),
        other ? "the report, another economy" : tune ? "choices" : "the report");
    Function<Stream, String> group =
        wanted.contains("--kinds")
            ? stream -> "%s, %d days".formatted(stream.kind(), stream.history().length())
            : stream -> stream.sparsity().label();
    if (!wanted.contains("--batch")) {
      joint(creators, group);
    }
    if (!wanted.contains("--joint")) {
      batch(creators, group);
    }
  }

  private static void joint(List<SimulatedCreator> creators, Function<Stream, String> group) {
    Holding steps = new Holding();
    Holding sums = new Holding();
    long start = System.nanoTime();
    List<Predictions> all =
        IntStream.range(0, creators.size())
            .parallel()
            .mapToObj(at -> predictions(creators.get(at), at))
            .toList();
    for (int at = 0; at < all.size(); at++) {
      SimulatedCreator creator = creators.get(at);
      for (int s = 0; s < creator.streams().size(); s++) {
        Stream stream = creator.streams().get(s);
        check(all.get(at).series().get(s), stream.futures(), group.apply(stream), steps, sums);
      }
      check(all.get(at).total(), creator.totals(), SparsityClass.TOTAL.label(), steps, sums);
    }
    System.out.printf("joint path, %.0f s%n", (System.nanoTime() - start) / 1e9);
    steps.print("Joint path, single days");
    sums.print("Joint path, sums over the horizon");
  }

  private static Predictions predictions(SimulatedCreator creator, long seed) {
    List<Series> histories = creator.streams().stream().map(Stream::history).toList();
    return PredictiveAnalyticsEngine.generatePredictions(
        new HistoricalMetrics(START, Granularity.DAY, histories, true),
        PredictionContext.daily(THROUGH, seed));
  }

  private static void check(
      Forecast forecast, double[][] futures, String group, Holding steps, Holding sums) {
    SamplePaths paths = forecast.paths();
    int from = 0;
    for (int i = 0; i < Holding.HORIZONS.length; i++) {
      int to = Holding.HORIZONS[i];
      double[] held = new double[2];
      for (int h = from; h < to; h++) {
        double[] draws = sorted(paths.at(h));
        Outlook outlook = forecast.steps().get(h);
        for (double[] future : futures) {
          add(held, future[h], outlook, draws, (double) futures.length * (to - from));
        }
      }
      steps.add(group, i, held[0], held[1]);
      double[] draws = sorted(paths.sums(to));
      Outlook sum = forecast.horizons().get(i).sum();
      double[] heldSums = new double[2];
      for (double[] future : futures) {
        double actual = Arrays.stream(future, 0, to).sum();
        add(heldSums, actual, sum, draws, futures.length);
      }
      sums.add(group, i, heldSums[0], heldSums[1]);
      from = to;
    }
  }

  private static double[] sorted(double[] draws) {
    Arrays.sort(draws);
    return draws;
  }

  /** By the band; an outcome that ties with draws by the share of its probabilities inside. */
  static void add(double[] held, double actual, Outlook outlook, double[] draws, double all) {
    Tie tie = Tie.in(draws, actual);
    boolean tied = tie.through() > tie.below();
    held[0] += (tied ? tie.inside(0.68) : contains(outlook.band68(), actual)) / all;
    held[1] += (tied ? tie.inside(0.95) : contains(outlook.band95(), actual)) / all;
  }

  private static double contains(Interval band, double actual) {
    return band.contains(actual) ? 1 : 0;
  }

  private static void batch(List<SimulatedCreator> creators, Function<Stream, String> group) {
    List<Stream> streams = creators.stream().flatMap(one -> one.streams().stream()).toList();
    List<Series> histories = streams.stream().map(Stream::history).toList();
    long start = System.nanoTime();
    List<QuantileForecast> forecasts = PredictiveAnalyticsEngine.forecastAll(histories, options());
    System.out.printf("batch path, %.0f s%n", (System.nanoTime() - start) / 1e9);
    Holding steps = new Holding();
    for (int s = 0; s < streams.size(); s++) {
      check(forecasts.get(s), streams.get(s), group.apply(streams.get(s)), steps);
    }
    steps.print("Batch path, single days");
    BankLoss.print(streams, forecasts, options());
  }

  private static BatchOptions options() {
    return BatchOptions.of(SimulatedCreator.AHEAD, Granularity.DAY.periods()).withThreads(2);
  }

  private static void check(QuantileForecast forecast, Stream stream, String group, Holding steps) {
    int from = 0;
    for (int i = 0; i < Holding.HORIZONS.length; i++) {
      int to = Holding.HORIZONS[i];
      double[] held = new double[2];
      for (int h = from; h < to; h++) {
        double[] quantiles = Tie.quantiles(forecast, h);
        for (double[] future : stream.futures()) {
          Tie tie = Tie.inQuantiles(quantiles, future[h]);
          double share = 1.0 / stream.futures().length / (to - from);
          held[0] += share * tie.inside(0.68);
          held[1] += share * tie.inside(0.95);
        }
      }
      steps.add(group, i, held[0], held[1]);
      from = to;
    }
  }
}
