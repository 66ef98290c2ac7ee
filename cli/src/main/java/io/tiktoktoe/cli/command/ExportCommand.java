package io.tiktoktoe.cli.command;

import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.terminal.FailureException;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.file.Replaceable;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.Target;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
final class ExportCommand extends Command {

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

  ExportCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int run(Progress progress) throws IOException {
    Optional<Path> target =
        out.filter(path -> !path.toString().equals("-"))
            .map(surroundings.directory()::resolve)
            .map(ExportCommand::requireWritable);
    List<Path> writable = target.map(path -> List.of(Output.folder(path))).orElse(List.of());
    try (Store store = location.existing(surroundings, writable)) {
      Set<String> names = store.exporter().names();
      if (table.isEmpty()) {
        list(names);
        return OK;
      }
      if (!names.contains(table.get())) {
        throw new UsageException(
            "table %s does not exist. Use one of %s"
                .formatted(table.get(), String.join(", ", names)));
      }
      progress.report("exporting " + table.get(), 0, -1);
      if (target.isPresent()) {
        long rows = store.exporter().export(table.get(), target.get());
        told(target.get(), rows);
      } else {
        Target.Format format = common.json ? Target.Format.NDJSON : Target.Format.CSV;
        store.exporter().print(table.get(), format, surroundings.out());
      }
    }
    return OK;
  }

  /** What was written. */
  record Answer(String table, String file, long rows) {}

  private void told(Path file, long rows) throws IOException {
    if (common.json) {
      JsonAnswer.write(new Answer(table.orElse(""), file.toString(), rows), surroundings.out());
    } else {
      line("%,d rows of %s in %s".formatted(rows, table.orElse(""), file));
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

  /** Where to write: what a link leads to. */
  private static Path requireWritable(Path target) {
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.matches("(?s).*\\.(csv|ndjson|parquet)")) {
      throw new UsageException("--out %s must end in .csv, .ndjson or .parquet".formatted(target));
    }
    if (!Files.isDirectory(Output.folder(target))) {
      throw new FailureException(
          "directory %s does not exist. Create it.".formatted(Output.folder(target)));
    }
    return Replaceable.require(target);
  }
}
