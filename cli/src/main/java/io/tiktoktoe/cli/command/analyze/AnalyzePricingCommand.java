package io.tiktoktoe.cli.command.analyze;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.CalendarOptions;
import io.tiktoktoe.cli.option.Days;
import io.tiktoktoe.cli.option.PriceLimitOptions;
import io.tiktoktoe.cli.option.Reckoning;
import io.tiktoktoe.cli.option.SeedOption;
import io.tiktoktoe.cli.option.StoreReport;
import io.tiktoktoe.cli.report.PricingReport;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.pricing.portfolio.PricingOptions;
import io.tiktoktoe.service.model.price.PricingRequest;
import io.tiktoktoe.service.price.CreatorPricing;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a creator should charge. */
@picocli.CommandLine.Command(
    name = "pricing",
    description = {
      "Analyse a creator's prices: how demand answers, what people would pay, what to charge within"
          + " your constraints, tiers and bundles together, and what competitors take.",
      "",
      "Prices are of a product or a published segment, never of a person. --json gives every"
          + " figure; its prices and amounts are whole units of the currency.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/price-orders.csv",
      "  ./tiktoktoe analyze pricing --creator ada --endings .99 --step 0.15"
    })
public final class AnalyzePricingCommand extends Command {

  @Option(
      names = "--creator",
      paramLabel = "ID",
      description = "The creator; may be left out when the store has one only.")
  private Optional<String> creator = Optional.empty();

  @Option(names = "--product", paramLabel = "ID", description = "This product only.")
  private Optional<String> product = Optional.empty();

  @Option(
      names = {"--as-of", "--to"},
      paramLabel = "DATE",
      description = "Tell all as of the end of this day; the newest whole day of data when absent.")
  private Optional<String> asOf = Optional.empty();

  @Mixin private Reckoning reckoning = new Reckoning();

  @Mixin private PriceLimitOptions limits = new PriceLimitOptions();

  @Option(
      names = "--constraints",
      paramLabel = "FILE",
      description =
          "What single products must keep to: a table with columns product, floor, ceiling, margin,"
              + " step, days_between, endings, grandfathered.")
  private Optional<Path> constraints = Optional.empty();

  @Option(
      names = "--ladder",
      paramLabel = "FILE",
      description =
          "Prices by country: a table with columns country, factor, such as purchasing power over"
              + " market rate.")
  private Optional<Path> ladder = Optional.empty();

  @Option(
      names = "--competitor",
      paramLabel = "ID",
      description = "Count this competitor's observed prices only; repeatable (all).")
  private List<String> competitors = List.of();

  @Mixin private CalendarOptions calendar = new CalendarOptions();

  @Mixin private SeedOption seed = new SeedOption();

  @Option(
      names = "--record",
      description = "Keep what is recommended in the store as decisions that were taken.")
  private boolean record;

  @Mixin private StoreReport report = new StoreReport();

  public AnalyzePricingCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    PricingRequest request =
        new PricingRequest(
            creator,
            asOf.map(text -> Days.parse("--as-of", text)),
            reckoning.zone(),
            reckoning.currency(),
            new PricingOptions(
                product, limits.limits(), Map.of(), List.of(), competitors, seed.value(), 1),
            constraints.map(surroundings.directory()::resolve),
            ladder.map(surroundings.directory()::resolve),
            calendar.read(surroundings),
            record);
    report.answer(
        surroundings,
        common.json,
        store -> CreatorPricing.of(store).analyze(request, call(progress)),
        PricingReport::text);
    return OK;
  }
}
