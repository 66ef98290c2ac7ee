package io.tiktoktoe.risk.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.metric.Stream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios as people write them, held against what a creator has. */
class ScenarioPhrasesTest {

  private static final LocalDate START = LocalDate.of(2026, 2, 10);

  private static final RiskFacts FACTS =
      new RiskFacts(
          List.of(
              new IncomePart("tiktok", Stream.TIPS, "EUR", 50_000, 45_000, 900, 90),
              new IncomePart("youtube", Stream.ADVERTISING, "USD", 45_000, 45_000, 0, 0),
              new IncomePart("paypal", Stream.MERCHANDISE, "EUR", 9_000, 8_000, 0, 0),
              new IncomePart("salt and pepper", Stream.MERCHANDISE, "EUR", 9_000, 8_000, 0, 0)),
          List.of(new ContentIncome("big hit", 9_000, 22_600), new ContentIncome("seen", 5, 0)),
          List.of(),
          List.of(),
          90);

  private static String understood(String text) {
    return new ScenarioCheck(FACTS, "EUR")
        .shocks(ScenarioText.parse(text), START, START.plusDays(90)).stream()
            .map(ScenarioPhrasesTest::told)
            .collect(Collectors.joining(" + "));
  }

  private static String told(ScenarioShock shock) {
    return "%s%s%s x%.2f%s%s"
        .formatted(
            shock.target().name().toLowerCase(Locale.ROOT),
            shock.name().isEmpty() ? "" : " " + shock.name().toLowerCase(Locale.ROOT),
            shock.platform().isEmpty() ? "" : " on " + shock.platform().toLowerCase(Locale.ROOT),
            shock.factor(),
            shock.from().equals(START) ? "" : " from " + shock.from(),
            shock.until().equals(START.plusDays(89)) ? "" : " until " + shock.until());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TikTok closes in March, -30% ad rates | platform tiktok x0.00 from 2026-03-01 + stream"
            + " advertising x0.70",
        "TikTok is banned from April; ads fall by 30 % | platform tiktok x0.00 from 2026-04-01 +"
            + " stream advertising x0.70",
        "tiktok shuts down on 2026-03-15 | platform tiktok x0.00 from 2026-03-15",
        "lose tiktok | platform tiktok x0.00",
        "without TikTok | platform tiktok x0.00",
        "if tiktok is gone after March 14 | platform tiktok x0.00 from 2026-03-15",
        "PayPal fails and refunds double | platform paypal x0.00 + refunds x2.00",
        "the platform paypal goes down | platform paypal x0.00",
        "youtube ads -30% in March | stream advertising on youtube x0.70 from 2026-03-01 until"
            + " 2026-03-31",
        "YouTube's ad rates drop 30 percent | stream advertising on youtube x0.70",
        "ad revenue on youtube halves | stream advertising on youtube x0.50",
        "30% less advertising | stream advertising x0.70",
        "ads down 30% | stream advertising x0.70",
        "CPM falls by 12.5% until April | stream advertising x0.88 until 2026-04-30",
        "ads are demonetized | stream advertising x0.00",
        "my tips rise by 10% | stream tips x1.10",
        "gifts +10% since 1 March 2026 | stream tips x1.10 from 2026-03-01",
        "all income -20% between 2026-03 and 2026-04 | income x0.80 from 2026-03-01 until"
            + " 2026-04-30",
        "everything halves from March to April | income x0.50 from 2026-03-01 until 2026-04-30",
        "income from tiktok -50% | platform tiktok x0.50",
        "merch lost; subs x0.7 | stream merchandise x0.00 + stream subscriptions x0.70",
        "USD -20% | currency usd x0.80",
        "usd falls by 20 pct before April | currency usd x0.80 until 2026-03-31",
        "chargebacks triple | chargebacks x3.00",
        "refunds on tiktok doubled | refunds on tiktok x2.00",
        "'salt and pepper closes' | platform salt and pepper x0.00",
        "platform \u201eSalt and Pepper\u201c closes, tips \u221210 % | platform salt and pepper"
            + " x0.00 + stream tips x0.90",
        "tiktok closes 2026-03-02 | platform tiktok x0.00 from 2026-03-02",
        "tiktok loses 30% of its income | platform tiktok x0.70",
        "USD crashes by 50% | currency usd x0.50",
        "big hit is claimed | content big hit x0.00",
        "content \"Big Hit\" -50% in March | content big hit x0.50 from 2026-03-01 until"
            + " 2026-03-31",
        "stream ads x0.7 from February | stream advertising x0.70",
      })
  void whatPeopleWriteIsUnderstood(String text, String meaning) {
    assertThat(understood(text)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "myspace closes | names myspace, which is no platform, other currency or content that"
            + " brought anything in the last 90 days (platforms: paypal, salt and pepper, tiktok,"
            + " youtube; currencies: USD)",
        "weather -30% | Name one of these",
        "ads on myspace -30% | names platform myspace, which brought nothing",
        "EUR -20% | names EUR, in which the report is",
        "ads fall by -30% and more | names ads and more",
        "tips rise by -10% | does not say whether 10% more or less",
        "tiktok closes in December | begins 2026-12-01, after 2026-05-10, the last day that is"
            + " forecast",
        "tiktok closes on 31 February | has 31 February, which is no day. Write 2026-03-01, 2026-03"
            + " or March 2026",
        "tiktok closes from next week | has next, which is no day",
        "ads -30% until 2026-01-05 | ends 2026-01-05, in the past",
        "ads lose everything | Name one of these",
        "tiktok closes tomorrow | has tomorrow, which is no day",
        "income -30% for 30 days | says \"for 30 days\". Name its last day instead",
        "tips -30% tips -20% | says two changes. Divide parts by a semicolon",
        "tips +1000000% | multiplies by 10001, at most 100 can be",
        "content nix lost | names content nix, which brought nothing in the last 90 days. The"
            + " largest: big hit, seen",
        "seen is lost | no income names",
        "-30% | does not say what changes",
        "tiktok | says no change that is understood",
      })
  void whatIsNotUnderstoodNamesItAndSaysWhatWould(String text, String message) {
    assertThatThrownBy(() -> understood(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scenario part \"")
        .hasMessageContaining(message);
  }

  @Test
  void aContentTakesItsShareOfTheIncome() {
    ScenarioShock shock =
        new ScenarioCheck(FACTS, "EUR")
            .shocks(ScenarioText.parse("big hit is lost"), START, START.plusDays(90))
            .getFirst();
    assertThat(shock.left()).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void aMonthWithoutAYearIsTheNextOneThatIsNotOver() {
    assertThat(understood("ads lost from Feb")).isEqualTo("stream advertising x0.00");
    assertThatThrownBy(() -> understood("ads lost from January"))
        .hasMessageContaining("begins 2027-01-01, after 2026-05-10");
  }
}
