package io.tiktoktoe.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An output whose failures name it: Java's own say "No space left on device" and not where. Not
 * buffered.
 */
public final class NamedOutput extends FilterOutputStream {

  private final String name;

  /** The same output, which fails with {@code name}. */
  public NamedOutput(OutputStream out, String name) {
    super(out);
    this.name = name;
  }

  /** A file, made or emptied. */
  public static OutputStream to(Path file) throws IOException {
    return new NamedOutput(Files.newOutputStream(file), file.toString());
  }

  /** What is done with the output. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private void named(Step step) throws IOException {
    try {
      step.run();
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw named(name, e);
    }
  }

  /** The same failure with the name of the file. */
  private static FileSystemException named(String name, IOException e) {
    FileSystemException named = new FileSystemException(name, null, e.getMessage());
    named.initCause(e);
    return named;
  }

  @Override
  public void write(int b) throws IOException {
    named(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    named(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    named(out::flush);
  }

  @Override
  public void close() throws IOException {
    named(out::close);
  }
}
