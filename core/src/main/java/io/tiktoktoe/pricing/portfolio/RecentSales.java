package io.tiktoktoe.pricing.portfolio;

/**
 * What a product sold lately and what came back (sales and returns). Amounts in the unit of the
 * prices.
 *
 * @param days over which was counted, at least 1
 * @param buyers new buyers: orders, and subscriptions that began, gifts and trials apart; a person
 *     once a day
 * @param repeats sales beyond the first of a person and day, which do not count as buyers
 * @param gross all that was paid, renewals and gifts too
 * @param fees of it that platform and payment took
 * @param taxes of it
 * @param returned paid back, chargebacks too; may be more than the gross
 * @param returns how many payments came back
 * @param payments how many there were
 * @param subscribers who pay now
 * @param ended subscriptions that ended
 */
public record RecentSales(
    int days,
    double buyers,
    double repeats,
    double gross,
    double fees,
    double taxes,
    double returned,
    double returns,
    double payments,
    double subscribers,
    double ended) {

  /** Nothing sold. */
  public static RecentSales none(int days) {
    return new RecentSales(days, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Share of the gross that fees take; within 0 and .9. */
  public double feeShare() {
    return gross > 0 ? Math.clamp(fees / gross, 0, .9) : 0;
  }

  /** Share of the gross that taxes take; within 0 and what fees leave. */
  public double taxShare() {
    return gross > 0 ? Math.clamp(taxes / gross, 0, .95 - feeShare()) : 0;
  }

  /** Whether more came back than was paid. */
  public boolean returnsExceedSales() {
    return returned > gross;
  }

  /** New buyers a day whose money stayed, at least 0. */
  public double dailySales() {
    double kept = gross > 0 ? Math.max(0, 1 - returned / gross) : 0;
    return buyers * kept / days;
  }

  /** Share of payments that came back, drawn to 2% by 20 payments. */
  public double lost() {
    return Math.clamp((returns + .4) / (payments + 20), 0, .95);
  }

  /** Share of subscribers who end within 30 days, drawn to 8% by 20 subscribers. */
  public double monthlyChurn() {
    double months = days / 30.0;
    double exposed = months * (subscribers + ended / 2);
    return Math.clamp((ended + 1.6) / (exposed + 20), 0, 1);
  }
}
