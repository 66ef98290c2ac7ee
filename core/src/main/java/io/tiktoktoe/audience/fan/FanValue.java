package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.AudienceOptions;
import io.tiktoktoe.audience.insight.ValueMetric;
import io.tiktoktoe.stats.Interval;

/**
 * Each fan's value: weighted mean of the ranks in lifetime value, engagement and influence, 0 to 1.
 *
 * @param value by fan
 * @param error standard error of it: how far the ranks may be off
 * @param influence rank of influence by fan
 */
public record FanValue(double[] value, double[] error, double[] influence) {

  /** From the three parts. */
  public static FanValue of(
      FanWorth.Values worth,
      Engagement engagement,
      FanInfluence influence,
      AudienceOptions options) {
    int fans = worth.mean().length;
    double[] value = new double[fans];
    double[] error = new double[fans];
    double z = 2 * Interval.z(Interval.WIDE);
    Ranks lifetimes = Ranks.among(worth.mean());
    double[] influences = Ranks.among(influence.scores()).of(influence.scores());
    double ofLifetime = options.weight(ValueMetric.LIFETIME_VALUE);
    double ofEngagement = options.weight(ValueMetric.ENGAGEMENT_SCORE);
    double ofInfluence = options.weight(ValueMetric.INFLUENCE_SCORE);
    for (int fan = 0; fan < fans; fan++) {
      value[fan] =
          ofLifetime * lifetimes.of(worth.mean()[fan])
              + ofEngagement * engagement.score()[fan]
              + ofInfluence * influences[fan];
      double lifetime = lifetimes.of(worth.hi()[fan]) - lifetimes.of(worth.lo()[fan]);
      double engaged = engagement.hi()[fan] - engagement.lo()[fan];
      error[fan] = Math.hypot(ofLifetime * lifetime, ofEngagement * engaged) / z;
    }
    return new FanValue(value, error, influences);
  }
}
