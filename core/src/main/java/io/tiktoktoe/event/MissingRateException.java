package io.tiktoktoe.event;

import java.time.LocalDate;
import java.util.Currency;

/** Two currencies had to be brought together and the dated rate for it is not known. */
public final class MissingRateException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Names the pair and the day that lack a rate. */
  public MissingRateException(Currency from, Currency to, LocalDate day) {
    super(
        "exchange rate %s to %s for %s is missing. Add it to the exchange rates (date,from,to,rate)."
            .formatted(from, to, day));
  }
}
