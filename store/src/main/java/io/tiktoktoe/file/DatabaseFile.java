package io.tiktoktoe.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Tells a database file of the engine by its first bytes. */
public final class DatabaseFile {

  /** What every database file of the engine holds after its first checksum. */
  private static final byte[] MAGIC = "DUCK".getBytes(StandardCharsets.US_ASCII);

  private static final int MAGIC_AT = 8;

  private DatabaseFile() {}

  /** Whether a file is a database of the engine, of this program or another. */
  public static boolean isDatabase(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(MAGIC_AT + MAGIC.length);
      return Arrays.equals(head, Math.min(MAGIC_AT, head.length), head.length, MAGIC, 0, 4);
    }
  }
}
