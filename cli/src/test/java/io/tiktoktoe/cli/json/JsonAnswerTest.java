package io.tiktoktoe.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.revenue.insight.BridgeLine;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonAnswerTest {

  /** One of everything that answers hold. */
  public record Everything(
      double exactShare,
      double undefined,
      Double infinite,
      long large,
      Instant dataThrough,
      LocalDate day,
      Duration grain,
      Optional<String> absent,
      Map<Stream, BridgeLine> byStream,
      CreatorProfile creator,
      Money money,
      SamplePaths paths) {}

  @Test
  void everyKindReadsBack() throws IOException {
    double third = 1.0 / 3;
    Everything everything =
        new Everything(
            third,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Long.MAX_VALUE,
            Instant.parse("2026-01-02T03:04:05Z"),
            LocalDate.of(2026, 1, 2),
            Duration.ofHours(1),
            Optional.empty(),
            Map.of(Stream.TIPS, new BridgeLine(100, 5, 3, 2, 1, 0, 4)),
            new CreatorProfile("ada", ZoneId.of("Europe/Berlin"), Money.currency("EUR")),
            Money.ofMinor(1250, "USD"),
            SamplePaths.of(new double[][] {{1, 2}, {3, 4}}));
    StringWriter out = new StringWriter();
    JsonAnswer.write(everything, out);
    JsonNode json = new JsonMapper().readTree(out.toString());
    assertThat(json.get("exact_share").asDouble()).isEqualTo(third);
    assertThat(json.get("undefined").isNull()).isTrue();
    assertThat(json.get("infinite").isNull()).isTrue();
    assertThat(json.get("large").asLong()).isEqualTo(Long.MAX_VALUE);
    assertThat(json.get("data_through").asString()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(json.get("day").asString()).isEqualTo("2026-01-02");
    assertThat(json.get("grain").asString()).isEqualTo("PT1H");
    assertThat(json.get("absent").isNull()).isTrue();
    assertThat(json.get("by_stream").get("tips").get("net").asLong()).isEqualTo(89);
    assertThat(json.get("creator").get("zone").asString()).isEqualTo("Europe/Berlin");
    assertThat(json.get("creator").get("currency").asString()).isEqualTo("EUR");
    assertThat(json.get("money").asString()).isEqualTo("12.50 USD");
    assertThat(json.get("paths").get("count").asInt()).isEqualTo(2);
    assertThat(out.toString()).endsWith("}\n");
  }
}
