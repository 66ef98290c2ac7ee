package io.tiktoktoe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/architecture.md names every room, indexes are whole, numbers and words not doubled. */
class ArchitecturePageTest {

  /** The rooms of this module mirror those of the others, and are listed by {@link House}. */
  private static final String BENCHMARKS = "benchmarks";

  @Test
  void everyPackageIsNamedOnThePage() throws IOException {
    String page = read("docs/architecture.md");
    assertThat(rooms().filter(room -> !isNamed(page, room))).isEmpty();
    assertThat(isNamed(page, "revenue.nosuchroom")).isFalse();
  }

  @Test
  void everyMethodIsInTheIndex() throws IOException {
    String index = read("docs/methods/README.md");
    try (Stream<Path> pages = Files.list(Repository.root().resolve("docs/methods"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .hasSizeGreaterThan(30)
          .allMatch(page -> page.equals("README.md") || index.contains("(" + page + ")"));
    }
  }

  @Test
  void everyDecisionHasANumberOfItsOwn() throws IOException {
    try (Stream<Path> pages = Files.list(Repository.root().resolve("docs/decisions"))) {
      assertThat(pages.map(page -> page.getFileName().toString().substring(0, 4)))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void wordsOfTheGlossaryAscendAndNoneIsTwice() throws IOException {
    List<String> words =
        read("GLOSSARY.md")
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| word |"))
            .map(
                line ->
                    line.substring(2).split(" \\| ")[0].replace("`", "").toLowerCase(Locale.ROOT))
            .toList();
    assertThat(words).hasSizeGreaterThan(100).doesNotHaveDuplicates().isSorted();
  }

  /** By its full name or the end of it, where the rooms of one above are listed. */
  private static boolean isNamed(String page, String room) {
    String name = room;
    while (!page.contains("`" + name + "`")) {
      int dot = name.indexOf('.');
      if (dot < 0) {
        return false;
      }
      name = name.substring(dot + 1);
    }
    return true;
  }

  private static Stream<String> rooms() {
    return Repository.modules().stream()
        .filter(module -> !module.equals(BENCHMARKS))
        .flatMap(module -> Repository.mainSources(module).stream())
        .map(ArchitecturePageTest::room)
        .distinct()
        .filter(room -> !room.isEmpty());
  }

  private static String room(Path source) {
    String path = source.getParent().toString().replace('\\', '/');
    String below = path.substring(path.indexOf("/src/main/java/io/tiktoktoe") + 27);
    return below.isEmpty() ? "" : below.substring(1).replace('/', '.');
  }

  private static String read(String page) throws IOException {
    return Files.readString(Repository.root().resolve(page));
  }
}
