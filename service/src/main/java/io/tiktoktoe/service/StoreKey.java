package io.tiktoktoe.service;

import io.tiktoktoe.personal.PseudonymKey;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The key under which persons become pseudonyms on their way into a store: the store's own, also
 * before the store is made, or one in a file that stores share on purpose. Looked up when it is
 * first asked for, because few files need it.
 */
public final class StoreKey {

  private final Path path;
  private final Optional<Path> shared;
  private Optional<String> known = Optional.empty();

  /**
   * @param path where the store is or will be
   * @param shared the file of a key that stores share
   */
  StoreKey(Path path, Optional<Path> shared) {
    this.path = path;
    this.shared = shared;
  }

  /**
   * The key, without making the store.
   *
   * @throws ServiceException.UnusableInput if the shared key cannot be read or the store has
   *     another one
   */
  String of(LaterStore store) {
    String key = known.orElseGet(() -> find(store));
    known = Optional.of(key);
    return key;
  }

  /**
   * Compares the key that was named with the store's, if one was named.
   *
   * @throws ServiceException.UnusableInput if the shared key cannot be read or the store has
   *     another one
   */
  void requireThatOf(LaterStore store) {
    if (shared.isPresent()) {
      find(store);
    }
  }

  private String find(LaterStore store) {
    Optional<String> given = shared.map(StoreKey::read);
    if (!Files.exists(path)) {
      return given.orElseGet(PseudonymKey::draw);
    }
    String own = store.get().settings().pseudonymKey();
    if (given.isPresent() && !given.get().equals(own)) {
      throw new ServiceException.UnusableInput(
          "store %s has a key of its own already, other than %s. Leave {pseudonym_key} out, or make"
              + " a new store with it.",
          path, shared.map(Path::toString).orElse(""));
    }
    return own;
  }

  /**
   * The key in a file, made when it is not there.
   *
   * @throws ServiceException.UnusableInput if it cannot be read or made
   */
  public static String read(Path file) {
    try {
      return PseudonymKey.in(file);
    } catch (IOException e) {
      throw new ServiceException.UnusableInput(
              "key %s cannot be read or made (%s). Name another file with {pseudonym_key}.",
              file, String.valueOf(e.getMessage()))
          .because(e);
    }
  }

  /** Options that give a new store the key under which its first files were read. */
  StoreOptions in(StoreOptions options) {
    return known
        .or(() -> shared.map(StoreKey::read))
        .map(options::withPseudonymKey)
        .orElse(options);
  }
}
