package io.tiktoktoe.benchmarks.content;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.content.ContentMetrics;
import io.tiktoktoe.content.ContentValueAssessor;
import io.tiktoktoe.content.insight.ContentForecast;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentOptions;
import io.tiktoktoe.content.insight.ContentValuation;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.stats.Quantiles;
import io.tiktoktoe.stats.RankCorrelation;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Final views foretold at the age of a day, beside the views of that day as they are, that day's
 * views times the usual growth, and the mean of contents of the kind. The truth is all views until
 * the economy ends, at least 120 days later.
 *
 * <p>Usage: {@code FirstDayForecast [ECONOMIES [CREATORS [EVENTS]]]}; 2 economies, 2 creators.
 */
public final class FirstDayForecast {

  private static final int ALL = 100_000;
  private static final int LATER_DAYS = 120;
  private static final int EVERY_DAYS = 6;
  private static final int HISTORY_DAYS = 90;

  private final List<double[]> errors = new ArrayList<>();
  private final List<double[]> pairs = new ArrayList<>();
  private int covered;

  private FirstDayForecast() {}

  /** Runs it and prints what was reached. */
  public static void main(String[] arguments) throws IOException {
    int economies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
    int creators = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
    int events = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 120_000;
    FirstDayForecast benchmark = new FirstDayForecast();
    for (int seed = 1; seed <= economies; seed++) {
      EconomyOptions options =
          EconomyOptions.defaults()
              .withCreators(6)
              .withMonths(12)
              .withTargetEvents(events)
              .withSeed(seed);
      try (SimulatedContents made = SimulatedContents.of(options)) {
        for (CreatorProfile creator : made.largest(creators)) {
          benchmark.judge(made, creator);
        }
      }
    }
    benchmark.report();
  }

  private void judge(SimulatedContents made, CreatorProfile creator) {
    LocalDate last = made.end().minusDays(LATER_DAYS);
    for (LocalDate day = made.end().minusDays(365 - HISTORY_DAYS);
        !day.isAfter(last);
        day = day.plusDays(EVERY_DAYS)) {
      ContentHistory history = made.history(creator, day);
      ContentValueAssessor assessor = ContentValueAssessor.of(ContentOptions.defaults());
      ContentMetrics metrics = assessor.metrics(creator, history);
      List<ContentValuation> told =
          assessor.rank(creator, day, metrics, Optional.empty(), ALL).valuations();
      for (ContentValuation one : told) {
        TruthRecord.Content truth = made.truth(creator).get(one.content().id());
        if (truth != null && one.ageDays() >= 1 && one.ageDays() < 2.5) {
          judge(one, truth, told);
        }
      }
    }
  }

  private void judge(ContentValuation one, TruthRecord.Content truth, List<ContentValuation> all) {
    Optional<ContentForecast> forecast = one.forecast();
    if (forecast.isEmpty()) {
      return;
    }
    double views = truth.views() + 0.5;
    double[] alike =
        all.stream()
            .filter(other -> other.ageDays() > 30)
            .filter(other -> other.content().kind() == one.content().kind())
            .mapToDouble(ContentValuation::views)
            .toArray();
    double mean = alike.length > 0 ? Arrays.stream(alike).average().orElse(1) : 1;
    errors.add(
        new double[] {
          Math.abs(forecast.get().finalViews() / views - 1),
          Math.abs(one.views() / views - 1),
          Math.abs(mean / views - 1),
          Math.abs(Math.log((forecast.get().finalViews() + 0.5) / views)),
          Math.abs(Math.log((one.views() + 0.5) / views)),
          Math.abs(Math.log((mean + 0.5) / views))
        });
    pairs.add(new double[] {forecast.get().finalViews(), one.views(), mean, views});
    covered += forecast.get().views().contains(truth.views()) ? 1 : 0;
  }

  private void report() {
    String[] names = {"forecast", "raw count", "mean of the kind"};
    System.out.printf(
        Locale.ROOT,
        "%d contents a day old; %.3f of their 95%% intervals hold the truth%n",
        errors.size(),
        covered / (double) errors.size());
    for (int i = 0; i < names.length; i++) {
      System.out.printf(
          Locale.ROOT,
          "  %-17s median error %.3f, of the logarithm %.3f, rank correlation %.3f%n",
          names[i],
          Quantiles.median(column(errors, i)),
          Quantiles.median(column(errors, 3 + i)),
          RankCorrelation.spearman(column(pairs, i), column(pairs, 3)));
    }
  }

  private static double[] column(List<double[]> rows, int place) {
    return rows.stream().mapToDouble(row -> row[place]).toArray();
  }
}
