package io.tiktoktoe.service.price;

import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.pricing.portfolio.PricingOptions.SpecialWeeks;
import io.tiktoktoe.service.model.SpecialDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Control variables of demand: how much of each week special days and campaigns took. */
final class SpecialTime {

  private static final int YEARS = 2;
  private static final double WEEK = 7;

  private SpecialTime() {}

  /** Of the two years that end with a day, each kind of event and campaign by itself. */
  static List<SpecialWeeks> weeks(SpecialDays days, LocalDate through) {
    Map<String, Map<Integer, Double>> kinds = new TreeMap<>();
    LocalDate first = through.minusYears(YEARS);
    for (CalendarEvent event : days.between(first, through)) {
      touch(kinds, event.kind(), event.day(), through);
    }
    for (Campaign campaign : days.campaigns()) {
      LocalDate end = campaign.end().minusNanos(1).toLocalDate();
      for (LocalDate day = campaign.start().toLocalDate();
          !day.isAfter(end);
          day = day.plusDays(1)) {
        touch(kinds, "campaign " + campaign.kind(), day, through);
      }
    }
    List<SpecialWeeks> weeks = new ArrayList<>();
    kinds.forEach((kind, touched) -> weeks.add(new SpecialWeeks(kind, touched)));
    return weeks;
  }

  private static void touch(
      Map<String, Map<Integer, Double>> kinds, String kind, LocalDate day, LocalDate through) {
    if (!day.isAfter(through)) {
      kinds
          .computeIfAbsent(kind, key -> new TreeMap<>())
          .merge(
              Math.toIntExact(Math.floorDiv(day.toEpochDay(), 7L)),
              1 / WEEK,
              (one, more) -> Math.min(1, one + more));
    }
  }
}
