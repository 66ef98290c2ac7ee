package io.tiktoktoe.store.query;

import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.MissingRateException;
import io.tiktoktoe.pipeline.insight.MarketAct;
import io.tiktoktoe.pipeline.insight.MarketSink;
import io.tiktoktoe.pipeline.insight.MarketStream;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What fans of all creators watched and paid in two periods, from the event log of a store, in one
 * snapshot. Rows stream through, sorted by fan.
 */
public final class StoreMarketStream implements MarketStream {

  private static final Label NOTHING = new Label(Optional.empty(), "");

  private final Queries snapshot;
  private final DailyRates rates;
  private final Dimensions.Known dimensions;
  private final LocalDateTime from;
  private final LocalDateTime middle;
  private final LocalDateTime to;
  private final Map<Long, Label> labels = new HashMap<>();
  private final Map<Long, Label> said = new HashMap<>();

  /** What a sender says that a content is. */
  private record Label(Optional<ContentKind> kind, String category) {

    /** This, and what it leaves open as the other says. */
    Label or(Label other) {
      return new Label(
          kind.isPresent() ? kind : other.kind, category.isEmpty() ? other.category : category);
    }
  }

  /**
   * @param snapshot what is read; used by one thread
   * @param rates the exchange rates of the snapshot
   * @param target currency in which amounts are told
   * @param from first instant
   * @param middle first instant of the later period
   * @param to first instant after it
   */
  public StoreMarketStream(
      Queries snapshot,
      ExchangeRates rates,
      Currency target,
      Instant from,
      Instant middle,
      Instant to) {
    this.snapshot = snapshot;
    this.rates = new DailyRates(rates, target);
    this.dimensions = new Dimensions().with(snapshot, new BitSet());
    this.from = StoreRevenueSource.utc(from);
    this.middle = StoreRevenueSource.utc(middle);
    this.to = StoreRevenueSource.utc(to);
  }

  @Override
  public void acts(MarketSink sink) {
    snapshot.query(
        Sql.file("shared/platform/market_labels", to),
        row ->
            labels.put(
                row.number("label"),
                new Label(ContentKind.named(row.required("said_type")), row.required("category"))));
    snapshot.numbers(
        Sql.file("shared/platform/market_said", to, to),
        row -> said.merge(row[0], label(row[1]), (before, last) -> last.or(before)));
    PersonIndex persons = new PersonIndex();
    snapshot.numbers(Sql.file("shared/platform/links"), row -> persons.link(row[0], row[1], true));
    persons.join();
    Accounts accounts = new Accounts(sink, persons);
    snapshot.numbers(Sql.file("shared/platform/market", middle, to, from, to), accounts::row);
    accounts.end();
  }

  private Label label(long number) {
    return labels.getOrDefault(number, NOTHING);
  }

  /** Tells one account after another. */
  private final class Accounts {

    private final MarketSink sink;
    private final PersonIndex persons;
    private boolean any;
    private long fan;

    Accounts(MarketSink sink, PersonIndex persons) {
      this.sink = sink;
      this.persons = persons;
    }

    /** Fan, later, day, content, label, length, views, amount, currency. */
    void row(long[] row) {
      if (any && row[0] != fan) {
        end();
      }
      any = true;
      fan = row[0];
      Label label = label(row[4]).or(said.getOrDefault(row[3], NOTHING));
      boolean watched = row[6] > 0 && (row[3] >= 0 || row[5] > 0 || label.kind().isPresent());
      Optional<ContentKind> kind =
          watched
              ? label.kind().or(() -> Optional.of(ContentKind.ofLength(row[5])))
              : Optional.empty();
      sink.act(new MarketAct(row[1] == 1, kind, label.category(), row[6], amount(row)));
    }

    /** In the release's currency; nothing where there is no rate: that it failed would tell. */
    private long amount(long[] row) {
      if (row[7] == 0 || row[8] < 0) {
        return 0;
      }
      int day = Math.toIntExact(row[2]);
      LocalDate date = LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
      try {
        return rates.convert(row[7], dimensions.currency((int) row[8]), date);
      } catch (MissingRateException e) {
        return 0;
      }
    }

    void end() {
      if (any) {
        sink.endOfAccount(persons.of(fan), persons.isShared(fan));
      }
    }
  }
}
