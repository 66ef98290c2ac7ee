package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.StoreKey;
import io.tiktoktoe.service.UpkeepService;
import io.tiktoktoe.store.PrivacyLedger;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which store a command works on. */
public final class StoreLocation {

  @Option(
      names = "--store",
      paramLabel = "PATH",
      defaultValue = ".tiktoktoe/store.duckdb",
      description = "The store's file (${DEFAULT-VALUE}).")
  private Path store = Path.of(".tiktoktoe", "store.duckdb");

  /** Where the store lies. */
  public Path path(Surroundings surroundings) {
    return surroundings.directory().resolve(store);
  }

  /** Opens the store that must be there; it may write into {@code writable}. */
  public Store existing(Surroundings surroundings, List<Path> writable) {
    return Store.open(path(surroundings), options(surroundings).withWritable(writable).existing());
  }

  /** What looks after the store. */
  public UpkeepService upkeep(Surroundings surroundings) {
    return UpkeepService.at(path(surroundings), options(surroundings));
  }

  /** The ledger of privacy budgets that belongs to the store. */
  public PrivacyLedger ledger(Surroundings surroundings) {
    return PrivacyLedger.beside(
        path(surroundings),
        surroundings.home().resolve(".tiktoktoe").resolve("ledgers"),
        surroundings.clock());
  }

  /** How this command opens it. */
  public StoreOptions options(Surroundings surroundings) {
    StoreOptions options = ofNewStore(surroundings);
    // Older programs had one key for all of a user's stores: what is pseudonymous under it stays
    // so.
    Path former =
        surroundings.home().resolve(".tiktoktoe").resolve("formats").resolve("pseudonym.key");
    return Files.exists(path(surroundings)) && Files.exists(former)
        ? options.withPseudonymKey(StoreKey.read(former))
        : options;
  }

  /** How a command opens a store that it makes. */
  public static StoreOptions ofNewStore(Surroundings surroundings) {
    return StoreOptions.defaults()
        .withThreads(Runtime.getRuntime().availableProcessors())
        .withCancellation(surroundings.cancellation());
  }
}
