package io.tiktoktoe.cli.command.price;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.PriceFileOptions;
import io.tiktoktoe.cli.report.PolicyReport;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.model.price.PolicyAnswer;
import io.tiktoktoe.service.model.price.PolicyRow;
import io.tiktoktoe.service.price.PricingService;
import io.tiktoktoe.table.TableWriter;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a policy would have brought. */
@picocli.CommandLine.Command(
    name = "evaluate",
    description = {
      "Tell what another policy would have brought, from a log of choices and their chances"
          + " (off-policy evaluation).",
      "",
      "FILE has columns arm, reward, propensity (how likely the arm was to be shown), and the"
          + " policy: policy_ARM for every arm, or policy for the arm that was shown; several such"
          + " columns are several policies. The answer has estimator (ips, snips, dr, switch_dr),"
          + " value, lo95 and hi95.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe bandit evaluate docs/examples/price-choices.csv --policy uniform")
public final class BanditEvaluateCommand extends Command {

  private static final List<String> COLUMNS = List.of("estimator", "value", "lo95", "hi95");

  /** Weights that say as much as fewer equal ones make intervals that may be too narrow. */
  private static final double FEW = 50;

  @Option(
      names = "--policy",
      paramLabel = "uniform|ARM",
      description = "Evaluate every arm alike, or one arm, not the file's policy.")
  private Optional<String> policy = Optional.empty();

  @Mixin private PriceFileOptions options = new PriceFileOptions();

  public BanditEvaluateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    PolicyAnswer answer = PricingService.policies(options.file(surroundings), policy, progress);
    options.answer(
        surroundings,
        common.json,
        answer.rows(),
        look -> PolicyReport.text(answer, look),
        columns(answer),
        rows -> write(answer, rows));
    for (PolicyAnswer.Overlap overlap : answer.overlaps()) {
      if (overlap.effectiveSize() < FEW) {
        note(
            ("policy %s: the log of %,d choices says as much as %.0f of the policy's own would, and"
                    + " one choice is %.0f%% of it. Log more choices that it would make.")
                .formatted(
                    overlap.policy(),
                    answer.choices(),
                    overlap.effectiveSize(),
                    100 * overlap.largestShare()));
      }
    }
    return OK;
  }

  private static List<String> columns(PolicyAnswer answer) {
    List<String> columns = new ArrayList<>(COLUMNS);
    if (isOfSeveral(answer)) {
      columns.addFirst("policy");
    }
    return columns;
  }

  private static boolean isOfSeveral(PolicyAnswer answer) {
    return answer.overlaps().size() > 1;
  }

  private static void write(PolicyAnswer answer, TableWriter rows) throws IOException {
    for (PolicyRow row : answer.rows()) {
      if (isOfSeveral(answer)) {
        rows.text(row.policy());
      }
      rows.text(row.estimator().name().toLowerCase(Locale.ROOT));
      rows.number(row.value()).number(row.lo95()).number(row.hi95()).endRow();
    }
  }
}
