package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every command that works for a while is sent a signal in its first second: another one for each
 * on a build; with {@code -Dmoments=10} SIGINT, SIGTERM and SIGKILL at ten moments spread over its
 * run.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SignalTest {

  private static final int MOMENTS = Integer.getInteger("moments", 0);

  /** What is early in the work of every command here, and after the start of Java. */
  private static final long EARLY_MILLIS = 1000;

  /** The exit code that each signal gives: 128 and its number; 0 if the work was done before. */
  private static final Map<String, Integer> CODES =
      new TreeMap<>(Map.of("INT", 130, "TERM", 143, "KILL", 137));

  /** What a command may leave: its finished answers, and the store with its empty spool. */
  private static final String FINISHED =
      ".*(\\.duckdb|\\.duckdb\\.wal|saved/[a-z_]+\\.parquet|saved/contents\\.properties|answer\\.csv|events\\.parquet|(rates|truth_[a-z_]+)\\.csv)";

  private static final Map<String, List<String>> COMMANDS =
      Map.of(
          "ingest", List.of("ingest", "../input.csv.gz", "--store", "s.duckdb"),
          "forecast",
              List.of("forecast", "../series.csv", "--horizon", "30", "--out", "answer.csv"),
          "export",
              List.of(
                  "export", "current_events", "--store", "../store.duckdb", "--out", "answer.csv"),
          "backup", List.of("backup", "saved", "--store", "../store.duckdb"),
          "simulate", List.of("simulate", "--creators", "200", "--months", "12", "--out", "made"),
          "demo", List.of("demo", "--creators", "200", "--months", "12", "--dir", "made"));

  @TempDir static Path directory;

  @BeforeAll
  static void makeInputs() throws IOException {
    run("simulate", "--creators", "10", "--months", "4", "--out", "input.csv.gz");
    run("ingest", "input.csv.gz", "--store", "store.duckdb");
    StringBuilder series = new StringBuilder("series_id,step,value\n");
    SplittableRandom random = new SplittableRandom(1);
    for (int id = 0; id < 100; id++) {
      for (int step = 0; step < 300; step++) {
        series.append(id).append(',').append(step).append(',').append(random.nextInt(100));
        series.append('\n');
      }
    }
    Files.writeString(directory.resolve("series.csv"), series);
  }

  private static void run(String... args) {
    CommandRun run = CommandRun.in(directory, args);
    assertThat(run.code()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "ingest, KILL",
    "forecast, TERM",
    "export, INT",
    "simulate, INT",
    "demo, TERM",
    "backup, KILL"
  })
  void nothingIsLeftBehind(String command, String signal) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(command.hashCode());
    Path folder = directory.resolve(command);
    if (MOMENTS == 0) {
      stop(command, signal, folder, random.nextLong(EARLY_MILLIS));
      return;
    }
    long started = System.nanoTime();
    ChildProgram peace = start(command, folder);
    assertThat(peace.end()).as(peace.err()).isZero();
    double millis = (System.nanoTime() - started) / 1e6;
    int stopped = 0;
    for (int moment = 0; moment < MOMENTS; moment++) {
      for (String name : CODES.keySet()) {
        Path own = directory.resolve(command + moment + name);
        long delay = (long) (millis * (moment + random.nextDouble()) / MOMENTS);
        stopped += stop(command, name, own, delay) == 0 ? 0 : 1;
      }
    }
    // Otherwise nothing was proved.
    assertThat(stopped).isGreaterThan(MOMENTS);
  }

  private static int stop(String command, String signal, Path folder, long delay)
      throws IOException, InterruptedException {
    ChildProgram program = start(command, folder);
    program.ends(delay);
    program.signal(signal);
    int code = program.end();
    if (!endedBeforeTheProgram(program, code, delay)) {
      assertThat(code)
          .as("%s %s after %d ms: %s", command, signal, delay, program.err())
          .isIn(0, CODES.get(signal));
    }
    examine(command, signal, folder, program);
    if (command.equals("backup")) {
      backUpAgain(folder, code);
    }
    return code;
  }

  /** Java ends with 1 and none of our words when a signal comes before its modules stand. */
  private static boolean endedBeforeTheProgram(ChildProgram program, int code, long delay)
      throws IOException {
    boolean words = program.err().isEmpty() || program.err().startsWith("Runtime.exit");
    boolean javas = program.out().isEmpty() || program.out().startsWith("Error occurred during");
    return code == 1 && words && javas && delay < EARLY_MILLIS;
  }

  private static ChildProgram start(String command, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> program = new ArrayList<>(List.of(Main.class.getName()));
    program.addAll(COMMANDS.get(command));
    return ChildProgram.start(folder, folder.resolve("tmp"), program);
  }

  private static void examine(String command, String signal, Path folder, ChildProgram program)
      throws IOException {
    assertThat(folder.resolve("tmp/hs_err.log")).doesNotExist();
    assertThat(program.err()).doesNotContain("Exception", "unexpected problem");
    if (!signal.equals("KILL")) {
      // A signal while the engine's native library is put into the system's folder finds nobody yet
      // who would take it out; it holds nothing of anybody.
      assertThat(files(folder))
          .as(command + " " + signal + " " + program.err())
          .allMatch(name -> name.matches(FINISHED) || name.startsWith("tmp/libduckdb_java"));
    }
    if (command.equals("ingest")) {
      // The store takes the same file again, each event once, and empties its spool.
      Path store = folder.resolve("s.duckdb");
      List<String> again = new ArrayList<>(COMMANDS.get("ingest"));
      CommandRun run = CommandRun.in(folder, again.toArray(String[]::new));
      assertThat(run.code()).as(run.err()).isZero();
      CommandRun doctor = CommandRun.in(folder, "doctor", "--store", store.toString());
      assertThat(doctor.out()).doesNotContainPattern("PROBLEM +(?! |rates)");
      // After a kill nobody is left to take the engine's native library out of the system's folder.
      assertThat(files(folder))
          .allMatch(name -> name.matches(FINISHED) || name.startsWith("tmp/libduckdb_java"));
    }
  }

  /** Half a backup is made anew, and a whole one is not touched. */
  private static void backUpAgain(Path folder, int code) throws IOException {
    String[] again = COMMANDS.get("backup").toArray(String[]::new);
    CommandRun run = CommandRun.in(folder, again);
    if (code == 0) {
      assertThat(run.err()).contains("is not empty");
      return;
    }
    boolean whole =
        Files.exists(folder.resolve("saved/contents.properties"))
            && run.code() != 0
            && run.err().contains("is not empty");
    assertThat(whole || run.code() == 0).as(run.err()).isTrue();
    CommandRun restored = CommandRun.in(folder, "restore", "saved", "--store", "r.duckdb");
    assertThat(restored.code()).as(restored.err()).isZero();
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(path -> !path.endsWith("tmp/out") && !path.endsWith("tmp/err"))
          // The marks that say whose a folder is stay.
          .filter(path -> !path.endsWith(".tiktoktoe-spool") && !path.endsWith(".tiktoktoe-made"))
          .map(path -> folder.relativize(path).toString())
          .filter(name -> !name.contains("hsperfdata"))
          .toList();
    }
  }

  @Test
  void aSignalDuringTheStartEndsWithItsCodeToo() throws IOException, InterruptedException {
    for (int moment = 0; moment <= Math.max(1, MOMENTS); moment++) {
      ChildProgram program = start("forecast", directory.resolve("start" + moment));
      long delay = moment * 40L;
      program.ends(delay);
      program.signal("TERM");
      int code = program.end();
      if (!endedBeforeTheProgram(program, code, delay)) {
        assertThat(code).as(program.err()).isEqualTo(CODES.get("TERM"));
      }
    }
  }
}
