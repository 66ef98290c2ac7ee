package io.tiktoktoe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.file.DatabaseFile;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store's path is a path, and what lies there is left alone unless it is a store. */
class StorePathTest {

  private static final long ROWS = CrashVictim.BATCH_ROWS * 4L / 5;

  @TempDir Path folder;

  /** What was acknowledged is there after a crash: here, in a copy of the files of the moment. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a#b%41", " it's \"quoted\"", "a[1]b", "a\nb{1,2}", "year=2026", "file:~$HOME--é"})
  void everyNameThatTheEngineTakesKeepsEveryRow(String name) throws IOException {
    Path inside = Files.createDirectories(folder.resolve("in " + name));
    Path decoy = Files.createDirectories(folder.resolve("in a1b"));
    Path crashed = folder.resolve("crashed " + name);
    Path file = inside.resolve(name + ".duckdb");
    Path out = inside.resolve("out " + name + ".csv");
    StoreOptions options = options().withWritable(List.of(inside));
    try (Store store = Store.open(file, options)) {
      store.events().ingest(CrashVictim.relation(1), Sample.options());
      store.exporter().export("events", out);
      copy(inside, crashed);
    }
    assertThat(rows(crashed.resolve(name + ".duckdb"))).isEqualTo(ROWS);
    assertThat(Files.readAllLines(out)).hasSize((int) ROWS + 1);
    assertThat(decoy).isEmptyDirectory();
  }

  @Test
  void aBackupMayHaveAnyName() {
    Path backup = folder.resolve("it's [a-z]**; y=1\n?").resolve("b[1]");
    StoreOptions options = options().withWritable(List.of(folder));
    try (Store store = Store.open(folder.resolve("s.duckdb"), options)) {
      store.events().ingest(CrashVictim.relation(1), Sample.options());
      store.exporter().backUp(backup);
    }
    Path restored = folder.resolve("restored [1].duckdb");
    Store.restore(backup, restored, options()).close();
    assertThat(rows(restored)).isEqualTo(ROWS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a;b",
        "x.duckdb;session_init_sql_file=i.sql",
        "x.duckdb;allow_unsigned_extensions=true",
        "a?b",
        "a\\b",
        "a ",
        "a\t",
        "a\n"
      })
  void otherNamesAreRefusedBeforeAnythingIsMade(String name) throws IOException {
    Path sql = folder.resolve("i.sql");
    Files.writeString(sql, "/* DUCKDB_CONNECTION_INIT_BELOW_MARKER */ CREATE TABLE ran (i INT);");
    Map<String, String> before = listing(folder);
    for (Path file : List.of(folder.resolve(name), folder.resolve(name).resolve("s "))) {
      assertThatThrownBy(() -> Store.open(file, options()))
          .isInstanceOf(StoreException.UnfitPath.class)
          .hasMessageContaining("cannot be the path of a store: it ")
          .hasMessageEndingWith("without ; ? \\ and without a blank at its end.");
    }
    assertThat(listing(folder)).isEqualTo(before);
  }

  @Test
  void aLinkLeadsToTheStoreWithItsLog() throws IOException {
    Path real = Files.createDirectories(folder.resolve("real")).resolve("store.duckdb");
    Store.open(real, options()).close();
    Path link = Files.createSymbolicLink(folder.resolve("link.duckdb"), real);
    try (Store store = Store.open(link, options())) {
      store.events().ingest(CrashVictim.relation(1), Sample.options());
      copy(real.getParent(), folder.resolve("crashed"));
    }
    assertThat(rows(folder.resolve("crashed").resolve("store.duckdb"))).isEqualTo(ROWS);
    Path nowhere = Files.createSymbolicLink(folder.resolve("no.duckdb"), folder.resolve("gone"));
    assertThatThrownBy(() -> Store.open(nowhere, options()))
        .isInstanceOf(StoreException.NotAStore.class)
        .hasMessageContaining("link that leads to no file");
    assertThat(folder.resolve("gone")).doesNotExist();
  }

  @Test
  void aFileThatHoldsAnythingElseIsLeftAlone()
      throws IOException, SQLException, InterruptedException {
    Files.writeString(folder.resolve("sales.csv"), "a,b\n1,2\n");
    Files.writeString(folder.resolve("sales.json"), "[{\"a\": 1}]");
    Files.writeString(folder.resolve("short"), "x");
    run("", "COPY (SELECT 1 AS a) TO '" + folder.resolve("sales.parquet") + "' (FORMAT parquet)");
    run("tables.db", "CREATE TABLE mine (i INT)");
    run("views.db", "CREATE VIEW mine AS SELECT 1 AS i");
    run("macro.db", "CREATE MACRO mine(x) AS x + 1");
    run("info.db", "CREATE TABLE store_info (key INT, other INT)");
    run("theirs.db", "CREATE TABLE store_info (key VARCHAR, value VARCHAR)");
    assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor())
        .isZero();
    Map<String, String> before = listing(folder);
    for (String name : before.keySet()) {
      assertThatThrownBy(() -> Store.open(folder.resolve(name), options()))
          .as(name)
          .isInstanceOf(StoreException.NotAStore.class)
          .hasMessageContaining(name);
    }
    assertThat(listing(folder)).isEqualTo(before);
  }

  /** Another program's database may have a log that was not merged, and keeps it. */
  @Test
  void theLogOfAnotherDatabaseStaysApart() throws IOException, SQLException {
    Path crashed = Files.createDirectories(folder.resolve("crashed"));
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("x.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE mine AS SELECT 1 AS i");
      for (String name : List.of("x.db", "x.db.wal")) {
        Files.copy(folder.resolve(name), crashed.resolve(name));
      }
    }
    Map<String, String> before = listing(crashed);
    assertThat(before).hasSize(2);
    assertThatThrownBy(() -> Store.open(crashed.resolve("x.db"), options()))
        .isInstanceOf(StoreException.NotAStore.class);
    assertThat(listing(crashed)).isEqualTo(before);
  }

  @Test
  void aLogWithoutItsStoreIsNotDeleted() throws IOException {
    Files.writeString(folder.resolve("s.duckdb.wal"), "rows that were acknowledged");
    Map<String, String> before = listing(folder);
    assertThatThrownBy(() -> Store.open(folder.resolve("s.duckdb"), options()))
        .isInstanceOf(StoreException.Missing.class)
        .hasMessageContaining("its write-ahead log");
    assertThat(listing(folder)).isEqualTo(before);
  }

  @Test
  void aFolderThatIsNotTheSpoolIsNotWiped() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("s.duckdb.spool").resolve("photos"));
    Files.writeString(photos.resolve("cat.jpg"), "cat");
    refused("s.duckdb", "s.duckdb.spool holds files that are not the store's");
    Files.writeString(folder.resolve("t.duckdb.spool"), "a file");
    refused("t.duckdb", "t.duckdb.spool is no folder");
    Files.createSymbolicLink(folder.resolve("u.duckdb.spool"), photos);
    refused("u.duckdb", "u.duckdb.spool is no folder");
  }

  @Test
  void theStoresOwnSpoolIsEmptied() throws IOException {
    Path file = folder.resolve("s.duckdb");
    Path left;
    try (Store store = Store.open(file, options())) {
      left = Files.writeString(store.spool().resolve("stage-1.parquet"), "left by a kill");
    }
    Files.writeString(left, "left by a kill");
    Files.createDirectories(left.resolveSibling("memory").resolve("deep"));
    Store.open(file, options()).close();
    assertThat(listing(left.getParent())).containsOnlyKeys(".tiktoktoe-spool");
  }

  @Test
  void aFolderWithFilesTakesNoBackup() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(mine.resolve("event.parquet"), "mine");
    Map<String, String> before = listing(mine);
    try (Store store =
        Store.open(folder.resolve("s.duckdb"), options().withWritable(List.of(mine)))) {
      assertThatThrownBy(() -> store.exporter().backUp(mine))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not empty. Back up into a new or an empty folder.");
    }
    assertThat(listing(mine)).isEqualTo(before);
  }

  @Test
  void whatMustStayIsNotReplaced() throws IOException, InterruptedException {
    Path file = folder.resolve("s.duckdb");
    Path pipe = folder.resolve("pipe.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path emptyFolder = Files.createDirectories(folder.resolve("folder.csv"));
    Path notes = Files.writeString(folder.resolve("notes.csv"), "old");
    Path toNotes = Files.createSymbolicLink(folder.resolve("to-notes.csv"), notes);
    Path toStore = folder.resolve("to-store.csv");
    Path sameStore = folder.resolve("same-store.csv");
    try (Store store = Store.open(file, options().withWritable(List.of(folder)))) {
      Files.createSymbolicLink(toStore, file);
      Files.createLink(sameStore, file);
      for (Path place : List.of(pipe, emptyFolder, toStore, sameStore)) {
        assertThatThrownBy(() -> store.exporter().export("creator", place))
            .as(place.toString())
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(place.toString())
            .hasMessageContaining("is not replaced");
      }
      store.exporter().export("creator", toNotes);
    }
    assertThat(Files.readString(notes)).isNotEqualTo("old");
    assertThat(toNotes).isSymbolicLink();
    assertThat(emptyFolder).isEmptyDirectory();
    assertThat(DatabaseFile.isDatabase(sameStore)).isTrue();
  }

  private void refused(String name, String why) throws IOException {
    Map<String, String> before = listing(folder);
    assertThatThrownBy(() -> Store.open(folder.resolve(name), options()))
        .isInstanceOf(StoreException.InTheWay.class)
        .hasMessageContaining(why)
        .hasMessageEndingWith("Move that away, or name another store.");
    assertThat(listing(folder)).isEqualTo(before);
  }

  private static StoreOptions options() {
    return StoreOptions.defaults().withMemoryMegabytes(256);
  }

  private static long rows(Path file) {
    try (Store store = Store.open(file, options().existing())) {
      return store
          .engine()
          .rows(Sql.of("SELECT count(*) AS n FROM events"), row -> row.number("n"))
          .getFirst();
    }
  }

  private void run(String database, String sql) throws SQLException {
    String place = database.isEmpty() ? "" : folder.resolve(database).toString();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + place);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /** Every file below with what it holds. */
  private static Map<String, String> listing(Path root) throws IOException {
    Map<String, String> listing = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> !path.equals(root)).toList()) {
        String content =
            Files.isRegularFile(file)
                ? java.util.HexFormat.of().formatHex(Files.readAllBytes(file))
                : "no file";
        listing.put(root.relativize(file).toString(), content);
      }
    }
    return listing;
  }
}
