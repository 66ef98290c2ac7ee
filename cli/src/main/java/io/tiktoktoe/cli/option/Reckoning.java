package io.tiktoktoe.cli.option;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import picocli.CommandLine.Option;

/** In which zone days of a creator are counted, and in which currency money. */
public final class Reckoning {

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

  /** The zone that was named. */
  public Optional<ZoneId> zone() {
    return zone.map(Days::zone);
  }

  /** The currency that was named. */
  public Optional<Currency> currency() {
    return currency.map(CreatorOptions::currency);
  }
}
