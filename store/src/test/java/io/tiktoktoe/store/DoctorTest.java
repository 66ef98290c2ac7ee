package io.tiktoktoe.store;

import static io.tiktoktoe.store.EventLogTest.ingest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.MissingRateException;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.store.Doctor.Finding;
import io.tiktoktoe.store.Doctor.Severity;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  @TempDir Path folder;

  private static Finding finding(Store store, String check) {
    return store.doctor().examine(Sample.NOW).stream()
        .filter(one -> one.check().equals(check))
        .findFirst()
        .orElseThrow();
  }

  private static Sample row(
      Sample sample, String id, String day, String type, String amount, String currency) {
    return sample.row(
        "id",
        id,
        "source",
        "shop",
        "time",
        day + " 10:00:00",
        "type",
        type,
        "creator",
        "alice",
        "amount_text",
        amount,
        "currency",
        currency);
  }

  @Test
  void everyMissingRateIsNamedAtOnceByDoctorAndByTheReport() {
    Sample sample = new Sample();
    for (String day : List.of("2026-01-05", "2026-01-06", "2026-01-20")) {
      row(sample, "c" + day, day, "tip", "3.00", "CHF");
      row(sample, "d" + day, day, "tip", "3.00", "CHF");
      row(sample, "n" + day, day, "tip", "70.00", "NOK");
    }
    row(sample, "k", "2026-01-07", "tip", "40.00", "DKK");
    CreatorProfile alice = new CreatorProfile("alice", ZoneId.of("UTC"), Money.currency("CHF"));
    DateRange month =
        DateRange.ofDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), ZoneId.of("UTC"));
    try (Store store = Sample.open(folder)) {
      ingest(store, sample);
      String dkk = "DKK to CHF for 2026-01-07";
      String nok = "NOK to CHF for 3 days from 2026-01-05 to 2026-01-20";
      // No profile: the currency in which most was sold is the one that is asked for.
      assertThat(finding(store, "rates").severity()).isEqualTo(Severity.PROBLEM);
      assertThat(finding(store, "rates").message()).contains(dkk).contains(nok);
      assertThatThrownBy(() -> store.revenue().collect(alice, month))
          .isInstanceOf(MissingRateException.class)
          .hasMessageContaining(dkk)
          .hasMessageContaining(nok);
      store.settings().addRates(List.of(rate("NOK", "2026-01-04"), rate("DKK", "2026-01-04")));
      // A rate holds for ten days.
      assertThat(finding(store, "rates").message())
          .contains("NOK to CHF for 2026-01-20")
          .doesNotContain("DKK");
      store.settings().addRates(List.of(rate("NOK", "2026-01-20")));
      assertThat(finding(store, "rates").severity()).isEqualTo(Severity.FINE);
      assertThat(store.revenue().collect(alice, month).income().streams()).isNotEmpty();
    }
  }

  private static ExchangeRates.Rate rate(String from, String day) {
    return new ExchangeRates.Rate(
        LocalDate.parse(day), Money.currency(from), Money.currency("CHF"), new BigDecimal("0.08"));
  }

  @Test
  void aRefundWithoutItsSaleIsToldEvenWhenItNamesItsStream() {
    try (Store store = Sample.open(folder)) {
      Sample sample = row(new Sample(), "s", "2026-01-05", "tip", "3.00", "CHF");
      ingest(store, sample);
      assertThat(finding(store, "reversals").severity()).isEqualTo(Severity.FINE);
      ingest(
          store,
          new Sample()
              .row(
                  "id",
                  "r",
                  "source",
                  "shop",
                  "time",
                  "2026-01-06 10:00:00",
                  "type",
                  "refund",
                  "creator",
                  "alice",
                  "amount_text",
                  "2.00",
                  "currency",
                  "CHF",
                  "attributes",
                  "{\"stream\":\"tips\"}"));
      assertThat(finding(store, "reversals").severity()).isEqualTo(Severity.NOTICE);
      assertThat(finding(store, "reversals").message()).contains("1 count in the stream");
    }
  }

  @Test
  void amountsThatNoSumHoldsAreToldAndCanBeTakenBack() throws SQLException {
    try (Store store = Sample.open(folder)) {
      ingest(store, row(new Sample(), "s", "2026-01-05", "tip", "3.00", "CHF"));
      assertThat(finding(store, "amounts").severity()).isEqualTo(Severity.FINE);
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("test.duckdb"));
        Statement statement = connection.createStatement()) {
      // As if it had come before there was a bound.
      statement.execute("UPDATE events SET amount = 9223372036854775807");
    }
    try (Store store = Sample.open(folder)) {
      Finding found = finding(store, "amounts");
      assertThat(found.severity()).isEqualTo(Severity.PROBLEM);
      String batch = Sample.options().batch();
      assertThat(found.message()).contains("100000000000000").contains("undo (" + batch + ")");
      store.events().undo(batch, Sample.NOW);
      assertThat(finding(store, "amounts").severity()).isEqualTo(Severity.FINE);
    }
  }
}
