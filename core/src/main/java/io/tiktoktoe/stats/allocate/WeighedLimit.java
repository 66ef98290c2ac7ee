package io.tiktoktoe.stats.allocate;

/** A limit on a sum of uses that differ from option to option. */
final class WeighedLimit extends Limit {

  private final double[] use;

  WeighedLimit(String name, Sense sense, double[] use, double bound) {
    super(name, sense, bound);
    this.use = use;
  }

  @Override
  public double use(int option) {
    return use[option];
  }

  @Override
  public Limit withBound(double newBound) {
    return new WeighedLimit(name(), sense(), use, newBound);
  }

  @Override
  void charge(double price, double[] worth, int offset, int from, int to) {
    for (int at = 0; at < to - from; at++) {
      worth[offset + at] -= price * use[from + at];
    }
  }

  @Override
  void requireOptions(int options) {
    AllocationProblem.requireFinite("use of " + name(), use, options);
  }
}
