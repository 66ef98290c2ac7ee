package io.tiktoktoe.content.insight;

/**
 * Random assignments of fans to see a content or not (a randomised holdout), in columns, oldest
 * first.
 *
 * @param size rows that count of each column
 * @param seconds when it was drawn, seconds since 1970
 * @param content place in the list of contents
 * @param fan place of whom it was drawn for
 * @param shown whether the content was offered; withheld otherwise
 */
public record ContentAssignments(
    int size, long[] seconds, int[] content, int[] fan, boolean[] shown) {

  /** No assignments. */
  public static ContentAssignments none() {
    return new ContentAssignments(0, new long[0], new int[0], new int[0], new boolean[0]);
  }
}
