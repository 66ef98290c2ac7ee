package io.tiktoktoe.store.ledger;

import io.tiktoktoe.file.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Witness of a ledger: how many lines it had and the link of the last, in a file of its own. A
 * ledger that has fewer, or others, lost what it had.
 *
 * @param lines how many
 * @param link of the last
 */
public record LedgerWitness(long lines, String link) {

  /** Reads a witness; empty if there is none. */
  public static Optional<LedgerWitness> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String[] fields = Files.readString(file).strip().split(" ");
    if (fields.length != 2 || !fields[0].matches("\\d{1,15}")) {
      // Nobody can have kept to such a witness.
      return Optional.of(new LedgerWitness(Long.MAX_VALUE, "unreadable"));
    }
    return Optional.of(new LedgerWitness(Long.parseLong(fields[0]), fields[1]));
  }

  /** Writes this witness in place of another, durably: never half of it is there. */
  public void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("witness (%s) has no folder.".formatted(file));
    }
    PrivateFiles.folder(folder);
    Path fresh = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    PrivateFiles.create(fresh);
    try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer text =
          ByteBuffer.wrap((lines + " " + link + "\n").getBytes(StandardCharsets.US_ASCII));
      while (text.hasRemaining()) {
        out.write(text);
      }
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
