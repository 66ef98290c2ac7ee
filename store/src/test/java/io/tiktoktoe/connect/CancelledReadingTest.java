package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.connect.read.LineSpool;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reading a file stops in the middle. */
@Timeout(300)
class CancelledReadingTest {

  @TempDir Path folder;

  private final Cancellation cancellation = new Cancellation();
  private final ReadOptions options =
      ReadOptions.defaults().withCancellation(cancellation).withCreator("alice");

  @Test
  void endlessLinesStop() {
    assertThatThrownBy(
            () ->
                LineSpool.write(
                    new EndlessLines(), folder.resolve("lines.parquet"), false, options))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aMappedTableStops() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"), "id,time,type,creator\n1,2026-01-01T00:00:00Z,tip,a\n");
    cancellation.request();
    assertThatThrownBy(() -> Connectors.open(file, options))
        .isInstanceOf(CancellationException.class);
  }

  /** One event again and again; after some megabytes it asks to stop, and does not end. */
  private final class EndlessLines extends InputStream {

    private static final int REQUEST_AT = 4 << 20;

    private final byte[] line =
        "{\"id\":\"1\",\"time\":\"2026-01-01T00:00:00Z\",\"type\":\"tip\"}\n"
            .getBytes(StandardCharsets.UTF_8);

    private long given;

    @Override
    public int read() {
      if (given == REQUEST_AT) {
        cancellation.request();
      }
      return line[(int) (given++ % line.length)];
    }
  }
}
