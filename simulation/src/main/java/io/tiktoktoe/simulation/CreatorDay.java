package io.tiktoktoe.simulation;

import io.tiktoktoe.metric.Stream;
import java.time.Month;
import java.time.MonthDay;

/**
 * The circumstances of one creator on one local day.
 *
 * @param clock the day
 * @param rhythm when in the week things happen
 * @param activity factor of weekday and season on what people do
 * @param factors planted factor on each stream, by ordinal
 * @param shiftedHours whether the day's hours are turned around
 * @param incidents the platforms' failures
 * @param draws random numbers of the creator
 */
record CreatorDay(
    LocalDay clock,
    WeekRhythm rhythm,
    double activity,
    double[] factors,
    boolean shiftedHours,
    Incidents incidents,
    Draws draws) {

  private static final double PAYDAY = 1.35;
  private static final double BEFORE_PAYDAY = 0.85;

  double factor(Stream stream) {
    return factors[stream.ordinal()];
  }

  /** A moment of this day by the rhythm of the week, epoch milliseconds. */
  long moment() {
    int hour = rhythm.hour(clock.dayOfWeek(), draws);
    if (shiftedHours) {
      hour = (hour + WeekRhythm.HOURS / 2) % WeekRhythm.HOURS;
    }
    return clock.at(hour, draws.uniform(), draws);
  }

  /** Factor on free spending: high just after the 1st and the 15th, low just before. */
  double payday() {
    int day = clock.date().getDayOfMonth();
    int last = clock.date().lengthOfMonth();
    if (day <= 3 || day == 15 || day == 16 || day == last) {
      return PAYDAY;
    }
    return day >= last - 5 || (day >= 11 && day <= 13) ? BEFORE_PAYDAY : 1;
  }

  /** Factor of the season on what advertisers pay: low in January, high before Christmas. */
  double advertisingSeason() {
    Month month = clock.date().getMonth();
    return switch (month) {
      case JANUARY -> 0.72;
      case FEBRUARY -> 0.82;
      case MARCH, APRIL, MAY -> 0.95;
      case JUNE, JULY, AUGUST -> 1.0;
      case SEPTEMBER, OCTOBER -> 1.08;
      case NOVEMBER -> 1.3;
      case DECEMBER -> clock.date().getDayOfMonth() > 25 ? 0.9 : 1.4;
    };
  }

  /** Factor of the season on orders: the weeks before Christmas. */
  double shoppingSeason() {
    MonthDay day = MonthDay.from(clock.date());
    boolean high = !day.isBefore(MonthDay.of(11, 22)) && day.isBefore(MonthDay.of(12, 18));
    return high ? 2.2 : 1;
  }

  /** Whether what someone does on this platform at this moment gets through. */
  boolean reaches(Platform platform, long at) {
    double reach = incidents.reach(platform, at);
    return reach >= 1 || draws.chance(reach);
  }
}
