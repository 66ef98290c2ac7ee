package io.tiktoktoe.connect;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A secret in a file of its own, under which several stores make the same pseudonyms: made when it
 * is not there, readable by this user alone. Whoever deletes it cuts the link for ever.
 */
public final class PseudonymKey {

  private static final int BYTES = 32;

  private PseudonymKey() {}

  /** The secret in {@code file}, made when it is not there. */
  public static String in(Path file) throws IOException {
    if (Files.notExists(file)) {
      write(file, draw());
    }
    return Files.readString(file).strip();
  }

  /** A secret that was never drawn before. */
  public static String draw() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
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
