package io.tiktoktoe.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the folder of public data, which is never part of the project. */
public final class PublicData {

  private PublicData() {}

  /**
   * The file or folder {@code name} in {@code $TIKTOKTOE_DATA} or {@code ../shared/data}, or empty
   * when it is absent: then the benchmark says that it was skipped.
   */
  public static Optional<Path> find(String name) {
    String configured = System.getenv("TIKTOKTOE_DATA");
    Path base = configured == null ? Path.of("..", "shared", "data") : Path.of(configured);
    Path found = base.resolve(name);
    return Files.exists(found) ? Optional.of(found) : Optional.empty();
  }
}
