package io.tiktoktoe.store.model;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Stops work from another thread, in the middle of a statement too. Give the same one to the {@link
 * StoreOptions} and to whatever else is to stop with the store. What was running ends with a {@link
 * CancellationException} and its transaction is rolled back; what was stored before stays. Final:
 * afterwards the store can only be closed, and opened again with another one. Thread safe.
 */
public final class Cancellation {

  private static final long AGAIN_MILLIS = 20;

  private final Set<Statement> running = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Runnable> lastSteps = Collections.newSetFromMap(new IdentityHashMap<>());
  private volatile boolean requested;

  /** Not requested yet. */
  public Cancellation() {}

  /**
   * What a statement does.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Execution<T> {
    /** Executes the statement. */
    T execute() throws SQLException;
  }

  /** Asks the work to stop; returns at once. */
  public void request() {
    synchronized (this) {
      if (requested) {
        return;
      }
      requested = true;
    }
    Thread.ofPlatform().name("cancellation").daemon().start(this::cancelRunning);
  }

  /**
   * What to do if the process ends without waiting for the running step, such as deleting files.
   */
  public synchronized void addLastStep(Runnable step) {
    lastSteps.add(step);
  }

  /** Takes a last step back: its work has ended as it should. */
  public synchronized void removeLastStep(Runnable step) {
    lastSteps.remove(step);
  }

  /** Does the last steps; the process must end then. */
  public synchronized void abandon() {
    lastSteps.forEach(Runnable::run);
  }

  /** Whether the work is to stop. */
  public boolean isRequested() {
    return requested;
  }

  /**
   * Returns while the work may go on.
   *
   * @throws CancellationException once it is to stop
   */
  public void check() {
    if (requested) {
      throw new CancellationException("interrupted");
    }
  }

  /**
   * Executes a statement so that a request cancels it. What reads its rows belongs inside: the
   * engine may tell only there, and in any words, that it was cancelled.
   *
   * @throws CancellationException if the work is to stop, before or during the statement
   */
  public <T> T execute(Statement statement, Execution<T> execution) throws SQLException {
    synchronized (this) {
      check();
      running.add(statement);
    }
    try {
      return execution.execute();
    } catch (SQLException e) {
      if (requested) {
        throw (CancellationException) new CancellationException("interrupted").initCause(e);
      }
      throw e;
    } finally {
      // Under the lock: no cancel may hit what runs next on this connection, such as a rollback.
      synchronized (this) {
        running.remove(statement);
      }
    }
  }

  /** Again and again until they have ended: the engine forgets a cancel just before a start. */
  private void cancelRunning() {
    try {
      while (cancelOnce()) {
        Thread.sleep(AGAIN_MILLIS);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a running statement cannot be cancelled", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean cancelOnce() throws SQLException {
    for (Statement statement : running) {
      statement.cancel();
    }
    return !running.isEmpty();
  }
}
