package io.tiktoktoe.simulation.world;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The day that is being made on every clock of the world. */
public final class Clocks {

  private final LocalDate start;
  private final Map<ZoneId, LocalDay> days = new HashMap<>();

  public Clocks(LocalDate start) {
    this.start = start;
    begin(0);
  }

  /** Turns all clocks to simulated day {@code index}. */
  public void begin(int index) {
    for (Country country : Country.ALL) {
      for (ZoneId zone : country.zones()) {
        days.put(zone, LocalDay.of(start, index, zone));
      }
    }
  }

  /** The day in this zone, which must be one of a country's. */
  public LocalDay day(ZoneId zone) {
    LocalDay day = days.get(zone);
    if (day == null) {
      throw new IllegalArgumentException("zone (" + zone + ") has no clock.");
    }
    return day;
  }
}
