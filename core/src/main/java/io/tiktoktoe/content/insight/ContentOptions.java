package io.tiktoktoe.content.insight;

import io.tiktoktoe.work.Progress;

/**
 * How contents are valued.
 *
 * @param rule what counts as a touch
 * @param threads that may work at once; the answer does not depend on them
 * @param seed of the random generator
 * @param progress hears how far it is and may cancel
 */
public record ContentOptions(TouchRule rule, int threads, long seed, Progress progress) {

  /** Refuses less than one thread. */
  public ContentOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads (%d) must be at least 1.".formatted(threads));
    }
  }

  /** A week's window, one thread, seed 1. */
  public static ContentOptions defaults() {
    return new ContentOptions(TouchRule.USUAL, 1, 1, Progress.SILENT);
  }

  /** The same by this rule. */
  public ContentOptions withRule(TouchRule other) {
    return new ContentOptions(other, threads, seed, progress);
  }

  /** The same with this seed. */
  public ContentOptions withSeed(long other) {
    return new ContentOptions(rule, threads, other, progress);
  }

  /** The same on so many threads. */
  public ContentOptions withThreads(int other) {
    return new ContentOptions(rule, other, seed, progress);
  }

  /** The same that reports here. */
  public ContentOptions withProgress(Progress other) {
    return new ContentOptions(rule, threads, seed, other);
  }
}
