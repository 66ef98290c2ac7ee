package io.tiktoktoe.revenue.cells;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.FailedPayments;
import io.tiktoktoe.metric.FanConcentration;
import io.tiktoktoe.metric.ProductSales;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Settlement;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Everything an analysis needs from its source, asked for at the same time, each question on a
 * virtual thread of its own. The first failure cancels the others and is thrown as it is: there are
 * no partial answers.
 *
 * @param streams cells of the four streams over the whole history, in the order of {@link Stream}
 * @param movements movements of recurring income over the whole history
 * @param fans how the recent sales spread over fans
 * @param products what each product sold recently
 * @param failed renewals that failed recently
 * @param settlements how recent estimates were settled
 */
public record Collected(
    List<List<RevenueCell>> streams,
    List<SubscriptionMovement> movements,
    FanConcentration fans,
    List<ProductSales> products,
    FailedPayments failed,
    List<Settlement> settlements) {

  /**
   * Asks the source.
   *
   * @param history from the first event, or the comparison if that is earlier, to the present
   * @param recent the part that stands for the present
   * @throws CancellationException if the progress cancels or the thread is interrupted
   */
  public static Collected from(
      RevenueSource source,
      CreatorProfile creator,
      DateRange history,
      DateRange recent,
      Progress progress) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Questions questions = new Questions(threads);
      List<Future<List<RevenueCell>>> streams = new ArrayList<>();
      for (Stream stream : Stream.values()) {
        streams.add(
            questions.ask(
                () -> checked(source.collect(creator, history, stream), stream, history)));
      }
      Future<List<SubscriptionMovement>> movements =
          questions.ask(() -> source.movements(creator, history));
      Future<FanConcentration> fans = questions.ask(() -> source.fans(creator, recent));
      Future<List<ProductSales>> products = questions.ask(() -> source.products(creator, recent));
      Future<FailedPayments> failed = questions.ask(() -> source.failedPayments(creator, recent));
      Future<List<Settlement>> settlements =
          questions.ask(() -> source.settlements(creator, recent));
      questions.await(progress);
      List<List<RevenueCell>> cells = new ArrayList<>();
      for (Future<List<RevenueCell>> stream : streams) {
        cells.add(stream.resultNow());
      }
      return new Collected(
          cells,
          movements.resultNow(),
          fans.resultNow(),
          products.resultNow(),
          failed.resultNow(),
          settlements.resultNow());
    }
  }

  private static List<RevenueCell> checked(
      List<RevenueCell> cells, Stream stream, DateRange period) {
    for (RevenueCell cell : cells) {
      if (cell.stream() != stream || !period.contains(cell.bucket())) {
        throw new IllegalStateException(
            "the source gave a cell of %s at %s when asked for %s from %s to %s."
                .formatted(
                    cell.stream().label(),
                    cell.bucket(),
                    stream.label(),
                    period.from(),
                    period.to()));
      }
    }
    return cells;
  }

  /** Questions under way. */
  private static final class Questions {

    private final CompletionService<Object> answers;
    private final List<Future<?>> asked = new ArrayList<>();

    Questions(ExecutorService threads) {
      answers = new ExecutorCompletionService<>(threads);
    }

    @SuppressWarnings("unchecked") // The future is completed by the callable it is typed after.
    <T> Future<T> ask(Callable<T> question) {
      Future<T> future = (Future<T>) answers.submit((Callable<Object>) (Callable<?>) question);
      asked.add(future);
      return future;
    }

    /** Waits for all; the first failure stops the others. */
    void await(Progress progress) {
      try {
        for (int done = 0; done < asked.size(); done++) {
          progress.report("collecting revenue", done, asked.size());
          answers.take().get();
        }
        progress.report("collecting revenue", asked.size(), asked.size());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        CancellationException cancelled =
            new CancellationException("collecting revenue was interrupted.");
        cancelled.initCause(e);
        throw cancelled;
      } catch (ExecutionException e) {
        throw asItIs(e);
      } finally {
        asked.forEach(question -> question.cancel(true));
      }
    }

    private static RuntimeException asItIs(ExecutionException failure) {
      return switch (failure.getCause()) {
        case RuntimeException cause -> cause;
        case Error cause -> throw cause;
        case null, default ->
            new IllegalStateException(
                "collecting revenue failed: " + failure.getMessage(), failure);
      };
    }
  }
}
