package io.tiktoktoe.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checkout whose sources the house rules are checked on. */
final class Repository {

  private static final Pattern MODULE = Pattern.compile("<module>([\\w-]+)</module>");

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

  /** The folders of the modules, in the order in which they are built. */
  static List<String> modules() {
    try {
      Matcher named = MODULE.matcher(Files.readString(root().resolve("pom.xml")));
      return named.results().map(found -> found.group(1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The classes of all modules, without tests and descriptors. */
  static List<Path> mainSources() {
    return modules().stream().flatMap(module -> mainSources(module).stream()).toList();
  }

  /** The classes of a module, without tests and descriptors. */
  static List<Path> mainSources(String module) {
    return walk(root().resolve(module).resolve("src/main/java"))
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
        .sorted()
        .toList();
  }

  /** Every Java source of every module, tests too. */
  static List<Path> javaSources() {
    return modules().stream()
        .flatMap(module -> walk(root().resolve(module).resolve("src")))
        .filter(file -> file.toString().endsWith(".java"))
        .sorted()
        .toList();
  }

  /** Every file that people wrote, whatever its kind. */
  static List<Path> textFiles() {
    Stream<Path> sources = modules().stream().flatMap(module -> walk(root().resolve(module)));
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
