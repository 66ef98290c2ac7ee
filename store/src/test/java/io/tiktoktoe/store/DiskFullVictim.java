package io.tiktoktoe.store;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A program whose disk is full in between: no file of it may then grow beyond a few kilobytes
 * ({@code RLIMIT_FSIZE}), which fails writes as a full disk does and needs no rights. It prints
 * what each step said.
 */
final class DiskFullVictim {

  /** {@code RLIMIT_FSIZE} of Linux and macOS. */
  private static final int FILE_SIZE = 1;

  /** Less than any write-ahead log that has taken a batch; DuckDB's headers fit. */
  private static final long FULL = 16_384;

  private static final long FREE = -1;

  private DiskFullVictim() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    StoreOptions options =
        StoreOptions.defaults().withMemoryMegabytes(256).withWritable(List.of(folder));
    try (Store store = Store.open(folder.resolve("full.duckdb"), options)) {
      ingest(store, 1);
      ingest(store, 2);
      disk(FULL);
      ingest(store, 3);
      ingest(store, 4);
      step("compaction", () -> store.events().compact());
      step("export", () -> store.exporter().export("events", folder.resolve("events.csv")));
      step("profile", () -> store.settings().setProfile(creator(1)));
      System.out.println("read " + cents(store, 1) + " " + cents(store, 2) + " " + cents(store, 3));
      disk(FREE);
      ingest(store, 3);
      step("compaction", () -> store.events().compact());
      disk(FULL);
      ingest(store, 4);
    }
    try (Store store = Store.open(folder.resolve("full.duckdb"), options)) {
      System.out.println("reopened on a full disk, read " + cents(store, 3));
    }
  }

  private static void ingest(Store store, int batch) {
    step(
        "batch " + batch,
        () -> store.events().ingest(CrashVictim.relation(batch), Sample.options()));
  }

  private static void step(String name, Runnable work) {
    try {
      work.run();
      System.out.println(name + " done");
    } catch (StoreException e) {
      System.out.println(name + " " + e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  /** The tips of the creator of a batch. */
  private static long cents(Store store, int batch) {
    DateRange period =
        new DateRange(
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-02-01T00:00:00Z"),
            ZoneId.of("UTC"));
    return Sample.cells(store, creator(batch), period, Stream.TIPS).stream()
        .mapToLong(RevenueCell::gross)
        .sum();
  }

  private static CreatorProfile creator(int batch) {
    return new CreatorProfile("creator" + batch, ZoneId.of("UTC"), Money.currency("USD"));
  }

  /** Limits how large any file of this process may grow. */
  private static void disk(long bytes) {
    Linker linker = Linker.nativeLinker();
    MemorySegment function = linker.defaultLookup().findOrThrow("setrlimit");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limits = arena.allocate(ValueLayout.JAVA_LONG, 2);
      limits.setAtIndex(ValueLayout.JAVA_LONG, 0, bytes);
      limits.setAtIndex(ValueLayout.JAVA_LONG, 1, FREE);
      int failed =
          (int)
              linker
                  .downcallHandle(
                      function,
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                  .invokeExact(FILE_SIZE, limits);
      if (failed != 0) {
        throw new IllegalStateException("setrlimit failed");
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
