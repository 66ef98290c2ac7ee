package io.tiktoktoe.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.CommandRun;
import io.tiktoktoe.cli.Main;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A process that takes in a large file is asked to end while the engine works. */
class InterruptTest {

  /** The end of a process by SIGTERM: 128 and the signal's number. */
  private static final int TERMINATED = 143;

  /** So many lines take the engine seconds, both to spool and to store. */
  private static final int DELIVERIES = 120_000;

  @TempDir static Path directory;

  @BeforeAll
  static void simulateALargeFile() {
    CommandRun run =
        CommandRun.in(
            directory,
            "simulate",
            "--creators",
            "50",
            "--months",
            "6",
            "--start",
            "2026-03-01",
            "--events",
            Integer.toString(DELIVERIES),
            "--out",
            "events.ndjson");
    assertThat(run.code()).as(run.err()).isZero();
  }

  /** As Java's own handling of a signal that came before the program listened. */
  public static final class EarlySignal {

    private EarlySignal() {}

    public static void main(String[] args) throws InterruptedException {
      Interrupt.cancelling(new Cancellation());
      Thread.ofPlatform().name("SIGTERM handler").start(() -> System.exit(TERMINATED));
      // A step that does not stop.
      Thread.sleep(60_000);
    }
  }

  /** As a signal that came so early that the end has begun when the program would listen. */
  public static final class EarlierSignal {

    private EarlierSignal() {}

