package io.tiktoktoe.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {

  @Test
  void everyPlainTimeIsReadToTheMicrosecond() {
    SplittableRandom random = new SplittableRandom(4);
    long from = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    long to = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    for (int i = 0; i < 100_000; i++) {
      Instant time = Instant.ofEpochSecond(random.nextLong(from, to + 1));
      int digits = random.nextInt(7);
      long micros = digits == 0 ? 0 : random.nextLong((long) Math.pow(10, digits));
      String fraction = digits == 0 ? "" : ("." + "%0" + digits + "d").formatted(micros);
      String text =
          DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss")
                  .format(LocalDateTime.ofInstant(time, ZoneOffset.UTC))
              + fraction
              + "Z";
      assertThat(micros("padding " + text, 8))
          .as(text)
          .isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-01-31",
        "2026-01-31T10:00:00",
        "2026-01-31 10:00:00Z",
        "2026-01-31T10:00:00z",
        "2026-01-31T10:00:00+00:00",
        "2026-01-31T10:00:00.Z",
        "2026-01-31T10:00:00,5Z",
        "2026-01-31T10:00:00.1234567Z",
        "2026-01-31T10:00:00.12-4Z",
        "2026-1-031T10:00:00Z",
        "2026-00-31T10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-01-00T10:00:00Z",
        "2026-01-32T10:00:00Z",
        "2026-04-31T10:00:00Z",
        "2026-02-29T10:00:00Z",
        "1900-02-29T10:00:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T10:60:00Z",
        "2016-12-31T23:59:60Z",
        "0000-01-01T00:00:00Z",
        "-026-01-31T10:00:00Z",
        "+026-01-31T10:00:00Z",
        "2026-01-31T10:00:0٣Z",
        "10000-01-01T00:00:00Z"
      })
  void otherTimesAreLeftToOthers(String text) {
    assertThat(micros(text, 0)).isEqualTo(IsoTime.NONE);
    assertThat(IsoTime.micros(text)).isEqualTo(IsoTime.NONE);
  }

  @Test
  void leapDaysAreKnown() {
    for (String day : List.of("2024-02-29", "2000-02-29", "0004-02-29")) {
      String text = day + "T00:00:00Z";
      assertThat(micros(text, 0))
          .as(text)
          .isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text)));
    }
  }

  private static long micros(String text, int offset) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return IsoTime.micros(bytes, offset, bytes.length - offset);
  }

  @Test
  void everyReaderOfTimesReadsTheSame() {
    DateText dates = DateText.provenBy(List.of());
    for (String text : List.of("2026-01-31T23:59:59Z", "1969-12-31T23:59:59.123456Z")) {
      Instant instant = Instant.parse(text);
      assertThat(dates.read(text, List.of(), ZoneOffset.ofHours(5))).isEqualTo(instant);
      assertThat(dates.timestamp(text).instantMillis()).isEqualTo(instant.toEpochMilli());
      assertThat(dates.timestamp(text).localMillis()).isEqualTo(instant.toEpochMilli());
    }
  }
}
