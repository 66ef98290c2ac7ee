package io.tiktoktoe.series.anomaly;

/** Tells news from repetition: whether a score exceeds all those of a while before it. */
final class Novelty {

  /** A repeated event counts again only if its score is higher by this. */
  private static final double MARGIN = .02;

  private final double quiet;
  private int[] steps = new int[16];
  private double[] scores = new double[16];
  private int first;
  private int count;
  private int step;

  /** Compares with the last share {@code quiet} of all steps so far. */
  Novelty(double quiet) {
    this.quiet = quiet;
  }

  /** Whether {@code score} is news; O(1) on average. */
  boolean isNews(double score) {
    int reach = (int) (quiet * step);
    while (count > 0 && steps[first] < step - reach) {
      first = (first + 1) % steps.length;
      count--;
    }
    boolean news = count == 0 || score > scores[first] + MARGIN;
    while (count > 0 && scores[last()] <= score) {
      count--;
    }
    append(score);
    step++;
    return news;
  }

  private int last() {
    return (first + count - 1) % steps.length;
  }

  private void append(double score) {
    if (count == steps.length) {
      grow();
    }
    count++;
    steps[last()] = step;
    scores[last()] = score;
  }

  private void grow() {
    int[] moreSteps = new int[2 * count];
    double[] moreScores = new double[2 * count];
    for (int i = 0; i < count; i++) {
      moreSteps[i] = steps[(first + i) % count];
      moreScores[i] = scores[(first + i) % count];
    }
    steps = moreSteps;
    scores = moreScores;
    first = 0;
  }
}
