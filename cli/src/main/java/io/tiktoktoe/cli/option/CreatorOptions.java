package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.service.model.RevenueRequest;
import io.tiktoktoe.service.model.SpecialDays;
import java.util.Currency;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose data an analysis is about, from when to when, and how they read it. */
public final class CreatorOptions {

  @Option(
      names = "--creator",
      paramLabel = "ID",
      description = "The creator; may be left out when the store has one only.")
  private Optional<String> creator = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description =
          "First day of the period; when absent 30 days up to --to (audience: the first of the"
              + " month).")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last day of the period; the newest whole day of data when absent.")
  private Optional<String> to = Optional.empty();

  @Mixin private Reckoning reckoning = new Reckoning();

  @Mixin private SeedOption seed = new SeedOption();

  /** The request under these options, with these special days. */
  public RevenueRequest request(SpecialDays days) {
    return new RevenueRequest(
        creator,
        from.map(text -> Days.parse("--from", text)),
        to.map(text -> Days.parse("--to", text)),
        reckoning.zone(),
        reckoning.currency(),
        days,
        seed.value());
  }

  /** A currency by its code. */
  public static Currency currency(String code) {
    try {
      return Money.zero(Money.currency(code)).currency();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
