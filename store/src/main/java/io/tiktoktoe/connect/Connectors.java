package io.tiktoktoe.connect;

import io.tiktoktoe.connect.file.Format;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.connect.mapping.FormatFile;
import io.tiktoktoe.connect.mapping.Formats;
import io.tiktoktoe.connect.mapping.MappingExample;
import io.tiktoktoe.connect.mapping.PersonalColumns;
import io.tiktoktoe.file.NamedOutput;
import io.tiktoktoe.file.UnreadableFileException;
import io.tiktoktoe.file.UnreadableFileException.BadMapping;
import io.tiktoktoe.file.UnreadableFileException.BadOption;
import io.tiktoktoe.file.UnreadableFileException.UnknownFormat;
import io.tiktoktoe.personal.PersonalData;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns any file into what the event log ingests. Give it a file; it recognises the format from the
 * content, and answers with a {@link Reading} to ingest and to close, or throws an {@link
 * UnreadableFileException} that says what to do.
 */
public final class Connectors {

  private Connectors() {}

  /** Every format that {@code --format} takes: the native ones, the program's, the user's. */
  public static List<Format> formats(ReadOptions options) {
    try {
      return Stream.concat(
              Format.NATIVE.stream(),
              Formats.with(options.folder()).all().stream()
                  .map(format -> new Format(format.name(), format.title())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Judges the names of a format and of a saved mapping before any file is looked into.
   *
   * @throws BadOption if there is none of such a name
   */
  public static void requireKnown(ReadOptions options) {
    List<String> known = formats(options).stream().map(Format::name).toList();
    options
        .format()
        .filter(name -> !known.contains(name))
        .ifPresent(
            name -> {
              throw noSuch("format", name, known.stream());
            });
    List<String> mappings =
        known.stream()
            .filter(name -> Format.NATIVE.stream().noneMatch(one -> one.name().equals(name)))
            .toList();
    options
        .mapping()
        .filter(name -> !isWritten(name) && !mappings.contains(name))
        .ifPresent(
            name -> {
              throw noSuch("map", name, mappings.stream());
            });
  }

  /** Whether a mapping is written out, and no name of a saved one. */
  static boolean isWritten(String mapping) {
    return mapping.contains("=") || mapping.contains(",");
  }

  static BadOption noSuch(String what, String name, Stream<String> known) {
    return BadOption.given(
        what,
        "(" + name + ")",
        "is unknown",
        "Known are: " + known.collect(Collectors.joining(", ")) + ".");
  }

  /**
   * The format of a file, from its header or its first object.
   *
   * @throws UnreadableFileException if it cannot be read or no format fits
   */
  public static Format recognise(Path file, ReadOptions options) {
    try (FileOpening opening = FileOpening.of(file, options)) {
      return opening.format();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a file ready to be ingested. Native Parquet is read where it lies; everything else is
   * first written to a temporary file that closing the reading deletes. O(file) for text, O(1) for
   * Parquet.
   *
   * @throws UnreadableFileException if it cannot be read, no format fits, or a mapping is wrong
   */
  public static Reading open(Path file, ReadOptions options) {
    try (FileOpening opening = FileOpening.of(file, options)) {
      return opening.reading();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Saves {@code column=field,...} as a mapping that {@code --map} takes by name.
   *
   * @param name of letters, digits and hyphens
   * @param mapping what to save
   * @param example a file with the columns that it names
   * @return the file that was written: the mapping in the language of docs/formats.md
   */
  public static Path save(String name, String mapping, Path example, ReadOptions options) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}")) {
      throw BadOption.given(
          "save_mapping",
          "(" + name + ")",
          "has a name that no file can bear",
          "Use letters and hyphens.");
    }
    try (FileOpening opening = FileOpening.of(example, options.withMapping(mapping))) {
      Files.createDirectories(options.folder());
      Path saved = options.folder().resolve(name + Formats.ENDING);
      Path draft = Files.createTempFile(options.folder(), name + ".", ".part");
      try {
        try (OutputStream out = NamedOutput.to(draft)) {
          out.write(opening.mappingText(name).getBytes(StandardCharsets.UTF_8));
        }
        Files.move(draft, saved, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
      return saved;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What no format fits, with the columns and the format that comes nearest. */
  static UnknownFormat unknown(Path file, List<String> columns, Optional<FormatFile> nearest) {
    return new UnknownFormat(
        file.toString(),
        "has the columns " + PersonalColumns.listed(columns) + ", which are of no known format",
        MappingExample.of(shown(columns)),
        nearest
            .map(
                format ->
                    " Format %s comes nearest; it also needs columns headed %s."
                        .formatted(format.name(), headings(format, format.missing(columns))))
            .orElse(""));
  }

  /** A file that is said to be of a format without whose columns it is. */
  static BadMapping lacking(
      Path file, List<String> header, FormatFile format, List<String> missing) {
    return new BadMapping(
        file.toString(),
        "lacks the columns of format " + format.name() + ": " + String.join(", ", missing),
        "It has: %s. Those of the format are headed %s. Name its columns with {map} \"%s\", or leave out {format} to let the format be found."
            .formatted(
                PersonalColumns.listed(header),
                headings(format, missing),
                MappingExample.of(shown(header))));
  }

  /** A Parquet file of something else. */
  static BadMapping otherParquet(Path file, List<String> header) {
    return new BadMapping(
        file.toString(),
        "has the columns "
            + PersonalColumns.listed(header)
            + ", but events in Parquet have at least time and type",
        "Rename its columns as docs/formats.md lists them, or save it as CSV and name them with"
            + " {map}.");
  }

  private static String headings(FormatFile format, List<String> needed) {
    return needed.stream().map(format.columns()::headings).collect(Collectors.joining("; "));
  }

  /** A header that may be shown; none where it is a first row of data on persons. */
  private static List<String> shown(List<String> header) {
    return header.stream().map(PersonalData::hidden).toList().equals(header) ? header : List.of();
  }
}
