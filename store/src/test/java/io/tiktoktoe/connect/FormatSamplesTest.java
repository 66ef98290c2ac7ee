package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.connect.mapping.Formats;
import io.tiktoktoe.file.DateHints;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format against a sample written by hand with its traps; {@code name--variant.csv}. */
class FormatSamplesTest {

  @TempDir Path folder;

  static List<Path> samples() throws IOException, URISyntaxException {
    URL anchor = FormatSamplesTest.class.getResource("samples/adsense.csv");
    assertThat(anchor).isNotNull();
    try (Stream<Path> files = Files.list(Path.of(anchor.toURI()).resolveSibling(""))) {
      return new ArrayList<>(files.sorted().toList());
    }
  }

  private static Path sample(String name) throws IOException, URISyntaxException {
    return samples().stream()
        .filter(path -> path.getFileName().toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String formatOf(Path sample) {
    return sample.getFileName().toString().replaceAll("(--.*)?\\.\\w+$", "");
  }

  /** What some of the samples leave open: a year, a day, and which currency a bare $ is. */
  private ReadOptions options() {
    return Staged.options(folder)
        .withCreator("alice")
        .withCurrency("USD")
        .withDates(DateHints.NONE.withYear(2026).withDay(LocalDate.of(2026, 9, 30)));
  }

  private List<Map<String, String>> read(String name) throws IOException, URISyntaxException {
    return Staged.rows(sample(name), options());
  }

  @Test
  void everyFormatHasASample() throws IOException, URISyntaxException {
    List<String> sampled = samples().stream().map(FormatSamplesTest::formatOf).toList();
    assertThat(Formats.with(folder).all())
        .isNotEmpty()
        .allSatisfy(format -> assertThat(sampled).contains(format.name()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isRecognisedAndReadWithoutRejects(Path sample) {
    ReadOptions options = options();

    assertThat(Connectors.recognise(sample, options).name()).isEqualTo(formatOf(sample));
    List<Map<String, String>> rows = Staged.rows(sample, options);

    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.get("error_reason")).isEmpty();
              assertThat(row.get("id")).isNotEmpty();
              assertThat(row.get("source")).isNotEmpty();
              assertThat(row.get("time")).isNotEmpty();
              assertThat(row.get("creator")).isNotEmpty();
              assertThat(row.get("amount_text").isEmpty()).isEqualTo(row.get("currency").isEmpty());
            });
    assertThat(Staged.column(rows, "line")).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void givesTheSameEventsAgain(Path sample) {
    ReadOptions options = options();

    assertThat(Staged.rows(sample, options)).isEqualTo(Staged.rows(sample, options));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void letsNoNameOrAddressThrough(Path sample) {
    List<Map<String, String>> rows = Staged.rows(sample, options());

    assertThat(rows.toString()).doesNotContain("@example.").doesNotContain("Ann Example");
  }

  @Test
  void youTubeStudioUnpivotsAndSkipsTheTotal() throws IOException, URISyntaxException {
    List<Map<String, String>> rows = read("youtube-studio.csv");

    Map<String, String> view = Staged.ofType(rows, "view").getFirst();
    assertThat(view.get("quantity")).isEqualTo("1234");
    assertThat(view.get("duration_ms")).isEqualTo("750000");
    assertThat(view.get("watch_ms")).isEqualTo("153000000");
    assertThat(Staged.column(Staged.ofType(rows, "ad.revenue"), "amount_text"))
        .containsExactly("10.24", "2.11");
    assertThat(Staged.column(Staged.ofType(rows, "ad.revenue"), "state")).containsOnly("estimated");
    assertThat(Staged.column(Staged.ofType(rows, "follow"), "quantity")).containsExactly("8", "1");
  }

  @Test
  void germanNumbersDatesAndEncodingAreRead() throws IOException, URISyntaxException {
    List<Map<String, String>> rows = read("youtube-studio--de.csv");

    assertThat(Staged.column(Staged.ofType(rows, "ad.revenue"), "amount_text"))
        .containsExactly("3.47", "2.91");
    assertThat(Staged.ofType(rows, "view").getFirst())
        .containsEntry("quantity", "1204")
        .containsEntry("id", "2026-09-04:vid_Cc3:view");
  }

  @Test
  void fractionsOfACentAreNotLostInTheSum() throws IOException, URISyntaxException {
    List<Map<String, String>> rows = read("youtube-reporting.csv");

    // .004 + 1.237 + .004 = 1.245
    assertThat(Staged.column(rows, "amount_text")).containsExactly("0.00", "1.24", "0.01");
  }

  @Test
  void stripeNetsExactly() throws IOException, URISyntaxException {
    List<Map<String, String>> rows = read("stripe-balance.csv");

    assertThat(Staged.column(rows, "type"))
        .containsExactly(
            "tip",
            "subscription.renewed",
            "merch.order",
            "refund",
            "chargeback",
            "chargeback",
            "cost");
    // The dispute's fee costs, it does not come back.
    assertThat(rows.get(4)).containsEntry("fee_text", "-15.00");
    assertThat(rows.get(5).get("attributes")).contains("\"won\":\"true\"");
    assertThat(rows.getLast()).containsEntry("amount_text", "2.00");
    assertThat(rows.get(2)).containsEntry("amount_text", "1200").containsEntry("currency", "JPY");
    assertThat(rows.getFirst()).containsEntry("state", "paid").containsEntry("fee_text", "1.03");
  }

  @Test
  void shopifyCountsAnOrderOnce() throws IOException, URISyntaxException {
    List<Map<String, String>> rows = read("shopify-orders.csv");

    // What was refunded so far is told of each order, also when it is nothing.
    assertThat(Staged.column(rows, "amount_text"))
        .containsExactly("54.05", "0.00", "30.00", "10.00");
    assertThat(rows.getLast())
        .containsEntry("type", "refund")
        .containsEntry("refers_to", "5500002");
    assertThat(rows.getFirst()).containsEntry("time", "2026-09-04 14:11:12.0");
  }

  @Test
  void revenueCatSkipsTheSandboxAndCountsIt() throws IOException, URISyntaxException {
    ReadOptions options = options();
    try (Reading reading = Connectors.open(sample("revenuecat.json"), options)) {
      List<Map<String, String>> rows = Staged.rows(reading);

      assertThat(reading.notes()).contains("1 row skipped: they come from the sandbox");
      assertThat(Staged.column(rows, "type"))
          .containsExactly(
              "subscription.started",
              "refund",
              "subscription.canceled",
              "subscription.payment_failed",
              "subscription.started");
      assertThat(rows.get(1)).containsEntry("refers_to", rows.getFirst().get("id"));
      assertThat(rows.getFirst()).doesNotContainEntry("trial", "true");
      assertThat(rows.getLast())
          .containsEntry("trial", "true")
          .containsEntry("paid_until", "2026-10-04T10:11:12Z");
      assertThat(rows.getFirst())
          .containsEntry("fee_text", "1.26")
          .containsEntry("tax_text", "0.80");
    }
  }

  @Test
  void redeliveriesAndRetriesHaveTheSameId() throws IOException, URISyntaxException {
    List<Map<String, String>> twitch = read("twitch-eventsub.json");
    List<Map<String, String>> kofi = read("kofi.json");

    assertThat(twitch.get(0).get("id")).isEqualTo(twitch.get(1).get("id"));
    assertThat(twitch.get(0))
        .containsEntry("amount_text", "10.00")
        .containsEntry("currency", "USD");
    assertThat(Staged.column(kofi, "id")).containsExactly("k-1", "k-1", "k-2", "k-3");
  }

  @Test
  void runningTotalsEndAtTheLastOne() throws IOException, URISyntaxException {
    ReadOptions options = Staged.options(folder);
    try (Reading reading = Connectors.open(sample("live-stream-minutes.csv"), options)) {
      List<Map<String, String>> tips = Staged.ofType(Staged.rows(reading), "tip");

      assertThat(Staged.column(tips, "amount_text"))
          .containsExactly("5.10", "10.00", "5.25", "10.01", "0.3");
      assertThat(reading.notes()).anyMatch(note -> note.contains("lines 4, 5"));
    }
  }

  @Test
  void cancelledLinesAreRefunds() throws IOException, URISyntaxException {
    List<Map<String, String>> rows = read("shop-lines.csv");

    assertThat(Staged.column(rows, "amount_text")).containsExactly("90.00", "90.00", "0.3", "3.35");
    assertThat(Staged.column(rows, "id")).doesNotHaveDuplicates();
    assertThat(rows.getLast()).containsEntry("type", "refund").containsEntry("quantity", "1");
    assertThat(rows.get(2)).containsEntry("time", "2010-12-13 08:45:00.0");
  }

  @Test
  void ledgersTellRefundsByTheirSign() throws IOException, URISyntaxException {
    assertThat(Staged.column(read("ledger.csv"), "type"))
        .containsExactly("subscription.renewed", "tip", "tip", "refund", "brand.deal");
    assertThat(Staged.column(read("ledger--hledger.csv"), "type")).containsExactly("tip", "refund");
  }

  @Test
  void patreonTellsOnlyWhatASnapshotProves() throws IOException, URISyntaxException {
    List<Map<String, String>> rows = read("patreon-members.csv");

    assertThat(Staged.column(Staged.ofType(rows, "subscription.started"), "amount_text"))
        .containsExactly("", "", "3.00", "");
    assertThat(Staged.column(Staged.ofType(rows, "subscription.started"), "billing_interval"))
        .containsOnly("P1M");
    assertThat(Staged.column(Staged.ofType(rows, "subscription.renewed"), "billing_interval"))
        .isNotEmpty()
        .containsOnly("P1M");
    assertThat(Staged.ofType(rows, "subscription.payment_failed")).hasSize(1);
    assertThat(Staged.ofType(rows, "subscription.canceled")).hasSize(1);
  }

  @Test
  void substackTellsHowOftenAPlanIsPaid() throws IOException, URISyntaxException {
    List<Map<String, String>> rows = read("substack-subscribers.csv");

    assertThat(Staged.column(Staged.ofType(rows, "subscription.started"), "billing_interval"))
        .containsExactly("P1Y", "P1M");
  }
}
