package io.tiktoktoe.text;

import java.io.IOException;
import java.io.Reader;

/** Characters one by one, with a look ahead. */
final class CharSource implements AutoCloseable {

  private final Reader reader;
  private final char[] buffer = new char[1 << 16];
  private int at;
  private int end;

  CharSource(Reader reader) {
    this.reader = reader;
  }

  /** The next character, or -1 at the end. */
  int read() throws IOException {
    int c = peek();
    if (c >= 0) {
      at++;
    }
    return c;
  }

  /** The next character without taking it, or -1 at the end. */
  int peek() throws IOException {
    if (at == end) {
      end = Math.max(0, reader.read(buffer, 0, buffer.length));
      at = 0;
      if (end == 0) {
        return -1;
      }
    }
    return buffer[at];
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
