package io.tiktoktoe.forecast;

import io.tiktoktoe.metric.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Runs independent pieces of work on a fixed number of threads; results come in order. */
final class Parallel {

  /** Pieces between two reports of progress. */
  private static final int REPORT_EVERY = 16;

  private Parallel() {}

  /** The results of {@code work} for 0 to count - 1. A failure or cancellation stops the rest. */
  static <T> List<T> map(
      String what, int count, int threads, Progress progress, IntFunction<T> work) {
    List<T> results = new ArrayList<>(java.util.Collections.nCopies(count, null));
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    AtomicBoolean stopped = new AtomicBoolean();
    Runnable worker =
        () -> {
          try {
            for (int at = next.getAndIncrement();
                at < count && !stopped.get();
                at = next.getAndIncrement()) {
              results.set(at, work.apply(at));
              int finished = done.incrementAndGet();
              if (finished % REPORT_EVERY == 0 || finished == count) {
                progress.report(what, finished, count);
              }
            }
          } finally {
            // Whoever ends first has found no more work, or has failed.
            stopped.compareAndSet(false, next.get() < count);
          }
        };
    run(worker, Math.clamp(threads, 1, Math.max(1, count)));
    return results;
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
      throw new java.util.concurrent.CancellationException("forecasting was interrupted");
    }
  }
}
