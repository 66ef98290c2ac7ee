package io.tiktoktoe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The library example of README compiles as it stands there, and runs. It stands here because this
 * module sees all others on the class path, as a newcomer's program does.
 */
class ReadmeExampleTest {

  private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  /** What a reader has: a store's place, a creator, a period, a series. */
  private static final String PROGRAM =
      """
      import io.tiktoktoe.answer.CreatorProfile;
      import io.tiktoktoe.event.*;
      import io.tiktoktoe.forecast.*;
      import io.tiktoktoe.outlook.*;
      import io.tiktoktoe.revenue.RevenueAnalytics;
      import io.tiktoktoe.revenue.insight.*;
      import io.tiktoktoe.series.Series;
      import io.tiktoktoe.store.Store;
      import io.tiktoktoe.store.model.*;
      import java.nio.file.Path;
      import java.time.*;
      import java.util.*;

      public class Example {
        public static String run(Path path) {
          Instant now = Instant.parse("2026-06-10T12:00:00Z");
          long seed = 1;
          CreatorProfile creator = new CreatorProfile("mia", ZoneId.of("UTC"), Money.currency("USD"));
          DateRange timeframe =
              DateRange.ofDays(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-10"), ZoneId.of("UTC"));
          double[] days = new double[120];
          for (int day = 0; day < days.length; day++) days[day] = 100 + 10 * (day %% 7);
          Series series = Series.of("tips", days);
          double today = 101;
      %s
          return tomorrow.steps() + " steps";
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void theLibraryExampleRuns() throws IOException, ReflectiveOperationException {
    Matcher example = EXAMPLE.matcher(Files.readString(Path.of("..", "README.md")));
    assertThat(example.find()).isTrue();
    Path source =
        Files.writeString(
            folder.resolve("Example.java"), PROGRAM.formatted(example.group(1).indent(4)));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    int code =
        compiler.run(
            null,
            null,
            null,
            "-d",
            folder.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            source.toString());

    assertThat(code).as("errors of the compiler").isZero();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      Object told =
          loader
              .loadClass("Example")
              .getMethod("run", Path.class)
              .invoke(null, folder.resolve("store.duckdb"));
      assertThat(told).isEqualTo("90 steps");
    }
  }
}
