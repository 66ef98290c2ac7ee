package io.tiktoktoe.simulation.market;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.NormalCurve;
import java.util.Locale;

/** Shapes of the distribution of willingness to pay; the median of each is about 1. */
public enum DemandShape {
  LOGNORMAL,
  NORMAL,
  UNIFORM,
  EXPONENTIAL,
  BIMODAL,
  JUMP;

  private static final double LOW_SHARE = 0.7;
  private static final double LOW = 0.8;
  private static final double HIGH = 2.4;
  private static final double NARROW = 0.3;
  private static final double NORMAL_SPREAD = 0.45;
  private static final double JUMP_SHARE = 0.3;
  private static final double JUMP_AT = 1.4;
  private static final double UNIFORM_MOST = 2;
  private static final double LN2 = Math.log(2);

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One person's willingness. */
  public double draw(double sigma, Draws draws) {
    return switch (this) {
      case LOGNORMAL -> draws.lognormal(1, sigma);
      case NORMAL -> Math.max(0.01, 1 + NORMAL_SPREAD * draws.normal());
      case UNIFORM -> UNIFORM_MOST * draws.uniform();
      case EXPONENTIAL -> draws.exponential(1 / LN2);
      case BIMODAL -> draws.lognormal(draws.chance(LOW_SHARE) ? LOW : HIGH, NARROW);
      case JUMP -> draws.chance(JUMP_SHARE) ? JUMP_AT : draws.lognormal(LOW, sigma);
    };
  }

  /** Share of people whose willingness is at least {@code price}, above 0. */
  public double survival(double price, double sigma) {
    return switch (this) {
      case LOGNORMAL -> above(price, 1, sigma);
      case NORMAL -> 1 - NormalCurve.cumulative((price - 1) / NORMAL_SPREAD);
      case UNIFORM -> Math.max(0, 1 - price / UNIFORM_MOST);
      case EXPONENTIAL -> Math.exp(-price * LN2);
      case BIMODAL ->
          LOW_SHARE * above(price, LOW, NARROW) + (1 - LOW_SHARE) * above(price, HIGH, NARROW);
      case JUMP ->
          JUMP_SHARE * (price <= JUMP_AT ? 1 : 0) + (1 - JUMP_SHARE) * above(price, LOW, sigma);
    };
  }

  private static double above(double price, double median, double sigma) {
    return 1 - NormalCurve.cumulative(Math.log(price / median) / sigma);
  }
}
