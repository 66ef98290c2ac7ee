package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.question.Statistic;
import java.util.List;
import java.util.Optional;

/** A statistic whose numbers may be seen. Only this package makes it. */
public final class ProtectedStatistic {

  private final Statistic statistic;
  private final List<ProtectedNumber> numbers;
  private final List<ProtectedNumber> people;
  private final List<ProtectedNumber> totals;

  ProtectedStatistic(
      Statistic statistic,
      List<ProtectedNumber> numbers,
      List<ProtectedNumber> people,
      List<ProtectedNumber> totals) {
    this.statistic = statistic;
    this.numbers = List.copyOf(numbers);
    this.people = List.copyOf(people);
    this.totals = List.copyOf(totals);
  }

  /** What was asked, with the bounds that were used where the data chose them. */
  public Statistic statistic() {
    return statistic;
  }

  /**
   * The answer: a number for each known partition in its order, each selected one by name, each of
   * the top by size, or each quantile.
   */
  public List<ProtectedNumber> numbers() {
    return numbers;
  }

  /** How many persons each number of a mean stands on; empty for other measures. */
  public List<ProtectedNumber> people() {
    return people;
  }

  /** The sums of a mean; empty for other measures. */
  public List<ProtectedNumber> totals() {
    return totals;
  }

  /** The number of a label. */
  public Optional<ProtectedNumber> number(String label) {
    return numbers.stream().filter(one -> one.label().equals(label)).findFirst();
  }
}
