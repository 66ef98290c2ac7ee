package io.tiktoktoe.simulation.fan;

import io.tiktoktoe.simulation.law.LibraryLaw;
import io.tiktoktoe.simulation.world.ContentType;

/**
 * How attention for a content fades: an exponential and a power law. The power law is what still
 * brings views after months.
 */
public final class Attention {

  /** Scale in days of the power-law part. */
  private static final double POWER_DAYS = 3;

  /** Attention is looked up in steps of a sixth of a day, up to five years. */
  private static final double SIXTHS = 6;

  private static final int YEAR = 365;
  private static final int TABLE_SIXTHS = 5 * 365 * 6;
  private static final ContentType[] TYPES = ContentType.values();

  private final double power;
  private final double[] tails = new double[TYPES.length];
  private final float[][] table = new float[TYPES.length][TABLE_SIXTHS + 1];

  public Attention(LibraryLaw law) {
    power = law.power();
    for (ContentType type : TYPES) {
      int t = type.ordinal();
      tails[t] = type == ContentType.VIDEO ? law.tail() : Math.min(0.3, law.tail());
      for (int sixth = 0; sixth <= TABLE_SIXTHS; sixth++) {
        table[t][sixth] = (float) density(type, sixth / SIXTHS);
      }
    }
  }

  /** Attention per day at this age in days, in units of a content of appeal 1. */
  private double density(ContentType type, double age) {
    double tail = tails[type.ordinal()];
    double exponential = Math.exp(-age / type.decayDays) / type.decayDays;
    double late = (power - 1) / POWER_DAYS * Math.pow(1 + age / POWER_DAYS, -power);
    return (1 - tail) * exponential + tail * late;
  }

  /** The same from a table, by steps of four hours. */
  public double at(ContentType type, double age) {
    return table[type.ordinal()][(int) Math.min(TABLE_SIXTHS, age * SIXTHS)];
  }

  /**
   * Age in days by which half of the views of a content's first year come at an even audience, as
   * the world's days bring them: each day has the attention of its middle, whatever is left of the
   * day of publishing, and its views are spread evenly. What is found again is left out.
   *
   * @param left days that were left of the day of publishing, above 0 up to 1
   */
  public double halfLife(ContentType type, double left) {
    double half = 0;
    for (int day = 0; day < YEAR; day++) {
      half += ofDay(type, left, day) / 2;
    }
    double sum = ofDay(type, left, 0);
    if (sum >= half) {
      return left * half / sum;
    }
    int day = 0;
    while (sum < half) {
      sum += ofDay(type, left, ++day);
    }
    return left + day - (sum - half) / ofDay(type, left, day);
  }

  private double ofDay(ContentType type, double left, int day) {
    return at(type, Math.max(0, left + day - 0.5));
  }
}
