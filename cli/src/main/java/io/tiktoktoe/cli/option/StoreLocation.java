package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.FailureException;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /** Opens the store, made when it is not there; it may read {@code readable}. */
  public Store openOrMake(Surroundings surroundings, List<Path> readable) {
    return openOrMake(path(surroundings), surroundings, readable);
  }

  /** The same for a store at {@code path}. */
  public static Store openOrMake(Path path, Surroundings surroundings, List<Path> readable) {
    Optional<Path> folder = Optional.ofNullable(path.toAbsolutePath().getParent());
    if (folder.isPresent()) {
      try {
        Files.createDirectories(folder.get());
      } catch (IOException e) {
        throw new FailureException(
            "directory %s of the store cannot be made (%s). Name another with --store."
                .formatted(folder.get(), e.getMessage()),
            e);
      }
    }
    return Store.open(path, options(surroundings).withReadable(readable));
  }

  private static StoreOptions options(Surroundings surroundings) {
    int threads = Runtime.getRuntime().availableProcessors();
    return StoreOptions.defaults()
        .withThreads(threads)
        .withCancellation(surroundings.cancellation());
  }
}
