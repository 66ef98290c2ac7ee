package io.tiktoktoe.benchmarks.series;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A small delimited file in memory, plain or gzipped; fields hold no commas. */
record Table(List<String> columns, List<String[]> rows) {

  static Table read(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> columns = Arrays.asList(fields(lines.readLine()));
      List<String[]> rows = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(fields(line));
      }
      return new Table(columns, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] fields(String line) {
    return line.replace("\"", "").split(",", -1);
  }

  /** The rows by what {@code keys} say, in the file's order. */
  Map<String, Table> groupBy(String... keys) {
    Map<String, Table> groups = new LinkedHashMap<>();
    int[] at = Arrays.stream(keys).mapToInt(columns::indexOf).toArray();
    for (String[] row : rows) {
      StringBuilder key = new StringBuilder();
      for (int column : at) {
        key.append(key.isEmpty() ? "" : " ").append(row[column]);
      }
      groups
          .computeIfAbsent(key.toString(), unused -> new Table(columns, new ArrayList<>()))
          .rows()
          .add(row);
    }
    return groups;
  }

  double[] numbers(String column) {
    int at = columns.indexOf(column);
    return rows.stream().mapToDouble(row -> Double.parseDouble(row[at])).toArray();
  }

  String text(int row, String column) {
    return rows.get(row)[columns.indexOf(column)];
  }

  String first(String column) {
    return rows.getFirst()[columns.indexOf(column)];
  }
}
