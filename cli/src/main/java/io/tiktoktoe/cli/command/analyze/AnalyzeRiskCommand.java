package io.tiktoktoe.cli.command.analyze;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.ReportOptions;
import io.tiktoktoe.cli.option.RiskOptions;
import io.tiktoktoe.cli.report.RiskReport;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.risk.exposure.MitigationAction;
import io.tiktoktoe.service.model.RiskAnswer;
import io.tiktoktoe.table.TableWriter;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What can go wrong with a creator's income. */
@picocli.CommandLine.Command(
    name = "risk",
    description = {
      "Analyse a creator's income risk: concentration, a platform's failure, bad months, changed"
          + " rules, currencies, churn, refunds, scenarios of your own, planned spending, and what"
          + " lowers it.",
      "",
      "--json gives every figure; its amounts are minor units (cents) of the reporting currency.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/tips.csv",
      "  ./tiktoktoe analyze risk --creator ada --zone Europe/Berlin",
      "  ./tiktoktoe analyze risk --creator ada --scenarios docs/examples/what-if.txt"
    })
public final class AnalyzeRiskCommand extends Command {

  private static final List<String> COLUMNS =
      List.of("segment", "action", "cost", "retention", "monetization", "growth");

  @Mixin private ReportOptions options = new ReportOptions();

  @Mixin private RiskOptions told = new RiskOptions();

  @Option(
      names = "--actions-out",
      paramLabel = "FILE",
      description =
          "Also write what lowers the risk, with cost and risk removed, as a file for allocate.")
  private Optional<Path> actions = Optional.empty();

  public AnalyzeRiskCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    RiskAnswer answer =
        options.answer(
            surroundings,
            common.json,
            (service, request) -> service.risk(told.request(surroundings, request), call(progress)),
            RiskReport::text);
    if (actions.isPresent()) {
      write(actions.get(), answer);
    }
    return OK;
  }

  /** Amounts in units of the currency; a risk is a segment, what is removed its monetization. */
  private void write(Path file, RiskAnswer answer) throws IOException {
    List<MitigationAction> rows = answer.exposures().actions();
    if (rows.isEmpty()) {
      note("nothing lowers a risk for sure: %s is not written.".formatted(file));
      return;
    }
    double unit = Math.pow(10, answer.creator().currency().getDefaultFractionDigits());
    double most = 0;
    try (Output output = Output.open(surroundings, "--actions-out", file)) {
      TableWriter table = output.table(COLUMNS);
      for (MitigationAction one : rows) {
        table.text(one.risk()).text(one.action()).number(one.cost() / unit).number(0L);
        table.number(one.removed() / unit).number(0L).endRow();
        most += one.cost() / unit;
      }
      table.end();
      output.commit();
    }
    note(
        "choose among them: ./tiktoktoe allocate %s --budget %s --priorities monetization"
            .formatted(file, String.format(Locale.ROOT, "%.2f", most / 2)));
  }
}
