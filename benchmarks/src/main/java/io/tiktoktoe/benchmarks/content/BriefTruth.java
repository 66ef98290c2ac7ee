package io.tiktoktoe.benchmarks.content;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.content.brief.ContentBrief;
import io.tiktoktoe.content.brief.ContentBriefing;
import io.tiktoktoe.content.brief.HomePlatforms;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.RankCorrelation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Back-casts of next-content briefs in the hard simulated economy: a brief is made on past days
 * from what was known then, and the contents of the following 60 days that match it are held beside
 * those that do not, by what they truly caused. The simulation cannot publish a content that its
 * creators did not choose, so briefs are not executed: what matches was made for reasons of its
 * own.
 *
 * <p>Arguments: creators of the economy (40), months (20), seed (7), creators that are asked (12).
 */
public final class BriefTruth {

  private static final int FOLLOWING = 60;
  private static final int[] DAYS_BEFORE_END = {75, 135, 195, 255};

  private BriefTruth() {}

  /**
   * One content that followed a brief: how far it matches and what it is worth beside the usual.
   */
  private record Followed(boolean stage, boolean matches, double relative) {}

  private static final class Tally {
    private final List<Followed> followed = new ArrayList<>();
    private final List<Double> correlations = new ArrayList<>();
    private final List<Double> topFifths = new ArrayList<>();
    private int briefs;
    private int inSpread;
    private int told;
    private int below;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    BriefSetting setting = BriefSetting.of(arguments, 20);
    Tally tally = new Tally();
    try (SimulatedContents economy = SimulatedContents.of(setting.options())) {
      for (CreatorProfile creator : economy.largest(setting.asked())) {
        ContentHistory all = economy.history(creator, economy.end());
        double[] direct = BriefSetting.direct(creator, all);
        for (int before : DAYS_BEFORE_END) {
          follow(economy, creator, economy.end().minusDays(before), all, direct, tally);
        }
      }
    }
    print(tally, setting.asked());
  }

  private static void follow(
      SimulatedContents economy,
      CreatorProfile creator,
      LocalDate day,
      ContentHistory all,
      double[] direct,
      Tally tally) {
    ContentHistory known = economy.history(creator, day);
    Optional<ContentBriefing> briefing =
        ContentBriefing.learned(known, BriefSetting.direct(creator, known), creator.zone());
    if (briefing.isEmpty()) {
      return;
    }
    ContentBrief brief = briefing.get().brief(day, 1);
    Map<String, TruthRecord.Content> truth = economy.truth(creator);
    Map<String, String> homes = HomePlatforms.of(all);
    Instant from = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = from.plus(Duration.ofDays(FOLLOWING));
    List<double[]> rows = new ArrayList<>();
    for (int place = 0; place < all.contents().size(); place++) {
      CreatorContent one = all.contents().get(place);
      TruthRecord.Content fact = truth.get(one.id());
      String home = homes.getOrDefault(one.id(), "");
      if (fact != null && !one.published().isBefore(from) && one.published().isBefore(to)) {
        boolean stage = one.kind() == brief.type() && home.equals(brief.platform());
        rows.add(
            new double[] {
              briefing.get().expected(one, home),
              BriefSetting.caused(fact),
              stage ? 1 : 0,
              stage && (atHour(one, brief) || ofLength(one, brief)) ? 1 : 0
            });
        if (stage) {
          tally.told++;
          tally.inSpread += brief.spread().contains(direct[place]) ? 1 : 0;
          tally.below += direct[place] < brief.spread().lo() ? 1 : 0;
        }
      }
    }
    count(rows, tally);
  }

  private static boolean atHour(CreatorContent one, ContentBrief brief) {
    int hour = one.published().atZone(ZoneOffset.UTC).getHour();
    return hour >= brief.fromHour() && hour < brief.toHour();
  }

  private static boolean ofLength(CreatorContent one, ContentBrief brief) {
    return one.durationMs() >= brief.shortestMs() && one.durationMs() <= brief.longestMs();
  }

  private static void count(List<double[]> rows, Tally tally) {
    double mean = rows.stream().mapToDouble(row -> row[1]).average().orElse(0);
    if (rows.size() < 10 || mean <= 0) {
      return;
    }
    tally.briefs++;
    tally.correlations.add(
        RankCorrelation.spearman(
            rows.stream().mapToDouble(row -> row[0]).toArray(),
            rows.stream().mapToDouble(row -> row[1]).toArray()));
    List<double[]> best =
        rows.stream()
            .sorted(Comparator.comparingDouble((double[] row) -> -row[0]))
            .limit(Math.max(1, rows.size() / 5))
            .toList();
    tally.topFifths.add(best.stream().mapToDouble(row -> row[1]).average().orElse(0) / mean);
    rows.forEach(row -> tally.followed.add(new Followed(row[2] > 0, row[3] > 0, row[1] / mean)));
  }

  private static void print(Tally tally, int asked) {
    System.out.printf(
        "%d briefs of %d creators, %d contents in the 60 days after them%n",
        tally.briefs, asked, tally.followed.size());
    System.out.printf(
        "rank correlation of expected and true value %s%n", interval(tally.correlations));
    System.out.printf(
        "the fifth of which most was expected brings %s of what the creator's contents bring (habit"
            + " = 1)%n",
        interval(tally.topFifths));
    print(
        "type and platform of the brief", tally.followed.stream().filter(Followed::stage).toList());
    print("and its hours or length", tally.followed.stream().filter(Followed::matches).toList());
    print("others", tally.followed.stream().filter(one -> !one.stage()).toList());
    System.out.printf(
        "direct value within the brief's spread: %d of %d of its type and platform (95%% wanted),"
            + " %d below%n",
        tally.inSpread, tally.told, tally.below);
  }

  private static void print(String what, List<Followed> followed) {
    System.out.printf(
        "%-32s %4d contents, %s of the creator's mean%n",
        what, followed.size(), interval(followed.stream().map(Followed::relative).toList()));
  }

  private static String interval(List<Double> values) {
    if (values.isEmpty()) {
      return "none";
    }
    double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
    Interval interval = BriefSetting.ofMean(all);
    return "%.2f (%.2f to %.2f)"
        .formatted(
            values.stream().mapToDouble(Double::doubleValue).average().orElse(0),
            interval.lo(),
            interval.hi());
  }
}
