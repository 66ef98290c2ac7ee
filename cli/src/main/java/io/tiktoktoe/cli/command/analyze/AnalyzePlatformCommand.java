package io.tiktoktoe.cli.command.analyze;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.CreatorOptions;
import io.tiktoktoe.cli.option.Days;
import io.tiktoktoe.cli.option.Lengths;
import io.tiktoktoe.cli.option.StoreReport;
import io.tiktoktoe.cli.report.MarketText;
import io.tiktoktoe.cli.report.PeerText;
import io.tiktoktoe.cli.report.PlatformReport;
import io.tiktoktoe.cli.report.WindowReport;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.service.model.privacy.PlatformRequest;
import io.tiktoktoe.service.model.privacy.WindowAnswer;
import io.tiktoktoe.service.privacy.LedgerService;
import io.tiktoktoe.service.privacy.MarketService;
import io.tiktoktoe.service.privacy.PeerService;
import io.tiktoktoe.service.privacy.PlatformService;
import io.tiktoktoe.store.PrivacyLedger;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a platform may know of its people. */
@picocli.CommandLine.Command(
    name = "platform",
    description = {
      "Analyse all creators' people together under differential privacy: what they do, choose and"
          + " pay, who comes back, and how healthy the platform is.",
      "",
      "The release is charged to the budget (epsilon 0.1 over any 30 days) before a"
          + " person's event is read. The same question again costs nothing and gives the same"
          + " answer. Noise comes from a secure source: there is no seed. Every number carries its"
          + " noise, and what noise alone could have made is not said.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/tips.csv",
      "  ./tiktoktoe analyze platform --from 2026-06-01 --to 2026-06-30 --currency USD"
    })
public final class AnalyzePlatformCommand extends Command {

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day; when absent the days of --period up to --to.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description =
          "Last day; yesterday when absent. With --benchmarks or --market the month is the"
              + " newest that had ended by then.")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--period",
      paramLabel = "LENGTH",
      defaultValue = "30d",
      description = "How long the period is without --from (${DEFAULT-VALUE}).")
  private String period = "30d";

  @Option(
      names = "--window",
      paramLabel = "LENGTH",
      description =
          "Tell the stream's windows of this length that are over by the clock, such as 1d, instead"
              + " of a period; those of any 30 days cost the budget together. A stream begins with"
              + " the newest window when it is asked for first, or with --from.")
  private Optional<String> window = Optional.empty();

  @Option(
      names = "--lateness",
      paramLabel = "LENGTH",
      description =
          "So long after its end a window waits for its events (1h when absent); what comes later"
              + " counts in the next one.")
  private Optional<String> lateness = Optional.empty();

  @Option(
      names = "--benchmarks",
      description =
          "Release how much creators earn per thousand views in the newest whole month, or that of"
              + " --to, for creators to compare with (purpose benchmarks); analyze revenue tells"
              + " where one stands.")
  private boolean benchmarks;

  @Option(
      names = "--market",
      description =
          "Release how the shares of types and categories of contents changed in the newest whole"
              + " month (purpose market); analyze content tells them and uses them from then on.")
  private boolean market;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description =
          "What it may cost, with --window over 30 days; when absent the purpose's share of 0.1.")
  private Optional<Double> epsilon = Optional.empty();

  @Option(
      names = "--delta",
      paramLabel = "D",
      description =
          "Chance with which the promise may fail; when absent the purpose's share of 1e-6.")
  private Optional<Double> delta = Optional.empty();

  @Option(
      names = "--purpose",
      paramLabel = "NAME",
      defaultValue = PlatformRequest.USUAL_PURPOSE,
      description =
          "For whom (${DEFAULT-VALUE}): all purposes together have one budget, of which privacy"
              + " ledger --share gives a purpose its part.")
  private String purpose = PlatformRequest.USUAL_PURPOSE;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "IANA zone that days and hours are counted in (${DEFAULT-VALUE}).")
  private String zone = "UTC";

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description =
          "Currency of amounts; when absent that which most creators have set, else that into which"
              + " most exchange rates lead. It must be given where neither is set.")
  private Optional<String> currency = Optional.empty();

  @Mixin private StoreReport report = new StoreReport();

  public AnalyzePlatformCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    requireAlone();
    Optional<Duration> width = window.map(text -> Lengths.parse("--window", text));
    if (benchmarks) {
      report.answer(
          surroundings,
          common.json,
          store -> PeerService.of(store, ledger(store)).release(day("--to", to), call(progress)),
          PeerText::text);
    } else if (market) {
      report.answer(
          surroundings,
          common.json,
          store -> MarketService.of(store, ledger(store)).release(day("--to", to), call(progress)),
          MarketText::text);
    } else if (width.isPresent()) {
      Duration waits =
          lateness
              .map(text -> Lengths.parse("--lateness", text))
              .orElse(PlatformRequest.USUAL_LATENESS);
      WindowAnswer answer =
          report.answer(
              surroundings,
              common.json,
              store -> {
                PrivacyLedger ledger = ledger(store);
                return PlatformService.of(store, ledger)
                    .windows(request(ledger), width.get(), waits, call(progress));
              },
              WindowReport::text);
      return answer.windows().isEmpty() && answer.refused().isPresent() ? FAILURE : OK;
    } else {
      report.answer(
          surroundings,
          common.json,
          store -> {
            PrivacyLedger ledger = ledger(store);
            return PlatformService.of(store, ledger).platform(request(ledger), call(progress));
          },
          PlatformReport::text);
    }
    return OK;
  }

  private PrivacyLedger ledger(Store store) {
    return LedgerService.of(store, surroundings.home(), surroundings.clock());
  }

  /** Benchmarks have one month and one budget: another one asked for is not passed over. */
  private void requireAlone() {
    boolean others =
        Stream.of(from, window, lateness, epsilon, delta, currency).anyMatch(Optional::isPresent);
    if (benchmarks && market) {
      throw new UsageException(
          "--benchmarks and --market are two releases. Ask for one at a time.");
    }
    if ((benchmarks || market) && others) {
      String name = market ? "market" : "benchmarks";
      throw new UsageException(
          "--%s is of a whole month, at the budget of the purpose %s. Leave out --from,"
                  .formatted(name, name)
              + " --window, --lateness, --epsilon, --delta and --currency; privacy ledger --share"
              + " %s=0.3 sets the budget.".formatted(name));
    }
    if (lateness.isPresent() && window.isEmpty()) {
      throw new UsageException("--lateness is for windows. Add --window 1d, or leave it out.");
    }
  }

  private static Optional<LocalDate> day(String option, Optional<String> text) {
    return text.map(one -> Days.parse(option, one));
  }

  private PlatformRequest request(PrivacyLedger ledger) {
    PrivacyBudget budget = LedgerService.budget(ledger, purpose);
    return new PlatformRequest(
        day("--from", from),
        day("--to", to),
        (int) Lengths.parse("--period", period).toDays(),
        Days.zone(zone),
        currency.map(CreatorOptions::currency),
        epsilon.orElse(budget.epsilon()),
        delta.orElse(budget.delta()),
        purpose);
  }
}
