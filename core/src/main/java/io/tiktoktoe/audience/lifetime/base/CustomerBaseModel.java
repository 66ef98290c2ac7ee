package io.tiktoktoe.audience.lifetime.base;

/**
 * A model of a customer base: purchases at a rate of each customer until the customer leaves.
 * Parameters are passed as their natural logarithms.
 */
public interface CustomerBaseModel {

  /** The name in the literature. */
  String name();

  /** Names of the parameters there. */
  String[] parameters();

  /** Logarithms of typical values over public data, from which a search may start. */
  double[] typical();

  /** Standard deviations of the same: how far customer bases lie apart. */
  double[] spread();

  /** Whether it needs the times between purchases. */
  boolean needsGaps();

  /**
   * Log likelihood of all customers; its gradient by the logarithms of the parameters is added to
   * {@code gradient}.
   */
  double logLikelihood(double[] logs, GroupedSummaries customers, double[] gradient);

  /** Log likelihood of one customer. */
  double logLikelihood(double[] logs, int x, double recency, double age, double logGaps);

  /** Computes with these parameters for a horizon of {@code weeks}. */
  Prediction prediction(double[] logs, double weeks);

  /** What is foretold of customers; not for use by two threads at once. */
  interface Prediction {

    /** The probability that a customer still buys at all. */
    double alive(int x, double recency, double age);

    /** Expected purchases of a customer over the horizon. */
    double mean(int x, double recency, double age);

    /**
     * Adds the probabilities of numbers of purchases over the horizon, times {@code weight}, to
     * {@code counts}.
     */
    void addTo(CountDistribution counts, double weight, int x, double recency, double age);
  }
}
