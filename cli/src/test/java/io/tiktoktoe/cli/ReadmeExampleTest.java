package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.forecast.RunningForecast;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.revenue.RevenueAnalytics;
import io.tiktoktoe.revenue.insight.RevenueContext;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README shows of the library compiles, runs and stands here letter by letter. */
class ReadmeExampleTest {

  @TempDir private Path folder;

  private final Instant now = Instant.parse("2026-03-02T10:00:00Z");
  private final CreatorProfile creator =
      new CreatorProfile("mia", ZoneOffset.UTC, Money.currency("USD"));
  private final DateRange timeframe =
      DateRange.ofDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), ZoneOffset.UTC);
  private final long seed = 7;
  private final Series series = Series.of("tips", new double[60]);
  private final double today = 12.5;

  @Test
  void theExampleOfReadmeRuns() throws IOException {
    Path path = folder.resolve("store.duckdb");
    // README begins
    Event tip =
        Event.tip(Payment.of("12.50", "USD"))
            .from("ko-fi", "tx-81")
            .at(now)
            .creator("mia")
            .fan("ben")
            .build();

    try (Store store = Store.open(path, StoreOptions.defaults())) {
      store.events().append(List.of(tip), IngestOptions.of("today", now));
      RevenueInsights insights =
          RevenueAnalytics.of(store.revenue())
              .analyzeRevenueStreams(creator, timeframe, RevenueContext.at(now, seed));
      // README leaves out
      assertThat(store.events().append(List.of(tip), IngestOptions.of("again", now)).duplicates())
          .isEqualTo(1);
      // The day of the tip is not over.
      assertThat(insights.bridge().of(Stream.TIPS).gross()).isZero();
      // README goes on
    }

    RunningForecast running =
        PredictiveAnalyticsEngine.followAll(List.of(series), BatchOptions.of(90, List.of(7)))
            .getFirst();
    QuantileForecast tomorrow = running.observe(today).forecast(); // a fiftieth of a whole forecast
    // README ends
    assertThat(tomorrow.steps()).isEqualTo(90);
    assertThat(example(Files.readString(CommandRun.project().resolve("README.md"))))
        .isEqualTo(here());
  }

  private static String example(String readme) {
    int from = readme.indexOf("```java") + "```java".length();
    return readme.substring(from, readme.indexOf("```", from)).replaceAll("\\s", "");
  }

  private static String here() throws IOException {
    String source =
        Files.readString(
            CommandRun.project()
                .resolve("cli/src/test/java/io/tiktoktoe/cli/ReadmeExampleTest.java"));
    int from = source.indexOf("// README begins") + "// README begins".length();
    return source
        .substring(from, source.indexOf("// README ends", from))
        .replaceAll("(?s)// README leaves out.*?// README goes on", "")
        .replaceAll("\\s", "");
  }
}
