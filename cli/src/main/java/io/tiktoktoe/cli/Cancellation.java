package io.tiktoktoe.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether the work is to stop, and whether it has. Ctrl-C starts the shutdown of the process, which
 * exits with 130; the work then gets a moment to stop at its next report of progress, so that
 * nothing is left half done. Thread safe.
 */
final class Cancellation {

  /** How long an interrupted process waits for its work to stop; the store survives a kill. */
  private static final long GRACE_SECONDS = 5;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean requested;

  /** Stops the work when the process is asked to end. */
  void onInterrupt() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  requested = true;
                  awaitFinish();
                },
                "cancellation"));
  }

  /** Asks the work to stop at its next check. */
  void request() {
    requested = true;
  }

  boolean isRequested() {
    return requested;
  }

  /** Says that the work has ended. */
  void finish() {
    finished.countDown();
  }

  /**
   * Returns while the work may go on.
   *
   * @throws CancellationException once it is to stop
   */
  void check() {
    if (requested) {
      throw new CancellationException("interrupted");
    }
  }

  private void awaitFinish() {
    try {
      boolean inTime = finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
      if (!inTime) {
        System.err.println("tiktoktoe: stopped without waiting for the running step.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
