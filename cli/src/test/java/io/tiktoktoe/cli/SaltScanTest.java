package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's salt stands in the store and its backups, and nowhere else. */
class SaltScanTest {

  @TempDir Path directory;

  private final List<String> said = new ArrayList<>();

  @Test
  void itStandsInNoFileAndNoOutput() throws IOException {
    run(
        "simulate",
        "--creators",
        "3",
        "--months",
        "2",
        "--start",
        "2026-09-01",
        "--out",
        "e.ndjson");
    Files.writeString(
        directory.resolve("bad.csv"),
        "id,time,type,creator,amount,currency\n1,nonsense,tip,a,x,USD\n");
    run("ingest", "e.ndjson", "--store", "s.duckdb", "--verbose");
    run("ingest", "bad.csv", "--store", "s.duckdb", "--source", "shop", "--verbose");
    String salt = salt();
    assertThat(salt).hasSizeGreaterThan(20);
    CommandRun names = run("export", "--store", "s.duckdb");
    assertThat(names.out().lines()).contains("events").doesNotContain("store_info");
    for (String table : names.out().lines().toList()) {
      run("export", table, "--store", "s.duckdb");
    }
    for (String file : new String[] {"e.csv", "e.ndjson", "e.parquet"}) {
      run("export", "rejected_rows", "--store", "s.duckdb", "--out", "out-" + file);
    }
    assertThat(run("export", "store_info", "--store", "s.duckdb", "--verbose").code()).isEqualTo(2);
    run("doctor", "--store", "s.duckdb", "--verbose");
    // Failures, with their traces: a folder where a file should go, a damaged store.
    Files.createDirectories(directory.resolve("folder.csv/x"));
    run("export", "events", "--store", "s.duckdb", "--out", "folder.csv", "--verbose");
    byte[] bytes = Files.readAllBytes(directory.resolve("s.duckdb"));
    java.util.Arrays.fill(bytes, 20_000, bytes.length, (byte) 0x5A);
    Files.write(directory.resolve("damaged.duckdb"), bytes);
    run("analyze", "revenue", "--creator", "x", "--store", "damaged.duckdb", "--verbose");

    assertThat(said).hasSizeGreaterThan(30).noneMatch(text -> text.contains(salt));
    assertThat(filesWith(salt)).containsOnly("s.duckdb");
  }

  private CommandRun run(String... args) {
    CommandRun run = CommandRun.in(directory, args);
    said.add(run.out());
    said.add(run.err());
    return run;
  }

  private String salt() {
    try (Store store = Store.open(directory.resolve("s.duckdb"), StoreOptions.defaults())) {
      return store
          .engine()
          .rows(
              Sql.of("SELECT value FROM store_info WHERE key = 'salt'"),
              row -> row.required("value"))
          .getFirst();
    }
  }

  private List<String> filesWith(String salt) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(salt)) {
          found.add(directory.relativize(file).toString());
        }
      }
    }
    return found;
  }
}
