package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tiktoktoe.cli.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk of 20 MB that becomes full at different moments of an ingest: two on a build, {@code
 * -DfullDisks=10} for the long run. Every refusal names its file and what to do; with space again
 * the same command works, and nothing is lost or doubled.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FullDiskTest {

  private static final int MOMENTS = Integer.getInteger("fullDisks", 2);

  @TempDir Path directory;

  @BeforeEach
  void simulate() {
    CommandRun run =
        CommandRun.in(
            directory, "simulate", "--creators", "10", "--months", "4", "--out", "e.csv.gz");
    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void aDiskThatIsFull() throws IOException, InterruptedException {
    Optional<SmallDisk> mounted = SmallDisk.mounted(directory.resolve("disk"));
    assumeTrue(
        mounted.isPresent(), "no disk may be mounted here: filesThatMayNotGrow is the proof");
    try (SmallDisk disk = mounted.get()) {
      tell(disk.name());
      fill(disk, directory.resolve("e.csv.gz"), MOMENTS);
    }
  }

  @Test
  void filesThatMayNotGrow() throws IOException, InterruptedException {
    tell("a limit on the size of files, in a process of its own");
    ChildProgram program =
        ChildProgram.start(
            directory,
            directory.resolve("tmp"),
            List.of(
                LimitedProgram.class.getName(),
                directory.resolve("limited").toString(),
                directory.resolve("e.csv.gz").toString(),
                Integer.toString(MOMENTS)));
    int code = program.end();
    assertThat(code).as(program.out() + program.err()).isZero();
  }

  /** The same in a process of its own, whose files may not grow. */
  static final class LimitedProgram {

    private LimitedProgram() {}

    public static void main(String[] args) throws IOException {
      try (SmallDisk disk = SmallDisk.limited(Path.of(args[0]))) {
        fill(disk, Path.of(args[1]), Integer.parseInt(args[2]));
      }
      System.exit(0);
    }
  }

  /** Which technique was used, in the log of the build. */
  private static void tell(String technique) {
    System.out.println("FullDiskTest: " + technique);
  }

  private static void fill(SmallDisk disk, Path events, int moments) throws IOException {
    Files.createDirectories(disk.folder().resolve("warm"));
    CommandRun warm = ingest(disk.folder().resolve("warm"), events);
    assertThat(warm.code()).as(warm.err()).isZero();
    long events0 = events(disk.folder().resolve("warm"));
    long most = size(disk.folder().resolve("warm"));
    clear(disk.folder().resolve("warm"));
    int refused = 0;
    for (int moment = 0; moment < moments; moment++) {
      Path folder = Files.createDirectories(disk.folder().resolve("m" + moment));
      disk.leave(4096 + most * moment / moments);
      CommandRun run = ingest(folder, events);
      if (run.code() != Command.OK) {
        refused++;
        refusedInOneSentence(run, disk.folder());
      }
      disk.free();
      CommandRun again = ingest(folder, events);
      assertThat(again.code()).as(disk.name() + " " + moment + again.err()).isZero();
      assertThat(events(folder)).isEqualTo(events0);
      assertThat(folder.resolve("s.duckdb.spool"))
          .isDirectoryNotContaining(path -> !path.endsWith(".tiktoktoe-spool"));
      readsOn(disk, folder, events0);
      clear(folder);
    }
    assertThat(refused).as(disk.name()).isPositive();
  }

  private static void refusedInOneSentence(CommandRun run, Path folder) {
    assertThat(run.code()).as(run.err()).isEqualTo(Command.FAILURE);
    assertThat(run.err())
        .contains(folder.toString())
        .containsIgnoringCase("free space")
        .doesNotContain("unexpected problem", "Exception");
    assertThat(run.err().lines()).hasSize(1);
  }

  /** With not a byte left, reports and exports to standard output go on. */
  private static void readsOn(SmallDisk disk, Path folder, long events0) throws IOException {
    disk.leave(0);
    CommandRun export = CommandRun.in(folder, "export", "events", "--store", "s.duckdb");
    CommandRun doctor = CommandRun.in(folder, "doctor", "--store", "s.duckdb");
    CommandRun file =
        CommandRun.in(folder, "export", "events", "--store", "s.duckdb", "--out", "x.csv");
    disk.free();
    assertThat(export.code()).as(export.err()).isZero();
    assertThat(export.out().lines()).hasSize((int) events0 + 1);
    assertThat(doctor.out()).contains("opens.");
    refusedInOneSentence(file, folder.resolve("x.csv"));
    assertThat(folder.resolve(".x.csv.part")).doesNotExist();
  }

  private static CommandRun ingest(Path folder, Path events) {
    return CommandRun.in(folder, "ingest", events.toString(), "--store", "s.duckdb");
  }

  private static long events(Path folder) {
    CommandRun run = CommandRun.in(folder, "export", "events", "--store", "s.duckdb");
    assertThat(run.code()).as(run.err()).isZero();
    return run.out().lines().count() - 1;
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(path -> path.toFile().length()).sum();
    }
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
