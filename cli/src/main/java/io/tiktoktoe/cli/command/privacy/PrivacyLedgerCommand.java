package io.tiktoktoe.cli.command.privacy;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.privacy.LedgerAnswer;
import io.tiktoktoe.service.privacy.LedgerService;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What of the privacy budget was spent, and what is left. */
@picocli.CommandLine.Command(
    name = "ledger",
    description = {
      "Tell what was spent of each privacy budget within the last 30 days, by whom, what is left"
          + " and when it comes back.",
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

  public PrivacyLedgerCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    Path store = location.path(surroundings);
    Path home = surroundings.home();
    if (renew) {
      Instant back = LedgerService.renew(store, home, surroundings.clock());
      note("The ledger was begun anew. Nothing is released until %s.".formatted(back));
    }
    if (!Files.exists(store)) {
      note("There is no store %s: nothing was released from it.".formatted(store));
    }
    LedgerAnswer ledger = LedgerService.statement(store, home, surroundings.clock());
    if (common.json) {
      JsonAnswer.write(ledger, surroundings.out());
    } else {
      print(ledger);
    }
    return ledger.fault().isPresent() ? FAILURE : OK;
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
    for (LedgerAnswer.Account account : ledger.accounts()) {
      line(
          "%s, %s: epsilon %s of %s spent within 30 days, %s left; delta %s of %s, %s left"
              .formatted(
                  TextSafety.printable(account.tenant()),
                  TextSafety.printable(account.purpose()),
                  account.epsilonSpent(),
                  account.epsilonLimit(),
                  account.epsilonLeft(),
                  account.deltaSpent(),
                  account.deltaLimit(),
                  account.deltaLeft()));
      for (LedgerAnswer.Charged one : account.charges()) {
        line(
            "  %s by %s: %s; epsilon %s, back at %s%s"
                .formatted(
                    one.charged(),
                    TextSafety.printable(one.by()),
                    TextSafety.printable(one.about()),
                    one.epsilon(),
                    one.backAt(),
                    one.answered().isPresent() ? "" : " (not finished: ask it again)"));
      }
    }
  }
}
