package io.tiktoktoe.cli;

import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.work.Cancellation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

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
        new Surroundings(
            out,
            new PrintWriter(err),
            terminal,
            terminal,
            environment,
            directory,
            directory.resolve("home"),
            InstantSource.fixed(NOW),
            cancellation);
    int code = Shell.run(surroundings, args);
    return new CommandRun(code, out.toString(), err.toString());
  }

  /** The folder of the project, wherever the tests run from. */
  public static Path project() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("docs")) ? here : here.resolve("..").normalize();
  }
}
