package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.experiment.OutcomeRow;
import io.tiktoktoe.service.model.experiment.RecordAnswer;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Credits what came of fans. */
@picocli.CommandLine.Command(
    name = "record",
    description = {
      "Credit what came of fans to the offers that they were shown: purchase, renewal, refund (a"
          + " positive amount) or churn. Amounts are net of fees and tax. The same id counts once,"
          + " however often it is recorded.",
      "",
      "A file has columns id, fan, kind, amount and may have currency and time; a wrong row is"
          + " refused alone.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/fan-tips.csv",
      "  ./tiktoktoe experiment create club --arm today=5 --arm high=6 --traffic 500",
      "  ./tiktoktoe experiment assign club --file docs/examples/price-test-fans.csv",
      "  ./tiktoktoe experiment record club --file docs/examples/price-outcomes.csv"
    })
public final class ExperimentRecordCommand extends Command {

  @Mixin private NamedExperiment test = new NamedExperiment();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Outcomes of a CSV, NDJSON or Parquet file; - for input.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--id", paramLabel = "ID", description = "Id of the outcome.")
  private Optional<String> id = Optional.empty();

  @Option(names = "--fan", paramLabel = "FAN", description = "Of whom.")
  private Optional<String> fan = Optional.empty();

  @Option(
      names = "--kind",
      defaultValue = "purchase",
      paramLabel = "KIND",
      description = "purchase, renewal, refund or churn (${DEFAULT-VALUE}).")
  private String kind = "purchase";

  @Option(names = "--amount", paramLabel = "AMOUNT", description = "Net amount, such as 4.50.")
  private Optional<String> amount = Optional.empty();

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Of the amount; the test's when absent.")
  private Optional<String> currency = Optional.empty();

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description = "When it happened, such as 2026-01-31T14:00:00Z; now when absent.")
  private Optional<String> time = Optional.empty();

  public ExperimentRecordCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    boolean one = id.isPresent() || fan.isPresent() || amount.isPresent();
    boolean terms = currency.isPresent() || time.isPresent();
    if (file.isPresent() ? one || terms : fan.isEmpty()) {
      throw new UsageException("Give either --file, or --id, --fan and --amount.");
    }
    RecordAnswer answer =
        test.ask(
            surroundings,
            service ->
                file.isPresent()
                    ? service.recordAll(
                        test.name(), surroundings.resolve(file.get()), call(progress))
                    : service.record(test.name(), row(), call(progress)));
    if (common.json) {
      JsonAnswer.write(answer, surroundings.out());
    } else {
      line(
          "%,d recorded, %,d known before, %,d refused"
              .formatted(answer.recorded(), answer.duplicates(), answer.refused().size()));
    }
    RefusedRows.tell(surroundings, answer.refused());
    if (answer.recorded() + answer.duplicates() == 0 && answer.refused().isEmpty()) {
      surroundings.note(
          "the file has no row below its header: nothing was recorded. Add outcomes.");
    }
    return answer.recorded() + answer.duplicates() == 0 ? FAILURE : OK;
  }

  private OutcomeRow row() {
    return new OutcomeRow(id.orElse(""), fan.orElse(""), kind, amount.orElse(""), currency, time);
  }
}
