package io.tiktoktoe.cli.command.privacy;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.privacy.LedgerAnswer;
import io.tiktoktoe.service.privacy.LedgerService;
import io.tiktoktoe.service.text.PlainNumber;
import io.tiktoktoe.store.PrivacyLedger;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What of the privacy budget was spent, and what is left. */
@picocli.CommandLine.Command(
    name = "ledger",
    description = {
      "Tell what was spent of the privacy budget within the last 30 days, for which purpose, by"
          + " whom, what is left and when it comes back.",
      "",
      "The ledger lies beside the store and is no part of its backups. Exits with 1 when it cannot"
          + " be trusted: nothing is released then.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe privacy ledger")
public final class PrivacyLedgerCommand extends Command {

  @Mixin private StoreLocation location = new StoreLocation();

  @Option(
      names = "--renew",
      description =
          "Begin a ledger anew that cannot be trusted: everybody's budget counts as spent for 30"
              + " days.")
  private boolean renew;

  @Option(
      names = "--share",
      split = ",",
      paramLabel = "PURPOSE=SHARE",
      description =
          "Give purposes their parts of the whole budget, such as --share"
              + " benchmarks=0.3,partners=0.2; 0 takes one away. Purposes without one share what"
              + " is left.")
  private Map<String, Double> shares = new LinkedHashMap<>();

  public PrivacyLedgerCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    PrivacyLedger ledger = ledger();
    if (renew) {
      Instant back = LedgerService.renew(ledger);
      note("The ledger was begun anew. Nothing is released until %s.".formatted(back));
    }
    LedgerService.share(ledger, shares);
    LedgerAnswer answer = LedgerService.statement(ledger);
    if (common.json) {
      JsonAnswer.write(answer, surroundings.out());
    } else {
      print(answer);
    }
    return answer.fault().isPresent() ? FAILURE : OK;
  }

  /** The ledger; as one of a store that knows its own name where it can be opened. */
  private PrivacyLedger ledger() throws IOException {
    Path file = location.path(surroundings);
    if (!Files.exists(file)) {
      note("There is no store %s: nothing was released from it.".formatted(file));
      return location.ledger(surroundings);
    }
    try (Store store = location.existing(surroundings, List.of())) {
      return LedgerService.of(store, surroundings.home(), surroundings.clock());
    } catch (StoreException e) {
      note(
          "Whether releases were made from a copy of the store is not known: %s"
              .formatted(TextSafety.printable(String.valueOf(e.getMessage()))));
      return location.ledger(surroundings);
    }
  }

  private void print(LedgerAnswer ledger) throws IOException {
    line("privacy ledger %s".formatted(TextSafety.printable(ledger.ledger())));
    if (ledger.fault().isPresent()) {
      line("PROBLEM: " + TextSafety.printable(ledger.fault().get()));
    }
    if (ledger.closedUntil().isPresent()) {
      line("Begun anew: nothing is left until %s.".formatted(ledger.closedUntil().get()));
    }
    if (ledger.accounts().isEmpty() && ledger.fault().isEmpty()) {
      line("Nothing was spent.");
    }
    for (LedgerAnswer.Tenant tenant : ledger.tenants()) {
      line(
          "%s, all purposes: epsilon %s of %s spent within 30 days, %s left; delta %s of %s, %s left"
              .formatted(
                  TextSafety.printable(tenant.tenant()),
                  PlainNumber.exact(tenant.epsilonSpent()),
                  PlainNumber.exact(tenant.epsilonLimit()),
                  PlainNumber.exact(tenant.epsilonLeft()),
                  PlainNumber.exact(tenant.deltaSpent()),
                  PlainNumber.exact(tenant.deltaLimit()),
                  PlainNumber.exact(tenant.deltaLeft())));
    }
    for (LedgerAnswer.Account account : ledger.accounts()) {
      line(
          "%s, %s%s: epsilon %s of %s spent within 30 days, %s left; delta %s of %s, %s left"
              .formatted(
                  TextSafety.printable(account.tenant()),
                  TextSafety.printable(account.purpose()),
                  account.shared() ? " (its share)" : "",
                  PlainNumber.exact(account.epsilonSpent()),
                  PlainNumber.exact(account.epsilonLimit()),
                  PlainNumber.exact(account.epsilonLeft()),
                  PlainNumber.exact(account.deltaSpent()),
                  PlainNumber.exact(account.deltaLimit()),
                  PlainNumber.exact(account.deltaLeft())));
      for (LedgerAnswer.Charged one : account.charges()) {
        line(
            "  %s by %s: %s; epsilon %s, back at %s%s"
                .formatted(
                    one.charged().truncatedTo(ChronoUnit.SECONDS),
                    TextSafety.printable(one.by()),
                    TextSafety.printable(one.about()),
                    PlainNumber.exact(one.epsilon()),
                    one.backAt().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1),
                    one.answered().isPresent() ? "" : " (not finished: ask it again)"));
      }
    }
  }
}
