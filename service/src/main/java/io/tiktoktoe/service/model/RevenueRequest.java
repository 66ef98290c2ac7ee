package io.tiktoktoe.service.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/**
 * Asks for the revenue or the risk of one creator. What is empty takes its default from the store.
 *
 * @param creator whose; may be empty when the store has one creator only
 * @param from first day of the period; 30 days up to {@code to} when empty
 * @param to last day of the period; the newest whole day of data when empty
 * @param zone in which days are counted; the creator's own when empty, else UTC
 * @param currency to report in; the creator's own when empty, else their most usual one
 * @param calendar days that are known to be special
 * @param seed of every random draw
 */
public record RevenueRequest(
    Optional<String> creator,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<ZoneId> zone,
    Optional<Currency> currency,
    SpecialDays calendar,
    long seed) {

  /** The newest 30 days of this creator as the store knows them, without special days. */
  public static RevenueRequest of(String creator) {
    return new RevenueRequest(
        Optional.of(creator),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SpecialDays.NONE,
        0);
  }

  /** The same with this seed. */
  public RevenueRequest withSeed(long newSeed) {
    return new RevenueRequest(creator, from, to, zone, currency, calendar, newSeed);
  }

  /** The same from {@code first} to {@code last}, both included. */
  public RevenueRequest withDays(LocalDate first, LocalDate last) {
    return new RevenueRequest(
        creator, Optional.of(first), Optional.of(last), zone, currency, calendar, seed);
  }
}
