package io.tiktoktoe.cli;

import io.tiktoktoe.audience.lifetime.PurchaseLog;
import io.tiktoktoe.audience.lifetime.PurchaseSummaries;
import io.tiktoktoe.cli.option.OptionDefaults;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.service.RatesFile;
import io.tiktoktoe.service.model.CalendarFile;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.table.PurchaseFile;
import io.tiktoktoe.table.SeriesFile;
import io.tiktoktoe.work.Cancellation;
import io.tiktoktoe.work.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The readers of files, sound files for each, and inputs made of them. */
final class FuzzDoors implements AutoCloseable {

  /** One in so many texts is packed, and changed after that. */
  private static final int PACKED = 6;

  /** One in so many readings is ingested: a store takes longer than all readers. */
  private static final int INGESTED = 16;

  /** Bytes at the end of a Parquet file within which its metadata lie. */
  private static final int FOOTER = 1_500;

  /** What reads files; {@code share} of a hundred inputs. */
  enum Door {
    CSV_EVENTS(27, ".csv"),
    JSON_EVENTS(12, ".ndjson"),
    PARQUET_EVENTS(5, ".parquet"),
    ZSTD_EVENTS(4, ".csv.zst"),
    SERIES(17, ".csv"),
    PURCHASES(5, ".csv"),
    PARQUET_SERIES(5, ".parquet"),
    MAPPING(8, ".csv"),
    FORMAT(2, ".format"),
    RATES(6, ".csv"),
    CALENDAR(5, ".csv"),
    SETTINGS(4, ".config");

    private final int share;
    private final String ending;

    Door(int share, String ending) {
      this.share = share;
      this.ending = ending;
    }

    static Door of(int percent) {
      int left = percent;
      for (Door door : values()) {
        left -= door.share;
        if (left < 0) {
          return door;
        }
      }
      throw new AssertionError("The shares are less than a hundred.");
    }
  }

  /** What one door gets. */
  record Input(Door door, long seed, byte[] bytes) {
    String name() {
      return "input-" + seed + door.ending;
    }
  }

  private final Path folder;
  private final Path file;
  private final Store store;
  private final Map<Door, List<byte[]>> sound = new EnumMap<>(Door.class);

  private FuzzDoors(Path folder, Store store) {
    this.folder = folder;
    this.file = folder.resolve("input");
    this.store = store;
  }

