package io.tiktoktoe.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the folder of public data, which is never part of the project. */
public final class PublicData {

  private PublicData() {}

  /**
   * The file or folder {@code name} in {@code $TIKTOKTOE_DATA} or {@code ../shared/data} of the
   * project, or empty when it is absent: then the benchmark or test says that it was skipped. Tests
   * run in their module's folder, one deeper.
   */
  public static Optional<Path> find(String name) {
    String configured = System.getenv("TIKTOKTOE_DATA");
    Stream<Path> bases =
        configured == null
            ? Stream.of(Path.of("..", "shared", "data"), Path.of("..", "..", "shared", "data"))
            : Stream.of(Path.of(configured));
    return bases.map(base -> base.resolve(name)).filter(Files::exists).findFirst();
  }
}
