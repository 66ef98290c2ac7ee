package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a table goes. */
public final class TableOut {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to .csv, .json or .ndjson (each also .gz) instead of standard output.")
  private Optional<Path> file = Optional.empty();

  /** The file, if one was named. */
  public Optional<Path> file() {
    return file;
  }

  /** Writes one answer as a table, or whole as JSON. */
  public void write(
      Surroundings surroundings,
      boolean json,
      Object answer,
      List<String> columns,
      Output.Rows rows)
      throws IOException {
    Output.table(surroundings, file, json, answer, columns, rows);
  }
}
