package io.tiktoktoe.pipeline.insight;

import io.tiktoktoe.privacy.ledger.StreamRecord;
import io.tiktoktoe.privacy.release.ContributionSource;
import io.tiktoktoe.privacy.release.WindowSource;
import java.util.function.Function;

/** Raw data of a window of a platform's stream. Read by the protecting step alone. */
@FunctionalInterface
public interface WindowStream {

  /**
   * Opens a snapshot of the events that count in the window, and lets them be counted.
   *
   * @param released windows of the stream before this one
   * @param counting reads all that it needs before it returns
   */
  WindowSource.Snapshot read(
      StreamRecord released, Function<AnalyticsStream, ContributionSource> counting);
}
