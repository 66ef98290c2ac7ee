package io.tiktoktoe.series.anomaly;

/**
 * Change point evidence of a series that is mostly zero: a Bernoulli CUSUM of whether anything
 * came. Payments that come one after another where they were rare are a new level, whatever their
 * size; each is weighed by half its surprise, which looks for a rate of the root of the old one.
 *
 * <p>Under independence a sum reaches a height h less often than once in exp(h) steps (Lorden,
 * "Procedures for Reacting to a Change in Distribution", 1971); where payments come in bursts its
 * own past heights and peaks say so, and the mildest verdict counts.
 */
final class Occurrences {

  /** Scale of heights, in nats, before any was seen. */
  private static final double NARROWEST = 1;

  private final Excursions excursions;
  private int values;
  private int occurred;
  private double sum;

  Occurrences(int memory) {
    excursions = new Excursions(memory, NARROWEST);
  }

  /** The chance of a sum as high as it is after a value that is zero or not. */
  double pValue(boolean zero) {
    return pValueOf(after(zero));
  }

  /** The same if something had come in each of {@code steps} steps. */
  double pValueIf(int steps) {
    return pValueOf(sum + steps * gain());
  }

  /** How many steps before now have come more often than was usual. */
  int lasting() {
    return excursions.lasting();
  }

  /**
   * Learns whether something came.
   *
   * @param watched whether sums matter: of a series that is mostly zero
   */
  void learn(boolean zero, boolean watched) {
    if (watched) {
      sum = after(zero);
      excursions.learn(sum);
    }
    values++;
    occurred += zero ? 0 : 1;
  }

  private double pValueOf(double height) {
    return height <= 0 ? 1 : Math.max(Math.min(1, Math.exp(-height)), excursions.pValue(height));
  }

  private double after(boolean zero) {
    return Math.max(0, sum + (zero ? -Math.log1p(Math.sqrt(rate())) : gain()));
  }

  private double gain() {
    return -Math.log(rate()) / 2;
  }

  private double rate() {
    return (occurred + 1.0) / (values + 2.0);
  }
}
