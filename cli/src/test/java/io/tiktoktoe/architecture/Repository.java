package io.tiktoktoe.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout whose sources the house rules are checked on. */
final class Repository {

  private static final List<String> MODULES =
      List.of("core", "simulation", "store", "cli", "benchmarks");

  private Repository() {}

  /** The folder that holds the launcher. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("No CONTRIBUTING.md above the working directory.");
      }
    }
    return folder;
  }

  /** Every Java source of every module, tests too. */
  static List<Path> javaSources() {
    return MODULES.stream()
        .flatMap(module -> walk(root().resolve(module).resolve("src")))
        .filter(file -> file.toString().endsWith(".java"))
        .sorted()
        .toList();
  }

  /** Every file that people wrote, whatever its kind. */
  static List<Path> textFiles() {
    Stream<Path> sources = MODULES.stream().flatMap(module -> walk(root().resolve(module)));
    Stream<Path> docs = walk(root().resolve("docs"));
    Stream<Path> ci = walk(root().resolve(".ci"));
    Stream<Path> top;
    try (Stream<Path> listed = Files.list(root())) {
      top = listed.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Stream.of(sources, docs, ci, top)
        .flatMap(files -> files)
        .filter(file -> !file.toString().contains("/target/"))
        .filter(
            file ->
                file.toString()
                    .matches(
                        ".*\\.(java|md|sql|xml|json|yml|properties|csv|txt)|.*/(tiktoktoe|run)"))
        .sorted()
        .toList();
  }

  private static Stream<Path> walk(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> walked = Files.walk(folder)) {
      return walked.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
