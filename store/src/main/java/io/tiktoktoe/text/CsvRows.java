package io.tiktoktoe.text;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CSV by RFC 4180 with any one-character delimiter: quoted fields may hold delimiters, doubled
 * quotes and line breaks. A row with too many or too few fields is rejected alone; blank lines are
 * skipped; line numbers are those of the file.
 */
public final class CsvRows implements FileRows {

  /** Longest record that is read, in characters. */
  private static final int MAX_RECORD = 1 << 20;

  /**
   * Characters that are read once more at most. A file with more stray quotes than that takes has
   * none that spans lines; otherwise each of its lines might be read a hundred thousand times.
   */
  private static final long MAX_AGAIN = 32L * MAX_RECORD;

  private final CharSource source;
  private final char delimiter;
  private final StringBuilder raw = new StringBuilder();
  private final StringBuilder field = new StringBuilder();
  private List<String> header = List.of();
  private List<String> record = List.of();
  private long line = 1;
  private long start = 1;
  private String problem = "";

  /** Characters that were read once more because a quote was never closed. */
  private long again;

  private CsvRows(Reader reader, char delimiter) {
    this.source = new CharSource(reader);
    this.delimiter = delimiter;
  }

  /** The rows after a header, which is the first row with at least {@code columns} fields. */
  static CsvRows open(Reader reader, char delimiter, int columns) throws IOException {
    CsvRows rows = new CsvRows(reader, delimiter);
    List<String> record = rows.record();
    while (!record.isEmpty() && record.size() < columns) {
      record = rows.record();
    }
    rows.header = record.stream().map(String::strip).toList();
    return rows;
  }

  /** The names in the header. */
  public List<String> header() {
    return header;
  }

  /** How many fields the next record has; 0 at the end. */
  int width() throws IOException {
    return record().size();
  }

  /**
   * Goes to the next row that is not blank, whose parts the methods below give until the one after
   * it; false after the last.
   */
  public boolean advance() throws IOException {
    record = record();
    return !record.isEmpty();
  }

  /** The fields of this row as they stand there. */
  public List<String> fields() {
    return record;
  }

  /** The line on which this row starts, from 1. */
  public long line() {
    return start;
  }

  /** Why this row could not be read; empty when it could. */
  public String problem() {
    return problem;
  }

  @Override
  public Optional<FileRow> next() throws IOException {
    if (!advance()) {
      return Optional.empty();
    }
    if (!problem.isEmpty()) {
      return Optional.of(FileRow.broken(start, raw.toString(), problem));
    }
    if (record.size() != header.size()) {
      return Optional.of(
          FileRow.broken(
              start,
              raw.toString(),
              "has %d fields, the header %d".formatted(record.size(), header.size())));
    }
    Map<String, String> values = LinkedHashMap.newLinkedHashMap(header.size());
    for (int i = 0; i < header.size(); i++) {
      values.putIfAbsent(header.get(i), record.get(i).strip());
    }
    return Optional.of(FileRow.of(start, raw.toString(), values));
  }

  /** The fields of the next record that is not blank; none at the end. */
  private List<String> record() throws IOException {
    while (true) {
      List<String> fields = rawRecord();
      if (fields.size() != 1 || !fields.getFirst().isBlank()) {
        return fields;
      }
    }
  }

  private List<String> rawRecord() throws IOException {
    raw.setLength(0);
    field.setLength(0);
    problem = "";
    start = line;
    List<String> fields = new ArrayList<>(header.size());
    boolean quoted = false;
    boolean wasQuoted = false;
    while (true) {
      int c = source.read();
      if (c < 0 || raw.length() >= MAX_RECORD || (quoted && c == '\n' && again > MAX_AGAIN)) {
        return quoted ? unclosed(c) : last(fields, c);
      }
      if (!quoted && (c == '\n' || c == '\r')) {
        if (c == '\r' && source.peek() == '\n') {
          source.read();
        }
        line++;
        fields.add(field.toString());
        return fields;
      }
      raw.append((char) c);
      if (quoted) {
        quoted = inQuotes((char) c);
      } else if (c == '"' && field.isEmpty() && !wasQuoted) {
        quoted = true;
        wasQuoted = true;
      } else if (c == delimiter) {
        fields.add(field.toString());
        field.setLength(0);
        wasQuoted = false;
      } else {
        field.append((char) c);
      }
    }
  }

  /** Takes a character within quotes; tells whether the quotes are still open. */
  private boolean inQuotes(char c) throws IOException {
    if (c == '"' && source.peek() != '"') {
      return false;
    }
    if (c == '"') {
      raw.append((char) source.read());
    } else if (c == '\n' || (c == '\r' && source.peek() != '\n')) {
      line++;
    }
    field.append(c);
    return true;
  }

  /** One stray quote must not swallow the file: its line is rejected, the next is read anew. */
  private List<String> unclosed(int next) throws IOException {
    int lineEnd = raw.indexOf("\n");
    if (lineEnd >= 0) {
      String rest = raw.substring(lineEnd + 1) + (next < 0 ? "" : String.valueOf((char) next));
      again += rest.length();
      source.readAgain(rest);
      raw.setLength(lineEnd);
    } else {
      skipLine(next);
    }
    line = start + 1;
    problem = "has a quote that is never closed";
    return List.of(raw.toString());
  }

  /** Goes behind the end of the line whose next character was {@code next}. */
  private void skipLine(int next) throws IOException {
    int c = next;
    while (c >= 0 && c != '\n') {
      c = source.read();
    }
  }

  private List<String> last(List<String> fields, int next) throws IOException {
    if (raw.length() >= MAX_RECORD) {
      problem = "is longer than " + MAX_RECORD + " characters";
      skipLine(next);
      line++;
    }
    if (!fields.isEmpty() || !raw.isEmpty()) {
      fields.add(field.toString());
    }
    return fields;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
