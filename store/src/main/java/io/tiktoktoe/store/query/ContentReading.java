package io.tiktoktoe.store.query;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentAssignments;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.ContentPayments.Kind;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.store.engine.GrowingColumns;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads one creator's contents from one snapshot. */
final class ContentReading {

  private static final int NOBODY = ContentActs.NOBODY;
  private static final long DAY_SECONDS = 86_400;
  private static final String SHOWN = "shown";
  private static final String WITHHELD = "withheld";
  private static final Stream[] STREAMS = Stream.values();

  private final Queries queries;
  private final long creator;
  private final CreatorProfile profile;
  private final DailyRates rates;
  private final Instant end;
  private final LocalDateTime before;
  private final PersonIndex persons = new PersonIndex();
  private final ContentPlaces places = new ContentPlaces();
  private final Map<String, Integer> platforms = new HashMap<>();
  private final List<String> platformNames = new ArrayList<>();
  private final Dimensions dimensions = new Dimensions();
  private final Dimensions.Known known;
  private long lastDate;
  private long lastSeconds;

  ContentReading(
      Queries queries, long creator, CreatorProfile profile, DailyRates rates, LocalDate through) {
    this.queries = queries;
    this.creator = creator;
    this.profile = profile;
    this.rates = rates;
    this.end = DateRange.ofDays(through, through, profile.zone()).to();
    this.before = StoreRevenueSource.utc(end);
    this.known = dimensions.with(queries, new BitSet());
  }

  ContentHistory read(ExchangeRates all) {
    queries.numbers(
        Sql.file("shared/audience/links", creator, before),
        row -> persons.link(row[0], row[1], row[2] == 1));
    persons.join();
    GrowingColumns acts = acts();
    GrowingColumns payments = payments();
    queries.query(
        Sql.file("shared/content/said", creator, before),
        row ->
            places.said(
                row.number("content"),
                row.instant("first").getEpochSecond(),
                AttributeText.parse(row.text("attributes"))));
    GrowingColumns drawn = assignments();
    ContentPlaces.Joined joined = places.joined(queries);
    Instant newest = CreatorReading.coverage(queries, creator, profile.zone()).newest();
    return new ContentHistory(
        joined.contents(),
        persons.size(),
        platformNames,
        acts(acts, joined),
        payments(payments, joined),
        ledger(all),
        assignments(drawn, joined),
        newest.isBefore(end) ? newest : end);
  }

  /** Seconds, content, fan, platform, kind, quantity, watched, completed. */
  private GrowingColumns acts() {
    GrowingColumns rows = new GrowingColumns(8);
    queries.numbers(
        Sql.file("shared/content/acts", creator, before),
        row -> {
          long seconds = seconds(row[0]) + row[1];
          String platform = known.group(Math.toIntExact(row[4])).source();
          int place = places.met(row[2], seconds, platform);
          places.length(place, row[8]);
          rows.add(
              seconds,
              place,
              row[3] < 0 ? NOBODY : persons.of(row[3]),
              platform(platform),
              row[5],
              Math.min(row[6], Integer.MAX_VALUE),
              row[7],
              row[9] * Math.min(row[6], Integer.MAX_VALUE));
        });
    return rows;
  }

  private static ContentActs acts(GrowingColumns rows, ContentPlaces.Joined joined) {
    return new ContentActs(
        rows.size(),
        rows.longs(0),
        joined(rows.ints(1), joined),
        rows.ints(2),
        rows.shorts(3),
        rows.bytes(4),
        rows.ints(5),
        rows.longs(6),
        rows.ints(7));
  }

  /** Seconds, content, fan, whether it was shown. */
  private GrowingColumns assignments() {
    GrowingColumns rows = new GrowingColumns(4);
    queries.query(
        Sql.file("shared/content/holdouts", creator, before),
        row -> {
          String arm = AttributeText.parse(row.text("attributes")).getOrDefault("chosen", "");
          if (arm.equals(SHOWN) || arm.equals(WITHHELD)) {
            long seconds = row.instant("time").getEpochSecond();
            rows.add(
                seconds,
                places.paid(row.number("content"), seconds),
                persons.of(row.number("fan")),
                arm.equals(SHOWN) ? 1 : 0);
          }
        });
    return rows;
  }

