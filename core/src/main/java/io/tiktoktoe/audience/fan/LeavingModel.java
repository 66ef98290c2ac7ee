package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.AudienceFacts;
import io.tiktoktoe.audience.insight.AudienceFacts.FailedRenewal;
import io.tiktoktoe.audience.insight.AudienceFacts.SubscriptionSpell;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanDay;
import io.tiktoktoe.audience.insight.FanRate;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.audience.insight.LeavingOutlook;
import io.tiktoktoe.audience.insight.LeavingOutlook.Method;
import io.tiktoktoe.audience.insight.LeavingReason;
import io.tiktoktoe.audience.insight.PastPeriod;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hazard of leaving: a discrete-time hazard model (logistic regression on person-period rows;
 * Allison 1982) with observed covariates. Newer periods count more, and its level follows the last
 * periods, since how many come back changes for all at once. It is tried on the last period before
 * it learns from it.
 */
public final class LeavingModel {

  /** Fewer leavers or stayers than these tell no fans apart. */
  private static final int LEAST_OUTCOMES = 20;

  private static final double RIDGE = 2;

  /** A period three months back counts half. */
  private static final double MEMORY_DAYS = 90;

  private static final int GROUPS = 10;
  private static final double NOTABLE = 0.05;
  private static final int MOST_REASONS = 3;

  private final AudienceSegments audience;
  private final Optional<Fitted> fitted;
  private final double baseRate;
  private final LeavingOutlook outlook;
  private final double[] risks;

  private record Fitted(LogisticFit fit, LeavingLevel level) {

    double risk(double[] x) {
      return level.probability(fit.score(x));
    }
  }

  private LeavingModel(AudienceSegments audience) {
    this.audience = audience;
    List<PastPeriod> past = audience.past();
    long rows = past.stream().mapToLong(PastPeriod::rows).sum();
    this.fitted = fit(past);
    PastPeriod last = past.isEmpty() ? null : past.getLast();
    double observed = last == null ? Double.NaN : (double) last.left() / last.atRisk();
    this.baseRate = last == null ? Double.NaN : (last.left() + 0.5) / (last.atRisk() + 1.0);
    this.risks = foretell();
    double error = last == null ? Double.NaN : tried(past.subList(0, past.size() - 1), last);
    Method method =
        fitted.isPresent() ? Method.HAZARD : last == null ? Method.NONE : Method.BASE_RATE;
    this.outlook =
        new LeavingOutlook(
            method,
            atRisk(),
            method == Method.NONE
                ? Double.NaN
                : Arrays.stream(risks).filter(risk -> !Double.isNaN(risk)).sum(),
            observed,
            error,
            past.size(),
            rows);
  }

  /** Learns from an audience's past and foretells who leaves. */
  public static LeavingModel of(AudienceSegments audience) {
    return new LeavingModel(audience);
  }

  private int atRisk() {
    int count = 0;
    for (int fan = 0; fan < audience.fans().size(); fan++) {
      count += isAtRisk(fan) ? 1 : 0;
    }
    return count;
  }

  private boolean isAtRisk(int fan) {
    int last = audience.fans().day(FanDay.LAST_ACTIVE, fan);
    return last != FanTable.NEVER && last >= audience.fans().end() - PastPeriod.DAYS;
  }

  /** How many will leave, and how well that could be told before. */
  public LeavingOutlook outlook() {
    return outlook;
  }

  /** Each fan's probability of leaving; NaN for who was not active in the period before. */
  public double[] risks() {
    return risks;
  }

  private double[] foretell() {
    FanTable fans = audience.fans();
    double[] told = new double[fans.size()];
    Holders holders = Holders.on(audience.facts(), fans.end());
    double[] x = new double[LeavingFeatures.count()];
    for (int fan = 0; fan < told.length; fan++) {
      if (!isAtRisk(fan)) {
        told[fan] = Double.NaN;
      } else if (fitted.isEmpty()) {
        told[fan] = baseRate;
      } else {
        LeavingFeatures.fill(known(fan, holders), x);
        told[fan] = fitted.get().risk(x);
      }
    }
    return told;
  }

  private LeavingFeatures.Known known(int fan, Holders holders) {
    FanTable fans = audience.fans();
    return new LeavingFeatures.Known(
        fans.recency(fan),
        fans.end() - 1.0 - fans.day(FanDay.FIRST_ACTIVE, fan),
        fans.rate(FanRate.ACTIVE_DAYS, fan),
        fans.rate(FanRate.RECENT_DAYS, fan),
        fans.rate(FanRate.INTERACTIONS, fan),
        fans.count(FanCount.ACTIVE_DAYS, fan),
        fans.count(FanCount.PURCHASE_DAYS, fan),
        holders.subscribed().get(fan),
        holders.failed().get(fan));
  }

  /** The 95% interval of a fan's risk. */
  public Interval interval(int fan) {
    if (fitted.isEmpty() || !isAtRisk(fan)) {
      return new Interval(0, 1, Interval.WIDE);
    }
    double[] x = covariates(fan);
    LogisticFit fit = fitted.get().fit();
    LeavingLevel level = fitted.get().level();
    double error = Math.sqrt(fit.error(x) * fit.error(x) + level.variance());
    return Interval.normal(fit.score(x) + level.mean(), error, Interval.WIDE)
        .map(LogisticFit::sigmoid);
  }

