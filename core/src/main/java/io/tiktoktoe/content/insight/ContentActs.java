package io.tiktoktoe.content.insight;

/**
 * Behavioural events at contents, in columns, oldest first.
 *
 * @param size rows that count of each column
 * @param seconds when, seconds since 1970
 * @param content place in the list of contents
 * @param fan place of who did it, {@link #NOBODY} without a name
 * @param platform place in the list of platforms
 * @param kind ordinal of {@link Kind}
 * @param quantity how many it stands for
 * @param watchedMs milliseconds watched by all of them
 * @param completed how many of them reached the end
 */
public record ContentActs(
    int size,
    long[] seconds,
    int[] content,
    int[] fan,
    short[] platform,
    byte[] kind,
    int[] quantity,
    long[] watchedMs,
    int[] completed) {

  /** Place of whoever has no name. */
  public static final int NOBODY = -1;

  /** Most views of one content by one person within a day of UTC; above is a machine. */
  public static final int MOST_OF_ONE = 100;

  /** Most views of all contents by one person within a day of UTC; above is a machine. */
  public static final int MOST_OF_ALL = 1_000;

  /** What may be done. */
  public enum Kind {
    VIEW,
    LIKE,
    COMMENT,
    SHARE,
    FOLLOW
  }
}
