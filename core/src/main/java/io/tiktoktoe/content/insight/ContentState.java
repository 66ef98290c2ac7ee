package io.tiktoktoe.content.insight;

/** Publication states that change how a content's figures are to be read. */
public enum ContentState {
  /** Out for at least a day. */
  OUT,
  /** Younger than a day: mostly the prior's word. */
  YOUNG,
  /** Published after the day as of which is told. */
  AHEAD,
  /** Nobody watched it. */
  UNSEEN,
  /** Taken down: it brings nothing more. */
  REMOVED
}
