package io.tiktoktoe.work;

/**
 * Hears how far long work has come and may cancel it. Implementations must be thread safe.
 *
 * <p>Cancellation: {@link #report} throws {@link java.util.concurrent.CancellationException}; the
 * work stops at its next report and leaves nothing half done.
 */
@FunctionalInterface
public interface Progress {

  /** Hears nothing and never cancels. */
  Progress SILENT = (step, done, total) -> {};

  /**
   * Reports that {@code done} of {@code total} units of {@code step} are finished.
   *
   * @param step what is being done, for people, such as {@code ingesting events.parquet}
   * @param done finished units
   * @param total units in all, or -1 when unknown
   * @throws java.util.concurrent.CancellationException if the work is to stop
   */
  void report(String step, long done, long total);

  /**
   * What to do if the process ends without waiting for the work to stop, such as deleting a file
   * that is half written; must be quick and do nothing once the work has ended. Forgotten where the
   * process is never ended so.
   */
  default void ifAbandoned(Runnable lastStep) {}
}
