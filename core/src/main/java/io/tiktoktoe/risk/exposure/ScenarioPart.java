package io.tiktoktoe.risk.exposure;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One shock of a stress scenario.
 *
 * @param target what is hit
 * @param name which platform, stream or currency; empty for reversals
 * @param factor what it is multiplied by; 0 when it is lost
 * @param from first day; the first that is forecast when absent
 * @param until last day; no end when absent
 * @param text as it was told
 */
public record ScenarioPart(
    Target target,
    String name,
    double factor,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    String text) {

  /** What can be hit. */
  public enum Target {
    PLATFORM,
    STREAM,
    CURRENCY,
    REFUNDS,
    CHARGEBACKS
  }

  boolean holds(LocalDate day) {
    return from.filter(day::isBefore).isEmpty() && until.filter(day::isAfter).isEmpty();
  }
}
