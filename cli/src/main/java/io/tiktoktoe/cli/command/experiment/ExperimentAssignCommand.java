package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.TableOut;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.service.model.experiment.AssignAnswer;
import io.tiktoktoe.service.model.experiment.AssignedOffer;
import io.tiktoktoe.table.TableWriter;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells which offer fans are shown. */
@picocli.CommandLine.Command(
    name = "assign",
    description = {
      "Tell which offer each fan is to be shown. The same fan, also under a linked account, is told"
          + " the same offer for ever; the answer is on disk when it is printed.",
      "",
      "The answer has fan, arm, price, currency, trial_days, guarantee_days, yearly_discount, tier,"
          + " propensity and state: drawn, kept, promised (bought at it) or charged (the test is"
          + " over).",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/fan-tips.csv",
      "  ./tiktoktoe experiment create club --arm today=5 --arm high=6 --traffic 500",
      "  ./tiktoktoe experiment assign club zoe-1 ben-2",
      "  ./tiktoktoe experiment assign club --file docs/examples/price-test-fans.csv"
    })
public final class ExperimentAssignCommand extends Command {

  @Mixin private NamedExperiment test = new NamedExperiment();

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "FAN", description = "Ids of fans.")
  private List<String> fans = new ArrayList<>();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Fans from column fan of a CSV, NDJSON or Parquet file; - for input.")
  private Optional<Path> file = Optional.empty();

  @Mixin private TableOut out = new TableOut();

  public ExperimentAssignCommand(Surroundings surroundings) {
    super(surroundings);
  }

  private static final List<String> COLUMNS =
      List.of(
          "fan",
          "arm",
          "price",
          "currency",
          "trial_days",
          "guarantee_days",
          "yearly_discount",
          "tier",
          "propensity",
          "state");

  @Override
  protected int run(Progress progress) throws IOException {
    if (file.isPresent() != fans.isEmpty()) {
      throw new UsageException("Give either FAN or --file, one of them.");
    }
    AssignAnswer answer =
        test.ask(
            surroundings,
            service ->
                file.isPresent()
                    ? service.assignAll(
                        test.name(), surroundings.resolve(file.get()), call(progress))
                    : service.assign(test.name(), fans, call(progress)));
    out.write(surroundings, common.json, answer, COLUMNS, rows -> write(answer, rows));
    RefusedRows.tell(surroundings, answer.refused());
    if (answer.offers().isEmpty() && answer.refused().isEmpty()) {
      surroundings.note("the file has no row below its header: nobody was assigned. Add fans.");
    }
    return answer.offers().isEmpty() ? FAILURE : OK;
  }

  private static void write(AssignAnswer answer, TableWriter rows) throws IOException {
    for (AssignedOffer offer : answer.offers()) {
      rows.text(offer.fan()).text(offer.arm()).number(offer.price()).text(offer.currency());
      rows.number((long) offer.trialDays()).number((long) offer.guaranteeDays());
      rows.number(offer.yearlyDiscount()).text(offer.tier()).number(offer.propensity());
      rows.text(offer.state().name().toLowerCase(Locale.ROOT)).endRow();
    }
  }
}
