package io.tiktoktoe.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that only their owner can read, write and enter, whatever the process's umask
 * says. On a file system without POSIX permissions they are made as every other file there is.
 */
public final class PrivateFiles {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFiles() {}

  /**
   * Makes an empty file.
   *
   * @throws java.nio.file.FileAlreadyExistsException if something of that name is there, so that no
   *     link can lead the writing elsewhere
   */
  public static Path create(Path file) throws IOException {
    return Files.createFile(file, attributes(file, FILE));
  }

  /** Makes the file unless it is there, and takes the rights of others away if it is. */
  public static void ensure(Path file) throws IOException {
    if (Files.exists(file)) {
      restrict(file);
    } else {
      create(file);
    }
  }

  /** Makes a folder unless it is there; its parents are made as every other folder is. */
  public static void folder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.createDirectory(folder, attributes(folder, FOLDER));
  }

  /** Takes the rights of others away from a file or folder, as far as this user may. */
  public static void restrict(Path path) throws IOException {
    if (!posix(path)) {
      return;
    }
    Set<PosixFilePermission> wanted = Files.isDirectory(path) ? FOLDER : FILE;
    if (Files.getPosixFilePermissions(path).equals(wanted)) {
      return;
    }
    try {
      Files.setPosixFilePermissions(path, wanted);
    } catch (FileSystemException e) {
      // Only its owner may: whoever works on another's file has the rights that the owner gave.
      if (Files.isWritable(path)) {
        return;
      }
      throw e;
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return posix(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
