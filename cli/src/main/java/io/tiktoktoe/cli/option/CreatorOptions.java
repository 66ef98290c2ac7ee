package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.service.model.RevenueRequest;
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
      description = "First day of the period; 30 days up to --to when absent.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last day of the period; the newest whole day of data when absent.")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "IANA zone that days are counted in; the creator's own, else UTC.")
  private Optional<String> zone = Optional.empty();

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Currency to report in; the creator's own, else their most usual one.")
  private Optional<String> currency = Optional.empty();

  @Mixin private SeedOption seed = new SeedOption();

  @Mixin private CalendarOptions calendar = new CalendarOptions();

  /** The request under these options; reads the file of special days. */
  public RevenueRequest request(Surroundings surroundings) {
    return new RevenueRequest(
        creator,
        from.map(text -> Days.parse("--from", text)),
        to.map(text -> Days.parse("--to", text)),
        zone.map(Days::zone),
        currency.map(CreatorOptions::currency),
        calendar.read(surroundings),
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
