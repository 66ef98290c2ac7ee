package io.tiktoktoe.simulation;

/**
 * How large the economy is: creators' shares of the audience from a Pareto distribution, and the
 * audience that makes about the wanted number of deliveries.
 */
final class Scale {

  private static final double SIZE_EXPONENT = 1.1;
  private static final double SIZE_MOST = 300;

  /** Measured deliveries per first fan and day; see docs/methods/simulation.md. */
  private static final double PER_FAN_DAY = 0.111;

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
    Draws draws = Draws.of(options.seed(), "sizes", 0);
    double[] sizes = new double[options.creators()];
    double sum = 0;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = draws.pareto(SIZE_EXPONENT, SIZE_MOST);
      sum += sizes[i];
    }
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] /= sum;
    }
    return new Scale(sizes, fans(options, sizes));
  }

  /** Bisection: deliveries grow with fans. */
  private static double fans(EconomyOptions options, double[] sizes) {
    double perDay = (double) options.events() / options.days();
    double low = LEAST_FANS_PER_CREATOR * sizes.length;
    double high = low + perDay / PER_FAN_DAY;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (deliveriesPerDay(middle, sizes) < perDay) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double deliveriesPerDay(double fans, double[] sizes) {
    int monetized = 0;
    for (double size : sizes) {
      monetized += size * fans > CreatorModel.MONETIZED_FROM ? 1 : 0;
    }
    return fans * PER_FAN_DAY + monetized * PER_MONETIZED_DAY;
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
