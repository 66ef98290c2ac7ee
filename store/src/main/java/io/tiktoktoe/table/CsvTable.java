package io.tiktoktoe.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows of a delimited text file (RFC 4180; comma, semicolon or tab, told from the header), in UTF-8
 * with or without a byte order mark. Blank lines are passed over.
 */
final class CsvTable implements TableReader {

  /** Longest cell that is read: a file without line ends must not fill the memory. */
  static final int MAX_CELL_LENGTH = 1 << 20;

  /** Most columns of a table. */
  static final int MAX_COLUMNS = 10_000;

  private static final int END = -1;

  private final Path file;
  private final Reader reader;
  private final char[] buffer = new char[1 << 16];
  private final StringBuilder cell = new StringBuilder();
  private final List<String> cells = new ArrayList<>();
  private List<String> columns = List.of();
  private char delimiter = ',';
  private int position;
  private int limit;
  private long line = 1;

  /** The line on which the current row starts. */
  private long rowLine = 1;

  private long row;

  private CsvTable(Path file, InputStream in) {
    this.file = file;
    this.reader =
        new InputStreamReader(
            in,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** Reads the header; the stream is closed with the table. */
  static CsvTable open(Path file, InputStream in) {
    CsvTable table = new CsvTable(file, in);
    try {
      table.readHeader();
    } catch (TableException e) {
      table.close();
      throw e;
    }
    return table;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    boolean found = readRecord();
    if (found) {
      row++;
      if (cells.size() != columns.size()) {
        throw new TableException(
            "%s: row %d (line %d) has %d cells, the header has %d. Quote cells that hold a '%s'."
                .formatted(file, row, rowLine, cells.size(), columns.size(), shown(delimiter)));
      }
    }
    return found;
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public String cell(int column) {
    return cells.get(column);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readHeader() {
    if (peekChar() == '\uFEFF') {
      readChar();
    }
    delimiter = guessDelimiter();
    if (!readRecord()) {
      throw new TableException(file + " holds only blank lines. It needs a header and rows.");
    }
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : cells) {
      String stripped = name.strip();
      if (!stripped.isEmpty() && !seen.add(stripped)) {
        throw new TableException(
            "%s: column %s stands twice in the header. Rename one.".formatted(file, stripped));
      }
      names.add(stripped);
    }
    columns = List.copyOf(names);
  }

  /** The candidate that occurs most often in the first line, outside quotes; comma by default. */
  private char guessDelimiter() {
    peekChar();
    char best = ',';
    int most = 0;
    for (char candidate : new char[] {',', ';', '\t'}) {
      int count = countInFirstLine(candidate);
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  private int countInFirstLine(char wanted) {
    int count = 0;
    boolean quoted = false;
    for (int i = position; i < limit; i++) {
      char c = buffer[i];
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r') && i > position) {
        return count;
      } else if (!quoted && c == wanted) {
        count++;
      }
    }
    return count;
  }

  /** Reads the next line that is not blank into {@link #cells}; false at the end. */
  private boolean readRecord() {
    while (true) {
      int c = peekChar();
      if (c == END) {
        return false;
      }
      if (c == '\n' || c == '\r') {
        endLine();
        continue;
      }
      cells.clear();
      rowLine = line;
      while (readCell()) {
        if (cells.size() > MAX_COLUMNS) {
          throw new TableException(
              "%s: line %d has more than %d cells. Is it really a table?"
                  .formatted(file, line, MAX_COLUMNS));
        }
      }
      return true;
    }
  }

  /** Reads one cell and what ends it; true when another cell follows in the same row. */
  private boolean readCell() {
    cell.setLength(0);
    if (peekChar() == '"') {
      readQuoted();
    }
    while (true) {
      int c = peekChar();
      if (c == delimiter) {
        position++;
        cells.add(cell.toString());
        return true;
      }
      if (c == END || c == '\n' || c == '\r') {
        cells.add(cell.toString());
        if (c != END) {
          endLine();
        }
        return false;
      }
      append((char) c);
      position++;
    }
  }

  private void readQuoted() {
    long opened = line;
    readChar();
    while (true) {
      int c = readChar();
      if (c == END) {
        throw new TableException(
            "%s: the quote opened in line %d is never closed. Close it or double it."
                .formatted(file, opened));
      }
      if (c == '"') {
        if (peekChar() != '"') {
          return;
        }
        position++;
      } else if (c == '\n') {
        line++;
      }
      append((char) c);
    }
  }

  private void append(char c) {
    if (cell.length() >= MAX_CELL_LENGTH) {
      throw new TableException(
          "%s: a cell in line %d is longer than %d characters. Is it really a table?"
              .formatted(file, line, MAX_CELL_LENGTH));
    }
    if (c == 0) {
      throw new TableException(
          "%s: line %d holds a zero byte; it is not text. Export it as CSV again."
              .formatted(file, line));
    }
    cell.append(c);
  }

  private void endLine() {
    if (readChar() == '\r' && peekChar() == '\n') {
      position++;
    }
    line++;
  }

  private int readChar() {
    int c = peekChar();
    if (c != END) {
      position++;
    }
    return c;
  }

  private int peekChar() {
    if (position < limit) {
      return buffer[position];
    }
    try {
      limit = reader.read(buffer, 0, buffer.length);
      position = 0;
    } catch (CharacterCodingException e) {
      throw new TableException(
          "%s: the text after line %d is not UTF-8. Save the file as UTF-8 (in Excel: CSV UTF-8)."
              .formatted(file, line),
          e);
    } catch (IOException e) {
      throw FileKind.unreadable(file, e);
    }
    return limit <= 0 ? END : buffer[0];
  }

  private static String shown(char delimiter) {
    return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
  }
}
