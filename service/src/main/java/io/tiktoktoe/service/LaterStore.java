package io.tiktoktoe.service;

import io.tiktoktoe.store.Store;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A store that is opened when it is first needed: a file that is refused before makes none. */
final class LaterStore implements AutoCloseable {

  private final Supplier<Store> opening;
  private Optional<Store> store = Optional.empty();

  LaterStore(Supplier<Store> opening) {
    this.opening = opening;
  }

  /** The store, open. */
  Store get() {
    if (store.isEmpty()) {
      store = Optional.of(opening.get());
    }
    return store.get();
  }

  /** The store's own folder. */
  Path spool() {
    return get().spool();
  }

  @Override
  public void close() {
    store.ifPresent(Store::close);
  }
}