    public static void main(String[] args) throws InterruptedException {
      CountDownLatch ending = new CountDownLatch(1);
      CountDownLatch asked = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> wait(ending, asked)));
      Thread.ofPlatform().name("SIGTERM handler").start(() -> System.exit(TERMINATED));
      ending.await();
      Thread.ofPlatform().daemon().start(() -> letItAsk(asked));
      Interrupt.cancelling(new Cancellation());
      System.err.println("went on");
    }

    private static void wait(CountDownLatch ending, CountDownLatch asked) {
      ending.countDown();
      try {
        asked.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void letItAsk(CountDownLatch asked) {
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      asked.countDown();
    }
  }

  @Test
  void aSignalBeforeTheProgramListensKeepsItsCode() throws IOException, InterruptedException {
    Path temporary = Files.createDirectories(directory.resolve("early"));
    Process process = start(temporary, EarlySignal.class.getName());
    assertThat(process.waitFor()).isEqualTo(TERMINATED);
    Process earlier = start(temporary, EarlierSignal.class.getName());
    assertThat(earlier.waitFor()).isEqualTo(TERMINATED);
    assertThat(Files.readString(temporary.resolve("err"))).isEmpty();
  }

  @Test
  void terminatedWhileLinesAreSpooled() throws IOException, InterruptedException {
    Path temporary = Files.createDirectories(directory.resolve("spooling"));
    Path spool = directory.resolve("spooled.duckdb.spool");
    Process process = ingest("spooled.duckdb", temporary);
    await(process, () -> Files.isDirectory(spool) && files(spool).endsWith(".parquet"));
    // One statement now reads all lines, for a second and more.
    Thread.sleep(200);
    terminate(process, temporary);
    assertThat(spool)
        .as("left behind")
        .isDirectoryNotContaining(path -> !path.endsWith(".tiktoktoe-spool"));
    assertThat(files(temporary)).as("copies elsewhere").doesNotContain("tiktoktoe-");
  }

  @Test
  void terminatedWhileEventsAreStored() throws IOException, InterruptedException {
    Path temporary = Files.createDirectories(directory.resolve("storing"));
    Process process = ingest("stored.duckdb", temporary);
    await(process, () -> Files.exists(directory.resolve("stored.duckdb")));
    // Opening takes some tenths of a second, the chunk's statements seconds.
    Thread.sleep(500);
    terminate(process, temporary);
    assertWhole("stored.duckdb");
    // Its one chunk was rolled back, so that everything is new.
    JsonNode again = report("ingest", "--store", "stored.duckdb", "events.ndjson");
    JsonNode once = report("ingest", "--store", "once.duckdb", "events.ndjson");
    assertThat(again.get(0).get("report").get("accepted").asLong())
        .isPositive()
        .isEqualTo(once.get(0).get("report").get("accepted").asLong());
    assertThat(totals("stored.duckdb")).isEqualTo(totals("once.duckdb"));
    assertWhole("stored.duckdb");
  }

  /** Nothing is wrong with a store but that nobody gave it exchange rates. */
  private static void assertWhole(String store) {
    CommandRun doctor = CommandRun.in(directory, "doctor", "--store", store, "--json");
    List<String> wrong = new ArrayList<>();
    for (JsonNode finding : new JsonMapper().readTree(doctor.out())) {
      if (finding.get("severity").asString().equals("problem")) {
        wrong.add(finding.get("check").asString());
      }
    }
    assertThat(wrong).as(doctor.out()).isSubsetOf("rates");
  }

  private static JsonNode report(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--json");
    CommandRun run = CommandRun.in(directory, all.toArray(String[]::new));
    assertThat(run.code()).as(run.err() + run.out()).isZero();
    return new JsonMapper().readTree(run.out());
  }

  /** Everything that reports sum up. */
  private static List<String> totals(String store) {
    CommandRun run = CommandRun.in(directory, "export", "revenue_15min", "--store", store);
    assertThat(run.code()).as(run.err()).isZero();
    return run.out().lines().sorted().toList();
  }

  private static Process ingest(String store, Path temporary) throws IOException {
    return start(temporary, Main.class.getName(), "ingest", "events.ndjson", "--store", store);
  }

  private static Process start(Path temporary, String... program) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + temporary,
            "-XX:ErrorFile=" + temporary.resolve("hs_err.log"),
            "-XX:-CreateCoredumpOnCrash",
            "-cp",
            System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path", ""))));
    command.addAll(List.of(program));
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectOutput(temporary.resolve("out").toFile())
        .redirectError(temporary.resolve("err").toFile())
        .start();
  }

  private static void await(Process process, BooleanSupplier moment) throws InterruptedException {
    while (process.isAlive() && !moment.getAsBoolean()) {
      Thread.sleep(10);
    }
    assertThat(process.isAlive()).as("ended before it could be terminated").isTrue();
  }

  private static void terminate(Process process, Path temporary)
      throws IOException, InterruptedException {
    process.destroy();
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    String err = Files.readString(temporary.resolve("err"), StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(err).isEqualTo(TERMINATED);
    // A step that the engine does not stop, such as a commit, may outlast the grace on a busy
    // machine; the store, the spool and the code must be right then too.
    assertThat(err)
        .isIn(
            "tiktoktoe: interrupted; what was finished before is kept." + System.lineSeparator(),
            "tiktoktoe: stopped without waiting for the running step." + System.lineSeparator());
    assertThat(temporary.resolve("hs_err.log")).doesNotExist();
    assertThat(Files.readString(temporary.resolve("out"))).doesNotContain("SIGSEGV");
  }

  private static String files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).sorted().collect(Collectors.joining(" "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Work that hears no request, in a process of its own. */
  static final class Deaf {

    private Deaf() {}

    public static void main(String[] args) throws InterruptedException {
      Interrupt.cancelling(new Cancellation());
      System.out.println("READY");
      new CountDownLatch(1).await();
    }
  }

  @Test
  void workThatDoesNotStopIsLeftAfterTheGrace() throws IOException, InterruptedException {
    Path temporary = Files.createDirectories(directory.resolve("deaf"));
    Process process = start(temporary, Deaf.class.getName());
    await(process, () -> size(temporary.resolve("out")) > 0);
    process.destroy();
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    String err = Files.readString(temporary.resolve("err"));
    assertThat(process.exitValue()).as(err).isEqualTo(TERMINATED);
    assertThat(err).contains("stopped without waiting for the running step");
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
