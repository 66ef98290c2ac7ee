package io.tiktoktoe.connect;

import io.tiktoktoe.store.NamedOutput;
import io.tiktoktoe.store.Placing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * This user's secret under which e-mail addresses become pseudonyms: made once, kept beside the
 * user's own formats, readable by this user alone. Whoever deletes it cuts the link for ever.
 */
final class PseudonymKey {

  private static final String NAME = "pseudonym.key";
  private static final int BYTES = 32;

  private PseudonymKey() {}

  /** The secret in {@code folder}, made when it is not there. */
  static String in(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (Files.notExists(file) || isBlank(file)) {
      make(folder, file);
    }
    return Files.readString(file).strip();
  }

  /** Whether a full disk or a kill left it before the secret was in it: nothing is hidden yet. */
  private static boolean isBlank(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).replace('\0', ' ').isBlank();
  }

  /** Whole under another name first; of several processes the first one's counts. */
  private static void make(Path folder, Path file) throws IOException {
    Files.createDirectories(folder);
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    Path draft = Files.createTempFile(folder, NAME + ".", ".part");
    try {
      try (OutputStream out = NamedOutput.to(draft)) {
        out.write(HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII));
      }
      if (Placing.place(draft, file, PseudonymKey::isBlank) == Placing.Outcome.LOCKED) {
        throw new FileSystemException(file.toString(), null, "another process works on it");
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
