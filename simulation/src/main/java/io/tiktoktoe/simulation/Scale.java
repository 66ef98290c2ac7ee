package io.tiktoktoe.simulation;

import io.tiktoktoe.simulation.creator.Arrivals;
import io.tiktoktoe.simulation.creator.CreatorModel;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.law.Laws;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.world.LevelPath;

/**
 * How large the economy is: creators' shares of the audience, and the audience that makes about the
 * wanted number of deliveries over the creators' levels and lives.
 */
final class Scale {

  private static final double SIZE_EXPONENT = 1.1;
  private static final double SIZE_MOST = 300;

  /** Measured deliveries per day of a creator who is large enough for advertising reports. */
  private static final double PER_MONETIZED_DAY = 4;

  /** Fans of a creator who has next to none. */
  private static final double LEAST_FANS_PER_CREATOR = 1;

  private static final int STEPS = 60;

  private final double[] sizes;
  private final double fans;

  private Scale(double[] sizes, double fans) {
    this.sizes = sizes;
    this.fans = fans;
  }

  static Scale of(EconomyOptions options) {
    Laws laws = Laws.of(options.world());
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
    double[] weights = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] /= sum;
      weights[i] = sizes[i] * meanLevel(laws, options, i);
    }
    return new Scale(sizes, fans(options, laws.perFanDay(), sizes, weights));
  }

  /**
   * Mean over all days of what a first fan is followed by: the level times the audience that it has
   * attracted until then, relative to the first one.
   */
  private static double meanLevel(Laws laws, EconomyOptions options, int index) {
    LevelPath path = LevelPath.of(laws.levels(), CreatorModel.key(options, index), options.days());
    double turnover = 1 / laws.fans().meanStayDays();
    double audience = path.born() == 0 ? 1 : Arrivals.LATE_START;
    double sum = 0;
    for (int day = 0; day < options.days(); day++) {
      double level = path.level(day);
      if (path.lives(day)) {
        audience += turnover * (path.attraction(level) - audience);
        sum += path.activity(level) * audience;
      }
    }
    return sum / options.days();
  }

  /** Bisection: deliveries grow with fans. */
  private static double fans(
      EconomyOptions options, double perFanDay, double[] sizes, double[] weights) {
    double perDay = (double) options.events() / options.days();
    double low = LEAST_FANS_PER_CREATOR * sizes.length;
    double high = low + 100 * perDay / perFanDay;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      double deliveries = 0;
      for (int c = 0; c < sizes.length; c++) {
        boolean monetized = sizes[c] * middle > CreatorModel.MONETIZED_FROM;
        deliveries += middle * weights[c] * perFanDay + (monetized ? PER_MONETIZED_DAY : 0);
      }
      if (deliveries < perDay) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
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
