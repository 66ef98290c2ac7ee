package io.tiktoktoe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody but its owner can read what a store writes, whatever the umask. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class PermissionTest {

  private static final String FILE = "rw-------";
  private static final String FOLDER = "rwx------";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"022, rw-r--r--", "077, rw-------"})
  void everyFileIsItsOwnersAlone(String umask, String usual)
      throws IOException, InterruptedException {
    List<String> lines =
        outputOf(Child.startUnder(umask, PermissionVictim.class, folder.toString()));
    Map<String, List<String>> steps =
        lines.stream().collect(Collectors.groupingBy(line -> line.split("\t")[0]));
    assertThat(steps.get("made")).contains("made\t" + usual + "\tumask");
    assertThat(steps.get("written")).contains("written\t" + FILE + "\ts.duckdb.wal");
    assertThat(steps.get("written after a checkpoint"))
        .contains("written after a checkpoint\t" + FILE + "\ts.duckdb.wal");
    assertThat(steps.get("exported"))
        .contains(
            "exported\t" + FILE + "\tevents.csv",
            "exported\t" + FILE + "\tevents.ndjson",
            "exported\t" + FILE + "\tevents.parquet",
            "exported\t" + FOLDER + "\tbackup",
            "exported\t" + FILE + "\tbackup/store_info.parquet",
            "exported\t" + FILE + "\tbackup/contents.properties");
    assertThat(steps.get("restored r.duckdb"))
        .contains("restored r.duckdb\t" + FILE + "\tr.duckdb");
    assertThat(lines)
        .hasSizeGreaterThan(50)
        .filteredOn(line -> !line.endsWith("\tumask"))
        .allMatch(line -> line.contains("\t" + FILE + "\t") || line.contains("\t" + FOLDER + "\t"));
  }

  private static List<String> outputOf(Process process) throws IOException, InterruptedException {
    try (BufferedReader out = process.inputReader()) {
      List<String> lines = out.lines().toList();
      assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
      return lines;
    }
  }

  @Test
  void whatAnEarlierProgramMadeForEverybodyIsTakenBack() throws IOException {
    Path file = folder.resolve("test.duckdb");
    Path spool = folder.resolve("test.duckdb.spool");
    Sample.open(folder).close();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(spool, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Store store = Sample.open(folder)) {
      assertThat(store.file()).isEqualTo(file);
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString(FILE));
      assertThat(Files.getPosixFilePermissions(spool))
          .isEqualTo(PosixFilePermissions.fromString(FOLDER));
    }
  }

  @Test
  void anExportNeverWritesThroughALinkThatWaitsForIt() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim"), "mine");
    Files.createSymbolicLink(folder.resolve(".events.csv.part"), victim);
    try (Store store = Sample.open(folder)) {
      store.exporter().export("events", folder.resolve("events.csv"));
    }
    assertThat(victim).hasContent("mine");
    assertThat(folder.resolve("events.csv")).isRegularFile().isNotEmptyFile();
  }
}
