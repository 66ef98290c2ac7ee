package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.LeavingReason;
import java.util.List;

/** Covariates of the hazard of leaving: what was known of a fan at the start of a period. */
final class LeavingFeatures {

  /** Half an active day in ten stands in for what is not known of newcomers. */
  private static final double PRIOR_DAYS = 0.5;

  private static final double PRIOR_EXPOSURE = 10;
  private static final double NEWCOMER_DAYS = 30;

  /** Which reason each covariate speaks for; the first is the constant. */
  static final List<LeavingReason> REASONS =
      List.of(
          LeavingReason.SELDOM,
          LeavingReason.SELDOM,
          LeavingReason.SELDOM,
          LeavingReason.LONG_SILENCE,
          LeavingReason.LONG_SILENCE,
          LeavingReason.LONG_SILENCE,
          LeavingReason.FADING,
          LeavingReason.NEW_HERE,
          LeavingReason.NEW_HERE,
          LeavingReason.SELDOM,
          LeavingReason.TAKES_NO_PART,
          LeavingReason.BUYS_LITTLE,
          LeavingReason.NO_SUBSCRIPTION,
          LeavingReason.PAYMENT_FAILED);

  private LeavingFeatures() {}

  /** How many covariates, the constant included. */
  static int count() {
    return REASONS.size();
  }

  /**
   * What is known of one fan.
   *
   * @param recency days since the last action
   * @param tenure days since the first
   * @param rate decayed active days
   * @param recent the same with a quarter of the half-life
   */
  record Known(
      double recency,
      double tenure,
      double rate,
      double recent,
      double interactions,
      double activeDays,
      double purchases,
      boolean subscribed,
      boolean failed) {}

  static void fill(Known fan, double[] into) {
    Engagement.Decay decay = Engagement.Decay.over((int) fan.tenure());
    double often =
        (PRIOR_DAYS + fan.rate() * decay.countFactor()) / (PRIOR_EXPOSURE + decay.exposure());
    double lately = (PRIOR_DAYS + fan.recent()) / (PRIOR_EXPOSURE + Math.min(10, fan.tenure()));
    double log = Math.log(often);
    double silence = Math.log1p(fan.recency());
    into[0] = 1;
    into[1] = log;
    into[2] = log * log;
    into[3] = silence;
    into[4] = Math.log1p(fan.recency() * often);
    into[5] = silence * log;
    into[6] = Math.log(lately / often);
    into[7] = Math.log1p(fan.tenure());
    into[8] = fan.tenure() < NEWCOMER_DAYS ? 1 : 0;
    into[9] = Math.log1p(fan.activeDays());
    into[10] = Math.log1p(fan.interactions());
    into[11] = Math.log1p(fan.purchases());
    into[12] = fan.subscribed() ? 1 : 0;
    into[13] = fan.failed() ? 1 : 0;
  }
}
