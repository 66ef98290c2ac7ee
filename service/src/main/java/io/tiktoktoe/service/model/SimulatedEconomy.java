package io.tiktoktoe.service.model;

import io.tiktoktoe.answer.CreatorProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A simulated economy that was written to files.
 *
 * @param events the file of events
 * @param truth the directory of exchange rates and of what is true
 * @param deliveries how many events were delivered, repeated ones included
 * @param seed of the random draws
 * @param profiles the creators with their zones and currencies
 * @param busiest the creator with most payments
 */
public record SimulatedEconomy(
    Path events,
    Path truth,
    long deliveries,
    long seed,
    List<CreatorProfile> profiles,
    Optional<String> busiest) {

  public SimulatedEconomy {
    profiles = List.copyOf(profiles);
  }

  /** The same after its files were moved. */
  public SimulatedEconomy at(Path newEvents, Path newTruth) {
    return new SimulatedEconomy(newEvents, newTruth, deliveries, seed, profiles, busiest);
  }
}
