package io.tiktoktoe.connect.write;

import java.io.IOException;

/** Where the events of one file go, row by row. */
public interface EventSink {

  /** Takes one row. */
  void write(EventRow row) throws IOException;

  /** Writes what is left; the file is complete then. */
  void finish() throws IOException;

  /** Gives everything back; after {@link #finish} or instead of it. */
  void release() throws IOException;
}
