package io.tiktoktoe.privacy.question;

/**
 * A statistic of a release: a name, a measure, its partitions and the bounds of one person.
 *
 * @param name its name in the release
 * @param measure what is asked of each partition
 * @param partitions the cells
 * @param bounds of one person
 * @param weight how much its relative error counts beside others', above 0
 * @param expected about how large a typical cell is, by public knowledge or an earlier release,
 *     above 0: the plan gives budget where noise would drown the answer
 */
public record Statistic(
    String name,
    Measure measure,
    Partitions partitions,
    ContributionBounds bounds,
    double weight,
    double expected) {

  private static final double MOST = 1e15;

  public Statistic {
    if (name.isBlank() || name.contains(":") || name.length() > Partitions.MOST_LETTERS) {
      throw new IllegalArgumentException(
          "name (%s) must have 1 to 1,000 letters and no colon.".formatted(name));
    }
    requirePositive("weight", weight);
    requirePositive("expected", expected);
    boolean ordered = measure instanceof Measure.Histogram || measure instanceof Measure.Running;
    if (ordered && partitions instanceof Partitions.Selected) {
      throw new IllegalArgumentException(
          "partitions of %s must be known, since they lie in an order. Name them.".formatted(name));
    }
  }

  /** One of weight 1 whose cells hold about a thousand. */
  public static Statistic of(
      String name, Measure measure, Partitions partitions, ContributionBounds bounds) {
    return new Statistic(name, measure, partitions, bounds, 1, 1000);
  }

  /** The same with this weight. */
  public Statistic withWeight(double weight) {
    return new Statistic(name, measure, partitions, bounds, weight, expected);
  }

  /** The same with cells of about this size. */
  public Statistic withExpected(double expected) {
    return new Statistic(name, measure, partitions, bounds, weight, expected);
  }

  private static void requirePositive(String field, double value) {
    if (!(value >= 1 / MOST && value <= MOST)) {
      throw new IllegalArgumentException(
          "%s (%s) must lie above 0 and be at most 1e15.".formatted(field, value));
    }
  }
}
