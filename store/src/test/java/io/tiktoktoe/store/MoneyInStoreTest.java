package io.tiktoktoe.store;

import static io.tiktoktoe.store.EventLogTest.healthy;
import static io.tiktoktoe.store.EventLogTest.ingest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.MissingRateException;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.State;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Sql;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyInStoreTest {

  private static final CreatorProfile ALICE =
      new CreatorProfile("alice", ZoneId.of("UTC"), Money.currency("USD"));
  private static final DateRange YEAR =
      DateRange.ofDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), ZoneId.of("UTC"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "100, JPY, 100",
    "100.0, JPY, 100",
    "1.234, KWD, 1234",
    "0.1, USD, 10",
    ".5, USD, 50",
    "7., USD, 700",
    "+3.20, EUR, 320",
    "1000000000000.00, USD, 100000000000000",
    "100000000000000.0, JPY, 100000000000000",
    "12.500000000000000000000000, USD, 1250",
    "' 4.00 ', USD, 400",
    "5, usd, 500"
  })
  void reliability19AmountsAreReadExactlyInTheirCurrency(String text, String currency, long minor) {
    try (Store store = Sample.open(folder)) {
      IngestReport report = ingest(store, amount(text, currency));
      assertThat(report.accepted()).as(report.toString()).isEqualTo(1);
      assertThat(
              store.engine().rows(Sql.of("SELECT amount FROM events"), row -> row.number("amount")))
          .containsExactly(minor);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "100.5, JPY, amount",
    "1.2345, KWD, amount",
    "1.001, USD, amount",
    "1e3, USD, amount",
    "NaN, USD, amount",
    "Infinity, USD, amount",
    "'1,50', EUR, amount",
    "0x10, USD, amount",
    "-5, USD, amount",
    "92233720368547758.08, USD, amount",
    "1000000000000.01, USD, amount",
    "92233720368547758.07, EUR, amount",
    "100000000000001, JPY, amount",
    "1_000, USD, amount",
    "'', USD, amount",
    "5, XYZ, currency",
    "5, XAU, currency",
    "1e999999999, USD, amount",
    "--5, USD, amount",
    "1.-5, USD, amount",
    "., USD, amount"
  })
  void reliability19AmountsThatAreNotExactAreRefused(String text, String currency, String field) {
    try (Store store = Sample.open(folder)) {
      IngestReport report = ingest(store, amount(text, currency));
      assertThat(report.rejected()).isEqualTo(1);
      assertThat(report.examples().getFirst().field()).isEqualTo(field);
    }
  }

  private static Sample amount(String text, String currency) {
    return new Sample()
        .row(
            "id",
            "1",
            "source",
            "shop",
            "time",
            "2026-01-05 10:00:00",
            "type",
            "tip",
            "creator",
            "alice",
            "amount_text",
            text,
            "currency",
            currency);
  }

  @Test
  void reliability20RefundBeforeItsSaleEndsUpInTheStreamOfTheSale() {
    try (Store store = Sample.open(folder)) {
      ingest(store, reversal("r", "refund", "2026-01-07 09:00:00", "s", "4.00"));
      assertThat(store.doctor().examine(Sample.NOW))
          .anyMatch(
              finding ->
                  finding.check().equals("reversals")
                      && finding.severity() == Doctor.Severity.NOTICE);
      ingest(store, sale("s", "merch.order", "2026-01-05 10:00:00", "10.00"));
      assertThat(net(store, Stream.MERCHANDISE)).isEqualTo(600);
      assertThat(net(store, Stream.TIPS)).isZero();
      assertThat(collect(store, Stream.MERCHANDISE))
          .extracting(cell -> cell.bucket().toString(), RevenueCell::gross, RevenueCell::refunds)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("2026-01-05T10:00:00Z", 1000L, 0L),
              org.assertj.core.groups.Tuple.tuple("2026-01-07T09:00:00Z", 0L, 400L));
      healthy(store);
      assertThat(store.doctor().examine(Sample.NOW))
          .filteredOn(finding -> finding.check().equals("reversals"))
          .allMatch(finding -> finding.severity() == Doctor.Severity.FINE);
    }
  }

  @Test
  void reliability20RefundAboveTheSaleAndChargebackWonBackNetExactly() {
    try (Store store = Sample.open(folder)) {
      ingest(
          store,
          sale("s", "tip", "2026-01-05 10:00:00", "10.00")
              .row(
                  "id",
                  "b",
                  "source",
                  "shop",
                  "time",
                  "2026-01-06 10:00:00",
                  "type",
                  "chargeback",
                  "creator",
                  "alice",
                  "amount_text",
                  "10.00",
                  "currency",
                  "USD",
                  "refers_to",
                  "s")
              .row(
                  "id",
                  "w",
                  "source",
                  "shop",
                  "time",
                  "2026-01-20 10:00:00",
                  "type",
                  "chargeback",
                  "creator",
                  "alice",
                  "amount_text",
                  "10.00",
                  "currency",
                  "USD",
                  "refers_to",
                  "b",
                  "attributes",
                  "{\"won\":\"true\"}"));
      assertThat(net(store, Stream.TIPS)).isEqualTo(1000);
      ingest(store, reversal("r", "refund", "2026-02-01 10:00:00", "s", "12.00"));
      assertThat(net(store, Stream.TIPS)).isEqualTo(-200);
      assertThat(store.doctor().examine(Sample.NOW))
          .anyMatch(
              finding ->
                  finding.check().equals("refunds")
                      && finding.severity() == Doctor.Severity.NOTICE);
      healthy(store);
    }
  }

  @Test
  void reliability20AMissingRateIsAnErrorThatNamesIt() {
    try (Store store = Sample.open(folder)) {
      ingest(
          store,
          sale("1", "tip", "2026-01-05 10:00:00", "10.00")
              .row(
                  "id",
                  "2",
                  "source",
                  "shop",
                  "time",
                  "2026-01-05 10:00:01",
                  "type",
                  "tip",
                  "creator",
                  "alice",
                  "amount_text",
                  "1000",
                  "currency",
                  "JPY"));
      assertThatThrownBy(() -> collect(store, Stream.TIPS))
          .isInstanceOf(MissingRateException.class)
          .hasMessageContaining("JPY to USD for 2026-01-05");
      store
          .settings()
          .addRates(
              List.of(
                  new ExchangeRates.Rate(
                      LocalDate.of(2026, 1, 2),
                      Money.currency("JPY"),
                      Money.currency("USD"),
                      new BigDecimal("0.00655"))));
      assertThat(collect(store, Stream.TIPS))
          .singleElement()
          .satisfies(cell -> assertThat(cell.gross()).isEqualTo(1000 + 655));
    }
  }

  @Test
  void estimatesAreReplacedByFinalAndPaidAndNeverCountTwice() {
    try (Store store = Sample.open(folder)) {
      ingest(store, ad("a", "estimated", "10.00"));
      IngestReport newer = ingest(store, ad("a", "estimated", "11.00"));
      assertThat(newer.corrections()).isEqualTo(1);
      IngestReport settled = ingest(store, ad("a", "final", "9.00"));
      assertThat(settled.corrections()).isEqualTo(1);
      assertThat(settled.conflicts()).isZero();
      assertThat(ingest(store, ad("a", "estimated", "11.00")).duplicates()).isEqualTo(1);
      assertThat(ingest(store, ad("a", "final", "8.00")).conflicts()).isEqualTo(1);
      assertThat(ingest(store, ad("a", "estimated", "7.00")).accepted()).isEqualTo(1);
      assertThat(collect(store, Stream.ADVERTISING))
          .singleElement()
          .satisfies(
              cell -> {
                assertThat(cell.gross()).isEqualTo(900);
                assertThat(cell.state()).isEqualTo(State.FINAL);
                assertThat(cell.count()).isEqualTo(1);
              });
      ingest(store, ad("a", "paid", "9.00"));
      assertThat(collect(store, Stream.ADVERTISING).getFirst().state()).isEqualTo(State.PAID);
      DateRange january =
          DateRange.ofDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), ZoneId.of("UTC"));
      assertThat(store.revenue().collect(ALICE, january).settlements())
          .singleElement()
          .satisfies(
              settlement -> {
                assertThat(settlement.estimated()).isEqualTo(1000);
                assertThat(settlement.settled()).isEqualTo(900);
              });
      healthy(store);
    }
  }

  @Test
  void versionsOfOneEventInOneBatchComeInAnyOrder() {
    try (Store store = Sample.open(folder)) {
      IngestReport report =
          ingest(
              store,
              ad("a", "final", "9.00")
                  .row(adFields("a", "estimated", "10.00"))
                  .row(adFields("a", "estimated", "10.00"))
                  .row(adFields("a", "final", "9.50")));
      assertThat(report.accepted()).isEqualTo(2);
      assertThat(report.duplicates()).isEqualTo(1);
      assertThat(report.conflicts()).isEqualTo(1);
      assertThat(net(store, Stream.ADVERTISING)).isEqualTo(900);
      healthy(store);
    }
  }

  @Test
  void aFinalFigureMayNameItsEstimateAndMayComeFirst() {
    try (Store store = Sample.open(folder)) {
      Sample settled = new Sample();
      String[] fields = adFields("final-1", "final", "9.00");
      settled.row(with(fields, "refers_to", "estimate-1"));
      ingest(store, settled);
      ingest(store, ad("estimate-1", "estimated", "10.00"));
      assertThat(net(store, Stream.ADVERTISING)).isEqualTo(900);
      ingest(store, ad("estimate-2", "estimated", "5.00"));
      assertThat(net(store, Stream.ADVERTISING)).isEqualTo(1400);
      ingest(
          store,
          new Sample().row(with(adFields("final-2", "final", "4.00"), "refers_to", "estimate-2")));
      assertThat(net(store, Stream.ADVERTISING)).isEqualTo(1300);
      healthy(store);
    }
  }

  private static Sample ad(String id, String state, String amount) {
    return new Sample().row(adFields(id, state, amount));
  }

  private static String[] adFields(String id, String state, String amount) {
    return new String[] {
      "id",
      id,
      "source",
      "youtube",
      "time",
      "2026-01-05 00:00:00",
      "type",
      "ad.revenue",
      "creator",
      "alice",
      "amount_text",
      amount,
      "currency",
      "USD",
      "state",
      state
    };
  }

  private static String[] with(String[] fields, String name, String value) {
    String[] more = java.util.Arrays.copyOf(fields, fields.length + 2);
    more[fields.length] = name;
    more[fields.length + 1] = value;
    return more;
  }

  private static Sample sale(String id, String type, String time, String amount) {
    return new Sample()
        .row(
            "id",
            id,
            "source",
            "shop",
            "time",
            time,
            "type",
            type,
            "creator",
            "alice",
            "amount_text",
            amount,
            "currency",
            "USD");
  }

  private static Sample reversal(
      String id, String type, String time, String refersTo, String amount) {
    return new Sample()
        .row(
            "id",
            id,
            "source",
            "shop",
            "time",
            time,
            "type",
            type,
            "creator",
            "alice",
            "amount_text",
            amount,
            "currency",
            "USD",
            "refers_to",
            refersTo);
  }

  private static List<RevenueCell> collect(Store store, Stream stream) {
    return Sample.cells(store, ALICE, YEAR, stream);
  }

  private static long net(Store store, Stream stream) {
    return collect(store, stream).stream().mapToLong(RevenueCell::net).sum();
  }
}
