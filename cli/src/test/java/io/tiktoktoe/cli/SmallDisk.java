package io.tiktoktoe.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk that can be made full: a real one of 20 MB, or where none can be mounted, a limit. */
interface SmallDisk extends AutoCloseable {

  /** Its size. */
  long BYTES = 20L << 20;

  /** What it is, for people. */
  String name();

  /** Where its files go. */
  Path folder();

  /** From now on it takes about this much more and is full then. */
  void leave(long bytes) throws IOException;

  /** It has its space again. */
  void free() throws IOException;

  @Override
  void close() throws IOException;

  /** A file system in memory of 20 MB, mounted by this process if it may. */
  static java.util.Optional<SmallDisk> mounted(Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try {
      int code = run("mount", "-t", "tmpfs", "-o", "size=" + BYTES, "tmpfs", folder.toString());
      return code == 0 ? java.util.Optional.of(new Mounted(folder)) : java.util.Optional.empty();
    } catch (IOException e) {
      // There is no such command here.
      return java.util.Optional.empty();
    }
  }

  /** A limit on the size of every file that this process writes; needs no rights. */
  static SmallDisk limited(Path folder) throws IOException {
    return new Limited(Files.createDirectories(folder));
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor();
  }

  /** It is filled by a file that takes all but what is left. */
  record Mounted(Path folder) implements SmallDisk {

    @Override
    public String name() {
      return "a mounted file system of 20 MB";
    }

    @Override
    public void leave(long bytes) throws IOException {
      long size = Math.max(0, folder.toFile().getUsableSpace() - bytes);
      byte[] block = new byte[1 << 16];
      try (OutputStream out = Files.newOutputStream(folder.resolve("ballast"))) {
        for (long left = size; left > 0; left -= block.length) {
          out.write(block, 0, (int) Math.min(left, block.length));
        }
      }
    }

    @Override
    public void free() throws IOException {
      Files.deleteIfExists(folder.resolve("ballast"));
    }

    @Override
    public void close() throws IOException {
      try {
        if (run("umount", folder.toString()) != 0) {
          run("umount", "-l", folder.toString());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** {@code RLIMIT_FSIZE}: a write beyond it fails as one on a full disk does. */
  record Limited(Path folder) implements SmallDisk {

    private static final int FILE_SIZE = 1;
    private static final long UNLIMITED = -1;

    @Override
    public String name() {
      return "a limit on the size of files";
    }

    @Override
    public void leave(long bytes) {
      limit(bytes);
    }

    @Override
    public void free() {
      limit(UNLIMITED);
    }

    @Override
    public void close() {
      free();
    }

    private static void limit(long bytes) {
      Linker linker = Linker.nativeLinker();
      MemorySegment function = linker.defaultLookup().findOrThrow("setrlimit");
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment limits = arena.allocate(ValueLayout.JAVA_LONG, 2);
        limits.setAtIndex(ValueLayout.JAVA_LONG, 0, bytes);
        limits.setAtIndex(ValueLayout.JAVA_LONG, 1, UNLIMITED);
        int failed =
            (int)
                linker
                    .downcallHandle(
                        function,
                        FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                    .invokeExact(FILE_SIZE, limits);
        if (failed != 0) {
          throw new IllegalStateException("setrlimit failed");
        }
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
