package io.tiktoktoe.connect.read;

import io.tiktoktoe.file.NamedOutput;
import io.tiktoktoe.text.FileProbe;
import io.tiktoktoe.text.Utf8;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Sees whether a file of lines can be read by the engine as it is, and copies it so that it can:
 * one line stays one line, and a line that would stop the engine (not UTF-8, too long, holding the
 * engine's separator) becomes one that is rejected alone. O(bytes).
 */
public final class CleanLines {

  /** The character that the engine takes as separator: no JSON text may hold it. */
  private static final int SEPARATOR = 1;

  /** What stands for a line that is too long. */
  static final String TOO_LONG = "!too long";

  /** What stands for a line that is no text. */
  static final String NOT_UTF8 = "!not UTF-8";

  private CleanLines() {}

  /** Whether every line is fit as it is. */
  public static boolean isClean(FileProbe probe) throws IOException {
    if (!probe.isPlainUtf8() || probe.bom() > 0) {
      return false;
    }
    byte[] buffer = new byte[1 << 16];
    long lineStart = 0;
    long position = 0;
    try (InputStream stream = probe.bytes()) {
      for (int read = stream.read(buffer); read > 0; read = stream.read(buffer)) {
        for (int i = 0; i < read; i++) {
          byte b = buffer[i];
          if (b > '\r') {
            continue;
          }
          if (b == '\n') {
            if (position + i - lineStart > JsonLines.MAX_LINE_BYTES) {
              return false;
            }
            lineStart = position + i + 1;
          } else if (b == SEPARATOR || b == '\r') {
            // The engine takes one kind of line end in a file, and would count lines differently.
            return false;
          }
        }
        position += read;
      }
    }
    return position - lineStart <= JsonLines.MAX_LINE_BYTES;
  }

  /** Writes a clean copy. */
  public static void copy(FileProbe probe, Path copy) throws IOException {
    try (OutputStream out = new BufferedOutputStream(NamedOutput.to(copy))) {
      if (probe.isWide()) {
        try (Reader reader = probe.reader();
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
          reader.transferTo(writer);
        }
      } else {
        try (InputStream stream = probe.bytes()) {
          copyLines(stream, out);
        }
      }
    }
  }

  private static void copyLines(InputStream stream, OutputStream out) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean fits = true;
    byte[] buffer = new byte[1 << 16];
    for (int read = stream.read(buffer); read > 0; read = stream.read(buffer)) {
      int from = 0;
      for (int at = 0; at < read; at++) {
        if (buffer[at] == '\n') {
          fits &= append(line, buffer, from, at);
          write(line, fits, out);
          line.reset();
          fits = true;
          from = at + 1;
        }
      }
      fits &= append(line, buffer, from, read);
    }
    if (line.size() > 0) {
      write(line, fits, out);
    }
  }

  /** Appends what there is room for; false if that is not all. */
  private static boolean append(ByteArrayOutputStream line, byte[] buffer, int from, int to) {
    int room = JsonLines.MAX_LINE_BYTES - line.size();
    line.write(buffer, from, Math.min(to - from, room));
    return to - from <= room;
  }

  private static void write(ByteArrayOutputStream line, boolean fits, OutputStream out)
      throws IOException {
    byte[] all = line.toByteArray();
    boolean windows = all.length > 0 && all[all.length - 1] == '\r';
    byte[] bytes = windows ? Arrays.copyOf(all, all.length - 1) : all;
    if (!fits) {
      out.write(TOO_LONG.getBytes(StandardCharsets.UTF_8));
    } else if (!Utf8.isValid(bytes, bytes.length)) {
      out.write(NOT_UTF8.getBytes(StandardCharsets.UTF_8));
    } else {
      for (byte b : bytes) {
        // Another control character is as wrong in JSON, and does not stop the engine.
        out.write(b == SEPARATOR ? SEPARATOR + 1 : b == '\r' ? ' ' : b);
      }
    }
    out.write('\n');
  }
}
