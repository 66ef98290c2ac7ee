package io.tiktoktoe.connect;

import java.io.IOException;
import java.util.Optional;

/** The rows of a file in order; one at a time is held. */
interface Rows extends AutoCloseable {

  /** The next row, or nothing at the end. */
  Optional<Row> next() throws IOException;

  @Override
  void close() throws IOException;
}
