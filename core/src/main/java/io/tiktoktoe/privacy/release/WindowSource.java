package io.tiktoktoe.privacy.release;

/** Where a window of a stream is read, after the charge; anew for each draw. */
@FunctionalInterface
public interface WindowSource {

  /**
   * Reads, in one snapshot, the events that {@link StreamRecord#counts} deals out to the window.
   *
   * @param released what was released of the stream before
   */
  WindowContributions read(StreamRecord released);
}