  private static ContentAssignments assignments(GrowingColumns rows, ContentPlaces.Joined joined) {
    int[] arms = rows.ints(3);
    boolean[] shown = new boolean[arms.length];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = arms[i] == 1;
    }
    return new ContentAssignments(
        rows.size(), rows.longs(0), joined(rows.ints(1), joined), rows.ints(2), shown);
  }

  private static int[] joined(int[] places, ContentPlaces.Joined joined) {
    for (int i = 0; i < places.length; i++) {
      places[i] = places[i] < 0 ? NOBODY : joined.placeOf()[places[i]];
    }
    return places;
  }

  /** Seconds, fan, content, stream, kind, net, term, place of the payment that began it. */
  private GrowingColumns payments() {
    GrowingColumns rows = new GrowingColumns(8);
    Map<List<Long>, Integer> begun = new HashMap<>();
    queries.numbers(
        Sql.file("shared/content/payments", creator, before),
        row -> {
          long seconds = seconds(row[0]) + row[1];
          int fan = row[2] < 0 ? NOBODY : persons.of(row[2]);
          Kind kind = kind(row);
          List<Long> chain = List.of((long) fan, row[10]);
          int own = rows.size();
          int origin = kind == Kind.RENEWAL && fan >= 0 ? begun.getOrDefault(chain, own) : own;
          if (kind == Kind.START && fan >= 0) {
            begun.put(chain, own);
          }
          rows.add(
              seconds,
              fan,
              row[3] < 0 ? NOBODY : places.paid(row[3], seconds),
              row[4] < 0 ? Stream.MERCHANDISE.ordinal() : row[4],
              kind.ordinal(),
              rates.convert(row[11], known.currency((int) row[5]), date(row[0])),
              row[9],
              origin);
        });
    return rows;
  }

  private static Kind kind(long[] row) {
    if (row[6] == 1) {
      return Kind.START;
    }
    if (row[7] == 1) {
      return Kind.RENEWAL;
    }
    if (row[8] == 1) {
      return Kind.BRAND_DEAL;
    }
    return row[4] == Stream.TIPS.ordinal()
        ? Kind.TIP
        : row[4] == Stream.ADVERTISING.ordinal() ? Kind.ADVERTISING : Kind.ORDER;
  }

  private static ContentPayments payments(GrowingColumns rows, ContentPlaces.Joined joined) {
    return new ContentPayments(
        rows.size(),
        rows.longs(0),
        rows.ints(1),
        joined(rows.ints(2), joined),
        rows.bytes(3),
        rows.bytes(4),
        rows.longs(5),
        rows.ints(6),
        rows.ints(7));
  }

  /** The books: net income before costs of everything until the end. */
  private Map<Stream, Long> ledger(ExchangeRates all) {
    Map<Stream, Long> sums = new EnumMap<>(Stream.class);
    for (Stream stream : STREAMS) {
      sums.put(stream, 0L);
    }
    ZoneId zone = profile.zone();
    Instant first = CreatorReading.coverage(queries, creator, zone).first();
    if (!first.isBefore(end)) {
      return sums;
    }
    DateRange period = new DateRange(DateRange.bucket(first), end, zone);
    RevenueCells.read(queries, dimensions, creator, period)
        .forEach(
            (stream, cells) -> {
              for (RevenueCell cell : cells.in(all, profile.currency())) {
                sums.merge(stream, Math.addExact(cell.net(), cell.costs()), Math::addExact);
              }
            });
    return sums;
  }

  private int platform(String name) {
    return platforms.computeIfAbsent(
        name,
        key -> {
          platformNames.add(key);
          return platformNames.size() - 1;
        });
  }

  /** Seconds since 1970 at which a date such as 20261126 begins. */
  private long seconds(long date) {
    if (date != lastDate) {
      lastDate = date;
      lastSeconds = date(date).toEpochDay() * DAY_SECONDS;
    }
    return lastSeconds;
  }

  private static LocalDate date(long number) {
    int days = Math.toIntExact(number);
    return LocalDate.of(days / 10_000, days / 100 % 100, days % 100);
  }
}
