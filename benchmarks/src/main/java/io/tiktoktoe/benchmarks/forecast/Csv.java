package io.tiktoktoe.benchmarks.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the plain tables of the public data: commas, optional quotes, optional gzip. */
final class Csv {

  private Csv() {}

  /** Rows without the header. */
  static List<String[]> rows(Path file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                file.toString().endsWith(".gz")
                    ? new GZIPInputStream(Files.newInputStream(file))
                    : Files.newInputStream(file),
                StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(",", -1);
        for (int i = 0; i < cells.length; i++) {
          cells[i] = cells[i].replace("\"", "");
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  /** A number; NaN for an empty cell or NA. */
  static double number(String cell) {
    return cell.isEmpty() || "NA".equals(cell) || "NaN".equals(cell)
        ? Double.NaN
        : Double.parseDouble(cell);
  }
}
