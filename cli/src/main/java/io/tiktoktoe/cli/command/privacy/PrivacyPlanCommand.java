package io.tiktoktoe.cli.command.privacy;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.NamedFile;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.model.privacy.PlanAnswer;
import io.tiktoktoe.service.privacy.PlanService;
import io.tiktoktoe.service.text.PlainNumber;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a private release would cost and how wrong it would be. */
@picocli.CommandLine.Command(
    name = "plan",
    description = {
      "Tell how a release of the statistics that a file lists would spend its budget, and how wrong"
          + " each would be. No data are read and nothing is charged.",
      "",
      "FILE has columns name, measure (people, events, total, adaptive_total, mean, quantiles,"
          + " histogram, top, running), cells (how many are known; empty: those that the data have,"
          + " selected privately), partitions and events of one person (1 when absent), lowest and"
          + " highest amount of one person, weight (1) and expected size of a cell (1000; of means"
          + " and quantiles, how many persons). Budget goes where noise would drown the answer.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe privacy plan docs/examples/release-plan.csv --epsilon 0.1")
public final class PrivacyPlanCommand extends Command {

  @Mixin private NamedFile input = new NamedFile();

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      defaultValue = "0.1",
      description = "What the release may cost (${DEFAULT-VALUE}).")
  private double epsilon;

  @Option(
      names = "--delta",
      paramLabel = "D",
      defaultValue = "1e-6",
      description = "Chance with which the promise may fail (${DEFAULT-VALUE}).")
  private double delta;

  public PrivacyPlanCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    PlanAnswer plan = PlanService.plan(input.path(surroundings), input.map(), epsilon, delta);
    input.answer(surroundings, common.json, plan, look -> text(plan));
    return OK;
  }

  private static String text(PlanAnswer plan) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s noise; epsilon %s and delta %s per person (the accountant says %.6g)%n"
            .formatted(
                plan.noise().replace('_', ' '),
                PlainNumber.exact(plan.epsilon()),
                PlainNumber.exact(plan.delta()),
                plan.spent()));
    for (PlanAnswer.Part one : plan.statistics()) {
      text.append(
          "%5.1f%%  %s (%s): %s%s%n"
              .formatted(
                  100 * one.share(),
                  TextSafety.printable(one.name()),
                  one.measure(),
                  error(one),
                  one.personsToAppear().isPresent()
                      ? "; with %,d persons a cell appears in 95 of 100"
                          .formatted(one.personsToAppear().getAsLong())
                      : ""));
    }
    return text.toString();
  }

  private static String error(PlanAnswer.Part one) {
    if (!one.unit().equals(PlanAnswer.RANK)) {
      return "within %s%s in 95 of 100 releases, %s of the expected size"
          .formatted(
              PlainNumber.about(one.halfWidth95(), 4),
              one.unit().equals("amount") ? "" : " " + one.unit(),
              relative(one.relativeError()));
    }
    return one.halfWidth95() < 0.5
        ? "no more than %s of the persons between it and the true quantile in 95 of 100 releases"
            .formatted(relative(one.halfWidth95()))
        : "so few persons are expected that noise hides it: any amount between the bounds";
  }

  /** Percent without an exponent, however far beyond the whole. */
  private static String relative(double share) {
    return share >= 1 ? "%,.0f%%".formatted(100 * share) : "%.3g%%".formatted(100 * share);
  }
}
