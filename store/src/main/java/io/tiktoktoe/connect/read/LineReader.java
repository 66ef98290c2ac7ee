package io.tiktoktoe.connect.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream of bytes, numbered from 1, each seen in place without a copy. */
final class LineReader implements AutoCloseable {

  private static final int START_BYTES = 1 << 18;

  private final InputStream stream;
  private byte[] buffer = new byte[START_BYTES];
  private int filled;
  private int next;
  private int start;
  private int end;
  private long number;
  private boolean ended;

  LineReader(InputStream stream) {
    this.stream = stream;
  }

  /** Goes to the next line that is not blank; false after the last one. */
  boolean next() throws IOException {
    while (advance()) {
      if (!isBlank()) {
        return true;
      }
    }
    return false;
  }

  private boolean advance() throws IOException {
    int at = next;
    while (true) {
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      if (at < filled || (ended && at > next)) {
        break;
      }
      if (ended) {
        return false;
      }
      int seen = at - next;
      fill();
      at = next + seen;
    }
    start = next;
    end = at;
    next = Math.min(at + 1, filled);
    number++;
    return true;
  }

  /** Moves what is left of the last line to the front and reads more behind it. */
  private void fill() throws IOException {
    System.arraycopy(buffer, next, buffer, 0, filled - next);
    filled -= next;
    next = 0;
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = stream.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      ended = true;
    } else {
      filled += read;
    }
  }

  private boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** The number of this line. */
  long number() {
    return number;
  }

  /** Where this line lies, until the next one is read. */
  byte[] bytes() {
    return buffer;
  }

  /** Where this line starts in {@link #bytes}. */
  int start() {
    return start;
  }

  /** Its length in bytes, without its end. */
  int length() {
    return end - start;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
