package io.tiktoktoe.privacy.question;

import java.util.HashSet;
import java.util.List;

/** The cells of a statistic: whether they are known to everybody, or tell of persons themselves. */
public sealed interface Partitions {

  /** Longer labels are refused. */
  int MOST_LETTERS = 1000;

  /**
   * Cells that everybody knows, such as hours of the day: all are published, empty ones too.
   *
   * @param labels in the order of the answer, no two alike
   */
  record Known(List<String> labels) implements Partitions {

    public Known {
      labels = List.copyOf(labels);
      if (labels.isEmpty() || new HashSet<>(labels).size() < labels.size()) {
        throw new IllegalArgumentException(
            "labels (%s) must be at least one and no two alike.".formatted(labels));
      }
      if (labels.stream().anyMatch(label -> label.length() > MOST_LETTERS)) {
        throw new IllegalArgumentException(
            "labels may have %d letters. Shorten the longest.".formatted(MOST_LETTERS));
      }
    }
  }

  /** Cells that are there because persons are, such as titles: each is selected privately. */
  record Selected() implements Partitions {}
}
