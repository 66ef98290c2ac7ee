package io.tiktoktoe.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What classes are called and how many share a package. */
final class Rooms {

  /** More files than this are not read at a glance. */
  private static final int MOST_FILES = 30;

  /** How a package-info begins the reason why its package has more files. */
  static final String REASON = "<p>Flat because";

  private Rooms() {}

  /** Simple names of top-level classes that more than one package holds. */
  static List<String> namesBorneTwice(Collection<Path> mainSources) {
    return mainSources.stream()
        .map(Use::nameOf)
        .collect(Collectors.groupingBy(Use.Name::simple, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(bearers -> bearers.size() > 1)
        .map(bearers -> bearers.stream().map(Use.Name::toString).sorted().toList().toString())
        .toList();
  }

  /**
   * Packages of too many files that do not say why.
   *
   * @param folders the main sources of each folder, with the text of its package-info
   */
  static List<String> tooLarge(Map<Path, Folder> folders) {
    return folders.entrySet().stream()
        .filter(one -> one.getValue().files() > MOST_FILES)
        .filter(one -> !one.getValue().about().contains(REASON))
        .map(one -> one.getKey() + " has " + one.getValue().files() + " files")
        .sorted()
        .toList();
  }

  /** The classes of a folder and what its package-info says. */
  record Folder(int files, String about) {}

  /** The folders of these sources. */
  static Map<Path, Folder> folders(Collection<Path> mainSources) {
    return mainSources.stream()
        .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, one -> new Folder(one.getValue().size(), about(one.getKey()))));
  }

  private static String about(Path folder) {
    try {
      return Files.readString(folder.resolve("package-info.java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
