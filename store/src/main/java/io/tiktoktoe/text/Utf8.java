package io.tiktoktoe.text;

import java.io.IOException;
import java.io.InputStream;

/** Whether bytes are UTF-8. */
public final class Utf8 {

  private Utf8() {}

  /** Whether all of {@code stream} is UTF-8; reads it to its end or to the first wrong byte. */
  public static boolean isValid(InputStream stream) throws IOException {
    byte[] buffer = new byte[1 << 16];
    int open = 0;
    for (int read = stream.read(buffer); read > 0; read = stream.read(buffer)) {
      open = follow(buffer, read, open);
      if (open < 0) {
        return false;
      }
    }
    return open == 0;
  }

  /** Whether these bytes are UTF-8. */
  public static boolean isValid(byte[] bytes, int length) {
    return follow(bytes, length, 0) == 0;
  }

  /** How many bytes of a character are still to come after these, or -1 when one is wrong. */
  private static int follow(byte[] bytes, int length, int open) {
    int missing = open;
    for (int i = 0; i < length; i++) {
      int b = bytes[i];
      if (b >= 0 && missing == 0) {
        continue;
      }
      if (missing > 0) {
        if ((b & 0xC0) != 0x80) {
          return -1;
        }
        missing--;
      } else if ((b & 0xE0) == 0xC0 && (b & 0xFF) >= 0xC2) {
        missing = 1;
      } else if ((b & 0xF0) == 0xE0) {
        missing = 2;
      } else if ((b & 0xF8) == 0xF0 && (b & 0xFF) <= 0xF4) {
        missing = 3;
      } else {
        return -1;
      }
    }
    return missing;
  }
}
