package io.tiktoktoe.store.query;

import io.tiktoktoe.event.Period;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.Engine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Reads the four streams of a creator at once when the first is asked for, and hands each of the
 * others out once: whoever asks for one usually asks for all, often at the same time. Nothing older
 * than the last commit is handed out. Thread safe.
 */
public final class StreamsTogether {

  /** Reads of which something may still be asked for; beyond these the oldest is forgotten. */
  private static final int MOST_READS = 8;

  private final Engine engine;
  private final Writer writer;
  private final Dimensions dimensions;
  private final Map<Request, Read> reads = new LinkedHashMap<>();

  public StreamsTogether(Engine engine, Writer writer) {
    this.engine = engine;
    this.writer = writer;
    this.dimensions = new Dimensions(engine);
  }

  private record Request(long creator, Instant from, Instant to) {}

  /** One read and the streams that were not handed out yet. */
  private record Read(
      long commits, FutureTask<Map<Stream, RevenueCells>> cells, List<Stream> left) {}

  /** One creator's cells of one stream. */
  RevenueCells of(long creator, Period period, Stream stream) {
    Read read = read(new Request(creator, period.from(), period.to()), period, stream);
    read.cells().run();
    try {
      return java.util.Objects.requireNonNull(read.cells().get().remove(stream));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException problem
          ? problem
          : new IllegalStateException(e.getCause());
    }
  }

  private synchronized Read read(Request request, Period period, Stream stream) {
    Read known = reads.remove(request);
    Read read =
        known != null && known.commits() == writer.commits() && known.left().remove(stream)
            ? known
            : begin(request, period, stream);
    if (!read.left().isEmpty()) {
      reads.put(request, read);
    }
    if (reads.size() > MOST_READS) {
      reads.remove(reads.keySet().iterator().next());
    }
    return read;
  }

  private Read begin(Request request, Period period, Stream stream) {
    List<Stream> left = new ArrayList<>(List.of(Stream.values()));
    left.remove(stream);
    long creator = request.creator();
    return new Read(
        writer.commits(),
        new FutureTask<>(
            () -> new ConcurrentHashMap<>(RevenueCells.read(engine, dimensions, creator, period))),
        left);
  }
}
