package io.tiktoktoe.cli;

import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.StoreOptions;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which store a command works on. */
final class StoreLocation {

  @Option(
      names = "--store",
      paramLabel = "PATH",
      defaultValue = ".tiktoktoe/store.duckdb",
      description = "The store's file (${DEFAULT-VALUE}).")
  private Path store = Path.of(".tiktoktoe", "store.duckdb");

  /** Where the store lies. */
  Path path(Surroundings surroundings) {
    return surroundings.directory().resolve(store);
  }

  /** Opens the store that must be there; it may write into {@code writable}. */
  Store existing(Surroundings surroundings, List<Path> writable) {
    return Store.open(path(surroundings), options(surroundings).withWritable(writable).existing());
  }

  /** Opens the store, made when it is not there; it may read {@code readable}. */
  Store openOrMake(Surroundings surroundings, List<Path> readable) {
    return openOrMake(path(surroundings), surroundings, readable);
  }

  /** The same for a store at {@code path}. */
  static Store openOrMake(Path path, Surroundings surroundings, List<Path> readable) {
    return Store.open(path, options(surroundings).withReadable(readable));
  }

  private static StoreOptions options(Surroundings surroundings) {
    int threads = Runtime.getRuntime().availableProcessors();
    return StoreOptions.defaults()
        .withThreads(threads)
        .withCancellation(surroundings.cancellation());
  }
}
