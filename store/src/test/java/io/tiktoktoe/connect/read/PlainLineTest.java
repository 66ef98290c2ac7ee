package io.tiktoktoe.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.stage.StageBatch;
import io.tiktoktoe.stage.StageColumn;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it takes itself; that it gives the same rows is shown beside trees. */
class PlainLineTest {

  private final StageBatch batch = new StageBatch();

  private boolean read(byte[] line) {
    byte[] around = new byte[line.length + 8];
    Arrays.fill(around, (byte) '}');
    System.arraycopy(line, 0, around, 4, line.length);
    batch.add(1);
    return new PlainLine().read(around, 4, line.length, batch);
  }

  private boolean read(String line) {
    return read(line.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"a\"}",
        " { \"id\" : \"a\" , \"fan\" :\t\"é漢😀\" } ",
        "{\"time\":\"2026-01-01T00:00:00.5Z\",\"quantity\":-0,\"value\":12.25,\"fee\":null}",
        "{\"completed\":true,\"watch_ms\":123456789012345,\"duration_ms\":0}",
        "{\"attributes\":{\"a\":\"é\",\"b\":0,\"\":123456789012345}}",
        "{\"completed\":false,\"amount\":\"\"}"
      })
  void plainLinesAreTaken(String line) {
    assertThat(read(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "[]",
        "{\"id\":\"a\"",
        "{\"id\":\"a}",
        "{\"id\":\"a\",}",
        "{\"id\":\"a\"}}",
        "{\"id\":\"a\"} x",
        "{\"id\" \"a\"}",
        "{\"id\":\"a\" \"fan\":\"b\"}",
        "{\"id\":\"a\",\"id\":\"b\"}",
        "{\"id\":null,\"id\":\"b\"}",
        "{\"id\":\"a\\n\"}",
        "{\"id\":\"a\u0001\"}",
        "{\"\":1}",
        "{\"line\":1}",
        "{\"unknown\":1}",
        "{\"id\":5}",
        "{\"id\":true}",
        "{\"id\":nul}",
        "{\"id\":nulll}",
        "{\"id\":{}}",
        "{\"attributes\":\"\"}",
        "{\"attributes\":{}}",
        "{\"attributes\":{ \"a\":1}}",
        "{\"attributes\":{\"a\": 1}}",
        "{\"attributes\":{\"a\":1,}}",
        "{\"attributes\":{\"a\":1.0}}",
        "{\"attributes\":{\"a\":01}}",
        "{\"attributes\":{\"a\":-0}}",
        "{\"attributes\":{\"a\":1e2}}",
        "{\"attributes\":{\"a\":\"\\u0041\"}}",
        "{\"attributes\":{\"a\":{}}}",
        "{\"attributes\":{\"a\":1",
        "{\"attributes\":[]}",
        "{\"time\":\"2026-01-01\"}",
        "{\"time\":5}",
        "{\"quantity\":\"5\"}",
        "{\"quantity\":1.0}",
        "{\"quantity\":1e2}",
        "{\"quantity\":01}",
        "{\"quantity\":-}",
        "{\"quantity\":.5}",
        "{\"quantity\":5.}",
        "{\"quantity\":+5}",
        "{\"quantity\":1234567890123456}",
        "{\"value\":1e}",
        "{\"value\":1e+}",
        "{\"value\":1e12345}",
        "{\"value\":.1e2}",
        "{\"value\":12345678901234567890123456789012345678901}",
        "{\"value\":1.2.3}",
        "{\"value\":NaN}",
        "{\"completed\":1}",
        "{\"completed\":truex}",
        "{\"quantity\":true}"
      })
  void otherLinesAreLeftToTheFullParser(String line) {
    assertThat(read(line)).isFalse();
  }

  /** Half a pair and overlong characters in bytes: the engine would refuse the whole file. */
  @ParameterizedTest
  @ValueSource(
      strings = {"EDA080", "EDBFBF", "E08080", "E09FBF", "F0808080", "F08FBFBF", "F4908080"})
  void whatIsNoCharacterIsLeftToTheFullParser(String hex) {
    byte[] odd = HexFormat.of().parseHex(hex);
    byte[] line = "{\"id\":\"abcdefgh\"}".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(odd, 0, line, 8, odd.length);
    assertThat(read(line)).isFalse();
  }

  @Test
  void realNumbersAreTheNearest() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      long digits = random.nextLong(1_000_000_000_000_000L) >> random.nextInt(50);
      String decimal = BigDecimal.valueOf(digits, random.nextInt(16)).toPlainString();
      String real = Double.toString(random.nextDouble(100) / Math.pow(10, random.nextInt(9)));
      String text = (random.nextBoolean() ? "-" : "") + (random.nextBoolean() ? decimal : real);
      assertThat(read("{\"value\":" + text + "}")).as(text).isTrue();
      assertThat(batch.real(StageColumn.VALUE)).as(text).isEqualTo(Double.parseDouble(text));
      batch.clear();
    }
  }
}
