package io.tiktoktoe.risk.exposure;

import java.time.LocalDate;

/**
 * A part of a scenario whose names and days are known.
 *
 * @param target what is hit; never {@code NAMED}
 * @param name which platform, stream, currency or content; empty where there is one only
 * @param platform only there; empty for everywhere
 * @param factor what the hit share of it is multiplied by
 * @param share of each part's income that is hit: 1 but for a content
 * @param from first day
 * @param until last day
 * @param text as it was told
 */
record ScenarioShock(
    ScenarioTarget.Target target,
    String name,
    String platform,
    double factor,
    double share,
    LocalDate from,
    LocalDate until,
    String text) {

  boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /** Whether it changes what this part of the income brings. */
  boolean hits(IncomePart income) {
    return isThere(income)
        && switch (target) {
          case PLATFORM -> name.equalsIgnoreCase(income.source());
          case STREAM -> name.equalsIgnoreCase(income.stream().label());
          case CURRENCY -> name.equalsIgnoreCase(income.currency());
          case INCOME, CONTENT -> true;
          case REFUNDS, CHARGEBACKS, NAMED -> false;
        };
  }

  /** What is left of what it hits. */
  double left() {
    return 1 - share * (1 - factor);
  }

  /** What refunds of this part of the income are multiplied by. */
  double refunds(IncomePart income) {
    return target == ScenarioTarget.Target.REFUNDS && isThere(income) ? factor : 1;
  }

  /** The same of chargebacks. */
  double chargebacks(IncomePart income) {
    return target == ScenarioTarget.Target.CHARGEBACKS && isThere(income) ? factor : 1;
  }

  private boolean isThere(IncomePart income) {
    return platform.isEmpty() || platform.equalsIgnoreCase(income.source());
  }
}
