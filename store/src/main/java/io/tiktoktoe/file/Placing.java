package io.tiktoktoe.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Gives a finished file its name where nothing is, or only half of it that a full disk or a kill
 * left; never to one that is whole.
 */
public final class Placing {

  private Placing() {}

  /** Tells what may be replaced. */
  @FunctionalInterface
  public interface HalfMade {
    /** Whether this file was cut short before it held anything. */
    boolean is(Path file) throws IOException;
  }

  /** What became of it. */
  public enum Outcome {
    /** It has its name. */
    PLACED,
    /** Another that is whole has it. */
    TAKEN,
    /** Another process works on what is there. */
    LOCKED
  }

  /** Places {@code draft}, which lies on the same disk, at {@code file}. */
  public static Outcome place(Path draft, Path file, HalfMade halfMade) throws IOException {
    if (!removeHalf(file, halfMade)) {
      return Outcome.LOCKED;
    }
    try {
      link(draft, file);
    } catch (FileAlreadyExistsException e) {
      return Outcome.TAKEN;
    }
    forceFolder(file);
    return Outcome.PLACED;
  }

  /** Under its lock: whoever works on it holds that, and only one of several can be removing it. */
  private static boolean removeHalf(Path file, HalfMade halfMade) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null && halfMade.is(file)) {
        Files.deleteIfExists(file);
      }
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (NoSuchFileException e) {
      return true;
    }
  }

  private static void link(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // Without hard links: the look before the move is not one step with it, but the best there
      // is.
      Files.move(draft, file);
    }
  }

  /** Forces the name to disk: what is acknowledged later must be found after a power cut. */
  private static void forceFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
