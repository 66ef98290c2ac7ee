package io.tiktoktoe.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which simulated day's exchange rate holds at a moment: that of the creator's local day. */
record RateDay(LocalDate start, ZoneId zone) {

  int of(long at) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(at), zone);
    return Math.toIntExact(day.toEpochDay() - start.toEpochDay());
  }
}
