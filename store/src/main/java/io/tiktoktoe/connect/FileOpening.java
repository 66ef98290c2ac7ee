package io.tiktoktoe.connect;

import io.tiktoktoe.connect.file.Format;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.connect.mapping.Expression;
import io.tiktoktoe.connect.mapping.FileContext;
import io.tiktoktoe.connect.mapping.FormatFile;
import io.tiktoktoe.connect.mapping.Formats;
import io.tiktoktoe.connect.mapping.Function;
import io.tiktoktoe.connect.mapping.Mapper;
import io.tiktoktoe.connect.mapping.MappingText;
import io.tiktoktoe.connect.mapping.PersonalColumns;
import io.tiktoktoe.connect.mapping.StageFile;
import io.tiktoktoe.connect.read.CleanLines;
import io.tiktoktoe.connect.read.FileEngine;
import io.tiktoktoe.connect.read.JsonLines;
import io.tiktoktoe.connect.read.LineSpool;
import io.tiktoktoe.connect.read.NativeTable;
import io.tiktoktoe.connect.read.ParquetRelation;
import io.tiktoktoe.connect.read.StoreExport;
import io.tiktoktoe.file.FileState;
import io.tiktoktoe.file.UnreadableFileException.BadMapping;
import io.tiktoktoe.file.UnreadableFileException.BadOption;
import io.tiktoktoe.file.UnreadableFileException.Empty;
import io.tiktoktoe.file.WrongValueException;
import io.tiktoktoe.personal.Pseudonyms;
import io.tiktoktoe.sql.EngineFiles;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.text.CsvRows;
import io.tiktoktoe.text.EngineCopy;
import io.tiktoktoe.text.FileProbe;
import io.tiktoktoe.text.FileRow;
import io.tiktoktoe.text.JsonRows;
import io.tiktoktoe.text.NumberStyle;
import io.tiktoktoe.text.TableShape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One file on its way in: what it is, what it is read as, and the copies made of it. */
final class FileOpening implements AutoCloseable {

  /** The engine counts a line with its end, and takes only what is shorter. */
  private static final int LINE_END = 2;

  private final Path file;
  private final FileState state;
  private final ReadOptions options;
  private final FileProbe probe;
  private final Formats formats;
  private final List<String> header;
  private final Map<String, String> parquet;
  private final List<Path> copies;

  private FileOpening(Path file, FileState state, ReadOptions options, List<Path> copies)
      throws IOException {
    this.file = file;
    this.state = state;
    this.options = options;
    this.copies = copies;
    this.formats = Formats.with(options.folder());
    FileProbe found =
        FileProbe.of(
            FileProbe.isZstd(file) ? expanded() : file,
            file,
            options.copies(),
            options.cancellation());
    boolean isParquet = found.kind() == FileProbe.Kind.PARQUET;
    this.parquet = isParquet ? FileEngine.parquetColumns(file) : Map.of();
    this.probe =
        isParquet && options.mapping().isPresent()
            ? FileProbe.of(parquetAsCsv(), file, options.copies(), options.cancellation())
            : found;
    this.header = readHeader();
  }

  static FileOpening of(Path file, ReadOptions options) throws IOException {
    FileProbe.requireReadable(file, file);
    FileState state = FileState.of(file);
    List<Path> copies = new ArrayList<>();
    try {
      return SteadyFile.whileTheSame(state, () -> new FileOpening(file, state, options, copies));
    } catch (IOException | RuntimeException | Error e) {
      delete(copies);
      throw e;
    }
  }

  /** A new copy, which goes in any case. */
  private Path newCopy(String suffix) throws IOException {
    Path path = options.copies().create(suffix);
    copies.add(path);
    return path;
  }

  private Path expanded() throws IOException {
    Path copy = newCopy(".copy");
    EngineCopy.expanded(file, copy, options.copies(), options.cancellation());
    return copy;
  }

  private Path parquetAsCsv() throws IOException {
    Path copy = newCopy(".copy");
    FileEngine.parquetAsCsv(file, copy, options);
    return copy;
  }

