package io.tiktoktoe.simulation.model;

import io.tiktoktoe.event.Money;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What to simulate. Two equal options give the same events and the same truth on every machine.
 *
 * @param creators how many creators; 1 to 100,000, default 200
 * @param start the first local day of every creator; default 2025-03-01
 * @param months whole months simulated; 1 to 120, default 18
 * @param targetEvents how many events to aim at, up to ten billion, revisions of advertising
 *     included, duplicates not; reached within a quarter where it allows a few events a creator and
 *     day; 0 (default) means {@value #EVENTS_PER_CREATOR_MONTH} a creator and month
 * @param seed of every random draw; default 7
 * @param duplicateShare share of events that are delivered again with the same id and body; 0 to
 *     0.9, default 0.02
 * @param lateShare share of events that arrive 5 minutes to 75 days late; 0 to 0.9, default 0.03
 * @param outOfOrderShare share of events that arrive up to 5 minutes after their turn; 0 to 0.9,
 *     default 0.05
 * @param world how hard it is, default hard
 * @param currencies ISO 4217 codes in which people pay; those whose currency is not here pay in
 *     USD, which is always possible; default USD, EUR, GBP, JPY, BRL, KWD, INR, AUD
 */
public record EconomyOptions(
    int creators,
    LocalDate start,
    int months,
    long targetEvents,
    long seed,
    double duplicateShare,
    double lateShare,
    double outOfOrderShare,
    WorldKind world,
    List<String> currencies) {

  /** Events for each creator and month unless another target is set. */
  public static final int EVENTS_PER_CREATOR_MONTH = 280;

  private static final int MOST_CREATORS = 100_000;
  private static final int MOST_MONTHS = 120;

  /** Beyond it a disk would be full before the end. */
  private static final long MOST_EVENTS = 10_000_000_000L;

  /** The last one that is written with four digits. */
  private static final int LAST_YEAR = 9999;

  public EconomyOptions {
    requireRange("creators", creators, 1, MOST_CREATORS);
    requireRange("months", months, 1, MOST_MONTHS);
    requireEvents(targetEvents);
    requireEnd(start, months);
    requireShare("duplicateShare", duplicateShare);
    requireShare("lateShare", lateShare);
    requireShare("outOfOrderShare", outOfOrderShare);
    currencies.forEach(Money::currency);
    currencies = List.copyOf(new LinkedHashSet<>(currencies));
  }

  /** 200 creators over 18 months from March 2025, about a million events. */
  public static EconomyOptions defaults() {
    return new EconomyOptions(
        200,
        LocalDate.of(2025, 3, 1),
        18,
        0,
        7,
        0.02,
        0.03,
        0.05,
        WorldKind.HARD,
        List.of("USD", "EUR", "GBP", "JPY", "BRL", "KWD", "INR", "AUD"));
  }

  /** These options with another number of creators. */
  public EconomyOptions withCreators(int newCreators) {
    return new EconomyOptions(
        newCreators,
        start,
        months,
        targetEvents,
        seed,
        duplicateShare,
        lateShare,
        outOfOrderShare,
        world,
        currencies);
  }

  /** These options with another span: whole months from {@code newStart}. */
  public EconomyOptions withMonths(LocalDate newStart, int newMonths) {
    return new EconomyOptions(
        creators,
        newStart,
        newMonths,
        targetEvents,
        seed,
        duplicateShare,
        lateShare,
        outOfOrderShare,
        world,
        currencies);
  }

  /** These options with another number of months. */
  public EconomyOptions withMonths(int newMonths) {
    return withMonths(start, newMonths);
  }

  /** These options aiming at another number of events; 0 for the default. */
  public EconomyOptions withTargetEvents(long newTargetEvents) {
    return new EconomyOptions(
        creators,
        start,
        months,
        newTargetEvents,
        seed,
        duplicateShare,
        lateShare,
        outOfOrderShare,
        world,
        currencies);
  }

  /** These options with another seed. */
  public EconomyOptions withSeed(long newSeed) {
    return new EconomyOptions(
        creators,
        start,
        months,
        targetEvents,
        newSeed,
        duplicateShare,
        lateShare,
        outOfOrderShare,
        world,
        currencies);
  }

  /** These options with other flaws of delivery; what happened stays the same. */
  public EconomyOptions withDelivery(
      double newDuplicateShare, double newLateShare, double newOutOfOrderShare) {
    return new EconomyOptions(
        creators,
        start,
        months,
        targetEvents,
        seed,
        newDuplicateShare,
        newLateShare,
        newOutOfOrderShare,
        world,
        currencies);
  }

  /** These options with other currencies to pay in, besides USD. */
  public EconomyOptions withCurrencies(List<String> newCurrencies) {
    return new EconomyOptions(
        creators,
        start,
        months,
        targetEvents,
        seed,
        duplicateShare,
        lateShare,
        outOfOrderShare,
        world,
        newCurrencies);
  }

  /** These options in another world. */
  public EconomyOptions withWorld(WorldKind newWorld) {
    return new EconomyOptions(
        creators,
        start,
        months,
        targetEvents,
        seed,
        duplicateShare,
        lateShare,
        outOfOrderShare,
        newWorld,
        currencies);
  }

  /** The first local day that is not simulated any more. */
  public LocalDate end() {
    return start.plusMonths(months);
  }

  /** How many local days are simulated. */
  public int days() {
    return Math.toIntExact(end().toEpochDay() - start.toEpochDay());
  }

  /** The number of events that is aimed at, the default resolved; duplicates come on top. */
  public long events() {
    return targetEvents > 0 ? targetEvents : (long) EVENTS_PER_CREATOR_MONTH * creators * months;
  }

  private static void requireRange(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s (%d) must be %d to %d.".formatted(name, value, least, most));
    }
  }

  private static void requireEvents(long events) {
    if (events < 0 || events > MOST_EVENTS) {
      throw new IllegalArgumentException(
          "events (%d) must be at least 0 and at most %d. Use 0 for the default."
              .formatted(events, MOST_EVENTS));
    }
  }

  private static void requireEnd(LocalDate start, int months) {
    if (start.plusMonths(months).getYear() > LAST_YEAR) {
      throw new IllegalArgumentException(
          "months (%d) from %s must end in the year %d or before."
              .formatted(months, start, LAST_YEAR));
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 0.9)) {
      throw new IllegalArgumentException("%s (%s) must be 0 to 0.9.".formatted(name, value));
    }
  }
}
