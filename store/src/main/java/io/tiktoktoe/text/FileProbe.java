package io.tiktoktoe.text;

import io.tiktoktoe.file.Copies;
import io.tiktoktoe.file.GzipStream;
import io.tiktoktoe.file.UnreadableFileException;
import io.tiktoktoe.file.UnreadableFileException.Damaged;
import io.tiktoktoe.file.UnreadableFileException.Empty;
import io.tiktoktoe.file.UnreadableFileException.Missing;
import io.tiktoktoe.file.UnreadableFileException.NotText;
import io.tiktoktoe.work.Cancellation;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * A file as its bytes are: there, compressed, text of which encoding. Everything is decided from
 * the content; names and endings only help people.
 *
 * @param path where its bytes lie: the file, or a copy of it
 * @param shown the file as messages name it
 * @param kind what it holds
 * @param gzip whether it is compressed with gzip
 * @param charset the encoding of its text
 * @param bom bytes of the byte order mark before the text
 * @param copies how far it may expand
 * @param cancellation stops the reading
 */
public record FileProbe(
    Path path,
    Path shown,
    Kind kind,
    boolean gzip,
    Charset charset,
    int bom,
    Copies copies,
    Cancellation cancellation) {

  private static final int[] ZSTD = {0x28, 0xb5, 0x2f, 0xfd};

  /** What a file holds. */
  public enum Kind {
    PARQUET,
    JSON,
    TABLE
  }

  /** Begins what colours a terminal; people paste it with what they copy from there. */
  private static final int ESCAPE = 0x1b;

  private static final int HEAD_BYTES = 1 << 16;

  /**
   * Looks at {@code path}.
   *
   * @param shown the file as messages name it; the same, or the one that {@code path} is a copy of
   * @throws UnreadableFileException if it is missing, empty or no text
   */
  public static FileProbe of(Path path, Path shown, Copies copies, Cancellation cancellation)
      throws IOException {
    requireReadable(path, shown);
    byte[] magic = head(Files.newInputStream(path), 8);
    if (startsWith(magic, 'P', 'A', 'R', '1')) {
      return new FileProbe(
          path, shown, Kind.PARQUET, false, StandardCharsets.UTF_8, 0, copies, cancellation);
    }
    boolean gzip = startsWith(magic, 0x1f, 0x8b);
    byte[] head;
    try (InputStream stream = raw(path, shown, gzip, copies, cancellation)) {
      head = head(stream, HEAD_BYTES);
    }
    if (head.length == 0) {
      throw new Empty(shown.toString());
    }
    Charset charset = charset(path, shown, head, gzip, copies, cancellation);
    int bom = bom(head);
    String text = new String(head, bom, head.length - bom, charset);
    if (text.isBlank() && head.length < HEAD_BYTES) {
      throw new Empty(shown.toString());
    }
    Kind kind = isJson(text) ? Kind.JSON : Kind.TABLE;
    return new FileProbe(path, shown, kind, gzip, charset, bom, copies, cancellation);
  }

  /**
   * Refuses what cannot be read again and again.
   *
   * @throws UnreadableFileException if it is no file, or empty, or may not be read
   */
  public static void requireReadable(Path path, Path shown) throws IOException {
    if (!Files.exists(path)) {
      throw new Missing(shown.toString(), "does not exist");
    }
    if (!Files.isRegularFile(path)) {
      throw new Missing(
          shown.toString(),
          Files.isDirectory(path)
              ? "is a folder: name the files in it"
              : "is a pipe or a device, which cannot be read twice: save it to a file first");
    }
    if (!Files.isReadable(path)) {
      throw new Missing(shown.toString(), "may not be read by this user");
    }
    if (Files.size(path) == 0) {
      throw new Empty(shown.toString());
    }
  }

  /** Whether it is compressed with zstd, which only the engine expands: see {@link EngineCopy}. */
  public static boolean isZstd(Path path) throws IOException {
    return Files.isRegularFile(path)
        && Files.isReadable(path)
        && startsWith(head(Files.newInputStream(path), ZSTD.length), ZSTD);
  }

  private static boolean isJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("{")
        || start.startsWith("[")
        || start.lines().findFirst().orElse("").matches("(?i)(.*&)?data=%7B.*");
  }

  private static Charset charset(
      Path path, Path shown, byte[] head, boolean gzip, Copies copies, Cancellation cancellation)
      throws IOException {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    Optional<Charset> wide = WideText.of(head);
    if (wide.isPresent()) {
      return wide.get();
    }
    boolean ended = head.length < HEAD_BYTES && head[head.length - 1] == WithoutDosEnd.END;
    for (byte b : ended ? Arrays.copyOf(head, head.length - 1) : head) {
      // Control characters that no text file holds: the first pages of any binary file do.
      if (b >= 0
          && b < 0x20
          && b != '\n'
          && b != '\r'
          && b != '\t'
          && b != '\f'
          && b != 1
          && b != ESCAPE) {
        throw new NotText(shown.toString(), "is a binary file" + known(head));
      }
    }
    try (InputStream stream = raw(path, shown, gzip, copies, cancellation)) {
      return Utf8.isValid(stream) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }
  }

  private static String known(byte[] head) {
    if (startsWith(head, 'P', 'K')) {
      return " (a ZIP archive or a spreadsheet)";
    }
    if (startsWith(head, '%', 'P', 'D', 'F')) {
      return " (a PDF)";
    }
    return startsWith(head, 'S', 'Q', 'L', 'i') ? " (an SQLite database)" : "";
  }

  private static int bom(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF) ? 2 : 0;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] head(InputStream stream, int bytes) throws IOException {
    try (stream) {
      return stream.readNBytes(bytes);
    }
  }

  /** Whether DuckDB can read the text as it lies on disk. */
  public boolean isPlainUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /** Whether it is UTF-16, in which no line can be taken byte by byte. */
  public boolean isWide() {
    return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
  }

  /** Its text, expanded and without byte order mark; refuses to expand a bomb. */
  public Reader reader() throws IOException {
    return new InputStreamReader(bytes(), charset);
  }

  /** The bytes of its text. */
  public InputStream bytes() throws IOException {
    BufferedInputStream stream = raw(path, shown, gzip, copies, cancellation);
    stream.skipNBytes(bom);
    return isWide() ? stream : new WithoutDosEnd(stream);
  }

  private static BufferedInputStream raw(
      Path path, Path shown, boolean gzip, Copies copies, Cancellation cancellation)
      throws IOException {
    InputStream file = Files.newInputStream(path);
    if (!gzip) {
      return guarded(new BufferedInputStream(file, HEAD_BYTES), shown, false, copies, cancellation);
    }
    try {
      return guarded(GzipStream.of(file, HEAD_BYTES), shown, true, copies, cancellation);
    } catch (EOFException | ZipException e) {
      throw damaged(shown.toString(), e);
    }
  }

  private static BufferedInputStream guarded(
      InputStream plain, Path path, boolean expands, Copies copies, Cancellation cancellation) {
    return new BufferedInputStream(
        new GuardedStream(plain, path, expands, copies, cancellation), HEAD_BYTES);
  }

  private static UnreadableFileException damaged(String file, IOException e) {
    return new Damaged(
        file,
        e instanceof EOFException
            ? "is cut: its gzip data end in the middle"
            : "is damaged: its gzip data cannot be expanded (" + e.getMessage() + ")",
        e);
  }

  /** Stops when the reading is cancelled, and before a small file expands without end. */
  private static final class GuardedStream extends java.io.FilterInputStream {
    private final Path file;
    private final Copies copies;
    private final Cancellation cancellation;
    private long left;

    GuardedStream(
        InputStream in, Path file, boolean expands, Copies copies, Cancellation cancellation) {
      super(in);
      this.file = file;
      this.copies = copies;
      this.cancellation = cancellation;
      this.left = expands ? copies.limit(file) : Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
      try {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
      } catch (EOFException | ZipException e) {
        throw damaged(file.toString(), e);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
      } catch (EOFException | ZipException e) {
        throw damaged(file.toString(), e);
      }
    }

    private void count(int read) {
      cancellation.check();
      left -= read;
      if (left < 0) {
        throw copies.tooLarge(file);
      }
    }
  }

  /** The first lines of its text, at most {@code most} characters. */
  String firstText(int most) throws IOException {
    char[] text = new char[most];
    try (Reader reader = reader()) {
      int length = 0;
      for (int read = 0;
          read >= 0 && length < most;
          read = reader.read(text, length, most - length)) {
        length += read;
      }
      return new String(Arrays.copyOf(text, length));
    }
  }
}
