package io.tiktoktoe.privacy.mechanism;

/**
 * Optimal private partition selection: the largest chance of publishing a partition of n persons
 * that (epsilon, delta) allows, whatever else is done. Source: Desfontaines, Voss and Gipson,
 * "Differentially Private Partition Selection", PoPETs 2022, theorem 2. O(1).
 */
public final class PartitionSelection {

  private final double epsilon;
  private final double delta;
  private final double crossover;

  /**
   * Selection for persons that count in one partition.
   *
   * @param epsilon above 0
   * @param delta above 0 and below 1
   */
  public PartitionSelection(double epsilon, double delta) {
    if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
      throw new IllegalArgumentException("epsilon (%s) must be above 0.".formatted(epsilon));
    }
    if (!(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException(
          "delta (%s) must lie above 0 and below 1.".formatted(delta));
    }
    this.epsilon = epsilon;
    this.delta = delta;
    double odds = (Math.expm1(epsilon) + 2 * delta) / (Math.exp(epsilon) + 1);
    this.crossover = 1 + Math.floor((Math.log(odds) - Math.log(delta)) / epsilon);
  }

  /** Selection for persons that count in several partitions, each of which has its share. */
  public static PartitionSelection shared(double epsilon, double delta, int partitions) {
    return new PartitionSelection(epsilon / partitions, delta / partitions);
  }

  /** The chance with which a partition of so many persons is published; 0 for none. */
  public double chance(long persons) {
    if (persons <= 0) {
      return 0;
    }
    if (persons <= crossover) {
      return Math.min(1, rising(persons));
    }
    double beyond = Math.exp(-(persons - crossover) * epsilon);
    double ceiling = 1 + delta / Math.expm1(epsilon);
    return Math.min(1, (1 - beyond) * ceiling + beyond * rising(crossover));
  }

  private double rising(double persons) {
    return delta * Math.expm1(persons * epsilon) / Math.expm1(epsilon);
  }

  /** The fewest persons whose partition is published with at least this chance. */
  public long personsFor(double chance) {
    long low = 0;
    long high = 1;
    while (chance(high) < chance) {
      low = high;
      high *= 2;
    }
    while (low + 1 < high) {
      long middle = (low + high) / 2;
      if (chance(middle) < chance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
