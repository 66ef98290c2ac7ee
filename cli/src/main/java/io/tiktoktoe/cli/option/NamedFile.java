package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A file of named columns that a command reads, and where its answer goes. */
public final class NamedFile {

  @Parameters(paramLabel = "FILE", description = "CSV, NDJSON (also .gz) or Parquet; - for input.")
  private Path file = Path.of("-");

  @Option(
      names = "--map",
      split = ",",
      paramLabel = "COLUMN=FIELD",
      description = "Other names in the file: those above stand after the equals sign.")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write to this file instead of standard output; .json writes JSON, .svg a picture, and"
              + " tables are written to .csv and .ndjson, too.")
  private Optional<Path> out = Optional.empty();

  /** Where it lies. */
  public Path path(Surroundings surroundings) {
    return surroundings.resolve(file);
  }

  /** Other names of columns: key is the file's. */
  public Map<String, String> map() {
    return map;
  }

  /** Where the answer goes; empty for standard output. */
  Optional<Path> out() {
    return out;
  }

  /** Writes an answer, in words unless JSON was asked for. */
  public void answer(
      Surroundings surroundings, boolean json, Object answer, Function<Look, String> text)
      throws IOException {
    Output.answer(surroundings, out, json, answer, text);
  }
}
