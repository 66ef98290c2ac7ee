package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.ledger.StreamRecord;

/** Where a window of a stream is read, after the charge; anew for each draw. */
@FunctionalInterface
public interface WindowSource {

  /**
   * Reads, in one snapshot, the events that {@link StreamRecord#counts} deals out to the window.
   *
   * @param released what was released of the stream before
   */
  Snapshot read(StreamRecord released);

  /**
   * What was read.
   *
   * @param through number of the last commit in the snapshot, whatever it brought
   * @param contributions to the statistics
   */
  record Snapshot(long through, ContributionSource contributions) {}
}
