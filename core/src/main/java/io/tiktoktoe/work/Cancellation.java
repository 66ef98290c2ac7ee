package io.tiktoktoe.work;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Stops work from another thread: cooperative cancellation, which also ends a step that waits for
 * something else to finish, such as a statement of a store. What was running ends with a {@link
 * CancellationException} and leaves nothing half done; what was finished before stays. Thread safe.
 * A request is final, so take one for each thing that is to stop by itself:
 *
 * <ul>
 *   <li>one call, or several: {@link #during}; whoever answers it goes on with other calls;
 *   <li>everything: give it to the options of what does the work, such as a store, which can only
 *       be closed afterwards, and opened again with another one.
 * </ul>
 */
public final class Cancellation {

  private static final long AGAIN_MILLIS = 20;

  /** What stops the calls of this thread, beside what stops everything. */
  private static final ScopedValue<Cancellation> CALL = ScopedValue.newInstance();

  private final Set<Running> running = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Runnable> inners = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Runnable> lastSteps = Collections.newSetFromMap(new IdentityHashMap<>());
  private volatile boolean requested;

  /** Not requested yet. */
  public Cancellation() {}

  /**
   * One step of the work.
   *
   * @param <T> what comes of it
   * @param <X> how it fails
   */
  @FunctionalInterface
  public interface Execution<T, X extends Exception> {
    /** Does the step. */
    T execute() throws X;
  }

  /** Ends a step from another thread, so that it fails soon; without effect when none runs. */
  @FunctionalInterface
  public interface Stop {
    /** Ends it; called again until it has ended. */
    void stop() throws Exception;
  }

  /** A step that runs, known by itself. */
  private static final class Running {
    private final Stop stop;

    Running(Stop stop) {
      this.stop = stop;
    }
  }

  /**
   * Does work whose steps this stops, on this thread: a store's queries, ingests, exports. Within
   * it, another one may be given to a part of the work; that part hears both.
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
   * Executes a step so that a request ends it. What takes its result in pieces belongs inside: the
   * step may tell only there, and in any words, that it was ended.
   *
   * @throws CancellationException if the work is to stop, before or during the step
   * @throws X if the step fails by itself
   */
  public <T, X extends Exception> T execute(Stop stop, Execution<T, X> execution) throws X {
    if (CALL.isBound() && CALL.get() != this) {
      return CALL.get().stoppable(stop, () -> stoppable(stop, execution));
    }
    return stoppable(stop, execution);
  }

  private <T, X extends Exception> T stoppable(Stop stop, Execution<T, X> execution) throws X {
    Running one = new Running(stop);
    synchronized (this) {
      check();
      running.add(one);
    }
    try {
      return execution.execute();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      if (requested) {
        throw (CancellationException) new CancellationException("interrupted").initCause(e);
      }
      throw e;
    } finally {
      // Under the lock: no stop may hit what runs next in the same place, such as a rollback.
      synchronized (this) {
        running.remove(one);
      }
    }
  }

  /** Again and again until they have ended: an engine forgets a stop just before a start. */
  private void cancelRunning() {
    try {
      while (cancelOnce()) {
        Thread.sleep(AGAIN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("a running step cannot be stopped", e);
    }
  }

  private synchronized boolean cancelOnce() throws Exception {
    for (Running one : running) {
      one.stop.stop();
    }
    return !running.isEmpty();
  }
}
