package io.tiktoktoe.risk.exposure;

import java.time.LocalDate;

/**
 * A planned cash flow: what leaves the account on a day.
 *
 * @param day local day
 * @param what for what
 * @param amount minor units of the reporting currency; negative where money comes in
 */
public record PlannedSpending(LocalDate day, String what, long amount) {}
