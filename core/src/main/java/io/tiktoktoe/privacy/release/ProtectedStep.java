package io.tiktoktoe.privacy.release;

import java.util.List;

/** A window of a stream that may be seen. Only this package makes it. */
public final class ProtectedStep {

  private final List<ProtectedNumber> numbers;
  private final List<Double> shared;
  private final long block;
  private final boolean repeated;

  ProtectedStep(List<ProtectedNumber> numbers, List<Double> shared, long block, boolean repeated) {
    this.numbers = List.copyOf(numbers);
    this.shared = List.copyOf(shared);
    this.block = block;
    this.repeated = repeated;
  }

  /** One for each statistic, in the order of the question. */
  public List<ProtectedNumber> numbers() {
    return numbers;
  }

  /**
   * Deviation of the part of each number's noise that all windows of its block have in common: it
   * falls out of their differences.
   */
  public List<Double> shared() {
    return shared;
  }

  /** Windows of one block share noise. */
  public long block() {
    return block;
  }

  /** Whether this is an earlier answer again, at no cost. */
  public boolean isRepeated() {
    return repeated;
  }
}
