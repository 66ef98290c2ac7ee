package io.tiktoktoe.table;

import io.tiktoktoe.file.FileState;
import io.tiktoktoe.file.GzipStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Recognises what a file holds by its first bytes and opens the right reader. */
final class FileKind {

  /** Bytes that are looked at to tell text from other content. */
  private static final int PEEK = 8192;

  private static final String READABLE = "CSV, NDJSON (each also gzipped) and Parquet are read.";

  private FileKind() {}

  static TableReader open(Path file) {
    requireFile(file);
    try {
      FileState state = FileState.of(file);
      return new UnchangedTable(openContent(file, state.regular()), state);
    } catch (NoSuchFileException e) {
      throw missing(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static TableReader openContent(Path file, boolean regular) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      byte[] head = peek(raw);
      if (startsWith(head, 'P', 'A', 'R', '1')) {
        raw.close();
        if (!regular) {
          throw new TableException(
              file + " is a pipe or a device, of which Parquet cannot be read. Save it to a file.");
        }
        return ParquetTable.open(file);
      }
      if (startsWith(head, 0x1f, 0x8b)) {
        InputStream unpacked = GzipStream.of(raw, 1 << 16);
        return openText(file, unpacked, peek(unpacked));
      }
      return openText(file, raw, head);
    } catch (IOException | TableException e) {
      raw.close();
      throw e;
    }
  }

  static TableException unreadable(Path file, IOException e) {
    if (e instanceof EOFException) {
      return new TableException(
          file + " is cut: its gzip data end in the middle. Make or download it again.", e);
    }
    if (e instanceof ZipException) {
      return new TableException(
          file + " is a damaged gzip file (" + e.getMessage() + "). Make or download it again.", e);
    }
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new TableException(
        file + " cannot be read (" + reason + "). Check the file and its permissions.", e);
  }

  private static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new TableException(file + " is a directory. Name a file in it.");
    }
    if (!Files.exists(file)) {
      throw missing(file);
    }
    if (!Files.isReadable(file)) {
      throw new TableException(file + " cannot be read. Check its permissions.");
    }
  }

  private static TableException missing(Path file) {
    return new TableException(file + " does not exist. Check the path.");
  }

  private static TableReader openText(Path file, InputStream in, byte[] head) throws IOException {
    if (head.length == 0) {
      in.close();
      throw new TableException(file + " is empty. It needs a header line and at least one row.");
    }
    String other = foreignKind(head);
    if (!other.isEmpty()) {
      in.close();
      throw new TableException(file + " is " + other + ", not a table. " + READABLE);
    }
    if (firstVisible(head) == '{') {
      return new NdjsonTable(file, in);
    }
    return CsvTable.open(file, in);
  }

  /** What a file is that holds no table, for people; empty for text. */
  private static String foreignKind(byte[] head) {
    if (startsWith(head, 'P', 'K', 3, 4)) {
      return "a zip archive or an Excel workbook";
    }
    if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) {
      return "compressed with zstd";
    }
    if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
      return "UTF-16 text (save it as UTF-8)";
    }
    if (firstVisible(head) == '[') {
      return "a JSON array (write one object a line)";
    }
    for (byte one : head) {
      if (one == 0) {
        return "a binary file";
      }
    }
    return "";
  }

  private static int firstVisible(byte[] head) {
    int from = startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
    String text = new String(head, from, head.length - from, StandardCharsets.ISO_8859_1).strip();
    return text.isEmpty() ? 0 : text.charAt(0);
  }

  private static byte[] peek(InputStream in) throws IOException {
    in.mark(PEEK);
    byte[] head = in.readNBytes(PEEK);
    in.reset();
    return head;
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
