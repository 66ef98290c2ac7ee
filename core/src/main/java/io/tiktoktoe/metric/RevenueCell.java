package io.tiktoktoe.metric;

import io.tiktoktoe.event.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one creator earned in one 15-minute bucket through one stream, platform and audience group,
 * in minor units of one reporting currency. Reversals stand in the bucket in which they happened,
 * not in that of their sale.
 *
 * @param bucket start of the 15-minute UTC bucket
 * @param stream the way of earning
 * @param source the platform that reported it
 * @param country ISO 3166-1 alpha-2, if known
 * @param ageBand such as {@code 18-24}, if known
 * @param gender as reported, if known
 * @param state how final the amounts are
 * @param gross what was paid
 * @param fee what platforms and payment providers kept
 * @param tax what was collected for the state
 * @param refunds what went back willingly, positive
 * @param chargebacks what payers' banks took back, less what was won back; positive
 * @param costs what the account paid its platforms, providers or others; positive
 * @param quantity pieces sold
 * @param count sales
 */
public record RevenueCell(
    Instant bucket,
    Stream stream,
    String source,
    @Nullable String country,
    @Nullable String ageBand,
    @Nullable String gender,
    State state,
    long gross,
    long fee,
    long tax,
    long refunds,
    long chargebacks,
    long costs,
    long quantity,
    long count) {

  /** What reaches the creator: gross - fee - tax - refunds - chargebacks - costs. */
  public long net() {
    long kept = Math.addExact(fee, tax);
    long back = Math.addExact(refunds, chargebacks);
    return Math.subtractExact(gross, Math.addExact(Math.addExact(kept, back), costs));
  }
}
