package io.tiktoktoe.benchmarks.content;

import io.tiktoktoe.benchmarks.PublicData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Lines of a public table that is compressed. */
final class PublicLines {

  private PublicLines() {}

  /** Its rows without the heading, each split at commas; empty when the file is absent. */
  static Optional<List<String[]>> rows(String name) throws IOException {
    Optional<Path> file = PublicData.find(name);
    if (file.isEmpty()) {
      System.out.println("skipped: " + name + " is not in ../shared/data or $TIKTOKTOE_DATA");
      return Optional.empty();
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file.get())), StandardCharsets.UTF_8))) {
      return Optional.of(lines.lines().skip(1).map(line -> line.split(",", -1)).toList());
    }
  }
}
