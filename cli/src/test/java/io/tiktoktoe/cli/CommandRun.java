package io.tiktoktoe.cli;

import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.work.Cancellation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One command run in this process, with everything that it said.
 *
 * @param code its exit code
 * @param out its answer
 * @param err its errors, notes and progress
 */
public record CommandRun(int code, String out, String err) {

  /** The present of every test: after the simulated economy's default span. */
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** Runs {@code args} in {@code directory} with an empty environment. */
  public static CommandRun in(Path directory, String... args) {
    return in(directory, Map.of(), args);
  }

  /** Runs {@code args} in {@code directory} with these environment variables. */
  public static CommandRun in(Path directory, Map<String, String> environment, String... args) {
    return in(directory, environment, new Cancellation(), false, args);
  }

  /** The same with a cancellation, and a terminal or none. */
  public static CommandRun in(
      Path directory,
      Map<String, String> environment,
      Cancellation cancellation,
      boolean terminal,
      String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        surroundings(directory, out, err, environment, cancellation, terminal);
    int code = Shell.run(surroundings, args);
    return new CommandRun(code, out.toString(), err.toString());
  }

  /** Every command that does something, without those that only have others below them. */
  static List<CommandSpec> commands(Path directory) {
    CommandLine root = new CommandLine(new Tiktoktoe());
    Commands.addTo(
        root,
        surroundings(
            directory,
            new StringWriter(),
            new StringWriter(),
            Map.of(),
            new Cancellation(),
            false));
    List<CommandSpec> leaves = new ArrayList<>();
    addLeaves(root, leaves);
    return leaves;
  }

  private static void addLeaves(CommandLine command, List<CommandSpec> leaves) {
    command.getSubcommands().values().forEach(below -> addLeaves(below, leaves));
    if (command.getSubcommands().isEmpty()) {
      leaves.add(command.getCommandSpec());
    }
  }

  private static Surroundings surroundings(
      Path directory,
      StringWriter out,
      StringWriter err,
      Map<String, String> environment,
      Cancellation cancellation,
      boolean terminal) {
    return new Surroundings(
        out,
        new PrintWriter(err),
        terminal,
        terminal,
        environment,
        directory,
        directory.resolve("home"),
        InstantSource.fixed(NOW),
        cancellation);
  }

  /** The folder of the project, wherever the tests run from. */
  public static Path project() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("docs")) ? here : here.resolve("..").normalize();
  }
}
