package io.tiktoktoe.privacy.release;

/** What comes of asking for a window of a stream. */
public sealed interface StepOutcome {

  /**
   * It was made, or had been.
   *
   * @param step what may be seen
   */
  record Released(ProtectedStep step) implements StepOutcome {}

  /**
   * It was not; no data were read.
   *
   * @param why never {@link ReleaseOutcome.Released}
   */
  record NotReleased(ReleaseOutcome why) implements StepOutcome {}
}
