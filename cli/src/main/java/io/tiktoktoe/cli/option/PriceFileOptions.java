package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.model.price.PriceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command on plain files about prices understands. */
public final class PriceFileOptions {

  @Parameters(paramLabel = "FILE", description = "CSV, NDJSON (also .gz) or Parquet; - for input.")
  private Path file = Path.of("-");

  @Option(
      names = "--map",
      split = ",",
      paramLabel = "COLUMN=FIELD",
      description = "Other names in the file, such as --map item=arm,click=reward.")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write to .csv, .json or .ndjson (each also .gz) instead of standard output; .svg draws"
              + " the picture.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--picture", description = "Draw the answer on the terminal.")
  private boolean picture;

  @Mixin private SeedOption seed = new SeedOption();

  /** The file that is asked about. */
  public PriceFile file(Surroundings surroundings) {
    return new PriceFile(surroundings.resolve(file), map, seed.value());
  }

  /** Writes rows of an answer. */
  @FunctionalInterface
  public interface Table {
    /** Writes the whole table. */
    void write(Output output) throws IOException;
  }

  /** Writes an answer: as JSON, as a picture, or as a table, whichever was asked for. */
  public void answer(
      Surroundings surroundings,
      boolean json,
      Object answer,
      Function<Look, String> report,
      Table table)
      throws IOException {
    if (json || endsWith(".json") || endsWith(".json.gz")) {
      Output.answer(surroundings, out, true, answer, report);
    } else if (picture || endsWith(".svg")) {
      Output.answer(surroundings, out, false, answer, report);
    } else {
      try (Output output = Output.open(surroundings, out, false)) {
        table.write(output);
        output.commit();
      }
    }
  }

  private boolean endsWith(String ending) {
    return out.map(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(ending)).orElse(false);
  }
}
