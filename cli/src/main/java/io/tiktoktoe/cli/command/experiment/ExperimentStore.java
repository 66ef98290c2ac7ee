package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.service.experiment.ExperimentService;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The store of a step of a price test; several steps at once take turns. */
public final class ExperimentStore {

  private static final long PAUSE_NANOS = 20_000_000L;
  private static final double MOST_SECONDS = 3_600;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long to wait for another process that holds the store (${DEFAULT-VALUE}).")
  private double wait = 10;

  @Mixin private StoreLocation location = new StoreLocation();

  /** Asks the store that must be there. */
  <T> T ask(Surroundings surroundings, Function<ExperimentService, T> asking) {
    return ask(surroundings, location.options(surroundings).existing(), asking);
  }

  /** Asks the store, which is made where there is none. */
  <T> T askOrMake(Surroundings surroundings, Function<ExperimentService, T> asking) {
    return ask(surroundings, location.options(surroundings), asking);
  }

  private <T> T ask(
      Surroundings surroundings, StoreOptions options, Function<ExperimentService, T> asking) {
    try (Store store = open(surroundings, options)) {
      return asking.apply(ExperimentService.of(store));
    }
  }

  private Store open(Surroundings surroundings, StoreOptions options) {
    if (!(wait >= 0 && wait <= MOST_SECONDS)) {
      throw new UsageException(
          "--wait (%s) must be from 0 to %.0f seconds.".formatted(wait, MOST_SECONDS));
    }
    long until = System.nanoTime() + (long) (wait * 1e9);
    while (true) {
      try {
        return Store.open(location.path(surroundings), options);
      } catch (StoreException.InUse e) {
        if (System.nanoTime() - until > 0) {
          throw e;
        }
        surroundings.cancellation().check();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }
}
