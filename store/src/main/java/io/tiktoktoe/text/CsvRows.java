package io.tiktoktoe.text;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CSV by RFC 4180 with any one-character delimiter: quoted fields may hold delimiters, doubled
 * quotes and line breaks. A row with too many or too few fields is rejected alone; blank lines are
 * skipped; line numbers are those of the file. A record is read where it lies in the buffer, so
 * that its text and a second look at it cost nothing.
 */
public final class CsvRows implements FileRows {

  /** Longest record that is read, in characters. */
  private static final int MAX_RECORD = 1 << 20;

  /**
   * Characters that are read once more at most. A file with more stray quotes than that takes has
   * none that spans lines; otherwise each of its lines might be read a hundred thousand times.
   */
  private static final long MAX_AGAIN = 32L * MAX_RECORD;

  private static final int START_CHARS = 1 << 16;

  /** Stands for the end of the text, or of what is read of a record. */
  private static final int END = -1;

  private final Reader source;
  private final char delimiter;
  private final StringBuilder quoted = new StringBuilder();
  private char[] text = new char[START_CHARS];

  /** Where the record begins, what comes next, and where what was read ends, in {@code text}. */
  private int begin;

  private int at;
  private int end;

  private List<String> header = List.of();
  private List<String> record = List.of();
  private String raw = "";
  private long line = 1;
  private long start = 1;
  private String problem = "";

  /** Characters that were looked at once more because a quote was never closed. */
  private long again;

  private CsvRows(Reader source, char delimiter) {
    this.source = source;
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
      return Optional.of(FileRow.broken(start, raw, problem));
    }
    if (record.size() != header.size()) {
      return Optional.of(
          FileRow.broken(
              start, raw, "has %d fields, the header %d".formatted(record.size(), header.size())));
    }
    Map<String, String> values = LinkedHashMap.newLinkedHashMap(header.size());
    for (int i = 0; i < header.size(); i++) {
      values.putIfAbsent(header.get(i), record.get(i).strip());
    }
    return Optional.of(FileRow.of(start, raw, values));
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
    begin = at;
    problem = "";
    start = line;
    List<String> fields = new ArrayList<>(header.size());
    while (true) {
      boolean isQuoted = peek() == '"';
      if (isQuoted && !takeQuoted()) {
        return unclosed();
      }
      int from = at - begin;
      int ended = skipField();
      String rest = new String(text, begin + from, at - begin - from);
      if (ended == END && fields.isEmpty() && at == begin) {
        return fields;
      }
      fields.add(isQuoted ? quoted.append(rest).toString() : rest);
      if (ended != delimiter) {
        endRecord(ended);
        return fields;
      }
      at++;
    }
  }

  /** The next character without taking it; none behind the longest record. */
  private int peek() throws IOException {
    return at - begin < MAX_RECORD && (at < end || fill()) ? text[at] : END;
  }

  /** Whether the next character but one is this. */
  private boolean isFollowedBy(char wanted) throws IOException {
    return (at + 1 < end || fill()) && text[at + 1] == wanted;
  }

  /** Reads more behind what is kept of the record; false at the end of the text. */
  private boolean fill() throws IOException {
    if (end == text.length && begin > 0) {
      System.arraycopy(text, begin, text, 0, end - begin);
      at -= begin;
      end -= begin;
      begin = 0;
    } else if (end == text.length) {
      text = Arrays.copyOf(text, 2 * text.length);
    }
    int read = source.read(text, end, text.length - end);
    end += Math.max(0, read);
    return read > 0;
  }

  /** Goes to what ends the field, where quotes are characters like others; tells what it is. */
  private int skipField() throws IOException {
    for (int next = peek(); next != END; next = peek()) {
      int stop = Math.min(end, begin + MAX_RECORD);
      int i = at;
      while (i < stop && text[i] != delimiter && text[i] != '\n' && text[i] != '\r') {
        i++;
      }
      at = i;
      if (i < stop) {
        return text[i];
      }
    }
    return END;
  }

  /** Takes what stands within quotes; false if they are never closed. */
  private boolean takeQuoted() throws IOException {
    quoted.setLength(0);
    at++;
    for (int c = peek(); c != END; c = peek()) {
      if (c == '"' && !isFollowedBy('"')) {
        at++;
        return true;
      }
      if (c == '"') {
        at++;
      } else if (c == '\n' && again > MAX_AGAIN) {
        return false;
      } else if (c == '\n' || (c == '\r' && !isFollowedBy('\n'))) {
        line++;
      }
      int from = at++;
      while (at < end && at - begin < MAX_RECORD && isPlain(text[at])) {
        at++;
      }
      quoted.append(text, from, at - from);
    }
    return false;
  }

  private static boolean isPlain(char c) {
    return c != '"' && c != '\n' && c != '\r';
  }

  /** Ends the record here, before its line end or where too much was read of it. */
  private void endRecord(int ended) throws IOException {
    raw = text(at);
    if (ended == END && at - begin >= MAX_RECORD) {
      problem = "is longer than " + MAX_RECORD + " characters";
      skipLine();
    } else if (ended == END) {
      return;
    } else if (ended == '\r' && isFollowedBy('\n')) {
      at += 2;
    } else {
      at++;
    }
    line++;
  }

  private String text(int to) {
    return new String(text, begin, to - begin);
  }

  /** One stray quote must not swallow the file: its line is rejected, the next is read anew. */
  private List<String> unclosed() throws IOException {
    int lineEnd = begin;
    while (lineEnd < at && text[lineEnd] != '\n') {
      lineEnd++;
    }
    raw = text(lineEnd);
    if (lineEnd < at) {
      again += at - lineEnd;
      at = lineEnd + 1;
    } else {
      skipLine();
    }
    line = start + 1;
    problem = "has a quote that is never closed";
    return List.of(raw);
  }

  /** Goes behind the end of this line. */
  private void skipLine() throws IOException {
    int c;
    do {
      begin = at;
      c = peek();
      at += c == END ? 0 : 1;
    } while (c != END && c != '\n');
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
