package io.tiktoktoe.call;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Stops work from another thread, in the middle of a statement too. What was running ends with a
 * {@link CancellationException} and its transaction is rolled back; what was stored before stays.
 * Thread safe. A request is final, so take one for each thing that is to stop by itself:
 *
 * <ul>
 *   <li>one call, or several: {@link #during}; the store goes on with other calls;
 *   <li>everything: give it to the {@code StoreOptions}; afterwards the store can only be closed,
 *       and opened again with another one.
 * </ul>
 */
public final class Cancellation {

  private static final long AGAIN_MILLIS = 20;

  /** What stops the calls of this thread, beside what stops the whole store. */
  private static final ScopedValue<Cancellation> CALL = ScopedValue.newInstance();

  private final Set<Statement> running = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Runnable> inners = Collections.newSetFromMap(new IdentityHashMap<>());
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

  /**
   * Does work whose calls of any store this stops, on this thread: queries, ingests, exports.
   * Within it, another one may be given to a part of the work; that part hears both.
   *
   * @throws CancellationException once it is requested
   */
  public <T> T during(Supplier<T> work) {
    check();
    return CALL.isBound()
        ? CALL.get().alsoStopping(this, () -> ScopedValue.where(CALL, this).call(work::get))
        : ScopedValue.where(CALL, this).call(work::get);
  }

  /** Passes a request on to {@code inner} while the work runs. */
  private <T> T alsoStopping(Cancellation inner, Supplier<T> work) {
    Runnable pass = inner::request;
    synchronized (this) {
      check();
      inners.add(pass);
    }
    try {
      return work.get();
    } finally {
      synchronized (this) {
        inners.remove(pass);
      }
    }
  }

  /** Asks the work to stop; returns at once. */
  public void request() {
    synchronized (this) {
      if (requested) {
        return;
      }
      requested = true;
      inners.forEach(Runnable::run);
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
   * @throws CancellationException once it is to stop, or this thread's call
   */
  public void check() {
    if (requested || CALL.isBound() && CALL.get().requested) {
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
    if (CALL.isBound() && CALL.get() != this) {
      return CALL.get().stoppable(statement, () -> stoppable(statement, execution));
    }
    return stoppable(statement, execution);
  }

  private <T> T stoppable(Statement statement, Execution<T> execution) throws SQLException {
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
