package io.tiktoktoe.text;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** Text without the Ctrl-Z with which old programs end it; within the text it stays. O(bytes). */
final class WithoutDosEnd extends FilterInputStream {

  /** Ctrl-Z. */
  static final int END = 0x1a;

  WithoutDosEnd(BufferedInputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    return b == END && isAtEnd() ? -1 : b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read < 1 || bytes[offset + read - 1] != END || !isAtEnd()) {
      return read;
    }
    return read == 1 ? -1 : read - 1;
  }

  private boolean isAtEnd() throws IOException {
    in.mark(1);
    boolean end = in.read() < 0;
    in.reset();
    return end;
  }
}
