package io.tiktoktoe.benchmarks.content;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.content.brief.ContentBrief;
import io.tiktoktoe.content.brief.ContentBriefing;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.model.Intervention.ContentSteered;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Next-content briefs carried out in the hard simulated economy (randomised arms with common random
 * numbers): for four weeks a creator makes every content of the brief's type, hours and length, as
 * many as by habit; beside it type and block of hours at random each day, and habit. The simulated
 * contents belong to no platform, so that this part of a brief is not carried out.
 *
 * <p>Arguments: creators of the economy (40), months (14), seed (7), creators that are asked (12).
 */
public final class BriefInEconomy {

  private static final int DAYS = 28;
  private static final int[] DAYS_BEFORE_END = {75, 150};
  private static final String[] TYPES = {"short", "video", "live", "post"};
  private static final int BLOCK = 6;
  private static final double MICRO = 1e6;

  private BriefInEconomy() {}

  /** What one run brought: of the contents of the weeks, and in all from their first day on. */
  private record Outcome(double caused, int contents, double income) {}

  private record Arms(String creator, Outcome habit, Outcome brief, Outcome random, double times) {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    BriefSetting setting = BriefSetting.of(arguments, 14);
    List<Arms> all = new ArrayList<>();
    try (SimulatedContents made = SimulatedContents.of(setting.options())) {
      for (CreatorProfile creator : made.largest(setting.asked())) {
        for (int before : DAYS_BEFORE_END) {
          carryOut(made, made.local(creator), made.end().minusDays(before), setting.seed())
              .ifPresent(all::add);
        }
      }
    }
    report(all);
  }

  private static Optional<Arms> carryOut(
      SimulatedContents made, CreatorProfile creator, LocalDate day, long seed) {
    ContentHistory known = made.history(creator, day);
    Optional<ContentBrief> told =
        ContentBriefing.of(known, BriefSetting.direct(creator, known), creator.zone(), day, 1);
    if (told.isEmpty()) {
      return Optional.empty();
    }
    ContentBrief brief = told.get();
    LocalDate from = day.plusDays(1);
    CreatorEconomy economy = made.economy().restrictedTo(creator.creator());
    CreatorEconomy byBrief =
        economy.with(
            new ContentSteered(
                creator.creator(),
                brief.type().label(),
                brief.fromHour(),
                brief.toHour(),
                brief.shortestMs(),
                brief.longestMs(),
                from,
                from.plusDays(DAYS)));
    CreatorEconomy byChance = byChance(economy, creator.creator(), from, seed);
    Arms arms =
        new Arms(
            creator.creator(),
            outcome(economy, creator, from),
            outcome(byBrief, creator, from),
            outcome(byChance, creator, from),
            brief.times());
    System.out.printf(
        Locale.ROOT,
        "%s, %s: %s at %d-%d h; caused USD by %d contents: habit %.0f, brief %.0f, random %.0f;"
            + " income %.0f, %+.0f, %+.0f%n",
        creator.creator(),
        day,
        brief.type().label(),
        brief.fromHour(),
        brief.toHour(),
        arms.habit.contents,
        arms.habit.caused,
        arms.brief.caused,
        arms.random.caused,
        arms.habit.income,
        arms.brief.income - arms.habit.income,
        arms.random.income - arms.habit.income);
    return arms.habit.contents > 0 && arms.habit.caused > 0 ? Optional.of(arms) : Optional.empty();
  }

  private static CreatorEconomy byChance(
      CreatorEconomy economy, String creator, LocalDate from, long seed) {
    SplittableRandom random = new SplittableRandom(seed + from.toEpochDay());
    CreatorEconomy changed = economy;
    for (int day = 0; day < DAYS; day++) {
      int hour = BLOCK * random.nextInt(24 / BLOCK);
      changed =
          changed.with(
              new ContentSteered(
                  creator,
                  TYPES[random.nextInt(TYPES.length)],
                  hour,
                  hour + BLOCK,
                  0,
                  Long.MAX_VALUE,
                  from.plusDays(day),
                  from.plusDays(day + 1L)));
    }
    return changed;
  }

  private static Outcome outcome(CreatorEconomy economy, CreatorProfile creator, LocalDate from) {
    Instant begin = from.atStartOfDay(creator.zone()).toInstant();
    Instant end = from.plusDays(DAYS).atStartOfDay(creator.zone()).toInstant();
    double[] sums = new double[3];
    economy.run(
        event -> {},
        fact -> {
          if (fact instanceof TruthRecord.Ledger row && !row.day().isBefore(from)) {
            sums[2] += economy.microUsd(row) / MICRO;
          } else if (fact instanceof TruthRecord.Content one
              && !one.published().isBefore(begin)
              && one.published().isBefore(end)) {
            sums[0] += BriefSetting.caused(one) / MICRO;
            sums[1]++;
          }
        },
        Progress.SILENT);
    return new Outcome(sums[0], (int) sums[1], sums[2]);
  }

  private static void report(List<Arms> all) {
    System.out.printf("%d briefs carried out for %d days%n", all.size(), DAYS);
    ratio("contents of the brief, caused value over habit's", all, one -> one.brief.caused);
    ratio("contents at random over habit's", all, one -> one.random.caused);
    print(
        "contents of the brief over habit's, a content, each brief alike",
        byCreator(all, one -> each(one.brief, one.habit)));
    print(
        "contents at random over habit's, a content, each alike",
        byCreator(all, one -> each(one.random, one.habit)));
    print("told by the briefs (times)", byCreator(all, one -> one.times));
    print(
        "income from the first day on, brief over habit, each alike",
        byCreator(all, one -> one.brief.income / one.habit.income));
    print(
        "income, random over habit, each alike",
        byCreator(all, one -> one.random.income / one.habit.income));
  }

  private static double each(Outcome arm, Outcome habit) {
    return arm.contents == 0 ? 0 : arm.caused / arm.contents / (habit.caused / habit.contents);
  }

  /** Means of each creator: the briefs of one are no independent witnesses. */
  private static double[] byCreator(List<Arms> all, ToDoubleFunction<Arms> figure) {
    return all.stream()
        .collect(
            Collectors.groupingBy(Arms::creator, TreeMap::new, Collectors.averagingDouble(figure)))
        .values()
        .stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** Sum over sum: creators count by their income. */
  private static void ratio(String what, List<Arms> all, ToDoubleFunction<Arms> arm) {
    double[] arms = byCreator(all, arm);
    double[] habits = byCreator(all, one -> one.habit.caused);
    double value = Arrays.stream(arms).sum() / Arrays.stream(habits).sum();
    line(what, value, BriefSetting.ofRatio(arms, habits));
  }

  private static void print(String what, double[] values) {
    double value = Arrays.stream(values).average().orElse(Double.NaN);
    line(what, value, BriefSetting.ofMean(values));
  }

  private static void line(String what, double value, Interval interval) {
    System.out.printf(
        Locale.ROOT, "%-66s %.3f (%.3f to %.3f)%n", what, value, interval.lo(), interval.hi());
  }
}
