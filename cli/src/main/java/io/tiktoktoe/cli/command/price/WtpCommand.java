package io.tiktoktoe.cli.command.price;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.PriceFileOptions;
import io.tiktoktoe.cli.report.SurveyReport;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.pricing.insight.PriceSensitivity;
import io.tiktoktoe.pricing.insight.SurveyOptions;
import io.tiktoktoe.service.price.PricingService;
import io.tiktoktoe.table.TableWriter;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a survey says people would pay. */
@picocli.CommandLine.Command(
    name = "wtp",
    description = {
      "Tell what people would pay, from a survey (price sensitivity meter of Van Westendorp).",
      "",
      "FILE has columns respondent, too_cheap, cheap, expensive and too_expensive, and may have"
          + " pi_cheap and pi_expensive: how likely they would buy there, 1 (surely not) to 5. The"
          + " answer has PMC and PME (the ends of what is acceptable), IDP (as many find it cheap"
          + " as expensive), OPP (as many too cheap as too expensive) and curve: price, too cheap,"
          + " cheap, expensive, too expensive. --json has intervals and intents too.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe wtp docs/examples/price-survey.csv --picture")
public final class WtpCommand extends Command {

  private static final List<String> COLUMNS = List.of("PMC", "IDP", "OPP", "PME", "curve");

  @Option(names = "--keep-disordered", description = "Keep answers whose prices do not rise.")
  private boolean keepDisordered;

  @Option(names = "--interpolate", description = "Straight curves between prices, not steps.")
  private boolean interpolate;

  @Option(
      names = "--crossing",
      paramLabel = "min|max|mean|median",
      defaultValue = "min",
      description = "The price told where two curves run together (${DEFAULT-VALUE}).")
  private SurveyOptions.Crossing crossing = SurveyOptions.Crossing.MIN;

  @Mixin private PriceFileOptions options = new PriceFileOptions();

  public WtpCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    PriceSensitivity.Points points =
        PricingService.willingness(options.file(surroundings), survey(), progress);
    if (points.invalid() > 0) {
      note(
          "%d of %d respondents named prices that do not rise, or too few%s"
              .formatted(
                  points.invalid(),
                  points.respondents(),
                  keepDisordered ? "; they were kept." : "; they were left out."));
    }
    options.answer(
        surroundings,
        common.json,
        points,
        look -> SurveyReport.text(points, look),
        COLUMNS,
        rows -> write(points, rows));
    return OK;
  }

  private SurveyOptions survey() {
    return SurveyOptions.defaults()
        .withValidate(!keepDisordered)
        .withInterpolate(interpolate)
        .withCrossing(crossing);
  }

  private static void write(PriceSensitivity.Points points, TableWriter rows) throws IOException {
    rows.number(or(points.pmc())).number(or(points.idp()));
    rows.number(or(points.opp())).number(or(points.pme()));
    rows.text(
        points.curve().stream().map(WtpCommand::cell).collect(Collectors.joining(",", "[", "]")));
    rows.endRow();
  }

  private static double or(OptionalDouble point) {
    return point.orElse(Double.NaN);
  }

  /** One price of the curve as a JSON array. */
  private static String cell(PriceSensitivity.CurvePoint at) {
    return "[%s,%s,%s,%s,%s]"
        .formatted(
            at.price(),
            Double.isNaN(at.tooCheap()) ? "null" : at.tooCheap(),
            at.cheap(),
            at.expensive(),
            at.tooExpensive());
  }
}