  private List<String> readHeader() throws IOException {
    return switch (probe.kind()) {
      case PARQUET -> List.copyOf(parquet.keySet());
      case JSON -> {
        try (JsonRows rows = JsonRows.open(probe.reader())) {
          Optional<FileRow> row = rows.next();
          while (row.isPresent() && row.get().values().isEmpty()) {
            row = rows.next();
          }
          yield row.map(JsonRows::names).orElse(List.of());
        }
      }
      case TABLE -> {
        try (CsvRows rows = table().open()) {
          yield rows.header();
        }
      }
    };
  }

  private TableShape table() throws IOException {
    return TableShape.of(probe);
  }

  private boolean json() {
    return probe.kind() == FileProbe.Kind.JSON;
  }

  /** What it is read as. */
  Format format() {
    return nativeFormat()
        .orElseGet(
            () -> {
              FormatFile format = formatFile();
              return new Format(format.name(), format.title());
            });
  }

  private Optional<Format> nativeFormat() {
    if (options.mapping().isPresent()) {
      return Optional.empty();
    }
    if (options.format().isPresent()) {
      return forcedNative(options.format().get());
    }
    if (StoreExport.isOne(header)) {
      return Optional.of(Format.STORE_EXPORT);
    }
    return switch (probe.kind()) {
      case PARQUET -> {
        if (!header.contains("type") || !header.contains("time")) {
          throw Connectors.otherParquet(file, header);
        }
        yield Optional.of(Format.EVENTS_PARQUET);
      }
      case JSON ->
          header.contains("specversion")
              ? Optional.of(Format.CLOUD_EVENTS)
              : isNative() || header.isEmpty()
                  ? Optional.of(Format.EVENTS_NDJSON)
                  : Optional.empty();
      case TABLE -> isNative() ? Optional.of(Format.EVENTS_CSV) : Optional.empty();
    };
  }

