package io.tiktoktoe.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.CommandRun;
import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.work.Cancellation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

  @Test
  void colourNeedsATerminalThatWantsIt() {
    assertThat(look(true, Map.of()).colour()).isTrue();
    assertThat(look(false, Map.of()).colour()).isFalse();
    assertThat(look(true, Map.of("NO_COLOR", "1")).colour()).isFalse();
    assertThat(look(true, Map.of("NO_COLOR", "")).colour()).isTrue();
    assertThat(look(true, Map.of("TERM", "dumb")).colour()).isFalse();
  }

  @Test
  void theFirstLocaleThatIsSetDecidesOnUnicode() {
    assertThat(look(true, Map.of()).unicode()).isTrue();
    assertThat(look(true, Map.of("LANG", "de_DE.UTF-8")).unicode()).isTrue();
    assertThat(look(true, Map.of("LANG", "C.utf8")).unicode()).isTrue();
    assertThat(look(true, Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8")).unicode()).isFalse();
  }

  @Test
  void widthIsThatOfTheTerminalWithinReason() {
    assertThat(look(true, Map.of()).width()).isEqualTo(80);
    assertThat(look(true, Map.of("COLUMNS", "100")).width()).isEqualTo(100);
    assertThat(look(true, Map.of("COLUMNS", "7")).width()).isEqualTo(40);
    assertThat(look(true, Map.of("COLUMNS", "wide")).width()).isEqualTo(80);
    assertThat(look(true, Map.of("COLUMNS", "0")).width()).isEqualTo(80);
  }

  private static Look look(boolean terminal, Map<String, String> environment) {
    return new Surroundings(
            new StringWriter(),
            new PrintWriter(new StringWriter()),
            terminal,
            terminal,
            environment,
            Path.of(""),
            Path.of(""),
            InstantSource.fixed(CommandRun.NOW),
            new Cancellation())
        .look();
  }
}
