package io.tiktoktoe.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.cli.CommandRun;
import io.tiktoktoe.work.Cancellation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private final StringWriter err = new StringWriter();
  private final Cancellation cancellation = new Cancellation();
  private long nanos;

  @Test
  void longWorkShowsOnATerminalAndCleansUp() {
    try (ProgressLine line = line(true)) {
      line.report("reading", 0, 1_000);
      nanos += 450_000_000;
      line.report("reading", 250, 1_000);
    }
    assertThat(err.toString()).contains("reading  25%  250 of 1,000").endsWith("\r\u001b[K");
  }

  @Test
  void shortWorkAndPipesStaySilent() {
    try (ProgressLine line = line(true)) {
      nanos += 350_000_000;
      line.report("reading", 1, 2);
    }
    try (ProgressLine line = line(false)) {
      nanos += 450_000_000;
      line.report("reading", 1, 2);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aRequestToStopIsHeardAtTheNextReport() {
    try (ProgressLine line = line(false)) {
      line.report("reading", 1, 2);
      cancellation.request();
      assertThatThrownBy(() -> line.report("reading", 2, 2))
          .isInstanceOf(CancellationException.class);
    }
  }

  private ProgressLine line(boolean terminal) {
    return new ProgressLine(surroundings(terminal), () -> nanos);
  }

  private Surroundings surroundings(boolean terminal) {
    return new Surroundings(
        new StringWriter(),
        new PrintWriter(err),
        terminal,
        terminal,
        Map.of(),
        Path.of(""),
        Path.of(""),
        InstantSource.fixed(CommandRun.NOW),
        cancellation);
  }
}
