package io.tiktoktoe.event;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A pair of currencies without an exchange rate on some days.
 *
 * @param from what was paid
 * @param to what is asked for
 * @param first the first day that lacks a rate
 * @param last the last such day
 * @param days how many days lack one
 */
public record RateGap(Currency from, Currency to, LocalDate first, LocalDate last, int days) {

  /** Pairs that a message lists. */
  private static final int SHOWN = 20;

  /** One day on which one currency has to become another. */
  public record Need(Currency from, Currency to, LocalDate day) {}

  public RateGap {
    if (first.isAfter(last) || days < 1) {
      throw new IllegalArgumentException(
          "gap from %s to %s of %d days must have a day.".formatted(first, last, days));
    }
  }

  /** What of these needs no rate meets, by pair. O(needs). */
  public static List<RateGap> of(Collection<Need> needs, ExchangeRates rates) {
    Map<String, RateGap> gaps = new TreeMap<>();
    needs.stream()
        .distinct()
        .filter(need -> !rates.knows(need.from(), need.to(), need.day()))
        .forEach(
            need ->
                gaps.merge(
                    need.from() + " to " + need.to(),
                    new RateGap(need.from(), need.to(), need.day(), need.day(), 1),
                    RateGap::plus));
    return List.copyOf(gaps.values());
  }

  private RateGap plus(RateGap other) {
    return new RateGap(
        from,
        to,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        days + other.days);
  }

  /** Such as {@code USD to EUR for 2026-06-02; GBP to EUR for 3 days from 2026-01-05 on}. */
  public static String list(Collection<RateGap> gaps) {
    String shown =
        gaps.stream().limit(SHOWN).map(RateGap::toString).collect(Collectors.joining("; "));
    return gaps.size() > SHOWN
        ? shown + "; and %d more pairs".formatted(gaps.size() - SHOWN)
        : shown;
  }

  @Override
  public String toString() {
    return days == 1
        ? "%s to %s for %s".formatted(from, to, first)
        : "%s to %s for %d days from %s to %s".formatted(from, to, days, first, last);
  }
}
