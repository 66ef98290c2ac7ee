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

  private static final int TABLE_SIXTHS = 5 * 365 * 6;
  private static final ContentType[] TYPES = ContentType.values();

  private final double power;
  private final double[] tails = new double[TYPES.length];
  private final float[][] table = new float[TYPES.length][TABLE_SIXTHS + 1];
  private final double[] halfLives = new double[TYPES.length];

  public Attention(LibraryLaw law) {
    power = law.power();
    for (ContentType type : TYPES) {
      int t = type.ordinal();
      tails[t] = type == ContentType.VIDEO ? law.tail() : Math.min(0.3, law.tail());
      for (int sixth = 0; sixth <= TABLE_SIXTHS; sixth++) {
        table[t][sixth] = (float) density(type, sixth / SIXTHS);
      }
      halfLives[t] = findHalfLife(type);
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

  /** Age in days by which half of all views come. */
  public double halfLife(ContentType type) {
    return halfLives[type.ordinal()];
  }

  private double findHalfLife(ContentType type) {
    double low = 0;
    double high = 1000;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (seen(type, middle) < 0.5) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** Share of all views that come up to this age. */
  private double seen(ContentType type, double age) {
    double tail = tails[type.ordinal()];
    return (1 - tail) * -Math.expm1(-age / type.decayDays)
        + tail * (1 - Math.pow(1 + age / POWER_DAYS, 1 - power));
  }
}
