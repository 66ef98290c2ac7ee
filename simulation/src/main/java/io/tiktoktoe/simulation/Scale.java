package io.tiktoktoe.simulation;

import io.tiktoktoe.simulation.creator.CreatorModel;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.law.Laws;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.world.Climate;
import io.tiktoktoe.simulation.world.Currencies;

/**
 * How large the economy is: creators' shares of the audience, and the audience that makes about the
 * wanted number of deliveries over the creators' levels and lives.
 */
final class Scale {

  private static final double SIZE_EXPONENT = 1.1;
  private static final double SIZE_MOST = 300;

  /** States of an advertising report that are delivered on average. */
  private static final double STATES = 2.8;

  private static final double FANS_PER_REPORT = 200;

  /** Deliveries for each who begins to follow: follow, unfollow, identities. */
  private static final double PER_JOIN = 1.7;

  /** Reports of platforms' health a day. */
  private static final double PLATFORM_HEALTH = 26;

  /** Fans of a creator who has next to none. */
  private static final double LEAST_FANS_PER_CREATOR = 1;

  private static final int STEPS = 60;

  private final double[] sizes;
  private final double fans;

  private Scale(double[] sizes, double fans) {
    this.sizes = sizes;
    this.fans = fans;
  }

  static Scale of(EconomyOptions options, Currencies currencies) {
    Laws laws = Laws.of(options);
    Draws draws = Draws.of(options.seed(), "sizes", 0);
    double[] sizes = new double[options.creators()];
    double sum = 0;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] =
          laws.sizeSigma() > 0
              ? draws.lognormal(1, laws.sizeSigma())
              : draws.pareto(SIZE_EXPONENT, SIZE_MOST);
      sum += sizes[i];
    }
    Climate climate = new Climate(laws.climate(), options.seed(), options.days());
    ExpectedDeliveries[] expected = new ExpectedDeliveries[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] /= sum;
      CreatorModel model = CreatorModel.draw(options, currencies, i, sizes[i], 1);
      expected[i] = ExpectedDeliveries.of(laws, model, climate, options.days());
    }
    return new Scale(sizes, fans(options, laws.perFanDay(), sizes, expected));
  }

  /** Bisection: deliveries grow with fans. */
  private static double fans(
      EconomyOptions options, double perFanDay, double[] sizes, ExpectedDeliveries[] expected) {
    double perDay = (double) options.events() / options.days();
    double low = LEAST_FANS_PER_CREATOR * sizes.length;
    double high = low + 100 * perDay / perFanDay;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      double deliveries = PLATFORM_HEALTH;
      for (int c = 0; c < sizes.length; c++) {
        deliveries += deliveries(expected[c], sizes[c] * middle, perFanDay);
      }
      if (deliveries < perDay) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double deliveries(ExpectedDeliveries expected, double first, double perFanDay) {
    double rows = 1 + expected.fans() * first / FANS_PER_REPORT;
    boolean monetized = first > CreatorModel.MONETIZED_FROM;
    double reports = monetized ? STATES * rows * (rows > 2 ? 2 : rows) : 0;
    return first * (expected.acts() * perFanDay + PER_JOIN * expected.joins()) + reports;
  }

  /** Share of the audience that follows creator {@code index} at the start. */
  double size(int index) {
    return sizes[index];
  }

  /** Fans of all creators at the start. */
  double fans() {
    return fans;
  }
}
