package io.tiktoktoe.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.cli.report.picture.LinePicture;
import io.tiktoktoe.cli.report.picture.Sparkline;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.pipeline.insight.WindowDrift;
import io.tiktoktoe.service.model.privacy.WindowAnswer;
import io.tiktoktoe.service.text.AmountText;
import io.tiktoktoe.stats.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportPartsTest {

  private static final Look UNICODE = new Look(80, false, true);

  @Test
  void sparklinesStartAtZeroAndLeaveGaps() {
    assertThat(Sparkline.of(new double[] {0, 50, 100, Double.NaN, 100}, 10, UNICODE))
        .isEqualTo("▁▅█ █");
    assertThat(Sparkline.of(new double[] {98, 99, 100}, 10, UNICODE)).isEqualTo("███");
    assertThat(Sparkline.of(new double[] {-1, 0, 1}, 10, Look.PLAIN)).isEqualTo("_+@");
    assertThat(Sparkline.of(new double[] {0, 0}, 10, UNICODE)).isEqualTo("▁▁");
    assertThat(Sparkline.of(new double[1_000], 30, UNICODE)).hasSize(30);
  }

  @Test
  void tablesAlignTextLeftAndNumbersRight() {
    TextTable table =
        new TextTable("who", "amount", "<note").row("a", "1", "x").row("bcd", "10", "");
    assertThat(table.lines(UNICODE))
        .containsExactly("  who  amount  note", "  a         1  x", "  bcd      10");
  }

  @Test
  void smallSharesAreToldApartOnTheAxis() {
    assertThat(new LinePicture(UNICODE, 9, 1, 2, 0.02).lines(UNICODE))
        .anyMatch(line -> line.contains("2.0%"))
        .anyMatch(line -> line.contains("1.0%"));
    assertThat(new LinePicture(UNICODE, 9, 1, 2, 1).lines(UNICODE))
        .anyMatch(line -> line.contains(" 50% "));
  }

  @Test
  void windowsAreToldInWords() {
    Instant now = Instant.EPOCH;
    WindowAnswer answer =
        new WindowAnswer(
            Duration.ofDays(1),
            0.1,
            1e-6,
            30,
            Currency.getInstance("USD"),
            List.of(),
            List.of(new WindowDrift("people", 9_000, 12_000, 7, 800, 0.001)),
            now,
            now,
            Optional.empty());
    assertThat(WindowReport.text(answer, UNICODE))
        .startsWith("Windows of 1 day that are over  (times in UTC)")
        .contains("Any 30 windows within 30 days cost epsilon 0.1, delta 0.000001")
        .contains("people are 3,000 fewer than the mean of the 7 before (±")
        .doesNotContain("PT24H");
  }

  @Test
  void windowsThatWereRefusedAreNotSaidToBeOpen() {
    assertThat(WindowReport.text(noWindows(Optional.empty()), UNICODE)).contains("None is over");
    assertThat(WindowReport.text(noWindows(Optional.of("Wait until May.")), UNICODE))
        .contains("None was released.", "! Wait until May.")
        .doesNotContain("None is over");
  }

  private static WindowAnswer noWindows(Optional<String> refused) {
    Instant now = Instant.parse("2026-03-09T00:00:00Z");
    return new WindowAnswer(
        Duration.ofDays(1),
        0.1,
        1e-6,
        30,
        Money.currency("USD"),
        List.of(),
        List.of(),
        now,
        now,
        refused);
  }

  @Test
  void coloursTakeNoRoom() {
    Look colour = new Look(80, true, true);
    TextTable table = new TextTable("x", "y").row("a", colour.signed("+1", 1)).row("b", "100");
    assertThat(table.lines(colour).get(1)).isEqualTo("  a   \u001b[32m+1\u001b[0m");
    assertThat(UNICODE.signed("+1", 1)).isEqualTo("+1");
  }

  @Test
  void ledgerAmountsAreExactInEveryCurrency() {
    assertThat(amounts("USD").exact(123_456_789)).isEqualTo("1,234,567.89");
    assertThat(amounts("USD").exact(-5)).isEqualTo("-0.05");
    assertThat(amounts("JPY").exact(1_234)).isEqualTo("1,234");
    assertThat(amounts("KWD").exact(1_234)).isEqualTo("1.234");
    assertThat(amounts("USD").exact(Long.MIN_VALUE)).isEqualTo("-92,233,720,368,547,758.08");
    assertThat(amounts("USD").exactChange(5)).isEqualTo("+0.05");
  }

  @Test
  void estimatesPretendNoDigits() {
    assertThat(amounts("USD").about(1_234_567.8)).isEqualTo("12,346");
    assertThat(amounts("USD").about(123.4)).isEqualTo("1.23");
    assertThat(amounts("USD").about(Double.NaN)).isEqualTo("-");
    assertThat(amounts("USD").range(new Interval(-100, 250, 0.95))).isEqualTo("-1.00 – 2.50");
    assertThat(amounts("USD").percentChange(120, 100)).isEqualTo("+20.0%");
    assertThat(amounts("USD").percentChange(120, 0)).isEqualTo("-");
  }

  @Test
  void sentencesWrapAndStayHarmless() {
    Page page = new Page(new Look(20, false, true));
    page.sentence("- ", "one two three four\u001b[31m five\u202esix");
    assertThat(page.text()).isEqualTo("  - one two three\n    four[31m fivesix\n");
  }

  private static AmountText amounts(String code) {
    return UNICODE.amounts(Currency.getInstance(code));
  }
}
