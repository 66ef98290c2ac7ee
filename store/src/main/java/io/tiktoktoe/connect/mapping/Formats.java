package io.tiktoktoe.connect.mapping;

import io.tiktoktoe.file.UnreadableFileException.BadMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All formats that are files: those of the program and those of the user. */
public final class Formats {

  /** Ending of a format's file. */
  public static final String ENDING = ".format";

  private final Map<String, FormatFile> byName;

  private Formats(Map<String, FormatFile> byName) {
    this.byName = byName;
  }

  /** The program's formats, and over them those in {@code folder} where there is one. */
  public static Formats with(Path folder) throws IOException {
    Map<String, FormatFile> formats = new LinkedHashMap<>(BuiltIn.FORMATS);
    if (Files.isDirectory(folder)) {
      formats.putAll(read(folder));
    }
    return new Formats(formats);
  }

  /** The format of this name. */
  public Optional<FormatFile> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Every format. */
  public List<FormatFile> all() {
    return List.copyOf(byName.values());
  }

  /** The format whose needed columns are all there; with several, the one that knows most. */
  public Optional<FormatFile> recognise(List<String> header, boolean json) {
    return byName.values().stream()
        .filter(format -> format.json() == json && !format.needs().isEmpty())
        .filter(format -> format.missing(header).isEmpty())
        .max(
            Comparator.<FormatFile>comparingInt(format -> format.columns().resolve(header).size())
                .thenComparingInt(format -> format.needs().size()));
  }

  /** The format of whose columns at least half are there, and most of all formats. */
  public Optional<FormatFile> nearest(List<String> header, boolean json) {
    return byName.values().stream()
        .filter(format -> format.json() == json && shared(format, header) >= 0.5)
        .max(Comparator.comparingDouble(format -> shared(format, header)));
  }

  /** The share of what a format needs that is there. */
  private static double shared(FormatFile format, List<String> header) {
    int needed = format.needs().size();
    return needed == 0 ? 0 : (double) (needed - format.missing(header).size()) / needed;
  }

  private static Map<String, FormatFile> read(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(folder)) {
      found.filter(path -> path.toString().endsWith(ENDING)).sorted().forEach(files::add);
    }
    Map<String, FormatFile> formats = new LinkedHashMap<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName()).replace(ENDING, "");
      String text = text(file);
      // A full disk or a kill left it empty: it says nothing, and saving makes it anew.
      if (!text.isBlank()) {
        formats.put(name, FormatFileParser.parse(name, text));
      }
    }
    return formats;
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new BadMapping(file.toString(), "is no text in UTF-8", "Save it as UTF-8.");
    }
  }

  /** Read once; the program's own files do not change. */
  private static final class BuiltIn {

    static final Map<String, FormatFile> FORMATS = readAll();

    private static Map<String, FormatFile> readAll() {
      URL anchor =
          Formats.class.getResource("/io/tiktoktoe/connect/formats/stripe-balance" + ENDING);
      if (anchor == null) {
        throw new IllegalStateException("The program's formats are missing from it.");
      }
      try {
        URI uri = anchor.toURI();
        if (!uri.getScheme().equals("jar")) {
          return read(Path.of(uri).resolveSibling(""));
        }
        String[] parts = uri.toString().substring("jar:".length()).split("!", 2);
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(parts[0])))) {
          return read(jar.getPath(parts[1]).resolveSibling(""));
        }
      } catch (URISyntaxException e) {
        throw new IllegalStateException(anchor + " is no address of a file.", e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
