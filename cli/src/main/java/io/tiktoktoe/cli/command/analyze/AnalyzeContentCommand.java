package io.tiktoktoe.cli.command.analyze;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.Days;
import io.tiktoktoe.cli.option.Reckoning;
import io.tiktoktoe.cli.option.SeedOption;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.report.BriefReport;
import io.tiktoktoe.cli.report.ContentReport;
import io.tiktoktoe.cli.report.ContentTable;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.content.insight.ContentInsights;
import io.tiktoktoe.content.insight.ContentOptions;
import io.tiktoktoe.content.insight.MarketTrends;
import io.tiktoktoe.content.insight.TouchRule;
import io.tiktoktoe.service.content.BriefService;
import io.tiktoktoe.service.content.ContentService;
import io.tiktoktoe.service.model.content.BriefAnswer;
import io.tiktoktoe.service.model.content.ContentRequest;
import io.tiktoktoe.service.privacy.MarketService;
import io.tiktoktoe.store.PrivacyLedger;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a creator's contents are worth. */
@picocli.CommandLine.Command(
    name = "content",
    description = {
      "Analyse a creator's contents: each one's report card beside comparable ones, the income that"
          + " would be missing without it, how it fades and what it will have brought.",
      "",
      "Without --content all are ranked by what they are worth. --json gives every figure and what"
          + " it means; its amounts are minor units (cents).",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/watching.csv",
      "  ./tiktoktoe analyze content --creator ada",
      "  ./tiktoktoe analyze content --creator ada --content clip-3"
    })
public final class AnalyzeContentCommand extends Command {

  @Option(
      names = "--creator",
      paramLabel = "ID",
      description = "The creator; may be left out when the store has one only.")
  private Optional<String> creator = Optional.empty();

  @Option(
      names = "--content",
      paramLabel = "ID",
      description = "Tell of this content alone: its report card and decay curve.")
  private Optional<String> content = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "The day as of which is told; the newest whole day of data when absent.")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--window",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "Days before a payment in which a touch counts, 1 to 90 (${DEFAULT-VALUE}).")
  private int window = 7;

  @Option(
      names = "--most",
      paramLabel = "COUNT",
      description = "Contents at most; 20 when absent, and all of them in JSON and tables.")
  private Optional<Integer> most = Optional.empty();

  @Mixin private Reckoning reckoning = new Reckoning();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write to this file instead of standard output; .json writes JSON, .csv the ranking as a"
              + " table, .svg a picture.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--brief",
      description = "Tell what to make next instead: what, when, how long, for whom, where.")
  private boolean brief;

  @Option(
      names = "--record",
      description = "With --brief: keep it in the store as a decision that was taken.")
  private boolean record;

  @Mixin private SeedOption seed = new SeedOption();

  @Mixin private StoreLocation location = new StoreLocation();

  public AnalyzeContentCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    ContentRequest request = request();
    if (brief || record) {
      return brief(request, progress);
    }
    ContentInsights insights;
    try (Store store = location.existing(surroundings, List.of())) {
      insights =
          ContentService.of(store).withMarket(market(store)).contents(request, call(progress));
    }
    if (out.filter(file -> file.toString().endsWith(".csv")).isPresent() && !common.json) {
      try (Output output = Output.open(surroundings, out, false)) {
        ContentTable.write(output.table(ContentTable.COLUMNS), insights);
        output.commit();
      }
      return OK;
    }
    Output.answer(
        surroundings, out, common.json, insights, look -> ContentReport.text(insights, look));
    return OK;
  }

  private int brief(ContentRequest request, Progress progress) throws IOException {
    if (!brief || content.isPresent()) {
      throw new UsageException(
          brief
              ? "--brief is about the next content, --content about one there is. Leave one out."
              : "--record keeps a brief. Add --brief.");
    }
    BriefAnswer answer;
    try (Store store = location.existing(surroundings, List.of())) {
      answer =
          BriefService.of(store).withMarket(market(store)).brief(request, record, call(progress));
    }
    Output.answer(surroundings, out, common.json, answer, look -> BriefReport.text(answer, look));
    return OK;
  }

  /** What was released of the market; asks nothing anew. */
  private Function<LocalDate, Optional<MarketTrends>> market(Store store) {
    Optional<PrivacyLedger> ledger = location.ledgerInUse(surroundings);
    return day -> ledger.flatMap(known -> MarketService.of(store, known).newest(day));
  }

  /** JSON and tables are read by programs, which look for the ones they want. */
  private boolean isForPrograms() {
    return common.json
        || out.map(Path::toString)
            .filter(file -> file.endsWith(".json") || file.endsWith(".csv"))
            .isPresent();
  }

  private ContentRequest request() {
    if (window < 1 || window > 90) {
      throw new UsageException(
          "--window (%d) must be between 1 and 90 days. Choose one within.".formatted(window));
    }
    TouchRule rule = new TouchRule(Duration.ofDays(window), TouchRule.USUAL.exactTouches());
    return new ContentRequest(
        creator,
        content,
        to.map(text -> Days.parse("--to", text)),
        reckoning.zone(),
        reckoning.currency(),
        most.orElse(isForPrograms() ? Integer.MAX_VALUE : ContentRequest.USUAL),
        ContentOptions.defaults().withRule(rule).withSeed(seed.value()));
  }
}
