package io.tiktoktoe.audience.insight;

/**
 * One period of {@value #DAYS} days in the past (person-period data): who was at risk of leaving at
 * its start, what was known of them then, and who was seen again. Columns by row.
 *
 * @param start its first day, days since 1970
 * @param atRisk how many were active in the {@value #DAYS} days before
 * @param left how many of them did nothing in the period
 * @param fan who, by number: all of them, or a sample
 * @param recency days since the last action
 * @param tenure days since the first
 * @param rate decayed active days, see {@link FanRate#ACTIVE_DAYS}
 * @param recent the same with a quarter of the half-life
 * @param interactions decayed likes, comments and shares
 * @param activeDays days with an action so far
 * @param purchases days with a purchase so far
 * @param stayed who was seen in the period
 */
public record PastPeriod(
    int start,
    int atRisk,
    int left,
    int[] fan,
    float[] recency,
    float[] tenure,
    float[] rate,
    float[] recent,
    float[] interactions,
    float[] activeDays,
    float[] purchases,
    boolean[] stayed) {

  /** Days of a period. */
  public static final int DAYS = 30;

  /** How many rows. */
  public int rows() {
    return fan.length;
  }
}
