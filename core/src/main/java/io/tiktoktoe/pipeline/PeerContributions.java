package io.tiktoktoe.pipeline;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.pipeline.insight.ActivitySink;
import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.pipeline.insight.AnalyticsStream;
import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.pipeline.insight.PeerBenchmark;
import io.tiktoktoe.pipeline.insight.PersonAct;
import io.tiktoktoe.pipeline.insight.PersonEvent;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import io.tiktoktoe.privacy.release.ContributionSource;
import io.tiktoktoe.privacy.release.Contributions;
import io.tiktoktoe.privacy.release.ProtectedRelease;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Creators by views and tips per thousand views. A fan counts for one creator alone, the one
 * watched most: with or without the fan that creator may stand in another cell, so two cells change
 * by one and no more; the release is bounded by two cells. Adding or removing a creator's own row
 * changes one.
 */
final class PeerContributions implements ContributionSource, ActivitySink {

  private static final String NAME = "tips per thousand views";

  /** Upper ends of groups by views. */
  private static final long[] VIEWS = {100, 1_000, 10_000, Long.MAX_VALUE};

  /** Upper ends of cells, US cents of tips per thousand views. */
  private static final long[] TIPS = {0, 100, 1_000, 3_000, 10_000, 30_000, 100_000};

  /** A fan moves a creator from one cell to another. */
  private static final int CELLS_OF_A_FAN = 2;

  /** Creators of a fan that are told apart. */
  private static final int MOST_CREATORS = 1_000;

  private final AnalyticsStream stream;
  private final Map<Long, long[]> creators = new HashMap<>();
  private final Map<Long, Map<Long, long[]>> shared = new HashMap<>();
  private Map<Long, long[]> fan = new HashMap<>();

  PeerContributions(AnalyticsStream stream) {
    this.stream = stream;
  }

  static ReleaseRequest question(AnalyticsConfig config) {
    return new ReleaseRequest(
        config.account(),
        config.data(),
        config.period(),
        config.budget(),
        List.of(
            Statistic.of(
                    NAME,
                    new Measure.People(),
                    new Partitions.Known(cells()),
                    ContributionBounds.people(CELLS_OF_A_FAN))
                .withExpected(100)));
  }

  private static List<String> cells() {
    List<String> cells = new ArrayList<>();
    for (int group = 0; group < VIEWS.length; group++) {
      for (int at = 0; at <= TIPS.length; at++) {
        cells.add(label(group, at));
      }
    }
    return cells;
  }

  private static String label(int group, int at) {
    return "views " + group + " tips " + at;
  }

  /** The place of an amount of cents per thousand views among the cells. */
  static int cell(double centsPerThousand) {
    int at = 0;
    while (at < TIPS.length && centsPerThousand > TIPS[at]) {
      at++;
    }
    return at;
  }

  static PeerBenchmark benchmark(ProtectedRelease release, AnalyticsConfig config) {
    List<NoisyNumber> numbers =
        release.statistic(NAME).numbers().stream().map(NoisyNumber::of).toList();
    int width = TIPS.length + 1;
    List<PeerBenchmark.Group> groups = new ArrayList<>();
    for (int group = 0; group < VIEWS.length; group++) {
      groups.add(
          new PeerBenchmark.Group(
              VIEWS[group], numbers.subList(group * width, (group + 1) * width)));
    }
    return new PeerBenchmark(config.period(), groups, release.isRepeated());
  }

  @Override
  public Contributions read(Statistic statistic) {
    stream.activity(this);
    shared.values().forEach(this::give);
    Contributions rows = new Contributions();
    creators.forEach(
        (creator, sums) -> {
          int group = 0;
          while (sums[0] > VIEWS[group]) {
            group++;
          }
          int at = cell(1_000.0 * sums[1] / Math.max(1, sums[0]));
          rows.add(creator, rows.partition(label(group, at)), 1, 1);
        });
    return rows;
  }

  @Override
  public void event(PersonEvent event) {
    boolean tip = event.act() == PersonAct.PAYMENT && event.stream() == Stream.TIPS;
    if (tip || event.act() == PersonAct.VIEW) {
      add(fan, event.creator(), tip ? 0 : event.times(), tip ? Math.max(0, event.amount()) : 0);
    }
  }

  private static void add(Map<Long, long[]> sums, long creator, long views, long tips) {
    if (sums.size() < MOST_CREATORS || sums.containsKey(creator)) {
      long[] sum = sums.computeIfAbsent(creator, key -> new long[2]);
      sum[0] += views;
      sum[1] += tips;
    }
  }

  @Override
  public void endOfAccount(long person, boolean more) {
    if (more) {
      Map<Long, long[]> all = shared.computeIfAbsent(person, key -> new HashMap<>());
      fan.forEach((creator, sum) -> add(all, creator, sum[0], sum[1]));
    } else {
      give(fan);
    }
    fan = new HashMap<>();
  }

  /** All that a fan did for the creator watched most. */
  private void give(Map<Long, long[]> sums) {
    sums.entrySet().stream()
        .max(
            Map.Entry.<Long, long[]>comparingByValue(
                    (a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]))
                .thenComparing(Map.Entry.comparingByKey()))
        .ifPresent(
            most -> {
              long[] sum = creators.computeIfAbsent(most.getKey(), key -> new long[2]);
              sum[0] += most.getValue()[0];
              sum[1] += most.getValue()[1];
            });
  }
}
