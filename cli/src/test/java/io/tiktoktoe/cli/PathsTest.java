package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path that a command takes is one path, and nothing of the user's is lost by it. */
class PathsTest {

  private static final String TIPS =
      """
      id,time,type,creator,source,amount,currency
      1,2026-10-01T10:00:00Z,tip,mia,shop,5.00,USD
      2,2026-10-02T10:00:00Z,tip,mia,shop,6.00,USD
      """;

  @TempDir Path directory;

  /** Names that look like patterns, settings, addresses or options, in every option at once. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a[1]*b", "a#b%41 it's \"q\" ", "a\nb", "year=2026", "a?b", "a;b=c", "a\\b"})
  void everyOptionTakesEveryNameOrSaysWhyNot(String name) throws IOException {
    boolean fit = name.chars().noneMatch(c -> ";?\\".indexOf(c) >= 0);
    Files.createDirectories(directory.resolve("a1b"));
    Files.writeString(directory.resolve("a1b.csv"), "decoy");
    String tips = write(name + ".csv", TIPS);
    String events = write(name + "-events.csv", "date,event\n2026-10-05,launch\n");
    String drivers = write(name + "-price.csv", days("1"));
    String series = write(name + "-series.csv", days("2"));
    Map<String, String> before = listing();

    CommandRun ingested = run("ingest", tips, "--store", "in/" + name + ".duckdb");
    assertThat(ingested.code()).as(ingested.err()).isEqualTo(fit ? 0 : 1);
    if (fit) {
      done("export", "events", "--store", "in/" + name + ".duckdb", "--out", name + "-out.csv");
      done("doctor", "--store", "in/" + name + ".duckdb");
    } else {
      assertThat(ingested.err())
          .contains("cannot be the path of a store: it holds")
          .hasLineCount(1);
      CommandRun doctor = run("doctor", "--store", "in/" + name + ".duckdb");
      assertThat(doctor.out()).contains("PROBLEM   store", "cannot be the path of a store");
      assertThat(listing()).isEqualTo(before);
    }
    done(
        "forecast",
        series,
        "--horizon",
        "2",
        "--events",
        events,
        "--drivers",
        drivers,
        "--out",
        name + "-ahead.csv");
    done("anomalies", series, "--out", name + "-unusual.ndjson");
    done("simulate", "--creators", "1", "--months", "1", "--out", name + "-sim");
    assertThat(listing()).containsAllEntriesOf(before);
    assertThat(listing().keySet())
        .contains(name + "-ahead.csv", name + "-unusual.ndjson", name + "-sim/events.parquet")
        .noneMatch(made -> made.endsWith(".part"))
        .allMatch(made -> made.contains(name) || before.containsKey(made) || made.equals("in"));
  }

  @Test
  void aPathInSettingsRunsNothing() throws IOException {
    write("i.sql", "/* DUCKDB_CONNECTION_INIT_BELOW_MARKER */ COPY (SELECT 1) TO 'ran.csv';");
    write(".tiktoktoe/config", "store = x.duckdb;session_init_sql_file=i.sql\n");
    String tips = write("tips.csv", TIPS);
    Map<String, String> before = listing();
    CommandRun run = run("ingest", tips);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("x.duckdb;session_init_sql_file=i.sql cannot be the path");
    assertThat(listing()).isEqualTo(before);
  }

  @Test
  void aProjectsFileNamesNothingOutside(@TempDir Path elsewhere) throws IOException {
    String tips = write("tips.csv", TIPS);
    Files.createSymbolicLink(directory.resolve("away"), elsewhere);
    Path mine = elsewhere.resolve("mine.duckdb");
    for (String store : List.of(mine.toString(), "../x.duckdb", "a/../../x", "away/x.duckdb")) {
      write(".tiktoktoe/config", "store = " + store + "\n");
      for (String[] args : new String[][] {{"ingest", tips}, {"doctor"}, {"export"}}) {
        CommandRun run = run(args);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err())
            .contains("store in " + directory.resolve(".tiktoktoe/config") + " sets " + store)
            .contains("lies outside its project; name it with --store");
      }
      assertThat(elsewhere).isEmptyDirectory();
    }
    done("ingest", tips, "--store", mine.toString());
    CommandRun named =
        CommandRun.in(directory, Map.of("TIKTOKTOE_STORE", mine.toString()), "export");
    assertThat(named.code()).as(named.err()).isZero();
    write(".tiktoktoe/config", "store = in/x.duckdb\n");
    done("ingest", tips);
    Files.delete(directory.resolve(".tiktoktoe/config"));
    write("home/.config/tiktoktoe/config", "store = " + mine + "\nzone = Europe/Berlin\n");
    CommandRun doctor = run("doctor");
    assertThat(doctor.out())
        .contains("store = " + mine + " is set by " + directory.resolve("home/.config"))
        .contains("zone = Europe/Berlin is set by ");
  }

  @Test
  void anAnswerReplacesNothingThatIsReadOrKept() throws IOException, InterruptedException {
    String tips = write("tips.csv", TIPS);
    String series = write("series.csv", days("2"));
    write("events.csv", "date,event\n2026-10-05,launch\n");
    write("price.csv", days("1"));
    write(".tiktoktoe/config", "zone = UTC\n");
    done("ingest", tips);
    done("ingest", tips, "--store", "other.csv.duckdb");
    Files.createDirectories(directory.resolve("folder.csv"));
    Files.createSymbolicLink(directory.resolve("link.csv"), directory.resolve(series));
    Files.createLink(directory.resolve("same.csv"), directory.resolve(series));
    Files.createSymbolicLink(directory.resolve("nowhere.csv"), directory.resolve("gone.csv"));
    Files.createSymbolicLink(
        directory.resolve("store.csv"), directory.resolve(".tiktoktoe/store.duckdb"));
    assertThat(
            new ProcessBuilder("mkfifo", directory.resolve("pipe.csv").toString())
                .start()
                .waitFor())
        .isZero();
    Map<String, String> before = listing();
    for (String out :
        List.of(
            "series.csv",
            "./x/../series.csv",
            "link.csv",
            "same.csv",
            "events.csv",
            "price.csv",
            "folder.csv",
            "nowhere.csv",
            "store.csv",
            "other.csv.duckdb",
            ".tiktoktoe/config",
            ".tiktoktoe/store.duckdb",
            ".tiktoktoe/store.duckdb.wal",
            "other.csv.duckdb.wal",
            ".tiktoktoe/store.duckdb.spool/x.csv")) {
      CommandRun run =
          run(
              "forecast",
              series,
              "--horizon",
              "2",
              "--events",
              "events.csv",
              "--drivers",
              "price.csv",
              "--out",
              out);
      assertThat(run.code()).as(out + run.err()).isIn(1, 2);
      assertThat(run.err())
          .as(out)
          .containsAnyOf("Name another file", "Name a file in it", "Use .csv, .json or .ndjson");
      assertThat(listing()).as(out).isEqualTo(before);
    }
    for (String out : List.of("folder.csv", "nowhere.csv", "store.csv", "pipe.csv")) {
      CommandRun run = run("export", "events", "--out", out);
      assertThat(run.code()).as(out + run.err()).isIn(1, 2);
      assertThat(run.err()).as(out).contains("Name another file");
      assertThat(run("simulate", "--creators", "1", "--months", "1", "--out", out).code())
          .as(out)
          .isIn(1, 2);
      assertThat(listing()).as(out).isEqualTo(before);
    }
    CommandRun report = run("analyze", "revenue", "--creator", "mia", "--out", "store.csv");
    assertThat(report.code()).isEqualTo(2);
    assertThat(report.err()).contains("is the store as well");
    assertThat(listing()).isEqualTo(before);
    write("answer.csv", "an older answer");
    done("export", "events", "--out", "answer.csv");
    assertThat(directory.resolve("answer.csv")).content().startsWith("id,chunk,time");
  }

  @Test
  void aFileOfSomethingElseIsNoStore() throws IOException {
    String tips = write("tips.csv", TIPS);
    write("mine.csv", "a,b\n1,2\n");
    write("mine.json", "{\"a\": 1}\n");
    Map<String, String> before = listing();
    for (String store : List.of("mine.csv", "mine.json", "tips.csv")) {
      for (String[] args : new String[][] {{"ingest", tips}, {"export", "events"}}) {
        List<String> words = new ArrayList<>(List.of(args));
        words.addAll(List.of("--store", store));
        CommandRun run = run(words.toArray(String[]::new));
        assertThat(run.code()).as(run.out()).isEqualTo(1);
        assertThat(run.err())
            .contains(store + " is not a TikTokToe store: it holds something else");
      }
    }
    assertThat(listing()).isEqualTo(before);
  }

  @Test
  void aDemoRemovesWhatADemoMadeAndNothingElse() throws IOException {
    String tips = write("tips.csv", TIPS);
    done("ingest", tips);
    done("ingest", tips, "--store", "deep/down/store.duckdb");
    write("deep/rates.csv", "mine");
    write("deep/truth_mine.csv", "mine");
    Map<String, String> before = listing();
    String[] demo = {"demo", "--creators", "6", "--months", "2", "--dir", "."};
    done(demo);
    assertThat(listing()).containsAllEntriesOf(before);
    write("truth_of_mine.csv", "mine");
    done(demo);
    before.put("truth_of_mine.csv", HexFormat.of().formatHex("mine".getBytes()));
    assertThat(listing()).containsAllEntriesOf(before);

    Map<String, String> nested = listing();
    CommandRun refused = run("demo", "--creators", "6", "--months", "2", "--dir", "deep");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("deep holds rates.csv, which this command did not make");
    CommandRun simulated = run("simulate", "--creators", "1", "--months", "1", "--out", "deep");
    assertThat(simulated.err()).contains("deep holds rates.csv, which this command did not make");
    CommandRun noFolder = run("demo", "--dir", "tips.csv");
    assertThat(noFolder.err()).contains("tips.csv is no folder");
    assertThat(listing()).isEqualTo(nested);
  }

  @Test
  void aSimulationReplacesOnlyAFileThatItMade() throws IOException {
    write("mine.csv", "mine");
    Map<String, String> before = listing();
    String[] simulate = {"simulate", "--creators", "1", "--months", "1", "--out", "mine.csv"};
    CommandRun refused = run(simulate);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("mine.csv, which this command did not make");
    assertThat(listing()).isEqualTo(before);

    simulate[6] = "made.ndjson";
    done(simulate);
    done(simulate);
    for (String made : List.of("made.ndjson", "made.ndjson-truth/rates.csv")) {
      String sound = Files.readString(directory.resolve(made));
      write(made, "mine");
      Map<String, String> written = listing();
      CommandRun changed = run(simulate);
      assertThat(changed.code()).isEqualTo(2);
      assertThat(changed.err()).contains(made + " was changed since this command made it");
      assertThat(listing()).isEqualTo(written);
      write(made, sound);
      done(simulate);
    }
  }

  @Test
  void aRefusedSimulationLeavesNothingAndTakesNothing() throws IOException {
    String[] simulate = {"simulate", "--creators", "2", "--months", "1", "--out", "a/b"};
    Map<String, String> nothing = listing();
    for (String change : List.of("content:none", "platform:none", "platform:twitch@2031-01-01")) {
      List<String> words = new ArrayList<>(List.of(simulate));
      words.addAll(List.of("--without", change));
      CommandRun refused = run(words.toArray(String[]::new));
      assertThat(refused.code()).as(change).isEqualTo(2);
      assertThat(directory.resolve("a")).as(change).doesNotExist();
    }
    assertThat(listing()).isEqualTo(nothing);
    done(simulate);
    Map<String, String> before = listing();
    CommandRun refused =
        run(
            "simulate",
            "--creators",
            "2",
            "--months",
            "1",
            "--out",
            "a/b",
            "--with",
            "price:none=2");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(listing()).isEqualTo(before);
    CommandRun empty = run("simulate", "--creators", "2", "--months", "1", "--out", "");
    assertThat(empty.code()).isEqualTo(2);
    assertThat(listing()).isEqualTo(before);
  }

  @Test
  void aDemoReplacesNoFileThatWasWrittenTo() throws IOException {
    String[] demo = {"demo", "--creators", "1", "--months", "1", "--dir", "d"};
    done(demo);
    done(demo);
    write("d/rates.csv", "my own rates");
    Map<String, String> before = listing();
    CommandRun changed = run(demo);
    assertThat(changed.code()).isEqualTo(2);
    assertThat(changed.err()).contains("rates.csv was changed since this command made it");
    before.keySet().removeIf(name -> name.contains("store.duckdb"));
    assertThat(listing()).containsAllEntriesOf(before);
  }

  private String write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return name;
  }

  private static String days(String value) {
    StringBuilder text = new StringBuilder("timestamp,value\n");
    for (int day = 1; day <= 30; day++) {
      text.append("2026-10-%02d,%s%n".formatted(day, value + day % 7));
    }
    return text.toString();
  }

  private CommandRun run(String... args) {
    return CommandRun.in(directory, args);
  }

  private void done(String... args) {
    CommandRun run = run(args);
    assertThat(run.code()).as(String.join(" ", args) + ": " + run.err()).isZero();
  }

  /** Every file with what it holds; links and pipes by their name. */
  private Map<String, String> listing() throws IOException {
    Map<String, String> listing = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(path -> !path.equals(directory)).toList()) {
        String content =
            Files.isRegularFile(file)
                ? HexFormat.of().formatHex(Files.readAllBytes(file))
                : "no file";
        listing.put(directory.relativize(file).toString(), content);
      }
    }
    return listing;
  }
}
