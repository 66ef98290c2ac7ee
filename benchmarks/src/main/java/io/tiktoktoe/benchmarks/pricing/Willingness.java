package io.tiktoktoe.benchmarks.pricing;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Six shapes of willingness to pay, as the share that buys at a price. */
enum Willingness {
  UNIFORM(price -> Math.clamp(1 - price / 20, 0, 1)),
  NORMAL(price -> above((price - 10) / 3)),
  LOGNORMAL(price -> above((Math.log(price) - Math.log(8)) / .5)),
  BIMODAL(price -> .6 * above(price - 5) + .4 * above((price - 14) / 1.5)),
  EXPONENTIAL(price -> Math.exp(-price / 7)),
  JUMP(price -> (price <= 12 ? .5 : .2) * Math.clamp(1.2 - price / 40, 0, 1));

  private static final NormalDistribution NORMAL_CURVE = NormalDistribution.of(0, 1);

  private final DoubleUnaryOperator share;

  Willingness(DoubleUnaryOperator share) {
    this.share = share;
  }

  double buys(double price) {
    return share.applyAsDouble(price);
  }

  private static double above(double z) {
    return NORMAL_CURVE.survivalProbability(z);
  }
}