  private double[] covariates(int fan) {
    double[] x = new double[LeavingFeatures.count()];
    LeavingFeatures.fill(known(fan, Holders.on(audience.facts(), audience.fans().end())), x);
    return x;
  }

  /** Why a fan's risk is above what is usual, the strongest reason first. */
  public List<LeavingReason> reasons(int fan) {
    if (fitted.isEmpty() || !isAtRisk(fan)) {
      return List.of();
    }
    double[] moved = fitted.get().fit().contributions(covariates(fan));
    Map<LeavingReason, Double> sums = new EnumMap<>(LeavingReason.class);
    for (int i = 1; i < moved.length; i++) {
      sums.merge(LeavingFeatures.REASONS.get(i), moved[i], Double::sum);
    }
    return sums.entrySet().stream()
        .filter(entry -> entry.getValue() > NOTABLE)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_REASONS)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Expected calibration error on a period of what the periods before it taught. */
  private double tried(List<PastPeriod> before, PastPeriod period) {
    Optional<Fitted> learned = fit(before);
    if (learned.isEmpty()) {
      return Double.NaN;
    }
    double[] told = told(learned.get(), period);
    return Calibration.error(told, left(period), GROUPS);
  }

  private double[] told(Fitted model, PastPeriod period) {
    Holders holders = Holders.on(audience.facts(), period.start());
    double[] x = new double[LeavingFeatures.count()];
    double[] told = new double[period.rows()];
    for (int row = 0; row < told.length; row++) {
      LeavingFeatures.fill(known(period, row, holders), x);
      told[row] = model.risk(x);
    }
    return told;
  }

  private static boolean[] left(PastPeriod period) {
    boolean[] left = new boolean[period.rows()];
    for (int row = 0; row < left.length; row++) {
      left[row] = !period.stayed()[row];
    }
    return left;
  }

  private Optional<Fitted> fit(List<PastPeriod> periods) {
    int size = periods.stream().mapToInt(PastPeriod::rows).sum();
    int width = LeavingFeatures.count();
    double[] x = new double[size * width];
    boolean[] outcomes = new boolean[size];
    double[] weights = new double[size];
    double[] one = new double[width];
    int at = 0;
    int leavers = 0;
    for (PastPeriod period : periods) {
      Holders holders = Holders.on(audience.facts(), period.start());
      double age = audience.fans().end() - period.start();
      for (int row = 0; row < period.rows(); row++) {
        LeavingFeatures.fill(known(period, row, holders), one);
        System.arraycopy(one, 0, x, at * width, width);
        outcomes[at] = !period.stayed()[row];
        leavers += outcomes[at] ? 1 : 0;
        weights[at++] = Math.pow(0.5, age / MEMORY_DAYS);
      }
    }
    if (leavers < LEAST_OUTCOMES || size - leavers < LEAST_OUTCOMES) {
      return Optional.empty();
    }
    LogisticFit fit =
        LogisticFit.of(new LogisticFit.Rows(size, width, x, outcomes, weights), RIDGE);
    return Optional.of(new Fitted(fit, level(fit, periods)));
  }

  private LeavingLevel level(LogisticFit fit, List<PastPeriod> periods) {
    List<Calibration.Offset> offsets = new ArrayList<>();
    for (PastPeriod period : periods) {
      double[] scores = new double[period.rows()];
      Holders holders = Holders.on(audience.facts(), period.start());
      double[] x = new double[LeavingFeatures.count()];
      for (int row = 0; row < scores.length; row++) {
        LeavingFeatures.fill(known(period, row, holders), x);
        scores[row] = fit.score(x);
      }
      offsets.add(Calibration.offset(scores, left(period)));
    }
    return LeavingLevel.of(offsets);
  }

  private static LeavingFeatures.Known known(PastPeriod period, int row, Holders holders) {
    int fan = period.fan()[row];
    return new LeavingFeatures.Known(
        period.recency()[row],
        period.tenure()[row],
        period.rate()[row],
        period.recent()[row],
        period.interactions()[row],
        period.activeDays()[row],
        period.purchases()[row],
        holders.subscribed().get(fan),
        holders.failed().get(fan));
  }

  /** Who held a subscription on a day, and whose payment had failed in the period before. */
  private record Holders(BitSet subscribed, BitSet failed) {

    static Holders on(AudienceFacts facts, int day) {
      BitSet subscribed = new BitSet();
      BitSet failed = new BitSet();
      for (SubscriptionSpell spell : facts.spells()) {
        if (spell.runsOn(day)) {
          subscribed.set(spell.fan());
        }
      }
      for (FailedRenewal failure : facts.failures()) {
        if (failure.day() < day && failure.day() >= day - PastPeriod.DAYS) {
          failed.set(failure.fan());
        }
      }
      return new Holders(subscribed, failed);
    }
  }

  /** The fans who are likelier to leave than usual, those with the most at stake first. */
  public List<Integer> shortlist(double[] values, int most) {
    List<Integer> all = new ArrayList<>();
    for (int fan = 0; fan < risks.length; fan++) {
      if (risks[fan] > baseRate && values[fan] > 0) {
        all.add(fan);
      }
    }
    return all.stream()
        .sorted(
            Comparator.comparingDouble((Integer fan) -> -risks[fan] * values[fan])
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }
}
