package io.tiktoktoe.connect.mapping;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * This user's secret under which e-mail addresses become pseudonyms: made once, kept beside the
 * user's own formats, readable by this user alone. Whoever deletes it cuts the link for ever.
 */
public final class PseudonymKey {

  private static final String NAME = "pseudonym.key";
  private static final int BYTES = 32;

  private PseudonymKey() {}

  /** The secret in {@code folder}, made when it is not there. */
  public static String in(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (Files.notExists(file)) {
      Files.createDirectories(folder);
      byte[] secret = new byte[BYTES];
      new SecureRandom().nextBytes(secret);
      write(file, HexFormat.of().formatHex(secret));
    }
    return Files.readString(file).strip();
  }

  private static void write(Path file, String secret) throws IOException {
    try {
      boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (posix) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret);
      } else {
        Files.writeString(file, secret, StandardOpenOption.CREATE_NEW);
      }
    } catch (FileAlreadyExistsException e) {
      // Another process was first: its secret is the one that counts.
      return;
    }
  }
}
