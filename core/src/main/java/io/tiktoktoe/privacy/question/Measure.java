package io.tiktoktoe.privacy.question;

import java.util.List;

/** What is asked of each partition. */
public sealed interface Measure {

  /** How many persons it has. */
  record People() implements Measure {}

  /** How many events it has. */
  record Events() implements Measure {}

  /** The sum of its persons' clamped amounts. */
  record Total() implements Measure {}

  /** The mean of its persons' clamped amounts: a noisy sum over a noisy count. */
  record Mean() implements Measure {}

  /**
   * Quantiles of its persons' clamped amounts, by a tree of counts.
   *
   * @param probabilities above 0 and below 1, rising
   */
  record AmountQuantiles(List<Double> probabilities) implements Measure {

    public AmountQuantiles {
      probabilities = List.copyOf(probabilities);
      double last = 0;
      for (double one : probabilities) {
        if (!(one > last && one < 1)) {
          throw new IllegalArgumentException(
              "probability (%s) must lie above %s and below 1.".formatted(one, last));
        }
        last = one;
      }
      if (probabilities.isEmpty()) {
        throw new IllegalArgumentException("There must be at least one probability.");
      }
    }
  }

  /**
   * Events by partition, which lie in an order (hours, ages), with counts of groups of neighbours
   * made consistent: sums over ranges are much surer than sums of single cells.
   *
   * @param fanOut how many make a group, from 2
   */
  record Histogram(int fanOut) implements Measure {

    public Histogram {
      if (fanOut < 2) {
        throw new IllegalArgumentException("fanOut (%d) must be at least 2.".formatted(fanOut));
      }
    }
  }

  /**
   * The partitions with the most persons, largest first, with their numbers.
   *
   * @param count how many, from 1
   */
  record Top(int count) implements Measure {

    public Top {
      if (count < 1) {
        throw new IllegalArgumentException("count (%d) must be at least 1.".formatted(count));
      }
    }
  }

  /** Events from the first partition to each, which are steps of time, one after the other. */
  record Running() implements Measure {}
}
