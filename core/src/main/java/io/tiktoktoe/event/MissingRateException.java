package io.tiktoktoe.event;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;

/** Two currencies had to be brought together and the dated rate for it is not known. */
public final class MissingRateException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Names the pair and the day that lack a rate. */
  public MissingRateException(Currency from, Currency to, LocalDate day) {
    super(
        "exchange rate %s to %s for %s is missing. Ingest it in a CSV with the columns date,from,to,rate."
            .formatted(from, to, day));
  }

  /**
   * Names everything that lacks a rate at once.
   *
   * @param gaps at least one
   */
  public MissingRateException(Collection<RateGap> gaps) {
    super(message(gaps));
  }

  private static String message(Collection<RateGap> gaps) {
    return "exchange rates are missing: %s. Ingest them in a CSV with the columns date,from,to,rate; a rate holds for %d days after its own."
        .formatted(RateGap.list(gaps), ExchangeRates.MAX_AGE_DAYS);
  }
}
