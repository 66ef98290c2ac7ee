package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.Surroundings;
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

  /** Opens the store, made when it is not there with this key; it may read {@code readable}. */
  public Store openOrMake(Surroundings surroundings, List<Path> readable, StoreKey key) {
    return Store.open(path(surroundings), key.in(options(surroundings)).withReadable(readable));
  }

  /** Opens the store at {@code path}, made when it is not there. */
  public static Store openOrMake(Path path, Surroundings surroundings, List<Path> readable) {
    return Store.open(path, options(path, surroundings).withReadable(readable));
  }

  /** How this command opens it. */
  public StoreOptions options(Surroundings surroundings) {
    return options(path(surroundings), surroundings);
  }

  private static StoreOptions options(Path path, Surroundings surroundings) {
    int threads = Runtime.getRuntime().availableProcessors();
    StoreOptions options =
        StoreOptions.defaults().withThreads(threads).withCancellation(surroundings.cancellation());
    // Older programs had one key for all of a user's stores: what is pseudonymous under it stays
    // so.
    Path former =
        surroundings.home().resolve(".tiktoktoe").resolve("formats").resolve("pseudonym.key");
    return Files.exists(path) && Files.exists(former)
        ? options.withPseudonymKey(StoreKey.read(former))
        : options;
  }
}
