package io.tiktoktoe.cli.option;

import io.tiktoktoe.service.SimulationService;
import io.tiktoktoe.simulation.model.EconomyOptions;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** How large a creator economy is simulated, and from which seed. */
public final class EconomySize {

  @Option(
      names = "--creators",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many creators (${DEFAULT-VALUE}).")
  public int creators;

  @Option(
      names = "--months",
      paramLabel = "N",
      defaultValue = "18",
      description = "How many whole months (${DEFAULT-VALUE}).")
  public int months;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of random draws (${DEFAULT-VALUE}).")
  public long seed;

  /**
   * What to simulate from {@code start} on.
   *
   * @param deliveries about how many; 0 for the economy's usual number
   */
  public EconomyOptions from(LocalDate start, long deliveries) {
    return SimulationService.economy(creators, start, months, deliveries, seed);
  }
}
