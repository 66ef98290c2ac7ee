package io.tiktoktoe.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.simulation.model.WorldTruth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of truth as text. */
class TruthFilesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final int ROWS = 20_000;

  @TempDir Path directory;

  @Test
  void aRowIsItsComponentsInOrder() throws IOException {
    try (TruthFiles files = TruthFiles.in(directory)) {
      files.accept(new WorldTruth.Level("art-0001", DAY, 0.5, 12));
      files.accept(new WorldTruth.Level("art-0002", DAY, 1.25, 0));
    }
    assertThat(directory.resolve("truth_level.csv"))
        .content()
        .isEqualTo(
            "creator,day,factor,audience\n"
                + "art-0001,2026-03-01,0.5,12\n"
                + "art-0002,2026-03-01,1.25,0\n");
  }

  /** Several times as much when the accessors of a row are made anew for each. */
  @Test
  void aRowCostsLittleMemory() throws IOException, ReflectiveOperationException {
    try (TruthFiles files = TruthFiles.in(directory)) {
      write(files);
      long before = allocated();
      write(files);
      assertThat((allocated() - before) / ROWS).isBetween(1L, 1_500L);
    }
  }

  /** Bytes that this thread ever allocated; by name, since this module reads no management. */
  private static long allocated() throws ReflectiveOperationException {
    Object threads =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    Object bytes =
        Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getCurrentThreadAllocatedBytes")
            .invoke(threads);
    return (long) bytes;
  }

  private static void write(TruthFiles files) {
    for (int row = 0; row < ROWS; row++) {
      files.accept(new WorldTruth.Level("art-0001", DAY, row * 0.37, row));
    }
  }
}
