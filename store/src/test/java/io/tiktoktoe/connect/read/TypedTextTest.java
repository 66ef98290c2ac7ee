package io.tiktoktoe.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.connect.Queried;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {

  private static final int RANDOM_TEXTS = 3_000;

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "+7, 7",
    "007, 7",
    "' 12 ', 12",
    "2.5, 3",
    "-2.5, -3",
    "2.4999999999999999999, 2",
    ".5, 1",
    "5., 5",
    "1e3, 1000",
    "1E+3, 1000",
    "12345e-3, 12",
    "4e-1, 0",
    "1e-999999999, 0",
    "0e999999999, 0",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void wholeNumbersAreRounded(String text, long expected) {
    assertThat(TypedText.whole(text)).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "+",
        ".",
        "e5",
        "1e",
        "1e+",
        "1e1234567890",
        "1 2",
        "1_000",
        "0x10",
        "1,000",
        "NaN",
        "Infinity",
        "--1",
        "1.2.3",
        "1d",
        "1f",
        "٣",
        "9223372036854775808",
        "1e19",
        "-9223372036854775809",
        "1e999999999",
        "true"
      })
  void whatIsNoWholeNumberIsNone(String text) {
    assertThat(TypedText.whole(text)).isEmpty();
  }

  @Test
  void numbersBeyondReasonAreNone() {
    assertThat(TypedText.whole("0".repeat(400))).hasValue(0);
    assertThat(TypedText.whole("0".repeat(401))).isEmpty();
    assertThat(TypedText.real("0".repeat(401))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "-0, -0.0",
    "' 1.5e3 ', 1500",
    ".5, .5",
    "5., 5",
    "1e400, Infinity",
    "-1e400, -Infinity",
    "1e-400, 0",
    "nan, NaN",
    "NaN, NaN",
    "inf, Infinity",
    "+Infinity, Infinity",
    "-INF, -Infinity"
  })
  void realNumbersAreRead(String text, double expected) {
    assertThat(TypedText.real(text)).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1d", "1f", "0x1p3", "1e", "nano", "infinit", "1_0", "1 0"})
  void whatIsNoNumberIsNone(String text) {
    assertThat(TypedText.real(text)).isEmpty();
  }

  @Test
  void truthIsSaidInTheUsualWords() {
    for (String word : List.of("true", "TRUE", "t", "yes", "Y", "1")) {
      assertThat(TypedText.truth(word)).as(word).contains(true);
    }
    for (String word : List.of("false", "False", "f", "no", "N", "0")) {
      assertThat(TypedText.truth(word)).as(word).contains(false);
    }
    for (String word : List.of("", " true", "2", "on", "null", "ja")) {
      assertThat(TypedText.truth(word)).as(word).isEmpty();
    }
  }

  /** As the engine casts, save hexadecimal and digits beyond 64 bits before an exponent. */
  @Test
  void randomNumbersAreReadAsTheEngineReadsThem() {
    SplittableRandom random = new SplittableRandom(3);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < RANDOM_TEXTS; i++) {
      texts.add(number(random));
    }
    List<@Nullable String> wholes = Queried.each(texts, "TRY_CAST(t AS BIGINT)");
    List<@Nullable String> reals = Queried.each(texts, "TRY_CAST(t AS DOUBLE)");
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      String whole = wholes.get(i);
      assertThat(TypedText.whole(text))
          .as(text)
          .isEqualTo(whole == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(whole)));
      String real = reals.get(i);
      assertThat(TypedText.real(text))
          .as(text)
          .isEqualTo(
              real == null
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(Double.parseDouble(real.replace("inf", "Infinity"))));
    }
  }

  /** Numbers of every form, some of them wrong. */
  private static String number(SplittableRandom random) {
    StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
    boolean exponent = random.nextInt(3) == 0;
    digits(text, random, random.nextInt(exponent ? 10 : 21));
    if (random.nextInt(2) == 0) {
      text.append('.');
      digits(text, random, random.nextInt(8));
    }
    if (exponent) {
      text.append(random.nextInt(2) == 0 ? 'e' : 'E');
      text.append(random.nextInt(3) == 0 ? "-" : random.nextInt(2) == 0 ? "+" : "");
      digits(text, random, random.nextInt(3));
    }
    if (random.nextInt(10) == 0) {
      text.insert(random.nextInt(text.length() + 1), "-. ,".charAt(random.nextInt(4)));
    }
    return text.toString();
  }

  private static void digits(StringBuilder text, SplittableRandom random, int count) {
    for (int i = 0; i < count; i++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
  }
}
