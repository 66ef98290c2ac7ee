package io.tiktoktoe.benchmarks.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Numenta benchmark's streams with the windows in which an alarm counts as right. */
record NabCorpus(List<Stream> streams) {

  private static final Pattern FILE =
      Pattern.compile("\"([^\"]+\\.csv)\": \\[(.*?)\\n \\]", Pattern.DOTALL);
  private static final Pattern PAIR = Pattern.compile("\"([^\"]+)\",\\s*\"([^\"]+)\"");
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  /** One window, first and last row, counted from 0. */
  record Window(int first, int last) {}

  /**
   * One file.
   *
   * @param name folder and file
   * @param values in time order
   * @param windows in time order
   */
  record Stream(String name, double[] values, List<Window> windows) {

    String group() {
      return name.substring(0, name.indexOf('/'));
    }
  }

  static NabCorpus read(Path folder) {
    Map<String, List<String[]>> windows = windows(folder.resolve("combined_windows.json"));
    List<Stream> streams = new ArrayList<>();
    Table.read(folder.resolve("nab_data_long.csv.gz"))
        .groupBy("file")
        .forEach(
            (name, rows) -> streams.add(stream(name, rows, windows.getOrDefault(name, List.of()))));
    return new NabCorpus(streams);
  }

  private static Stream stream(String name, Table rows, List<String[]> limits) {
    List<LocalDateTime> times =
        rows.rows().stream()
            .map(row -> LocalDateTime.parse(row[rows.columns().indexOf("timestamp")], TIME))
            .toList();
    List<Window> windows = new ArrayList<>();
    for (String[] limit : limits) {
      windows.add(
          new Window(
              times.indexOf(LocalDateTime.parse(limit[0], TIME)),
              times.indexOf(LocalDateTime.parse(limit[1], TIME))));
    }
    return new Stream(name, rows.numbers("value"), windows);
  }

  private static Map<String, List<String[]>> windows(Path file) {
    try {
      Map<String, List<String[]>> windows = new LinkedHashMap<>();
      Matcher files = FILE.matcher(Files.readString(file));
      while (files.find()) {
        List<String[]> pairs = new ArrayList<>();
        Matcher pair = PAIR.matcher(files.group(2));
        while (pair.find()) {
          pairs.add(new String[] {pair.group(1), pair.group(2)});
        }
        windows.put(files.group(1), pairs);
      }
      return windows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The stream of that name. */
  Stream stream(String name) {
    return streams.stream()
        .filter(stream -> stream.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("name (" + name + ") must be a stream."));
  }

  /** The groups, each once. */
  List<String> groups() {
    return streams.stream().map(Stream::group).distinct().toList();
  }

  /** How many windows all streams have. */
  int windowCount() {
    return streams.stream().mapToInt(stream -> stream.windows().size()).sum();
  }
}
