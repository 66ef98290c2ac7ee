package io.tiktoktoe.service.model.privacy;

import io.tiktoktoe.service.model.ServiceException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/**
 * Asks for a private release about a platform.
 *
 * @param from first day; the days of {@code period} up to {@code to} when empty
 * @param to last day; yesterday by the clock when empty
 * @param period how many days when {@code from} is empty
 * @param zone in which days and hours are counted
 * @param currency of amounts; when empty that which most creators have set, else that into which
 *     most exchange rates lead
 * @param epsilon what the release may cost
 * @param delta chance with which its promise may fail
 * @param purpose for whom it is: each purpose has a budget of its own
 */
public record PlatformRequest(
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    int period,
    ZoneId zone,
    Optional<Currency> currency,
    double epsilon,
    double delta,
    String purpose) {

  /** Days of a period that is not named. */
  public static final int USUAL_DAYS = 30;

  /** Days of the longest period. */
  public static final int MOST_DAYS = 366;

  /** The purpose that is not named. */
  public static final String USUAL_PURPOSE = "insight";

  public PlatformRequest {
    if (period < 2 || period > MOST_DAYS) {
      throw new ServiceException.BadRequest(
          "period", "{period} (%d days) must have 2 to %d days, such as 30d.", period, MOST_DAYS);
    }
  }

  /** The newest 30 days at epsilon .1 and delta 1e-6. */
  public static PlatformRequest usual() {
    return new PlatformRequest(
        Optional.empty(),
        Optional.empty(),
        USUAL_DAYS,
        ZoneId.of("UTC"),
        Optional.empty(),
        0.1,
        1e-6,
        USUAL_PURPOSE);
  }

  /** The same from {@code first} to {@code last}, both included. */
  public PlatformRequest withDays(LocalDate first, LocalDate last) {
    return new PlatformRequest(
        Optional.of(first), Optional.of(last), period, zone, currency, epsilon, delta, purpose);
  }

  /** The same with amounts in this currency. */
  public PlatformRequest withCurrency(Currency other) {
    return new PlatformRequest(from, to, period, zone, Optional.of(other), epsilon, delta, purpose);
  }

  /** The same at another cost. */
  public PlatformRequest withBudget(double newEpsilon, double newDelta) {
    return new PlatformRequest(from, to, period, zone, currency, newEpsilon, newDelta, purpose);
  }

  /** The same for another purpose. */
  public PlatformRequest withPurpose(String other) {
    return new PlatformRequest(from, to, period, zone, currency, epsilon, delta, other);
  }

  /** So long a window of a stream waits for its events where nothing else is said. */
  public static final Duration USUAL_LATENESS = Duration.ofHours(1);

  /** How long windows of a stream may wait: up to 30 days. */
  public static void requireLateness(Duration lateness) {
    if (lateness.isNegative() || lateness.compareTo(Duration.ofDays(USUAL_DAYS)) > 0) {
      throw new ServiceException.BadRequest(
          "lateness", "{lateness} (%s) must lie between 0 and 30 days, such as 6h.", lateness);
    }
  }

  /** Widths of windows of a stream. */
  public static void requireWindow(Duration width) {
    boolean whole = Duration.ofDays(1).toSeconds() % Math.max(1, width.toSeconds()) == 0;
    boolean days = width.toSeconds() % Duration.ofDays(1).toSeconds() == 0;
    if (width.compareTo(Duration.ofHours(1)) < 0
        || width.compareTo(Duration.ofDays(USUAL_DAYS)) > 0
        || !(whole || days)) {
      throw new ServiceException.BadRequest(
          "window",
          "{window} (%s) must be a part of a day from 1h on, or 1 to 30 days, such as 1d.",
          width);
    }
  }
}
