package io.tiktoktoe.stats.allocate;

/** A limit on how many options of one mark are taken. */
final class CountedLimit extends Limit {

  private final int[] marks;
  private final int mark;

  CountedLimit(String name, Sense sense, int[] marks, int mark, double bound) {
    super(name, sense, bound);
    this.marks = marks;
    this.mark = mark;
  }

  @Override
  public double use(int option) {
    return marks[option] == mark ? 1 : 0;
  }

  @Override
  public Limit withBound(double newBound) {
    return new CountedLimit(name(), sense(), marks, mark, newBound);
  }

  @Override
  void charge(double price, double[] worth, int offset, int from, int to) {
    for (int at = 0; at < to - from; at++) {
      worth[offset + at] -= marks[from + at] == mark ? price : 0;
    }
  }

  @Override
  void requireOptions(int options) {
    if (marks.length != options) {
      throw new IllegalArgumentException(
          "marks of %s are given for %,d options, of which there are %,d."
              .formatted(name(), marks.length, options));
    }
  }
}
