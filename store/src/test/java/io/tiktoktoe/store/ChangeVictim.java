package io.tiktoktoe.store;

import io.tiktoktoe.store.model.StoreOptions;
import java.nio.file.Path;
import java.util.Optional;

/** A program that erases a fan or takes a batch back, and may be killed at it. */
public final class ChangeVictim {

  static final StoreOptions OPTIONS = StoreOptions.defaults().withMemoryMegabytes(256);

  private ChangeVictim() {}

  /** The store's file, what to do, whom or what with. */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    // What both need is loaded before the clock starts.
    Store.open(file, OPTIONS).close();
    System.out.println("READY");
    change(file, arguments[1], arguments[2]);
    System.out.println("DONE");
  }

  static void change(Path file, String change, String name) {
    switch (change) {
      case "erase" ->
          Erasure.erase(
              file,
              OPTIONS,
              new Erasure.Request(name, Optional.empty(), Optional.empty()),
              Sample.NOW);
      case "undo" -> {
        try (Store store = Store.open(file, OPTIONS)) {
          store.events().undo(name, Sample.NOW);
        }
      }
      default -> throw new IllegalArgumentException(change);
    }
  }
}
