package io.tiktoktoe.store;

import static io.tiktoktoe.store.EventLogTest.healthy;
import static io.tiktoktoe.store.EventLogTest.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reversals whose sender says neither fee nor tax, and refunds that later exports change. */
class ReversalTest {

  private static final CreatorProfile ALICE =
      new CreatorProfile("alice", ZoneId.of("UTC"), Money.currency("GBP"));
  private static final DateRange YEAR =
      DateRange.ofDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), ZoneId.of("UTC"));

  @TempDir Path folder;

  private static Sample add(
      Sample sample, String id, String day, String type, String amount, String... more) {
    List<String> fields =
        new ArrayList<>(
            List.of(
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
                "GBP"));
    fields.addAll(Arrays.asList(more));
    return sample.row(fields.toArray(String[]::new));
  }

  private static Sample sale(String id, String amount, String fee, String tax) {
    return add(
        new Sample(), id, "2026-01-05", "merch.order", amount, "fee_text", fee, "tax_text", tax);
  }

  private static Sample back(String id, String day, String sale, String amount, String... more) {
    List<String> fields = new ArrayList<>(List.of("refers_to", sale));
    fields.addAll(Arrays.asList(more));
    return add(new Sample(), id, day, "refund", amount, fields.toArray(String[]::new));
  }

  private static long sum(Store store, ToLongFunction<RevenueCell> of) {
    return store.revenue().income(ALICE, YEAR).streams().stream()
        .flatMap(List::stream)
        .mapToLong(of)
        .sum();
  }

  private static long net(Store store) {
    return sum(store, RevenueCell::net);
  }

  @Test
  void aWholeRefundUndoesFeeAndTaxAndPartsUndoTheirParts() {
    try (Store store = Sample.open(folder)) {
      ingest(store, sale("s", "30.00", "1.00", "5.01"));
      ingest(store, back("r1", "2026-01-07", "s", "10.00"));
      assertThat(sum(store, RevenueCell::fee)).isEqualTo(67);
      assertThat(sum(store, RevenueCell::tax)).isEqualTo(334);
      // Came later, happened earlier: the parts of both are found anew, and nothing gets lost.
      ingest(store, back("r2", "2026-01-06", "s", "10.00"));
      ingest(store, back("r3", "2026-01-08", "s", "10.00"));
      assertThat(sum(store, RevenueCell::fee)).isZero();
      assertThat(sum(store, RevenueCell::tax)).isZero();
      assertThat(net(store)).isZero();
      // Beyond the sale there is nothing left to undo.
      ingest(store, back("r4", "2026-01-09", "s", "2.00"));
      assertThat(net(store)).isEqualTo(-200);
      healthy(store);
    }
  }

  @Test
  void whatTheSenderSaysCounts() {
    try (Store store = Sample.open(folder)) {
      ingest(store, sale("s", "30.00", "1.00", "5.00"));
      ingest(store, back("r", "2026-01-07", "s", "30.00", "fee_text", "0.00"));
      assertThat(sum(store, RevenueCell::fee)).isEqualTo(100);
      assertThat(sum(store, RevenueCell::tax)).isZero();
      assertThat(net(store)).isEqualTo(-100);
      healthy(store);
    }
  }

  @Test
  void aRefundBeforeItsSaleAndARevisedSaleAreUndoneAsTheSaleIs() {
    try (Store store = Sample.open(folder)) {
      ingest(
          store,
          back("r", "2026-01-07", "s", "15.00", "attributes", "{\"stream\":\"merchandise\"}"));
      assertThat(net(store)).isEqualTo(-1_500);
      ingest(
          store,
          add(
              new Sample(),
              "s",
              "2026-01-05",
              "merch.order",
              "30.00",
              "fee_text",
              "2.00",
              "state",
              "estimated"));
      assertThat(net(store)).isEqualTo(3_000 - 200 - 1_500 + 100);
      ingest(
          store,
          add(
              new Sample(),
              "s",
              "2026-01-05",
              "merch.order",
              "30.00",
              "fee_text",
              "3.00",
              "state",
              "final"));
      assertThat(net(store)).isEqualTo(3_000 - 300 - 1_500 + 150);
      healthy(store);
    }
  }

  @Test
  void aChargebackThatIsWonTakesBackWhatItUndid() {
    try (Store store = Sample.open(folder)) {
      ingest(store, sale("s", "20.00", "0.90", "0.00"));
      ingest(store, add(new Sample(), "c", "2026-01-08", "chargeback", "20.00", "refers_to", "s"));
      assertThat(net(store)).isZero();
      ingest(
          store,
          add(
              new Sample(),
              "w",
              "2026-01-20",
              "chargeback",
              "20.00",
              "refers_to",
              "c",
              "attributes",
              "{\"won\":\"true\"}"));
      assertThat(net(store)).isEqualTo(2_000 - 90);
      healthy(store);
    }
  }

  @Test
  void aRefundGrowsShrinksAndIsWithdrawnWithLaterExports() {
    try (Store store = Sample.open(folder)) {
      ingest(store, sale("s", "25.00", "0.00", "5.00"));
      IngestReport none = ingest(store, soFar("0.00"));
      assertThat(none.accepted() + none.duplicates() + none.conflicts()).isZero();
      ingest(store, soFar("5.00"));
      assertThat(net(store)).isEqualTo(2_500 - 500 - 500 + 100);
      IngestReport grown = ingest(store, soFar("15.00"));
      assertThat(grown.corrections()).isEqualTo(1);
      assertThat(sum(store, RevenueCell::refunds)).isEqualTo(1_500);
      assertThat(net(store)).isEqualTo(2_500 - 500 - 1_500 + 300);
      // An older export that comes again changes nothing.
      assertThat(ingest(store, soFar("5.00")).duplicates()).isEqualTo(1);
      assertThat(sum(store, RevenueCell::refunds)).isEqualTo(1_500);
      ingest(store, soFar("10.00"));
      assertThat(sum(store, RevenueCell::refunds)).isEqualTo(1_000);
      ingest(store, soFar("0.00"));
      assertThat(net(store)).isEqualTo(2_000);
      healthy(store);
    }
  }

  private static Sample soFar(String amount) {
    return back("s:refund", "2026-01-07", "s", amount, "attributes", "{\"so_far\":\"true\"}");
  }

  @Test
  void takingTheSaleBackLeavesTheRefundSilentAgain() {
    try (Store store = Sample.open(folder)) {
      ingest(store, back("r", "2026-01-07", "s", "10.00"));
      store
          .events()
          .ingest(
              sale("s", "20.00", "2.00", "4.00").relation(), IngestOptions.of("sales", Sample.NOW));
      assertThat(net(store)).isEqualTo(2_000 - 600 - 1_000 + 300);
      store.events().undo("sales", Sample.NOW);
      assertThat(net(store)).isEqualTo(-1_000);
      healthy(store);
      store
          .events()
          .ingest(
              sale("s", "20.00", "2.00", "4.00").relation(), IngestOptions.of("again", Sample.NOW));
      assertThat(net(store)).isEqualTo(2_000 - 600 - 1_000 + 300);
      healthy(store);
    }
  }

  @Test
  void aRefundOfAnEstimateIsNoSettlementOfIt() {
    try (Store store = Sample.open(folder)) {
      ingest(
          store, add(new Sample(), "e", "2026-01-05", "ad.revenue", "12.00", "state", "estimated"));
      ingest(store, back("r", "2026-01-09", "e", "4.00"));
      ingest(store, add(new Sample(), "f", "2026-01-05", "ad.revenue", "11.00", "refers_to", "e"));
      DateRange january =
          DateRange.ofDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), ZoneId.of("UTC"));
      assertThat(store.revenue().collect(ALICE, january).settlements())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.estimated()).isEqualTo(1_200);
                assertThat(one.settled()).isEqualTo(1_100);
              });
    }
  }
}
