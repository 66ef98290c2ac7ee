package io.tiktoktoe.store.model;

import io.tiktoktoe.work.Progress;
import java.time.Duration;
import java.time.Instant;

/**
 * How a batch is taken in.
 *
 * @param batch name of the batch, for people and for {@code EventLog.replayRejects}; several calls
 *     may share one. It is kept without addresses and numbers of persons, as the report gives it.
 * @param strict whether events with attributes (fields that the model does not know) are refused
 * @param now the present; {@code time} may be at most {@code ahead} after it
 * @param ahead how far a sender's clock may be ahead, 24 hours by default
 * @param progress hears of progress and may cancel between chunks; what is committed stays
 */
public record IngestOptions(
    String batch, boolean strict, Instant now, Duration ahead, Progress progress) {

  /** How far ahead of the present an event's time may be by default. */
  public static final Duration AHEAD = Duration.ofHours(24);

  public IngestOptions {
    if (batch.isBlank()) {
      throw new IllegalArgumentException("batch is empty. Name it, such as by its file.");
    }
    if (ahead.isNegative()) {
      throw new IllegalArgumentException(
          "ahead (" + ahead + ") is negative. Use PT0S to allow nothing ahead of the present.");
    }
  }

  /** A lenient, silent batch at this present. */
  public static IngestOptions of(String batch, Instant now) {
    return new IngestOptions(batch, false, now, AHEAD, Progress.SILENT);
  }

  /** The same under this name. */
  public IngestOptions withBatch(String newBatch) {
    return new IngestOptions(newBatch, strict, now, ahead, progress);
  }

  /** The same, refusing unknown fields or not. */
  public IngestOptions withStrict(boolean newStrict) {
    return new IngestOptions(batch, newStrict, now, ahead, progress);
  }

  /** The same with this tolerance for clocks that are ahead. */
  public IngestOptions withAhead(Duration newAhead) {
    return new IngestOptions(batch, strict, now, newAhead, progress);
  }

  /** The same that reports here. */
  public IngestOptions withProgress(Progress newProgress) {
    return new IngestOptions(batch, strict, now, ahead, newProgress);
  }
}
