package io.tiktoktoe.store.query;

import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.MissingRateException;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.pipeline.insight.ActivitySink;
import io.tiktoktoe.pipeline.insight.AnalyticsStream;
import io.tiktoktoe.pipeline.insight.PersonAct;
import io.tiktoktoe.pipeline.insight.PersonEvent;
import io.tiktoktoe.pipeline.insight.PlatformHealth;
import io.tiktoktoe.store.model.PlatformSlice;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.ResultRow;
import io.tiktoktoe.store.model.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A platform's data from the event log of a store, in one snapshot. Rows stream through, sorted by
 * fan and time; memory grows with fans alone.
 */
public final class StoreAnalyticsStream implements AnalyticsStream {

  private static final int DAY_SECONDS = 86_400;

  private final Queries snapshot;
  private final ExchangeRates rates;
  private final Currency target;
  private final PlatformSlice slice;
  private final Dimensions.Known dimensions;
  private long lastDay;
  private LocalDate date = LocalDate.EPOCH;

  /**
   * @param snapshot what is read; used by one thread
   * @param rates the exchange rates of the snapshot
   * @param target currency in which amounts are told
   * @param slice which events
   */
  public StoreAnalyticsStream(
      Queries snapshot, ExchangeRates rates, Currency target, PlatformSlice slice) {
    this.snapshot = snapshot;
    this.rates = rates;
    this.target = target;
    this.slice = slice;
    this.dimensions = new Dimensions().with(snapshot, new BitSet());
  }

  /** Tells one account after another. */
  private final class Accounts {

    private final ActivitySink sink;
    private final PersonIndex persons;
    private final DailyRates daily = new DailyRates(rates, target);
    private final Set<List<Long>> unpriced = new HashSet<>();
    private boolean any;
    private long fan;

    Accounts(ActivitySink sink, PersonIndex persons) {
      this.sink = sink;
      this.persons = persons;
    }

    void row(long[] row) {
      day(row[1]);
      long second = date.toEpochDay() * DAY_SECONDS + row[2];
      if (!slice.counts(second, row[15])) {
        return;
      }
      if (any && row[0] != fan) {
        end();
      }
      any = true;
      fan = row[0];
      sink.event(
          new PersonEvent(
              second,
              row[3] == 1,
              ACTS[(int) row[4]],
              Math.max(1, row[5]),
              row[6],
              row[7],
              row[8],
              row[9],
              row[10] == 1,
              (int) row[11],
              STREAMS[(int) row[12]],
              amount(row[13], row[14])));
    }

    private long amount(long amount, long currency) {
      if (amount == 0 || currency < 0) {
        return 0;
      }
      List<Long> asked = List.of(lastDay, currency);
      if (unpriced.contains(asked)) {
        return PersonEvent.NO_RATE;
      }
      try {
        return daily.convert(amount, dimensions.currency((int) currency), date);
      } catch (MissingRateException e) {
        // Not told: it would tell that somebody paid so.
        unpriced.add(asked);
        return PersonEvent.NO_RATE;
      }
    }

    void end() {
      if (any) {
        sink.endOfAccount(persons.of(fan), persons.isShared(fan));
      }
    }
  }

  private static final PersonAct[] ACTS = PersonAct.values();

  private static final Stream[] STREAMS = Stream.values();

  private void day(long number) {
    if (number != lastDay) {
      lastDay = number;
      int days = Math.toIntExact(number);
      date = LocalDate.of(days / 10_000, days / 100 % 100, days % 100);
    }
  }

  @Override
  public void activity(ActivitySink sink) {
    PersonIndex persons = new PersonIndex();
    snapshot.numbers(Sql.file("shared/platform/links"), row -> persons.link(row[0], row[1], true));
    persons.join();
    Accounts accounts = new Accounts(sink, persons);
    snapshot.numbers(
        Sql.file(
            "shared/platform/activity",
            StoreRevenueSource.utc(slice.from()),
            StoreRevenueSource.utc(slice.to()),
            slice.released().through(),
            StoreRevenueSource.utc(slice.lateFrom()),
            StoreRevenueSource.utc(slice.lateTo())),
        accounts::row);
    accounts.end();
  }

  @Override
  public String creator(long number) {
    return name("SELECT name FROM creator WHERE creator = ?", number);
  }

  @Override
  public String content(long number) {
    return name("SELECT name FROM content WHERE content = ?", number);
  }

  private String name(String sql, long number) {
    List<String> names = snapshot.rows(Sql.of(sql, number), row -> row.required("name"));
    return names.isEmpty() ? "unknown" : names.getFirst();
  }

  @Override
  public String platform(int place) {
    return dimensions.group(place).source();
  }

  @Override
  public String country(int place) {
    String country = dimensions.group(place).country();
    return country == null ? "unknown" : country.toUpperCase(Locale.ROOT);
  }

  @Override
  public PlatformHealth health() {
    return new PlatformHealth(
        snapshot.rows(period("shared/platform/health"), StoreAnalyticsStream::sample),
        snapshot.rows(period("shared/platform/deliveries"), StoreAnalyticsStream::delivery));
  }

  private Sql period(String file) {
    return Sql.file(file, StoreRevenueSource.utc(slice.from()), StoreRevenueSource.utc(slice.to()));
  }

  private static PlatformHealth.Sample sample(ResultRow row) {
    return new PlatformHealth.Sample(
        row.required("source"),
        row.required("measure"),
        row.instant("time"),
        row.fraction("value"));
  }

  private static PlatformHealth.Delivery delivery(ResultRow row) {
    Instant recorded = row.instant("recorded");
    return new PlatformHealth.Delivery(
        recorded,
        row.number("accepted"),
        row.number("rejected"),
        Math.max(0, Duration.between(row.instant("newest"), recorded).toSeconds()));
  }
}
