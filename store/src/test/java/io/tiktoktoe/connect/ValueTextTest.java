package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.connect.mapping.ExpressionParser;
import io.tiktoktoe.file.WrongValueException;
import io.tiktoktoe.text.DateText;
import io.tiktoktoe.text.NumberStyle;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and dates as people of several countries write them. */
class ValueTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234.56|POINT|1234.56",
        "1.234,56|COMMA|1234.56",
        "$1,234.56|POINT|1234.56",
        "(12.50)|POINT|-12.50",
        "-12,50 \u20ac|COMMA|-12.50",
        "EUR 12.50|POINT|12.50",
        "USD$ 12.50|POINT|12.50",
        "Rs. 1,250|POINT|1250",
        "50 kr.|POINT|50",
        "1\u202f234,5|COMMA|1234.5",
        "1'234.50|POINT|1234.50",
        "5.5%|POINT|5.5",
        "1e2|POINT|1E+2"
      })
  void numbersAreExact(String text, NumberStyle style, String expected) {
    assertThat(style.read(text)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "12-34", "1e999999999", "=1+1", "--", "1.2.3"})
  void whatIsNoNumberIsRefused(String text) {
    assertThatThrownBy(() -> NumberStyle.POINT.read(text)).isInstanceOf(WrongValueException.class);
  }

  @Test
  void theStyleIsWhatTheFileProves() {
    assertThat(NumberStyle.of(List.of("1,234", "12.5"), NumberStyle.COMMA))
        .isEqualTo(NumberStyle.POINT);
    assertThat(NumberStyle.of(List.of("1.234", "0,5"), NumberStyle.POINT))
        .isEqualTo(NumberStyle.COMMA);
    assertThat(NumberStyle.of(List.of("1.234.567"), NumberStyle.POINT))
        .isEqualTo(NumberStyle.COMMA);
    assertThat(NumberStyle.of(List.of("1,234", "7"), NumberStyle.POINT))
        .isEqualTo(NumberStyle.POINT);
    List<String> mixed = List.of("1,5", "1.5", "2,5", "2.5");
    assertThatThrownBy(() -> NumberStyle.of(mixed, NumberStyle.POINT))
        .isInstanceOf(WrongValueException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-09-04|2026-09-04T12:00:00.000001Z",
        "Fri Sep 04 2026|2026-09-04T12:00:00.000001Z",
        "Sep 4, 2026|2026-09-04T12:00:00.000001Z",
        "4 sept. 2026|2026-09-04T12:00:00.000001Z",
        "4 de ago. de 2026|2026-08-04T12:00:00.000001Z",
        "4. M\u00e4rz 2026|2026-03-04T12:00:00.000001Z",
        "4 ao\u00fbt 2026|2026-08-04T12:00:00.000001Z",
        "2026\u5e749\u67084\u65e5|2026-09-04T12:00:00.000001Z",
        "20260904|2026-09-04T12:00:00.000001Z",
        "04.09.2026 08:45|2026-09-04T08:45:00Z",
        "2026-09-04T10:11:12.345Z|2026-09-04T10:11:12.345Z",
        "2026-09-04 10:11:12 -0400|2026-09-04T14:11:12Z",
        "2017-01-08 16:00:00+00|2017-01-08T16:00:00Z",
        "Sep 4, 2026 8:45:01 PM|2026-09-04T20:45:01Z",
        "2026-09-04 10:11:12 UTC|2026-09-04T10:11:12Z",
        "1788516672|2026-09-04T10:11:12Z",
        "1641745262.5774188|2022-01-09T16:21:02.577418800Z",
        "1641745262577|2022-01-09T16:21:02.577Z",
        "1641745262577.25|2022-01-09T16:21:02.577250Z",
        "30-Apr-25|2025-04-30T12:00:00.000001Z",
        "2026-07|2026-07-01T12:00:00.000001Z",
        "July 2026|2026-07-01T12:00:00.000001Z"
      })
  void datesAreRead(String text, String expected) {
    assertThat(DateText.provenBy(List.of()).read(text, List.of(), ZoneOffset.UTC))
        .hasToString(expected);
  }

  @Test
  void slashesMeanWhatTheFileProvesAndNothingElse() {
    DateText american = DateText.provenBy(List.of("12/1/2010", "12/13/2010"));
    DateText european = DateText.provenBy(List.of("1/12/2010", "13/12/2010"));
    DateText unproven = DateText.provenBy(List.of("1/12/2010"));

    assertThat(american.read("12/1/2010 8:45", List.of(), ZoneId.of("Europe/London")))
        .hasToString("2010-12-01T08:45:00Z");
    assertThat(european.read("1/12/2010", List.of(), ZoneOffset.UTC))
        .hasToString("2010-12-01T12:00:00.000001Z");
    assertThatThrownBy(() -> unproven.read("1/12/2010", List.of(), ZoneOffset.UTC))
        .isInstanceOf(WrongValueException.class)
        .hasMessageContaining("day/month");
    assertThat(unproven.read("1/12/2010", List.of("d/M/yyyy"), ZoneOffset.UTC))
        .hasToString("2010-12-01T12:00:00.000001Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-13-01", "2026-02-30", "99.99.2026", "12", "="})
  void whatIsNoDateIsRefused(String text) {
    assertThatThrownBy(() -> DateText.provenBy(List.of()).read(text, List.of(), ZoneOffset.UTC))
        .isInstanceOf(WrongValueException.class);
  }

  @Test
  void expressionsTellWhereTheyAreWrong() {
    assertThatThrownBy(() -> ExpressionParser.parse("frobnicate(a)"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("frobnicate");
    assertThatThrownBy(() -> ExpressionParser.parse("times(a)"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 arguments");
    assertThatThrownBy(() -> ExpressionParser.parse("first(".repeat(99)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nests");
    assertThat(ExpressionParser.parse("is(\"a, b\", 'it''s')").columns()).containsExactly("a, b");
  }
}
