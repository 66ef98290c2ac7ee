package io.tiktoktoe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of these tests in a process of its own, whose output goes to files of a folder. */
final class ChildProgram {

  private final Process process;
  private final Path folder;

  private ChildProgram(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * Starts it.
   *
   * @param directory where it runs
   * @param folder for its output and temporary files
   * @param program class and arguments
   */
  static ChildProgram start(Path directory, Path folder, List<String> program) throws IOException {
    return start(directory, folder, Path.of("/dev/null"), program);
  }

  /** The same with a file as its standard input. */
  static ChildProgram start(Path directory, Path folder, Path input, List<String> program)
      throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + folder,
            "-Duser.home=" + folder,
            "-XX:ErrorFile=" + folder.resolve("hs_err.log"),
            "-XX:-CreateCoredumpOnCrash",
            "-cp",
            System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path", ""))));
    command.addAll(program);
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectInput(input.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    return new ChildProgram(process, folder);
  }

  /** Sends a signal, such as INT. */
  void signal(String name) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    kill.waitFor();
  }

  /** Waits for its end and gives its exit code; on a busy machine it may take minutes. */
  int end() throws InterruptedException {
    if (!process.waitFor(300, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it did not end");
    }
    return process.exitValue();
  }

  boolean ends(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  String out() throws IOException {
    return Files.readString(folder.resolve("out"), StandardCharsets.UTF_8);
  }

  String err() throws IOException {
    return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
  }
}
