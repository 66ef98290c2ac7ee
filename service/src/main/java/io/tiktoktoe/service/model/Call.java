package io.tiktoktoe.service.model;

import io.tiktoktoe.work.Progress;
import java.time.Instant;

/**
 * What one call of the service is made under.
 *
 * @param now the present; nothing after it counts
 * @param progress hears of progress and may cancel this call, and no other
 */
public record Call(Instant now, Progress progress) {

  /** Silent, at this time. */
  public static Call at(Instant now) {
    return new Call(now, Progress.SILENT);
  }
}
