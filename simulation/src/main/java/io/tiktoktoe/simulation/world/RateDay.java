package io.tiktoktoe.simulation.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which simulated day's exchange rate holds at a moment: that of the creator's local day. */
public record RateDay(LocalDate start, ZoneId zone) {

  public int of(long at) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(at), zone);
    return Math.toIntExact(day.toEpochDay() - start.toEpochDay());
  }
}
