package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.command.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Every option that takes a number refuses what is none, with its name, the value and a remedy. */
class NumericOptionsTest {

  private static final Set<Class<?>> FRACTIONS = Set.of(double.class, Double.class);
  private static final Set<Class<?>> WHOLES =
      Set.of(int.class, Integer.class, long.class, Long.class);

  private static final Pattern REMEDY =
      Pattern.compile("(Write (one|steps)|Use a finite one) .*such as");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "-NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1,5", "5USD"})
  void noOptionTakesWhatIsNoNumber(String value) {
    int asked = 0;
    for (CommandSpec command : CommandRun.commands(directory)) {
      for (OptionSpec option : command.options()) {
        Class<?> type = option.auxiliaryTypes()[0];
        boolean splits = value.contains(",") && !option.splitRegex().isEmpty();
        if ((FRACTIONS.contains(type) || WHOLES.contains(type)) && !splits) {
          asked++;
          assertRefused(command, option, value);
        }
      }
    }
    assertThat(asked).isGreaterThan(80);
  }

  private void assertRefused(CommandSpec command, OptionSpec option, String value) {
    CommandRun run = CommandRun.in(directory, line(command, option, value));
    assertThat(run.code()).as(run.err()).isEqualTo(Command.USAGE);
    assertThat(run.err())
        .contains("'" + option.longestName() + "'", "'" + value + "' is no ")
        .containsPattern(REMEDY)
        .hasLineCount(1);
  }

  /** The command with all that it requires, in words that are never reached. */
  private static String[] line(CommandSpec command, OptionSpec option, String value) {
    List<String> words =
        new ArrayList<>(List.of(command.qualifiedName(" ").replace("tiktoktoe ", "").split(" ")));
    words.add(option.longestName() + "=" + value);
    for (OptionSpec required : command.options()) {
      if (required.required() && !required.equals(option)) {
        words.add(required.longestName() + "=1");
      }
    }
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      if (parameter.required()) {
        words.add("none");
      }
    }
    return words.toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "decompose s.csv --period 7 --trend-window -1|--trend-window (-1) must be at least 3",
        "decompose s.csv --period 7 --lowpass-window 0|--lowpass-window (0) must be at least 3",
        "decompose s.csv --period 7 --seasonal-jump -1|--seasonal-jump (-1) must be at least 1",
        "decompose s.csv --period 7 --trend-degree -1|--trend-degree",
        "decompose s.csv --period 7 --inner -1|--inner (-1) must be at least 1",
        "decompose s.csv --period 7 --outer -1|--outer (-1) must be at least 0",
        "forecast s.csv --horizon -1|--horizon (-1",
        "anomalies s.csv --sensitivity -1|--sensitivity (-1",
        "simulate --months -1|--months (-1) must be 1 to 120",
        "experiment create t --arm a=5 --arm b=6 --traffic 9 --step -1|--step (-1.0) must be above",
        "experiment create t --arm a=5 --arm b=6 --traffic 9 --ceiling -1|--ceiling (-1.0) must be",
        "experiment create t --arm a=5 --arm b=6,trial=NaN --traffic 9|has a trial (NaN) that is"
            + " no",
        "experiment create t --arm a=5 --arm b=6,yearly=1e999 --traffic 9|a yearly (1e999) that is",
        "experiment create t --arm a=5 --arm b=6,trial=1.5 --traffic 9|a trial (1.5) of no whole"
            + " days"
      })
  void aNumberOutOfRangeIsNamedByItsOption(String line, String message) {
    CommandRun run = CommandRun.in(directory, line.split(" "));
    assertThat(run.code()).as(run.err()).isEqualTo(Command.USAGE);
    assertThat(run.err()).contains(message).hasLineCount(1);
  }

  @Test
  void aNegativePriceIsNoFreeOffer() {
    CommandRun run =
        CommandRun.in(
            directory,
            ("experiment create t --creator ada --new-creator --currency USD --traffic 9"
                    + " --arm today=5 --arm high=-6")
                .split(" "));
    assertThat(run.code()).as(run.err()).isEqualTo(Command.USAGE);
    assertThat(run.err())
        .contains("high has price -6: nobody can be charged less than nothing", "such as 6.")
        .doesNotContain("free offer");
  }
}
