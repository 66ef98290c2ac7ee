package io.tiktoktoe.cli;

import io.tiktoktoe.simulation.EconomyOptions;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** How large a creator economy is simulated, and from which seed. */
final class EconomySize {

  @Option(
      names = "--creators",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many creators (${DEFAULT-VALUE}).")
  int creators;

  @Option(
      names = "--months",
      paramLabel = "N",
      defaultValue = "18",
      description = "How many whole months (${DEFAULT-VALUE}).")
  int months;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of random draws (${DEFAULT-VALUE}).")
  long seed;

  /**
   * What to simulate from {@code start} on.
   *
   * @param deliveries about how many; 0 for the economy's usual number
   */
  EconomyOptions from(LocalDate start, long deliveries) {
    try {
      return EconomyOptions.defaults()
          .withCreators(creators)
          .withMonths(start, months)
          .withTargetEvents(deliveries)
          .withSeed(seed);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
