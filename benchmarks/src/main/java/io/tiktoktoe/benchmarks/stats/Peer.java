package io.tiktoktoe.benchmarks.stats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs scripts of R as peers, where R and the package are installed. */
final class Peer {

  private Peer() {}

  /** Whether R has the package. */
  static boolean has(String name) {
    try {
      return run("library(" + name + ")").isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** What a script prints; empty when it fails. */
  static Optional<String> run(String script, String... arguments) throws IOException {
    Path file = Files.createTempFile("tiktoktoe-peer", ".R");
    try {
      Files.writeString(file, script);
      List<String> command = new ArrayList<>(List.of("Rscript", "--vanilla", file.toString()));
      command.addAll(List.of(arguments));
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      Files.delete(file);
    }
  }
}
