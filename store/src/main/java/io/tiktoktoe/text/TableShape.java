package io.tiktoktoe.text;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a table is written: its delimiter and where its header stands, from its first rows.
 *
 * @param probe the file
 * @param delimiter what separates its fields
 * @param columns how many fields most of its rows have; what comes before a row with so many is a
 *     title, not a header
 */
public record TableShape(FileProbe probe, char delimiter, int columns) {

  private static final String DELIMITERS = ",;\t|";
  private static final int HEAD_CHARS = 1 << 16;
  private static final int HEAD_ROWS = 50;

  public static TableShape of(FileProbe probe) throws IOException {
    String head = probe.firstText(HEAD_CHARS);
    char best = ',';
    int most = 1;
    int score = 0;
    for (char delimiter : DELIMITERS.toCharArray()) {
      Map<Integer, Integer> widths = new HashMap<>();
      try (CsvRows rows = CsvRows.open(new StringReader(head), delimiter, 1)) {
        int row = 0;
        for (int width = rows.header().size(); width > 0 && row++ < HEAD_ROWS; ) {
          widths.merge(width, 1, Integer::sum);
          width = rows.width();
        }
      }
      Optional<Map.Entry<Integer, Integer>> mode =
          widths.entrySet().stream().max(Map.Entry.comparingByValue());
      int width = mode.isPresent() ? mode.get().getKey() : 1;
      int found = mode.isPresent() && width > 1 ? mode.get().getValue() * 100 + width : 0;
      if (found > score) {
        best = delimiter;
        most = width;
        score = found;
      }
    }
    return new TableShape(probe, best, most);
  }

  /** Where fields end with semicolons, a comma is usually the decimal sign. */
  public NumberStyle numbers() {
    return delimiter == ';' ? NumberStyle.COMMA : NumberStyle.POINT;
  }

  /** Its rows. */
  public CsvRows open() throws IOException {
    return CsvRows.open(probe.reader(), delimiter, columns);
  }
}
