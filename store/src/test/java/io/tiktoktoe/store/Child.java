package io.tiktoktoe.store;

import io.tiktoktoe.event.KeyedHash;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import tools.jackson.core.json.JsonFactory;

/** Starts a program of these tests in a process of its own. */
final class Child {

  private Child() {}

  static Process start(Class<?> program, String... arguments) throws IOException {
    return start(List.of(), program, arguments);
  }

  /** The same under a umask such as 022. */
  static Process startUnder(String umask, Class<?> program, String... arguments)
      throws IOException {
    return start(List.of("sh", "-c", "umask \"$0\" && exec \"$@\"", umask), program, arguments);
  }

  private static Process start(List<String> before, Class<?> program, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath(),
            program.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String classPath() {
    return Stream.of(
            Store.class, Child.class, KeyedHash.class, DuckDBDriver.class, JsonFactory.class)
        .map(type -> Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .map(Path::toString)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }
}
