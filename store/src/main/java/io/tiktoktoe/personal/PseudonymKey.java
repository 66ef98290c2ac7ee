package io.tiktoktoe.personal;

import io.tiktoktoe.file.NamedOutput;
import io.tiktoktoe.file.Placing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    if (Files.notExists(file) || isBlank(file)) {
      make(file);
    }
    return Files.readString(file).strip();
  }

  /** A secret that was never drawn before. */
  public static String draw() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  /** Whether a full disk or a kill left it before the secret was in it: nothing is hidden yet. */
  private static boolean isBlank(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).replace('\0', ' ').isBlank();
  }

  /** Whole under another name first; of several processes the first one's counts. */
  private static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, file.getFileName() + ".", ".part");
    try {
      try (OutputStream out = NamedOutput.to(draft)) {
        out.write(draw().getBytes(StandardCharsets.US_ASCII));
      }
      if (Placing.place(draft, file, PseudonymKey::isBlank) == Placing.Outcome.LOCKED) {
        throw new FileSystemException(file.toString(), null, "another process works on it");
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