  private Optional<Format> forcedNative(String name) {
    FileProbe.Kind kind = probe.kind();
    for (Format format : Format.NATIVE) {
      if (format.name().equals(name)) {
        boolean fits =
            switch (name) {
              case "events-csv" -> kind == FileProbe.Kind.TABLE;
              case "events-parquet" -> kind == FileProbe.Kind.PARQUET;
              case "store-export" -> StoreExport.isOne(header);
              default -> kind != FileProbe.Kind.PARQUET;
            };
        if (!fits) {
          throw new BadMapping(
              file.toString(), "is not " + format.title(), "Leave {format} out or name another.");
        }
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private boolean isNative() {
    return header.contains("id")
        && header.contains("time")
        && header.contains("type")
        && (header.contains("creator") || options.creator().isPresent());
  }

  private FormatFile formatFile() {
    if (options.mapping().isPresent()) {
      String mapping = options.mapping().get();
      return Connectors.isWritten(mapping)
          ? MappingText.parsed("map", options.source().orElse("map"), mapping, header, json())
          : formats.named(mapping).orElseThrow(() -> noSuch("map", mapping));
    }
    if (options.format().isPresent()) {
      String name = options.format().get();
      return formats.named(name).orElseThrow(() -> noSuch("format", name));
    }
    return formats
        .recognise(header, json())
        .orElseThrow(() -> Connectors.unknown(file, header, formats.nearest(header, json())));
  }

  private BadOption noSuch(String what, String name) {
    return Connectors.noSuch(what, name, formats.all().stream().map(FormatFile::name));
  }

  /** The mapping that was asked for, as a format's file. */
  String mappingText(String name) {
    String mapping = options.mapping().orElse("");
    String text = MappingText.toFormat(name, mapping, header, json());
    MappingText.parsed(name, name, mapping, header, json());
    return text;
  }

  /** The file, ready to be ingested. */
  Reading reading() throws IOException {
    Reading reading = SteadyFile.whileTheSame(state, this::read);
    // They are its own now.
    copies.clear();
    return reading;
  }

  private Reading read() throws IOException {
    Optional<Format> known = nativeFormat();
    if (known.isEmpty()) {
      return mapped(formatFile());
    }
    Format format = known.get();
    if (format.equals(Format.EVENTS_CSV)) {
      return mapped(NativeTable.format(header));
    }
    if (format.equals(Format.STORE_EXPORT) && probe.kind() != FileProbe.Kind.PARQUET) {
      return mapped(StoreExport.format(json()));
    }
    if (probe.kind() == FileProbe.Kind.PARQUET) {
      FileEngine.requireSound(file, parquet, options);
      String select = ParquetRelation.select(file, parquet, format, options);
      return reading(format, StageRelation.seekable(select, name()), List.of(file), List.of());
    }
    return lines(format);
  }

  private Reading lines(Format format) throws IOException {
    boolean clean = CleanLines.isClean(probe);
    Path lines = clean ? probe.path() : cleanLines();
    boolean cloudEvents = format.equals(Format.CLOUD_EVENTS);
    Path spool = newCopy(".parquet");
    InputStream stream = clean ? probe.bytes() : Files.newInputStream(lines);
    LineSpool.write(stream, spool, cloudEvents, options);
    String original =
        SqlTemplate.named("duckdb/file/lines")
            .with("file", EngineFiles.readable(lines))
            .with("compression", SqlText.literal(clean && probe.gzip() ? "gzip" : "none"))
            .with("max_line", Integer.toString(JsonLines.MAX_LINE_BYTES + LINE_END))
            .sql();
    StageRelation relation =
        StageRelation.seekable(LineSpool.select(spool), name()).withOriginal(original);
    return reading(format, relation, List.of(spool, lines), List.of());
  }

  private Path cleanLines() throws IOException {
    Path copy = newCopy(".lines");
    CleanLines.copy(probe, copy);
    return copy;
  }

  private Reading mapped(FormatFile format) throws IOException {
    NumberStyle style = json() ? NumberStyle.POINT : table().numbers();
    FileContext context =
        new FileContext(
            format.columns(),
            json() ? List.of() : header,
            style,
            pseudonyms(format),
            options,
            file.toString());
    requireColumns(format);
    Mapper mapper = new Mapper(format, context, header, options);
    StageFile stage = StageFile.in(newCopy(".stage.csv"));
    try (stage) {
      mapper.map(json() ? () -> JsonRows.open(probe.reader()) : () -> table().open(), stage);
    } catch (WrongValueException e) {
      throw new BadMapping(
          file.toString(),
          String.valueOf(e.getMessage()),
          "Write all of its numbers in one way, or take them apart with {map}.");
    }
    if (mapper.lacksCreators()) {
      throw new BadMapping(
          file.toString(),
          "does not say whose it is",
          "Name the creator with {creator}, or map a column to creator.");
    }
    List<String> notes = new ArrayList<>(mapper.notes());
    if (!json()) {
      List<String> unknown = List.copyOf(format.unused(header));
      if (!unknown.isEmpty()) {
        notes.add("columns without meaning here: " + PersonalColumns.listed(unknown));
      }
    }
    return reading(
        new Format(format.name(), format.title()),
        StageRelation.sequential(stage.select(), name()),
        List.of(stage.path()),
        notes);
  }

  /** Only a format that hides persons needs the secret. */
  private Optional<Pseudonyms> pseudonyms(FormatFile format) {
    boolean needed =
        format
            .expressions()
            .flatMap(Expression::all)
            .anyMatch(
                part -> part instanceof Expression.Call call && call.function() == Function.HASH);
    if (!needed) {
      return Optional.empty();
    }
    String key =
        options
            .key()
            .orElseThrow(
                () ->
                    new BadMapping(
                        file.toString(),
                        "names persons, whose pseudonyms need a key",
                        "Give the store's: ReadOptions.withKey(store.settings()::pseudonymKey)."))
            .get();
    return Optional.of(Pseudonyms.under(key));
  }

  private void requireColumns(FormatFile format) {
    if (header.isEmpty()) {
      throw new Empty(file.toString());
    }
    List<String> missing = format.missing(header);
    if (!json() && !missing.isEmpty()) {
      throw Connectors.lacking(file, header, format, missing);
    }
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }

  private Reading reading(
      Format format, StageRelation relation, List<Path> read, List<String> notes) {
    return new Reading(
        file,
        format.name(),
        relation.withChange(state::change),
        read.stream().map(Path::toAbsolutePath).toList(),
        notes,
        List.copyOf(copies));
  }

  private static void delete(List<Path> copies) throws IOException {
    for (Path copy : copies) {
      Files.deleteIfExists(copy);
    }
  }

  /** Deletes the copies that no reading has taken over. */
  @Override
  public void close() throws IOException {
    delete(copies);
  }
}
