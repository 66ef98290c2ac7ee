package io.tiktoktoe.simulation.world;

import io.tiktoktoe.simulation.draw.Draws;
import java.util.Locale;

/** The planted kinds of fans; within one, rates still vary from fan to fan (Gamma, shape 2). */
public enum Segment {
  LURKER(0.500, 0.012, 0.0005, 3, 0.55, 0.0040, 0.004),
  CASUAL(0.340, 0.020, 0.0025, 4, 0.8, 0.0030, 0.01),
  REGULAR(0.120, 0.050, 0.014, 5, 1.0, 0.0020, 0.03),
  SUPERFAN(0.032, 0.120, 0.050, 7, 1.4, 0.0012, 0.12),
  WHALE(0.008, 0.100, 0.080, 45, 2.2, 0.0012, 0.02);

  /** Share among those who begin to follow. */
  public final double share;

  /** Mean views per day that are reported with the fan's id. */
  public final double viewRate;

  /** Mean spontaneous tips per day. */
  public final double tipRate;

  /** Mean tip, USD. */
  public final double tipMeanUsd;

  /** Factor on willingness to pay. */
  public final double willingness;

  /** Mean probability per day of being gone for good. */
  public final double hazard;

  /** Mean shares per view. */
  public final double shareRate;

  private static final Segment[] ALL = values();

  /** Shape of the Gamma distribution of each rate among the fans of one segment. */
  public static final double SHAPE = 2;

  private static final double[] JOINING = new double[ALL.length];
  private static final double[] STAYING = new double[ALL.length];

  static {
    double joining = 0;
    double staying = 0;
    for (Segment segment : ALL) {
      joining += segment.share;
      staying += segment.share / segment.hazard;
      JOINING[segment.ordinal()] = joining;
      STAYING[segment.ordinal()] = staying;
    }
  }

  Segment(
      double share,
      double viewRate,
      double tipRate,
      double tipMeanUsd,
      double willingness,
      double hazard,
      double shareRate) {
    this.share = share;
    this.viewRate = viewRate;
    this.tipRate = tipRate;
    this.tipMeanUsd = tipMeanUsd;
    this.willingness = willingness;
    this.hazard = hazard;
    this.shareRate = shareRate;
  }

  /** The segment of one who begins to follow. */
  public static Segment drawJoining(Draws draws) {
    return ALL[draws.pick(JOINING, ALL.length)];
  }

  /** The segment of one who follows at a moment of a steady audience. */
  public static Segment drawStaying(Draws draws) {
    return ALL[draws.pick(STAYING, ALL.length)];
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Segment at(int ordinal) {
    return ALL[ordinal];
  }

  /** Mean days for which one who begins to follow stays: E[1/h] of a Gamma hazard. */
  public static double meanStayDays() {
    return STAYING[ALL.length - 1] * SHAPE / (SHAPE - 1);
  }
}
