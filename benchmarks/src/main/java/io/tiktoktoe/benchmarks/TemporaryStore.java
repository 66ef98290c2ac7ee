package io.tiktoktoe.benchmarks;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.revenue.RevenueAnalytics;
import io.tiktoktoe.revenue.insight.RevenueContext;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/** A store that lives as long as the benchmark, filled from one file. */
public record TemporaryStore(Path folder, Store store) implements AutoCloseable {

  /** Reads the file by its named mapping and ingests it twice, printing what came of it. */
  public static TemporaryStore with(Path file, ReadOptions options) throws IOException {
    Path folder = Files.createTempDirectory("tiktoktoe-real");
    try (Reading reading = Connectors.open(file, options)) {
      Store store =
          Store.open(
              folder.resolve("store.duckdb"),
              StoreOptions.defaults().withReadable(reading.files()));
      System.out.println(file.getFileName() + " as " + reading.format());
      reading.notes().forEach(note -> System.out.println("  note: " + note));
      IngestReport first =
          store.events().ingest(reading.relation(), IngestOptions.of("first", RealInput.NOW));
      System.out.printf(
          "  accepted %,d, duplicates %,d, conflicts %,d, rejected %,d %s%n",
          first.accepted(),
          first.duplicates(),
          first.conflicts(),
          first.rejected(),
          first.reasons());
      IngestReport second =
          store.events().ingest(reading.relation(), IngestOptions.of("second", RealInput.NOW));
      System.out.printf("  the same again: accepted %,d%n", second.accepted());
      return new TemporaryStore(folder, store);
    }
  }

  /** Everything known of a creator, from the first quarter hour to the last event. */
  public RevenueInsights analyze(CreatorProfile creator) {
    Instant from = DateRange.bucket(store.revenue().dataFrom(creator));
    Instant to = store.revenue().dataThrough(creator).plusSeconds(1);
    long start = System.nanoTime();
    RevenueInsights insights =
        RevenueAnalytics.of(store.revenue())
            .analyzeRevenueStreams(
                creator,
                new DateRange(from, to, creator.zone()),
                RevenueContext.at(RealInput.NOW, 1));
    System.out.printf(
        "%s: analysed in %.1f s%n", creator.creator(), (System.nanoTime() - start) / 1e9);
    return insights;
  }

  @Override
  public void close() throws IOException {
    store.close();
    try (var files = Files.walk(folder)) {
      Path[] all = files.toArray(Path[]::new);
      Arrays.sort(all, (a, b) -> b.compareTo(a));
      for (Path path : all) {
        Files.delete(path);
      }
    }
  }
}
