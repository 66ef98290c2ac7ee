package io.tiktoktoe.text;

import java.io.IOException;
import java.util.Optional;

/** The rows of a file in order; one at a time is held. */
public interface FileRows extends AutoCloseable {

  /** The next row, or nothing at the end. */
  Optional<FileRow> next() throws IOException;

  @Override
  void close() throws IOException;
}
