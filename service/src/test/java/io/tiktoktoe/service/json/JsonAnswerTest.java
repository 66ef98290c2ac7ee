package io.tiktoktoe.service.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.ForCreator;
import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.revenue.insight.BridgeLine;
import io.tiktoktoe.risk.RiskAdvice;
import io.tiktoktoe.stats.Interval;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
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

  /** A shape, as answers seal what they may be. */
  public sealed interface Shape {
    /** One. */
    record Circle(double radius) implements Shape {}
  }

  /** Inside an answer for a creator. */
  public record Advised(CreatorProfile creator, List<Recommendation> advice)
      implements ForCreator {}

  @Test
  void sealedTypesArraysAndListsAreWalked() throws IOException {
    JsonNode json =
        written(
            List.of(
                new Shape.Circle(2), Optional.of(new double[] {1.5, Double.NaN}), new int[] {7}));
    assertThat(json.toString()).isEqualTo("[{\"radius\":2.0},[1.5,null],[7]]");
  }

  @Test
  void recommendationsCarryCodeParametersAndSentences() throws IOException {
    Recommendation keep =
        new Recommendation(
            new RiskAdvice.KeepReserve(1_250, 9_900, 1_250),
            Recommendation.Effect.EXPECTED_SHORTFALL_30_DAYS,
            1_250,
            new Interval(1_000, 1_500, 0.95),
            Recommendation.Footing.SIMULATION);
    CreatorProfile ada = new CreatorProfile("ada", ZoneId.of("UTC"), Money.currency("EUR"));
    JsonNode worded = written(new Advised(ada, List.of(keep))).get("advice").get(0);
    assertThat(worded.propertyNames())
        .containsExactly(
            "topic",
            "action",
            "advice",
            "effect",
            "expected",
            "interval",
            "footing",
            "evidence",
            "assumption",
            "would_change");
    assertThat(worded.get("topic").asString()).isEqualTo("reserve");
    assertThat(worded.get("action").asString()).isEqualTo("Keep 12.50 EUR aside for bad months.");
    assertThat(worded.get("advice").get("code").asString()).isEqualTo("reserve");
    assertThat(worded.get("advice").get("parameters").get("amount").asDouble()).isEqualTo(1_250);
    // Without a creator there is no currency to say amounts in: code and parameters stand alone.
    JsonNode bare = written(keep);
    assertThat(bare.has("action")).isFalse();
    assertThat(bare.get("advice").get("parameters").get("floor").asDouble()).isEqualTo(9_900);
  }

  @Test
  void anAnswerIsWrittenWhileItIsWalked() throws IOException {
    int[] longest = new int[1];
    long[] written = new long[1];
    Writer out =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            longest[0] = Math.max(longest[0], length);
            written[0] += length;
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    JsonAnswer.write(Collections.nCopies(200_000, new Shape.Circle(1)), out);
    assertThat(written[0]).isGreaterThan(4_000_000);
    assertThat(longest[0]).isLessThan(100_000);
  }

  @Test
  void whatTheWriterThrowsIsPassedOn() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> JsonAnswer.write(new Shape.Circle(1), full))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  @Test
  void whatHasNoJsonIsNamed() {
    assertThatThrownBy(() -> JsonAnswer.write(List.of(new Object()), new StringWriter()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object has no JSON");
  }

  private static JsonNode written(Object answer) throws IOException {
    StringWriter out = new StringWriter();
    JsonAnswer.write(answer, out);
    return new JsonMapper().readTree(out.toString());
  }
}