  static FuzzDoors in(Path folder) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Store store =
        Store.open(
            folder.resolve("store.duckdb"),
            StoreOptions.defaults()
                .withReadable(List.of(folder, temporary))
                .withWritable(List.of(folder)));
    FuzzDoors doors = new FuzzDoors(folder, store);
    doors.collect();
    return doors;
  }

  private void collect() throws IOException {
    for (Door door : Door.values()) {
      sound.put(door, new ArrayList<>());
    }
    Path samples =
        CommandRun.project().resolve("store/src/test/resources/io/tiktoktoe/connect/samples");
    try (Stream<Path> files = Files.list(samples)) {
      for (Path sample : files.sorted().toList()) {
        boolean json = sample.toString().endsWith(".json");
        add(json ? Door.JSON_EVENTS : Door.CSV_EVENTS, Files.readAllBytes(sample));
      }
    }
    add(Door.CSV_EVENTS, FuzzSamples.EVENTS_CSV);
    add(Door.JSON_EVENTS, FuzzSamples.EVENTS_NDJSON);
    add(Door.JSON_EVENTS, FuzzSamples.CLOUD_EVENTS);
    add(Door.SERIES, FuzzSamples.series("timestamp,value", "2026-01-%02d,%d"));
    add(Door.SERIES, FuzzSamples.series("series_id;step;value", "a;%d;%d.5"));
    add(Door.SERIES, FuzzSamples.series("", "{\"step\":%d,\"value\":%d,\"series_id\":\"x\"}"));
    add(Door.PURCHASES, FuzzSamples.series("customer,date,amount", "ann,2026-01-%02d,%d.50"));
    add(Door.PURCHASES, FuzzSamples.series("date;customer;amount", "202601%02d;ben;-%d,25"));
    FuzzSamples.MAPPINGS.forEach(mapping -> add(Door.MAPPING, mapping));
    add(Door.RATES, FuzzSamples.RATES);
    add(Door.CALENDAR, FuzzSamples.CALENDAR);
    add(Door.SETTINGS, FuzzSamples.SETTINGS);
    Path formats =
        CommandRun.project().resolve("store/src/main/resources/io/tiktoktoe/connect/formats");
    add(Door.FORMAT, Files.readAllBytes(formats.resolve("kofi.format")));
    add(Door.FORMAT, Files.readAllBytes(formats.resolve("youtube-studio.format")));
    sound.get(Door.PARQUET_EVENTS).addAll(FuzzSamples.parquetEvents(folder));
    sound.get(Door.PARQUET_SERIES).addAll(FuzzSamples.parquetSeries(folder));
    sound.get(Door.ZSTD_EVENTS).addAll(FuzzSamples.zstd(folder));
  }

  private void add(Door door, String text) {
    add(door, text.getBytes(StandardCharsets.UTF_8));
  }

  private void add(Door door, byte[] bytes) {
    sound.get(door).add(bytes);
  }

  /** The input of this seed. */
  Input input(long seed) throws IOException {
    Mutation mutation = new Mutation(seed);
    Door door = Door.of(mutation.random().nextInt(100));
    byte[] sample = mutation.one(sound.get(door));
    byte[] bytes =
        switch (door) {
          case PARQUET_EVENTS, PARQUET_SERIES -> mutation.ofBinary(sample, FOOTER);
          case ZSTD_EVENTS -> mutation.ofBinary(sample, sample.length);
          default -> mutation.ofText(sample, mutation.one(sound.get(door)));
        };
    boolean packable =
        door == Door.CSV_EVENTS
            || door == Door.JSON_EVENTS
            || door == Door.SERIES
            || door == Door.PURCHASES;
    if (packable && mutation.random().nextInt(PACKED) == 0) {
      byte[] packed = packed(bytes);
      bytes = mutation.random().nextBoolean() ? packed : mutation.ofBinary(packed, packed.length);
    }
    return new Input(door, seed, bytes);
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** Reads it. */
  void read(Input input) throws IOException {
    switch (input.door()) {
      case CSV_EVENTS, JSON_EVENTS, PARQUET_EVENTS, ZSTD_EVENTS -> {
        Files.write(file, input.bytes());
        ingest(file, options(), input.seed());
      }
      case SERIES, PARQUET_SERIES -> {
        Files.write(file, input.bytes());
        SeriesFile.read(file, Map.of(), Progress.SILENT);
      }
      case PURCHASES -> {
        PurchaseLog log =
            PurchaseFile.read(Files.write(file, input.bytes()), Map.of(), Progress.SILENT).log();
        PurchaseSummaries.of(log, log.lastDay());
      }
      case MAPPING -> {
        Files.writeString(file, FuzzSamples.GIFTS);
        String mapping = new String(input.bytes(), StandardCharsets.UTF_8);
        ingest(file, options().withMapping(mapping), input.seed());
      }
      case FORMAT -> {
        Path own = Files.createDirectories(folder.resolve("formats"));
        Files.write(own.resolve("own.format"), input.bytes());
        Connectors.formats(options().withFolder(own));
      }
      case RATES -> RatesFile.read(Files.write(folder.resolve("rates.csv"), input.bytes()));
      case CALENDAR -> CalendarFile.read(Files.write(file, input.bytes()), List.of());
      case SETTINGS -> settings(input.bytes());
    }
  }

  private ReadOptions options() {
    return ReadOptions.defaults()
        .withFolder(folder.resolve("none"))
        .withKey(() -> "0123456789abcdef0123456789abcdef")
        .withCreator("ada")
        .withSource("fuzz");
  }

  private void ingest(Path from, ReadOptions options, long seed) {
    try (Reading reading = Connectors.open(from, options)) {
      // One column of everything that can be wrong goes through the whole of the store.
      if (seed % INGESTED == 0) {
        store
            .events()
            .ingest(reading.relation(), IngestOptions.of("input " + seed, CommandRun.NOW));
      }
    }
  }

  private void settings(byte[] bytes) throws IOException {
    Path own = Files.createDirectories(folder.resolve(".tiktoktoe"));
    Files.write(own.resolve("config"), bytes);
    StringWriter said = new StringWriter();
    OptionDefaults.read(
        new Surroundings(
            said,
            new PrintWriter(said),
            false,
            false,
            Map.of(),
            folder,
            folder.resolve("home"),
            InstantSource.fixed(CommandRun.NOW),
            new Cancellation()));
  }

  @Override
  public void close() {
    store.close();
  }
}
