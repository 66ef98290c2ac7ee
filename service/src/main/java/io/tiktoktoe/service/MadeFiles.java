package io.tiktoktoe.service;

import io.tiktoktoe.service.model.ServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Files that a call makes in a folder, known by a list that it leaves there. What is not on the
 * list, or was changed since, is the user's: it is neither replaced nor removed.
 */
final class MadeFiles {

  /**
   * A name a line, written before the files, so that a killed command's files are known too; behind
   * a tab, once a file is finished, what it holds as a hash.
   */
  private static final String LIST = ".tiktoktoe-made";

  private static final String SIGN = "\t";

  private final Path folder;
  private final Set<String> names;

  private MadeFiles(Path folder, Set<String> names) {
    this.folder = folder;
    this.names = names;
  }

  /** Those of these names, seen from {@code folder}, which need not be there. */
  static MadeFiles in(Path folder, List<String> names) {
    return new MadeFiles(folder, new TreeSet<>(names));
  }

  /**
   * Removes what an earlier run made under these names and lists what this one will make.
   *
   * @throws ServiceException.BadRequest if there is such a file that no run made, or that was
   *     changed since
   */
  void begin() throws IOException {
    List<String> there = require();
    Map<String, String> listed = listed();
    for (String name : there) {
      Files.delete(file(name));
    }
    Files.createDirectories(folder);
    names.forEach(name -> listed.put(name, ""));
    write(listed);
  }

  /**
   * Refuses what {@link #begin} refuses and changes nothing.
   *
   * @return which of the files are there
   */
  List<String> require() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new ServiceException.BadRequest("folder", "%s is no folder. Name another.", folder);
    }
    Map<String, String> listed = listed();
    List<String> there =
        names.stream().filter(name -> Files.exists(file(name), LinkOption.NOFOLLOW_LINKS)).toList();
    List<String> others = there.stream().filter(name -> !listed.containsKey(name)).toList();
    if (!others.isEmpty()) {
      throw new ServiceException.BadRequest(
          "folder",
          "%s holds %s, which this command did not make. Name another folder, or move it away.",
          folder,
          String.join(", ", others));
    }
    for (String name : there) {
      requireUnchanged(file(name), listed.getOrDefault(name, ""));
    }
    return there;
  }

  /** Notes what these files hold now that they are finished; others change by being used. */
  void finish(List<String> finished) throws IOException {
    Map<String, String> listed = listed();
    for (String name : finished) {
      if (Files.isRegularFile(file(name), LinkOption.NOFOLLOW_LINKS)) {
        listed.put(name, hash(file(name)));
      }
    }
    write(listed);
  }

  private Path file(String name) {
    return folder.resolve(name).normalize();
  }

  private Map<String, String> listed() throws IOException {
    Path list = folder.resolve(LIST);
    boolean isListed = Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS);
    if (!isListed && Files.exists(list, LinkOption.NOFOLLOW_LINKS)) {
      throw new ServiceException.BadRequest(
          "folder", "%s is no list of files. Move it away.", list);
    }
    Map<String, String> listed = new TreeMap<>();
    for (String line : isListed ? Files.readAllLines(list) : List.<String>of()) {
      String[] parts = line.split(SIGN, 2);
      listed.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    return listed;
  }

  private void write(Map<String, String> listed) throws IOException {
    Files.write(
        folder.resolve(LIST),
        listed.entrySet().stream()
            .map(one -> one.getKey() + (one.getValue().isEmpty() ? "" : SIGN + one.getValue()))
            .toList());
  }

  private static void requireUnchanged(Path file, String hash) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ServiceException.BadRequest(
          "folder", "%s is a folder now. Name another folder, or move it away.", file);
    }
    if (hash.isEmpty()) {
      // Cut short, or one that changes by being used.
      return;
    }
    boolean same = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && hash.equals(hash(file));
    if (!same) {
      throw new ServiceException.BadRequest(
          "folder",
          "%s was changed since this command made it. Name another folder, or move it away.",
          file);
    }
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256, which every one must have.", e);
    }
  }
}
