package io.tiktoktoe.audience.insight;

/**
 * What some fans brought, booked as all income is: a fan, day (UTC), platform, stream and currency
 * a row. Amounts are minor units of the reporting currency at the rate of the day.
 *
 * @param size rows that count; the arrays may be longer
 * @param fan who, by number; {@link #NOBODY} for what no named fan brought
 * @param day days since 1970, never falling
 * @param platform where, by its place in {@link AudienceFacts#platforms}
 * @param stream ordinal of {@link io.tiktoktoe.metric.Stream}, -1 for one that is not known
 * @param gross what was paid
 * @param net what of it reached the creator, less what went back on this day; may be negative
 * @param sales how many sales
 * @param reversals how many refunds and chargebacks
 */
public record MoneyRows(
    int size,
    int[] fan,
    int[] day,
    int[] platform,
    int[] stream,
    long[] gross,
    long[] net,
    long[] sales,
    long[] reversals) {

  /** Anonymous payers, advertisers, erased fans. */
  public static final int NOBODY = -1;
}
