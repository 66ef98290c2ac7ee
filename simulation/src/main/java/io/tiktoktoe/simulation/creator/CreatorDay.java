package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.fan.Fan;
import io.tiktoktoe.simulation.world.LocalDay;
import io.tiktoktoe.simulation.world.Platform;
import io.tiktoktoe.simulation.world.WeekRhythm;
import java.time.MonthDay;

/**
 * The circumstances of one creator on one local day.
 *
 * @param clock the day
 * @param rhythm when in the week things happen
 * @param activity factor of weekday and level on what people do
 * @param mood factor of the climate on what people do, by watching platform; 0 where it is gone
 * @param factors planted factor on each stream, by ordinal, campaigns included
 * @param shiftedHours whether the day's hours are turned around
 * @param world what all creators share
 */
record CreatorDay(
    LocalDay clock,
    WeekRhythm rhythm,
    double activity,
    double[] mood,
    double[] factors,
    boolean shiftedHours,
    SharedWorld world) {

  private static final double PAYDAY = 1.35;
  private static final double BEFORE_PAYDAY = 0.85;
  private static final long DAY_MS = 86_400_000;

  int index() {
    return clock.index();
  }

  double factor(Stream stream) {
    return factors[stream.ordinal()];
  }

  /** Factor of weekday, level and climate on what people do on this platform. */
  double activity(Platform platform) {
    return activity * mood[platform.ordinal()];
  }

  /** A moment of this day by the rhythm of the creator's week, epoch milliseconds. */
  long moment(Draws draws) {
    return clock.at(hour(draws), draws.uniform(), draws);
  }

  /** A moment of this day by the rhythm of the week on the fan's own clock. */
  long moment(Fan fan, Draws draws) {
    if (!world.laws().fans().ownClocks()) {
      return moment(draws);
    }
    long theirs = world.clocks().day(world.people().zone(fan.person)).offset();
    long within = (long) ((hour(draws) + draws.uniform()) * 3_600_000);
    long mine = Math.floorMod(within - theirs + clock.offset(), DAY_MS);
    return Math.clamp(clock.start() + mine, clock.start(), clock.end() - 1);
  }

  private int hour(Draws draws) {
    int hour = rhythm.hour(clock.dayOfWeek(), draws);
    return shiftedHours ? (hour + WeekRhythm.HOURS / 2) % WeekRhythm.HOURS : hour;
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
    double month = world.laws().adSeason()[clock.date().getMonthValue() - 1];
    boolean after = clock.date().getMonthValue() == 12 && clock.date().getDayOfMonth() > 25;
    return after ? 0.65 * month : month;
  }

  /** Factor of the season on orders: the weeks before Christmas. */
  double shoppingSeason() {
    MonthDay day = MonthDay.from(clock.date());
    boolean high = !day.isBefore(MonthDay.of(11, 22)) && day.isBefore(MonthDay.of(12, 18));
    return high ? 2.2 : 1;
  }

  /** Whether what someone does on this platform at this moment gets through. */
  boolean reaches(Platform platform, long at, Draws draws) {
    double reach = world.incidents().reach(platform, at);
    return reach >= 1 || draws.chance(reach);
  }

  /** Share of the day's activity on this platform that gets through. */
  double reach(Platform platform) {
    return world.incidents().reach(platform, clock.start(), clock.end());
  }
}
