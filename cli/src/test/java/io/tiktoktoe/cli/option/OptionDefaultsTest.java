package io.tiktoktoe.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flag, then environment, then the project's file, then the user's, then the default. */
class OptionDefaultsTest {

  @TempDir Path directory;

  @Test
  void eachPlaceWinsOverTheNext() throws IOException {
    assertThat(storeNamedBy(Map.of())).contains(".tiktoktoe/store.duckdb does not exist");
    write("home/.config/tiktoktoe/config", "store = user.duckdb\n");
    assertThat(storeNamedBy(Map.of())).contains("user.duckdb does not exist");
    write(".tiktoktoe/config", "# of this project\nstore = project.duckdb\n");
    assertThat(storeNamedBy(Map.of())).contains("project.duckdb does not exist");
    Map<String, String> environment = Map.of("TIKTOKTOE_STORE", "environment.duckdb");
    assertThat(storeNamedBy(environment)).contains("environment.duckdb does not exist");
    assertThat(storeNamedBy(environment, "--store", "flag.duckdb"))
        .contains("flag.duckdb does not exist");
  }

  @Test
  void aWrongValueNamesWhereItStands() {
    CommandRun run =
        CommandRun.in(
            directory, Map.of("TIKTOKTOE_SEED", "lucky"), "forecast", "a.csv", "--horizon", "3");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("'lucky' is no whole number", "(set by TIKTOKTOE_SEED)");
  }

  @Test
  void anUnknownSettingIsNotPassedOver() throws IOException {
    write(".tiktoktoe/config", "stoer = a.duckdb\n");
    CommandRun run = CommandRun.in(directory, "--version");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("sets stoer, which is unknown").contains("store");
  }

  @Test
  void switchesCanBeSetForGood() {
    CommandRun run =
        CommandRun.in(
            CommandRun.project(),
            Map.of("TIKTOKTOE_JSON", "true"),
            "anomalies",
            "docs/examples/daily-tips.csv");
    assertThat(run.out()).startsWith("[");
  }

  private String storeNamedBy(Map<String, String> environment, String... flags) {
    String[] args = new String[2 + flags.length];
    args[0] = "export";
    args[1] = "events";
    System.arraycopy(flags, 0, args, 2, flags.length);
    CommandRun run = CommandRun.in(directory, environment, args);
    assertThat(run.code()).isEqualTo(1);
    return run.err();
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
