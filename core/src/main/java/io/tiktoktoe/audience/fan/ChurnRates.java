package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.AudienceFacts;
import io.tiktoktoe.audience.insight.AudienceFacts.SubscriptionSpell;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.ChurnLine;
import io.tiktoktoe.audience.insight.ChurnLine.Kind;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.audience.insight.PastPeriod;
import io.tiktoktoe.metric.SubscriptionDays;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.stats.CountTests;
import io.tiktoktoe.stats.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Churn of subscriptions and of use, each with its own denominator: by product and plan, by
 * platform, and all together.
 */
public final class ChurnRates {

  private static final int DAYS = 90;
  private static final double MONTH = 30;
  private static final int MOST_LINES = 8;

  /** Plans with fewer subscription-days tell nothing. */
  private static final double LEAST_DAYS = 90;

  private ChurnRates() {}

  /** Of an audience up to its last day. */
  public static List<ChurnLine> of(AudienceSegments audience) {
    List<ChurnLine> lines = new ArrayList<>(subscriptions(audience));
    lines.addAll(use(audience));
    return lines;
  }

  /** A plan: what is paid for, where, at which price a month. */
  private record Plan(String product, String platform, long monthly) {
    static final Comparator<Plan> ORDER =
        Comparator.comparing(Plan::product)
            .thenComparing(Plan::platform)
            .thenComparing(Plan::monthly);
  }

  private static List<ChurnLine> subscriptions(AudienceSegments audience) {
    Map<Plan, List<SubscriptionMovement>> plans = new TreeMap<>(Plan.ORDER);
    List<SubscriptionMovement> all = new ArrayList<>();
    for (SubscriptionSpell spell : audience.facts().spells()) {
      if (!spell.gifted()) {
        List<SubscriptionMovement> moved = movements(spell);
        all.addAll(moved);
        plans
            .computeIfAbsent(
                new Plan(spell.product(), spell.platform(), spell.monthly()),
                plan -> new ArrayList<>())
            .addAll(moved);
      }
    }
    if (all.isEmpty()) {
      return List.of();
    }
    LocalDate last = audience.fans().through();
    List<ChurnLine> lines = new ArrayList<>();
    lines.add(line(new Plan("all", "", 0), all, last));
    plans.entrySet().stream()
        .map(plan -> line(plan.getKey(), plan.getValue(), last))
        .filter(line -> line.exposure() >= LEAST_DAYS)
        .sorted(Comparator.comparingDouble(ChurnLine::exposure).reversed())
        .limit(MOST_LINES)
        .forEach(lines::add);
    return lines;
  }

  private static List<SubscriptionMovement> movements(SubscriptionSpell spell) {
    List<SubscriptionMovement> moved = new ArrayList<>();
    moved.add(movement(spell.start(), SubscriptionMovement.Kind.NEW, spell.monthly()));
    if (spell.end() != FanTable.NEVER) {
      moved.add(movement(spell.end(), SubscriptionMovement.Kind.CHURN, -spell.monthly()));
    }
    return moved;
  }

  private static SubscriptionMovement movement(
      int day, SubscriptionMovement.Kind kind, long monthly) {
    return new SubscriptionMovement(LocalDate.ofEpochDay(day), kind, 1, 0, monthly);
  }

  private static ChurnLine line(Plan plan, List<SubscriptionMovement> moved, LocalDate last) {
    SubscriptionDays days = SubscriptionDays.between(moved, last.minusDays(DAYS - 1L), last);
    Interval interval =
        days.exposure() > 0
            ? CountTests.poissonRate(days.churns(), days.exposure() / MONTH, Interval.WIDE)
            : new Interval(0, Double.POSITIVE_INFINITY, Interval.WIDE);
    return new ChurnLine(
        Kind.SUBSCRIPTION,
        plan.product(),
        plan.platform(),
        plan.monthly(),
        days.churns(),
        days.exposure(),
        days.rate(MONTH),
        interval);
  }

  private static List<ChurnLine> use(AudienceSegments audience) {
    if (audience.past().isEmpty()) {
      return List.of();
    }
    PastPeriod last = audience.past().getLast();
    List<ChurnLine> lines = new ArrayList<>();
    lines.add(line("all", last.left(), last.atRisk()));
    Map<String, int[]> platforms = new TreeMap<>();
    AudienceFacts facts = audience.facts();
    for (int row = 0; row < last.rows(); row++) {
      int platform = audience.fans().platform()[last.fan()[row]];
      int[] sum =
          platforms.computeIfAbsent(
              platform < 0 ? "" : facts.platforms().get(platform), key -> new int[2]);
      sum[0] += last.stayed()[row] ? 0 : 1;
      sum[1]++;
    }
    platforms.entrySet().stream()
        .map(one -> line(one.getKey(), one.getValue()[0], one.getValue()[1]))
        .sorted(Comparator.comparingDouble(ChurnLine::exposure).reversed())
        .limit(MOST_LINES)
        .forEach(lines::add);
    return lines;
  }

  private static ChurnLine line(String platform, int left, int atRisk) {
    return new ChurnLine(
        Kind.USE,
        platform.equals("all") ? "all" : "use",
        platform.equals("all") ? "" : platform,
        0,
        left,
        atRisk,
        (double) left / atRisk,
        CountTests.share(left, atRisk, Interval.WIDE));
  }
}
