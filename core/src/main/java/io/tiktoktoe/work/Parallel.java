package io.tiktoktoe.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Runs independent pieces of work on a fixed number of threads; results come in order. */
public final class Parallel<T> {

  /** Pieces between two reports of progress. */
  private static final int REPORT_EVERY = 16;

  /** How far work may run ahead of the result that is due, so that few results wait. */
  private static final int AHEAD = 256;

  private final int count;
  private final IntFunction<T> work;
  private final Consumer<T> sink;
  private final String what;
  private final Progress progress;
  private final Map<Integer, T> waiting = new HashMap<>();
  private int next;
  private int due;
  private boolean delivering;
  private boolean stopped;

  private Parallel(
      String what, int count, Progress progress, IntFunction<T> work, Consumer<T> sink) {
    this.what = what;
    this.count = count;
    this.progress = progress;
    this.work = work;
    this.sink = sink;
  }

  /** The results of {@code work} for 0 to count - 1. A failure or cancellation stops the rest. */
  public static <T> List<T> map(
      String what, int count, int threads, Progress progress, IntFunction<T> work) {
    List<T> results = new ArrayList<>(count);
    inOrder(what, count, threads, progress, work, results::add);
    return results;
  }

  /**
   * Gives the results of {@code work} for 0 to count - 1 to {@code sink}, in order and one at a
   * time, while others are worked on; on whichever thread had the one that was due. A failure or
   * cancellation stops the rest.
   */
  public static <T> void inOrder(
      String what,
      int count,
      int threads,
      Progress progress,
      IntFunction<T> work,
      Consumer<T> sink) {
    Parallel<T> parallel = new Parallel<>(what, count, progress, work, sink);
    run(parallel::work, Math.clamp(threads, 1, Math.max(1, count)));
  }

  private void work() {
    boolean finished = false;
    try {
      for (int at = take(); at < count; at = take()) {
        deliver(at, work.apply(at));
      }
      finished = true;
    } finally {
      if (!finished) {
        stop();
      }
    }
  }

  private synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** The next piece of work; {@code count} when there is none. */
  private synchronized int take() {
    while (!stopped && next < count && next - due > AHEAD) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("forecasting was interrupted");
      }
    }
    return stopped || next >= count ? count : next++;
  }

  private void deliver(int at, T result) {
    synchronized (this) {
      waiting.put(at, result);
      if (delivering) {
        return;
      }
      delivering = true;
    }
    while (!stoppedOrNothingDue()) {
      T one;
      synchronized (this) {
        one = waiting.remove(due);
      }
      sink.accept(one);
      report(passOn());
    }
  }

  private synchronized boolean stoppedOrNothingDue() {
    if (stopped || !waiting.containsKey(due)) {
      delivering = false;
      return true;
    }
    return false;
  }

  private synchronized int passOn() {
    due++;
    notifyAll();
    return due;
  }

  private void report(int delivered) {
    if (delivered % REPORT_EVERY == 0 || delivered == count) {
      progress.report(what, delivered, count);
    }
  }

  private static void run(Runnable worker, int threads) {
    if (threads == 1) {
      worker.run();
      return;
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(executor.submit(worker));
      }
      for (Future<?> one : workers) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("forecasting failed in a worker thread", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("forecasting was interrupted");
    }
  }
}
