package io.tiktoktoe.cli;

import io.tiktoktoe.connect.PseudonymKey;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The key under which persons become pseudonyms on their way into a store: the store's own, also
 * before the store is made, or one in a file that stores share on purpose. Looked up when it is
 * first asked for, because few files need it.
 */
final class StoreKey implements Supplier<String> {

  private final StoreLocation location;
  private final Surroundings surroundings;
  private final Optional<Path> shared;
  private Optional<String> known = Optional.empty();

  StoreKey(StoreLocation location, Surroundings surroundings, Optional<Path> shared) {
    this.location = location;
    this.surroundings = surroundings;
    this.shared = shared.map(surroundings.directory()::resolve);
  }

  /**
   * @throws FailureException if the shared key cannot be read or the store has another one
   */
  @Override
  public String get() {
    String key = known.orElseGet(this::find);
    known = Optional.of(key);
    return key;
  }

  private String find() {
    Optional<String> given = shared.map(StoreKey::read);
    if (!Files.exists(location.path(surroundings))) {
      return given.orElseGet(PseudonymKey::draw);
    }
    try (Store store = location.existing(surroundings, List.of())) {
      String own = store.settings().pseudonymKey();
      if (given.isPresent() && !given.get().equals(own)) {
        throw new FailureException(
            "store %s has a key of its own already, other than %s. Leave --pseudonym-key out, or make a new store with it."
                .formatted(store.file(), shared.map(Path::toString).orElse("")));
      }
      return own;
    }
  }

  /** The key in a file, made when it is not there. */
  static String read(Path file) {
    try {
      return PseudonymKey.in(file);
    } catch (IOException e) {
      throw new FailureException(
          "key %s cannot be read or made (%s). Name another file with --pseudonym-key."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Options that give a new store the key under which its first files were read. */
  StoreOptions in(StoreOptions options) {
    if (shared.isPresent()) {
      get();
    }
    return known.map(options::withPseudonymKey).orElse(options);
  }
}
