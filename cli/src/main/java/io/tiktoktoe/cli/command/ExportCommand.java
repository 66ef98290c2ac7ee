package io.tiktoktoe.cli.command;

import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.ExportService;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.ExportAnswer;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.Target;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a table of the store to a file. */
@picocli.CommandLine.Command(
    name = "export",
    description = {
      "Write a table or view of the store, every row of it, to CSV, NDJSON or Parquet.",
      "",
      "Without TABLE it lists what can be exported. To standard output it writes CSV, or NDJSON"
          + " with --json. In CSV, text that a spreadsheet would run as a formula is made inert.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/tips.csv",
      "  ./tiktoktoe export rejected_rows --out rejected.csv"
    })
public final class ExportCommand extends Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "TABLE",
      description = "Table or view; all names are listed without it.")
  private Optional<String> table = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File ending in .csv, .ndjson or .parquet.")
  private Optional<Path> out = Optional.empty();

  @Mixin private StoreLocation location = new StoreLocation();

  public ExportCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    Optional<Path> target =
        out.filter(path -> !path.toString().equals("-"))
            .map(surroundings.directory()::resolve)
            .map(ExportService::target);
    List<Path> writable = target.map(path -> List.of(Output.folder(path))).orElse(List.of());
    try (Store store = location.existing(surroundings, writable)) {
      ExportService service = ExportService.of(store);
      if (table.isEmpty()) {
        list(service.names());
      } else if (target.isPresent()) {
        told(service.export(table.get(), target.get(), call(progress)));
      } else {
        Target.Format format = common.json ? Target.Format.NDJSON : Target.Format.CSV;
        service.print(table.get(), format, surroundings.out(), call(progress));
      }
    }
    return OK;
  }

  private void told(ExportAnswer answer) throws IOException {
    if (common.json) {
      JsonAnswer.write(answer, surroundings.out());
    } else {
      line("%,d rows of %s in %s".formatted(answer.rows(), answer.table(), answer.file()));
    }
  }

  private void list(Set<String> names) throws IOException {
    if (common.json) {
      JsonAnswer.write(names, surroundings.out());
      return;
    }
    for (String name : names) {
      line(name);
    }
  }
}
