package io.tiktoktoe.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.metric.FailedPayments;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.revenue.insight.RevenueInputs;
import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.store.CrashVictim;
import io.tiktoktoe.store.EventLogTest;
import io.tiktoktoe.store.Sample;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreRevenueSourceTest {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2025-03-08, 92", "America/New_York, 2025-11-01, 100",
    "Africa/Cairo, 2025-04-24, 92", "Australia/Lord_Howe, 2025-10-04, 94",
    "Australia/Lord_Howe, 2025-04-05, 98", "Asia/Kathmandu, 2025-06-01, 96"
  })
  void reliability21DaysOfAnyLengthKeepTheirSums(String zone, LocalDate before, int quarters) {
    CreatorProfile alice = new CreatorProfile("alice", ZoneId.of(zone), Money.currency("USD"));
    Sample sample = new Sample();
    Instant start = before.atStartOfDay(alice.zone()).toInstant();
    int cents = 3 * 100;
    for (int i = 0; i < cents; i++) {
      LocalDateTime time = LocalDateTime.ofInstant(start.plusSeconds(i * 900L), ZoneOffset.UTC);
      sample.tip("t" + i, TIME.format(time), "alice", "0.01");
    }
    try (Store store = Sample.open(folder)) {
      EventLogTest.ingest(store, sample);
      long sum = 0;
      for (int day = 0; day < 5; day++) {
        LocalDate local = before.plusDays(day);
        DateRange period = DateRange.ofDays(local, local, alice.zone());
        long income = tips(store, alice, period);
        if (day == 1) {
          assertThat(income).as("the day on which clocks change").isEqualTo(quarters);
        }
        sum += income;
      }
      assertThat(sum).isEqualTo(cents);
    }
  }

  private static long tips(Store store, CreatorProfile creator, DateRange period) {
    return Sample.cells(store, creator, period, Stream.TIPS).stream()
        .mapToLong(RevenueCell::gross)
        .sum();
  }

  @Test
  void whatIsCommittedBetweenTwoReadsIsSeen() {
    CreatorProfile alice = new CreatorProfile("alice", ZoneId.of("UTC"), Money.currency("USD"));
    DateRange day =
        DateRange.ofDays(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 5), ZoneId.of("UTC"));
    try (Store store = Sample.open(folder)) {
      EventLogTest.ingest(store, new Sample().tip("1", "2026-01-05 10:00:00", "alice", "1"));
      assertThat(Sample.cells(store, alice, day, Stream.MERCHANDISE)).isEmpty();
      EventLogTest.ingest(store, new Sample().tip("2", "2026-01-05 10:00:00", "alice", "2"));
      assertThat(tips(store, alice, day)).isEqualTo(300);
      assertThat(tips(store, alice, day)).isEqualTo(300);
    }
  }

  /** Large batches are merged by themselves; the cells and their order stay the same. */
  @Test
  void additionsAndMergedRowsGiveTheSameCells() {
    int rows = 60_000;
    CreatorProfile creator = new CreatorProfile("c7", ZoneId.of("UTC"), Money.currency("USD"));
    DateRange year =
        DateRange.ofDays(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneId.of("UTC"));
    try (Store store = Sample.open(folder)) {
      store.events().ingest(many("a", rows), Sample.options());
      assertThat(noted(store, "sorted_run")).containsExactly((long) rows);
      store.events().ingest(many("b", 10_000), Sample.options());
      assertThat(noted(store, "sorted_run")).containsExactly((long) rows);
      assertThat(noted(store, "merged_rows")).isEmpty();
      List<RevenueCell> before = Sample.cells(store, creator, year, Stream.TIPS);
      assertThat(before)
          .hasSize(rows / 50)
          .isSortedAccordingTo(Comparator.comparing(RevenueCell::bucket));
      assertThat(before.stream().mapToLong(RevenueCell::gross).sum())
          .isEqualTo((rows + 10_000) / 50);
      store.events().compactRevenue();
      assertThat(noted(store, "sorted_run")).isEmpty();
      assertThat(noted(store, "merged_rows")).containsExactly((long) rows);
      assertThat(Sample.cells(store, creator, year, Stream.TIPS)).isEqualTo(before);
      store.events().compact();
      assertThat(Sample.cells(store, creator, year, Stream.TIPS)).isEqualTo(before);
      EventLogTest.healthy(store);
    }
  }

  @Test
  void smallAdditionsAreMergedOnceTheyAreManyAndRunsOnceTheyAreManyPlaces() throws SQLException {
    try (Store store = Sample.open(folder)) {
      for (int batch = 0; batch < 5; batch++) {
        store.events().ingest(many("s" + batch + "-", 10_000), Sample.options());
      }
      assertThat(noted(store, "merged_rows")).containsExactly(10_000L);
      store.events().ingest(many("run", 60_000), Sample.options());
      assertThat(noted(store, "sorted_run")).containsExactly(60_000L);
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("test.duckdb"));
        Statement statement = connection.createStatement()) {
      // As if fifteen such batches had come.
      statement.execute("INSERT INTO store_info SELECT 'sorted_run', '0' FROM range(14)");
    }
    try (Store store = Sample.open(folder)) {
      store.events().ingest(many("last", 50_000), Sample.options());
      assertThat(noted(store, "sorted_run")).isEmpty();
      assertThat(noted(store, "merged_rows")).containsExactly(60_000L);
      EventLogTest.healthy(store);
    }
  }

  private static List<Long> noted(Store store, String key) {
    return store
        .engine()
        .rows(
            Sql.of("SELECT value FROM store_info WHERE key = ?", key),
            row -> Long.parseLong(row.required("value")));
  }

  /** Tips of one cent to 50 creators, each in a bucket of its own. */
  private static StageRelation many(String prefix, int rows) {
    String select = CrashVictim.relation(2).select();
    return StageRelation.seekable(
        "SELECT * REPLACE ('%s' || line AS id, 'c' || (line %% 50) AS creator,".formatted(prefix)
            + " TIMESTAMP '2025-01-01' + to_minutes((line // 50) * 15) AS time) FROM ("
            + select.replace("range(" + CrashVictim.BATCH_ROWS + ")", "range(" + rows + ")")
            + ")",
        prefix);
  }

  @Test
  void subscriptionsMoveAndFailedPaymentsRecover() {
    CreatorProfile alice = new CreatorProfile("alice", ZoneId.of("UTC"), Money.currency("USD"));
    Sample sample = new Sample();
    subscription(sample, "1", "bea", "2025-01-01", "subscription.started", "5.00");
    subscription(sample, "2", "bea", "2025-02-01", "subscription.payment_failed", "5.00");
    subscription(sample, "3", "bea", "2025-02-05", "subscription.renewed", "5.00");
    subscription(sample, "4", "bea", "2025-03-05", "subscription.renewed", "9.00");
    subscription(sample, "5", "bea", "2025-03-20", "subscription.canceled", "");
    subscription(sample, "6", "bea", "2025-06-01", "subscription.started", "4.00");
    subscription(sample, "7", "cem", "2025-01-10", "subscription.started", "3.00");
    sample.tip("t", "2025-08-01 00:00:00", "alice", "1");
    DateRange year =
        DateRange.ofDays(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneId.of("UTC"));
    try (Store store = Sample.open(folder)) {
      EventLogTest.ingest(store, sample);
      RevenueInputs inputs = store.revenue().collect(alice, year);
      List<SubscriptionMovement> movements = inputs.movements();
      assertThat(movements.stream().map(m -> m.day() + " " + m.kind() + " " + m.monthlyAmount()))
          .containsExactly(
              "2025-01-01 NEW 500",
              "2025-01-10 NEW 300",
              "2025-02-24 CHURN -300",
              "2025-03-05 EXPANSION 400",
              "2025-03-20 CHURN -900",
              "2025-06-01 REACTIVATION 400",
              "2025-07-16 CHURN -400");
      // The failure of February lies before the last quarter of the year.
      assertThat(inputs.failed()).isEqualTo(FailedPayments.NONE);
      DateRange untilApril =
          DateRange.ofDays(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 4, 1), ZoneId.of("UTC"));
      assertThat(store.revenue().collect(alice, untilApril).failed())
          .isEqualTo(new FailedPayments(1, 500, 1, 500, 0, 0));
    }
  }

  private static void subscription(
      Sample sample, String id, String fan, String day, String type, String amount) {
    String[] fields = {
      "id",
      id,
      "source",
      "twitch",
      "time",
      day + " 00:00:00",
      "type",
      type,
      "creator",
      "alice",
      "fan",
      fan,
      "currency",
      "USD",
      "amount_text",
      amount
    };
    sample.row(amount.isEmpty() ? java.util.Arrays.copyOf(fields, fields.length - 4) : fields);
  }
}
