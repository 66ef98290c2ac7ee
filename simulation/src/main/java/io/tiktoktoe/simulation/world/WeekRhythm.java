package io.tiktoktoe.simulation.world;

import io.tiktoktoe.simulation.draw.Draws;

/**
 * When things happen in a creator's local week: an evening peak, a smaller one at lunch, later
 * evenings and longer days on weekends, strong and weak weekdays.
 */
public final class WeekRhythm {

  static final int DAYS = 7;
  public static final int HOURS = 24;

  /** Running sums over the hours of each weekday, Monday first. */
  private final double[][] hours = new double[DAYS][];

  /** Factor of each weekday on a day's activity, mean 1. */
  private final double[] weekday = new double[DAYS];

  /** Hour at which live streams begin. */
  private final int liveHour;

  private WeekRhythm(int liveHour) {
    this.liveHour = liveHour;
  }

  public static WeekRhythm draw(Draws draws) {
    double peak = 19.5 + 1.3 * draws.normal();
    double night = draws.uniform(0.04, 0.12);
    WeekRhythm rhythm = new WeekRhythm((int) Math.clamp(Math.round(peak - 1), 14, 21));
    double sum = 0;
    for (int day = 0; day < DAYS; day++) {
      boolean weekend = day >= 5;
      rhythm.weekday[day] = (weekend ? 1.3 : 0.9) * draws.lognormal(1, 0.12);
      sum += rhythm.weekday[day];
      double[] weights = new double[HOURS];
      for (int hour = 0; hour < HOURS; hour++) {
        double evening = bump(hour + 0.5, peak + (weekend ? 0.7 : 0), 2.6);
        double lunch = (weekend ? 0.55 : 0.35) * bump(hour + 0.5, weekend ? 14 : 12.5, 2.2);
        weights[hour] = night + evening + lunch;
      }
      rhythm.hours[day] = Draws.cumulative(weights);
    }
    for (int day = 0; day < DAYS; day++) {
      rhythm.weekday[day] *= DAYS / sum;
    }
    return rhythm;
  }

  /** A bell on the circle of hours. */
  private static double bump(double hour, double centre, double width) {
    double apart = Math.abs(hour - centre) % HOURS;
    double distance = Math.min(apart, HOURS - apart) / width;
    return Math.exp(-0.5 * distance * distance);
  }

  public double weekday(int dayOfWeek) {
    return weekday[dayOfWeek];
  }

  public int liveHour() {
    return liveHour;
  }

  /** A local hour of this weekday. */
  public int hour(int dayOfWeek, Draws draws) {
    return draws.pick(hours[dayOfWeek], HOURS);
  }
}
