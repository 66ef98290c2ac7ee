package io.tiktoktoe.service;

import io.tiktoktoe.service.model.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Files that a call makes in a folder, known by a list that it leaves there. What is not on the
 * list is the user's: it is neither replaced nor removed.
 */
final class MadeFiles {

  /** One name a line; written before the files, so that a killed command's files are known too. */
  private static final String LIST = ".tiktoktoe-made";

  private final Path folder;
  private final Set<String> names;

  private MadeFiles(Path folder, Set<String> names) {
    this.folder = folder;
    this.names = names;
  }

  /** Those of these plain names in {@code folder}, which need not be there. */
  static MadeFiles in(Path folder, List<String> names) {
    return new MadeFiles(folder, new TreeSet<>(names));
  }

  /**
   * Removes what an earlier run made under these names and lists what this one will make.
   *
   * @throws ServiceException.UnusableInput if the folder holds such a file that no run made
   */
  void begin() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new ServiceException.UnusableInput("%s is no folder. Name another.", folder);
    }
    Path list = folder.resolve(LIST);
    boolean isListed = Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS);
    if (!isListed && Files.exists(list, LinkOption.NOFOLLOW_LINKS)) {
      throw new ServiceException.UnusableInput("%s is no list of files. Move it away.", list);
    }
    Set<String> listed = new TreeSet<>(isListed ? Files.readAllLines(list) : List.of());
    List<String> there =
        names.stream()
            .filter(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS))
            .toList();
    List<String> others = there.stream().filter(name -> !listed.contains(name)).toList();
    if (!others.isEmpty()) {
      throw new ServiceException.UnusableInput(
          "%s holds %s, which this command did not make. Name another folder, or move it away.",
          folder, String.join(", ", others));
    }
    for (String name : there) {
      remove(folder.resolve(name));
    }
    Files.createDirectories(folder);
    listed.addAll(names);
    Files.write(list, listed);
  }

  private static void remove(Path file) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ServiceException.UnusableInput(
          "%s is a folder now. Name another folder, or move it away.", file);
    }
    Files.delete(file);
  }
}
