package io.tiktoktoe.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stops a statement of the engine once the file that it writes grows beyond a limit: the engine
 * itself knows none. It looks {@value #LOOKS_PER_SECOND} times a second, so that a file overshoots
 * by what a disk takes meanwhile.
 */
public final class SizeWatch implements AutoCloseable {

  private static final int LOOKS_PER_SECOND = 50;

  private final Path file;
  private final long limit;
  private final Statement statement;
  private final AtomicBoolean exceeded = new AtomicBoolean();
  private final Thread watching;
  private volatile boolean closed;

  private SizeWatch(Path file, long limit, Statement statement) {
    this.file = file;
    this.limit = limit;
    this.statement = statement;
    this.watching = Thread.ofPlatform().name("size-watch").daemon().unstarted(this::watch);
  }

  /** Watches from now until it is closed. */
  public static SizeWatch start(Path file, long limit, Statement statement) {
    SizeWatch watch = new SizeWatch(file, limit, statement);
    watch.watching.start();
    return watch;
  }

  /** Whether the file has grown beyond the limit; also after a statement that was quicker. */
  public boolean exceeded() throws IOException {
    return exceeded.get() || Files.size(file) > limit;
  }

  private void watch() {
    try {
      while (!closed) {
        if (Files.size(file) > limit) {
          exceeded.set(true);
          // Again and again until it has ended: the engine forgets a cancel just before a start.
          statement.cancel();
        }
        Thread.sleep(1000 / LOOKS_PER_SECOND);
      }
    } catch (IOException | SQLException e) {
      // The file or the statement is gone: there is nothing to watch any more.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      // No cancel may hit what runs next on the connection.
      watching.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
