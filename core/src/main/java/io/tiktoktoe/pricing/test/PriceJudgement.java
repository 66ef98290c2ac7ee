package io.tiktoktoe.pricing.test;

import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import io.tiktoktoe.pricing.insight.PriceVerdict;
import io.tiktoktoe.pricing.insight.PriceVerdict.ArmResult;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.List;

/** What a price test concludes, and whether it was run as it was planned. O(arms). */
public final class PriceJudgement {

  /**
   * Standard errors between how often an arm was shown and how often its chances say: beyond what
   * chance does even when it is looked at all the time.
   */
  private static final double OFF = 5;

  /** With fewer assignments expected the count is no normal variable. */
  private static final double ENOUGH_VARIANCE = 10;

  private PriceJudgement() {}

  /** The verdict now. */
  public static PriceVerdict judge(PriceTestPlan plan, PriceTestState state) {
    List<ArmResult> results = results(plan, state);
    int furthest = 0;
    double most = 0;
    for (int arm = 0; arm < results.size(); arm++) {
      double off = off(state.arms().get(arm));
      if (Math.abs(off) > Math.abs(most)) {
        most = off;
        furthest = arm;
      }
    }
    if (Math.abs(most) > OFF) {
      return new PriceVerdict.SampleRatioMismatch(plan.arms().get(furthest).name(), most, results);
    }
    SurelyMore.Brought control = brought(plan, state, plan.control(), 1);
    double alpha = alphaOfOne(plan);
    boolean keep = true;
    int winner = plan.control();
    for (int arm = 0; arm < results.size(); arm++) {
      if (arm != plan.control()) {
        SurelyMore.Brought other = brought(plan, state, arm, 1);
        keep &= SurelyMore.test(control, other, alpha);
        boolean better = SurelyMore.test(other, control, alpha);
        winner = better && results.get(arm).mean() > results.get(winner).mean() ? arm : winner;
      }
    }
    if (winner != plan.control()) {
      return new PriceVerdict.Better(results.get(winner).arm(), results);
    }
    return keep ? new PriceVerdict.KeepPrice(results) : new PriceVerdict.NotYet(results);
  }

  /** Every other arm is compared with control in both directions. */
  private static double alphaOfOne(PriceTestPlan plan) {
    return plan.alpha() / (2 * (plan.arms().size() - 1));
  }

  /** What came of an arm, taken for so much of it. */
  private static SurelyMore.Brought brought(
      PriceTestPlan plan, PriceTestState state, int arm, double share) {
    PriceTestState.Seen seen = state.arms().get(arm);
    return new SurelyMore.Brought(
        seen.settled(), share * seen.contribution(), share * plan.most(arm));
  }

  private static double off(PriceTestState.Seen seen) {
    return seen.variance() < ENOUGH_VARIANCE
        ? 0
        : (seen.assigned() - seen.expected()) / Math.sqrt(seen.variance());
  }

  private static List<ArmResult> results(PriceTestPlan plan, PriceTestState state) {
    List<Interval> intervals = new ArrayList<>();
    for (int arm = 0; arm < plan.arms().size(); arm++) {
      PriceTestState.Seen seen = state.arms().get(arm);
      intervals.add(
          ConfidenceSequence.of(
                  seen.settled(),
                  seen.contribution() / plan.most(arm),
                  plan.alpha() / plan.arms().size())
              .times(plan.most(arm)));
    }
    boolean[] losing = losing(plan, state);
    List<ArmResult> results = new ArrayList<>();
    for (int arm = 0; arm < intervals.size(); arm++) {
      PriceTestState.Seen seen = state.arms().get(arm);
      results.add(
          new ArmResult(
              plan.arms().get(arm).name(),
              seen.settled(),
              seen.settled() == 0 ? 0 : seen.contribution() / seen.settled(),
              intervals.get(arm),
              seen.capped(),
              losing[arm]));
    }
    return results;
  }

  /** Whether each arm surely brings less than control does without the stop loss. */
  static boolean[] losing(PriceTestPlan plan, PriceTestState state) {
    boolean[] losing = new boolean[plan.arms().size()];
    double share = 1 - plan.stopLoss();
    for (int arm = 0; arm < losing.length; arm++) {
      losing[arm] =
          arm != plan.control()
              && share > 0
              && SurelyMore.test(
                  brought(plan, state, plan.control(), share),
                  brought(plan, state, arm, 1),
                  alphaOfOne(plan));
    }
    return losing;
  }

  /**
   * How many persons each of two arms needs so that a difference is seen with a chance of .8, once
   * and not at all times: what a test needs at least (two-sided test of two means).
   *
   * @param mean contribution per person today, above 0
   * @param deviation standard deviation of it between persons, above 0
   * @param effect smallest share by which it should be told apart, above 0
   * @param alpha chance of a false alarm
   */
  public static long personsPerArm(double mean, double deviation, double effect, double alpha) {
    if (!(mean > 0 && deviation > 0 && effect > 0 && alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "mean (%s), deviation (%s), effect (%s) and alpha (%s) must be above 0, alpha below 1."
              .formatted(mean, deviation, effect, alpha));
    }
    double power = Interval.z(.6);
    double reach = Interval.z(1 - alpha) + power;
    double difference = mean * effect;
    return (long) Math.ceil(2 * Math.pow(reach * deviation / difference, 2));
  }

  /** More persons than anybody has. */
  private static final long MOST_PERSONS = 10_000_000_000L;

  /**
   * How many persons each arm needs so that an arm which brings more by {@code effect} is told from
   * control with a chance of about .8, although one looks all the time: the verdict's own test on
   * what would come, lowered by .84 standard errors.
   *
   * @param ratio persons of the arm for each one of control, above 0: adaptive tests show the
   *     better arm more often
   * @param conversion chance that a person who is shown control buys, in (0, 1)
   * @param effect share by which the arm brings more, above 0
   * @return of control, at most 10,000,000,000
   */
  public static long personsAtAnyTime(
      PriceTestPlan plan, double conversion, double effect, double ratio) {
    if (!(conversion > 0 && conversion < 1 && effect > 0 && ratio > 0)) {
      throw new IllegalArgumentException(
          "conversion (%s) must lie between 0 and 1, effect (%s) and ratio (%s) above 0."
              .formatted(conversion, effect, ratio));
    }
    long high = 2;
    while (high < MOST_PERSONS && !tells(plan, conversion, effect, high, ratio)) {
      high *= 2;
    }
    long low = high / 2;
    while (high - low > Math.max(1, low / 1_000)) {
      long middle = low + (high - low) / 2;
      if (tells(plan, conversion, effect, middle, ratio)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Math.min(high, MOST_PERSONS);
  }

  private static boolean tells(
      PriceTestPlan plan, double conversion, double effect, long count, double ratio) {
    long others = Math.max(1, Math.round(ratio * count));
    double most = plan.most(plan.control());
    double sale = plan.arms().get(plan.control()).contribution();
    double control = conversion * sale;
    double other = Math.min(control * (1 + effect), most);
    double error = sale * Math.sqrt(conversion * (1 - conversion) * (1.0 / count + 1.0 / others));
    double lowered = other - Interval.z(.6) * error;
    return SurelyMore.test(
        new SurelyMore.Brought(others, others * lowered, most),
        new SurelyMore.Brought(count, count * control, most),
        alphaOfOne(plan));
  }
}
