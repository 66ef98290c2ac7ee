package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.model.price.PriceFile;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command on plain files about prices understands. */
public final class PriceFileOptions {

  @Mixin private NamedFile named = new NamedFile();

  @Option(names = "--picture", description = "Draw the answer on the terminal.")
  private boolean picture;

  @Mixin private SeedOption seed = new SeedOption();

  /** The file that is asked about. */
  public PriceFile file(Surroundings surroundings) {
    return new PriceFile(named.path(surroundings), named.map(), seed.value());
  }

  /** Writes an answer: as JSON, as a picture, or as a table, whichever was asked for. */
  public void answer(
      Surroundings surroundings,
      boolean json,
      Object answer,
      Function<Look, String> report,
      List<String> columns,
      Output.Rows rows)
      throws IOException {
    if (picture || named.out().filter(Output::isPicture).isPresent()) {
      named.answer(surroundings, json, answer, report);
    } else {
      Output.table(surroundings, named.out(), json, answer, columns, rows);
    }
  }
}
