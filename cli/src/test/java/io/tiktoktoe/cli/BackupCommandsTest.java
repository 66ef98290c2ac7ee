package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store is saved, made again, and freed of a batch from the command line. */
class BackupCommandsTest {

  private static final String TIP =
      """
      {"id":"%s","time":"2026-05-01T10:00:00Z","source":"x","type":"tip","creator":"kit","amount":"5.00","currency":"USD"}
      """;

  @TempDir private Path directory;

  private CommandRun run(String... args) {
    return CommandRun.in(directory, args);
  }

  private void ingestTwo() throws IOException {
    for (String id : new String[] {"one", "two"}) {
      Files.writeString(directory.resolve(id + ".ndjson"), TIP.formatted(id));
      assertThat(run("ingest", id + ".ndjson", "--store", "s.duckdb").code()).isZero();
    }
  }

  @Test
  void aBackupIsRestoredUnderAnotherName() throws IOException {
    ingestTwo();
    assertThat(run("backup", "saved", "--store", "s.duckdb").out()).contains("is backed up in");
    CommandRun restored = run("restore", "saved", "--store", "t.duckdb", "--json");
    assertThat(restored.out()).contains("\"events\"").contains("2");

    String[] export = {"export", "current_events", "--store", "s.duckdb"};
    String there = run(export).out();
    export[3] = "t.duckdb";
    assertThat(run(export).out()).isEqualTo(there).contains("kit");

    CommandRun again = run("restore", "saved", "--store", "t.duckdb");
    assertThat(again.code()).isEqualTo(Command.FAILURE);
    assertThat(again.err()).contains("exists. Move it away or restore into another file.");
    CommandRun twice = run("backup", "saved", "--store", "s.duckdb");
    assertThat(twice.code()).isEqualTo(Command.FAILURE);
    assertThat(twice.err()).contains("is not empty");
    CommandRun none = run("restore", "none", "--store", "u.duckdb");
    assertThat(none.code()).isEqualTo(Command.FAILURE);
    assertThat(none.err()).contains("is no finished backup");
    assertThat(directory.resolve("u.duckdb")).doesNotExist();
  }

  @Test
  void aRestoreThatWasCutCanBeRunAgain() throws IOException {
    ingestTwo();
    assertThat(run("backup", "saved", "--store", "s.duckdb").code()).isZero();
    Path spool = Files.createDirectories(directory.resolve("t.duckdb.spool"));
    Files.createFile(spool.resolve(".tiktoktoe-spool"));
    Path left = Files.createDirectories(spool.resolve("new-1"));
    Files.writeString(left.resolve("t.duckdb"), "half");
    Files.createFile(directory.resolve("t.duckdb"));

    CommandRun restored = run("restore", "saved", "--store", "t.duckdb");

    assertThat(restored.code()).as(restored.err()).isZero();
    assertThat(restored.out()).startsWith("2 events restored");
    assertThat(left).doesNotExist();
  }

  @Test
  void aBackupThatWasKilledIsMadeAnewAndNeverRestored() throws IOException {
    ingestTwo();
    // As a kill leaves it: the list, some of its files, no contents.
    Path saved = Files.createDirectories(directory.resolve("saved"));
    Files.writeString(
        saved.resolve(".tiktoktoe-backup"), "events.parquet\nfan.parquet\ncontents.properties\n");
    Files.writeString(saved.resolve("events.parquet"), "half");
    Path mine = Files.writeString(saved.resolve("mine.txt"), "mine");
    assertThat(run("restore", "saved", "--store", "t.duckdb").err())
        .contains("holds half a backup", "Back up into it again");
    CommandRun refused = run("backup", "saved", "--store", "s.duckdb");
    assertThat(refused.err()).contains("is not empty");
    assertThat(saved.resolve("events.parquet")).hasContent("half");
    assertThat(mine).hasContent("mine");

    Files.delete(mine);
    CommandRun again = run("backup", "saved", "--store", "s.duckdb");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(saved.resolve(".tiktoktoe-backup")).doesNotExist();
    assertThat(run("restore", "saved", "--store", "t.duckdb").out()).startsWith("2 events");
  }

  @Test
  void aRestoreBesideTheLogOfAnotherStoreIsRefused() throws IOException {
    ingestTwo();
    assertThat(run("backup", "saved", "--store", "s.duckdb").code()).isZero();
    Path log = Files.writeString(directory.resolve("t.duckdb.wal"), "rows that nobody took over");

    CommandRun refused = run("restore", "saved", "--store", "t.duckdb");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("its write-ahead log");
    assertThat(directory.resolve("t.duckdb")).doesNotExist();
    assertThat(log).hasContent("rows that nobody took over");
  }

  @Test
  void aBackupThatDoesNotFitItsListLeavesNoStore() throws IOException {
    ingestTwo();
    assertThat(run("backup", "saved", "--store", "s.duckdb").code()).isZero();
    Path list = directory.resolve("saved/contents.properties");
    Files.writeString(list, Files.readString(list).replace("events=2", "events=3"));

    assertThat(run("restore", "saved", "--store", "t.duckdb").err())
        .contains("has 2 rows of events, its list says 3");
    assertThat(directory.resolve("t.duckdb")).doesNotExist();
  }

  @Test
  void aBatchIsTakenBack() throws IOException {
    ingestTwo();
    CommandRun undone = run("undo", "two.ndjson", "--store", "s.duckdb");
    assertThat(undone.code()).as(undone.err()).isZero();
    assertThat(undone.out()).contains("taken back: 1 events, 0 rejects and 0 names are gone");
    assertThat(run("export", "current_events", "--store", "s.duckdb").out().lines()).hasSize(2);

    CommandRun unknown = run("undo", "three.ndjson", "--store", "s.duckdb");
    assertThat(unknown.code()).isEqualTo(Command.FAILURE);
    assertThat(unknown.err()).contains("is not in the store. Name one of: ", "one.ndjson");
  }

  @Test
  void standardInputIsAFileOfThisName() throws IOException, InterruptedException {
    Path input = Files.writeString(directory.resolve("in.ndjson"), TIP.formatted("one"));
    ChildProgram child =
        ChildProgram.start(
            directory,
            directory.resolve("child"),
            input,
            List.of(Main.class.getName(), "ingest", "-", "--store", "s.duckdb", "--json"));
    assertThat(child.end()).as(child.err()).isZero();
    assertThat(child.out()).contains("\"standard input\"", "events-ndjson");
    assertThat(run("undo", "standard input", "--store", "s.duckdb").out())
        .startsWith("standard input taken back: 1 events");
    assertThat(directory.resolve("s.duckdb.spool"))
        .isDirectoryNotContaining(path -> !path.endsWith(".tiktoktoe-spool"));
    assertThat(run("ingest", "-", "-", "--store", "s.duckdb").code()).isEqualTo(Command.USAGE);
  }
}
