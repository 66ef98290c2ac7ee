package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every reader of files against seeded mutations of sound files: each input is read, or refused
 * with one of the documented exceptions, soon, in little memory and without a crash of the process.
 * {@code -Dfuzz=1000000} tries that many, {@code -Dfuzz.seed=N} begins at another seed; what fails
 * is kept in {@code target/fuzz}, and its seed repeats it.
 */
class FuzzTest {

  /** Inputs of each build. */
  private static final long INPUTS = 2_000;

  /** The process's memory: a fraction of what one careless buffer per input would take. */
  private static final String MEMORY = "-Xmx256m";

  @TempDir Path folder;

  @Test
  void everyDoorAnswers() throws IOException, InterruptedException {
    long inputs = Long.getLong("fuzz", INPUTS);
    Process run =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    MEMORY,
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-CreateCoredumpOnCrash",
                    "-Djava.io.tmpdir=" + folder,
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path", "")),
                    FuzzRun.class.getName(),
                    folder.toString(),
                    Path.of("target", "fuzz").toString(),
                    Long.toString(Long.getLong("fuzz.seed", 0)),
                    Long.toString(inputs)))
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(run.waitFor()).as(said).isZero();
    // Neither a door that takes everything nor one that nothing gets through would be tried.
    for (FuzzDoors.Door door : FuzzDoors.Door.values()) {
      assertThat(said).containsPattern("read \\{.*\\b" + door + "=");
      assertThat(said).containsPattern("refused \\{.*\\b" + door + "=");
    }
  }
}
