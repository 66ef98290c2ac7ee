package io.tiktoktoe.store.query;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.RateGap;
import io.tiktoktoe.event.State;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.risk.exposure.IncomePart;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One creator's revenue of one stream, added up. The engine gives bare numbers of one table:
 * planning joins, sums and a sort of texts costs it many times what is done here.
 */
final class RevenueCells {

  /** Columns of {@code shared/metrics/revenue_cells} before the sums. */
  private static final int BUCKET = 0;

  private static final int STREAM = 1;
  private static final int STATE = 2;
  private static final int AUDIENCE = 3;
  private static final int CURRENCY = 4;
  private static final int FIRST_SUM = 5;

  /** Gross, fee, tax, refunds, chargebacks and costs are money; quantity and sales are not. */
  private static final int AMOUNTS = 6;

  private static final int SUMS = AMOUNTS + 2;

  private static final Stream[] STREAMS = Stream.values();
  private static final State[] STATES = State.values();

  private final Stream stream;
  private final List<Cell> cells;

  private RevenueCells(Stream stream, List<Cell> cells) {
    this.stream = stream;
    this.cells = cells;
  }

  /** One bucket, group, state and currency; the row as it was read, whose sums may grow. */
  private static final class Cell {

    private static final Comparator<Cell> ORDER =
        Comparator.comparingLong(Cell::bucket)
            .thenComparingInt(cell -> cell.group().rank())
            .thenComparingLong(Cell::state)
            .thenComparing(cell -> cell.currency().getCurrencyCode());

    private final Dimensions.Group group;
    private final Currency currency;
    private final long[] row;

    Cell(Dimensions.Group group, Currency currency, long[] row) {
      this.group = group;
      this.currency = currency;
      this.row = row;
    }

    Dimensions.Group group() {
      return group;
    }

    Currency currency() {
      return currency;
    }

    long bucket() {
      return row[BUCKET];
    }

    long state() {
      return row[STATE];
    }

    long sum(int which) {
      return row[FIRST_SUM + which];
    }

    boolean sameKey(Cell other) {
      return bucket() == other.bucket()
          && group.rank() == other.group.rank()
          && state() == other.state();
    }

    boolean isNothing() {
      for (int i = FIRST_SUM; i < row.length; i++) {
        if (row[i] != 0) {
          return false;
        }
      }
      return true;
    }

    boolean hasAmount() {
      for (int i = 0; i < AMOUNTS; i++) {
        if (sum(i) != 0) {
          return true;
        }
      }
      return false;
    }

    void add(Cell other) {
      for (int i = FIRST_SUM; i < row.length; i++) {
        row[i] = Math.addExact(row[i], other.row[i]);
      }
    }
  }

  /**
   * Reads all streams of one creator in a period at once: one of them costs as much.
   *
   * @throws ArithmeticException if a sum does not fit 64 bits
   */
  static Map<Stream, RevenueCells> read(
      Queries queries, Dimensions dimensions, long creator, DateRange period) {
    List<long[]> rows = new ArrayList<>();
    BitSet audiences = new BitSet();
    DayRows days = new DayRows(period);
    queries.numbers(
        Sql.file(
            "shared/metrics/revenue_cells",
            creator,
            StoreRevenueSource.utc(period.from()),
            StoreRevenueSource.utc(days.readTo())),
        row -> {
          long bucket = days.bucket(row[BUCKET]);
          if (days.contains(bucket)) {
            long[] kept = row.clone();
            kept[BUCKET] = bucket;
            rows.add(kept);
            audiences.set(Math.toIntExact(row[AUDIENCE]));
          }
        });
    Dimensions.Known known = dimensions.with(queries, audiences);
    Map<String, Stream> homes =
        rows.stream().allMatch(row -> row[STREAM] >= 0) ? Map.of() : homes(queries, creator);
    Map<Stream, List<Cell>> streams = new EnumMap<>(Stream.class);
    for (Stream stream : STREAMS) {
      streams.put(stream, new ArrayList<>());
    }
    for (long[] row : rows) {
      Cell cell =
          new Cell(known.group((int) row[AUDIENCE]), known.currency((int) row[CURRENCY]), row);
      streams.computeIfAbsent(stream(row, cell, homes), unused -> new ArrayList<>()).add(cell);
    }
    Map<Stream, RevenueCells> read = new EnumMap<>(Stream.class);
    streams.forEach((stream, cells) -> read.put(stream, new RevenueCells(stream, summed(cells))));
    return read;
  }

  /**
   * A reversal whose sale is unknown counts in the stream that sells most on its platform, or in
   * merchandise where the platform sold nothing.
   */
  private static Stream stream(long[] row, Cell cell, Map<String, Stream> homes) {
    return row[STREAM] >= 0
        ? STREAMS[(int) row[STREAM]]
        : homes.getOrDefault(cell.group().source(), Stream.MERCHANDISE);
  }

  /** The stream that sells most, by platform. */
  private static Map<String, Stream> homes(Queries queries, long creator) {
    Map<String, Stream> homes = new HashMap<>();
    queries.query(
        Sql.file("shared/metrics/home_streams", creator),
        row ->
            homes.put(
                row.required("source"),
                Stream.valueOf(row.required("stream").toUpperCase(Locale.ROOT))));
    return homes;
  }

  /** In order, each key and currency once, without those that add up to nothing. */
  private static List<Cell> summed(List<Cell> cells) {
    // Merged rollups come sorted by bucket, which this sort takes advantage of.
    cells.sort(Cell.ORDER);
    List<Cell> summed = new ArrayList<>(cells.size());
    for (Cell cell : cells) {
      Cell last = summed.isEmpty() ? null : summed.getLast();
      if (last != null && last.sameKey(cell) && last.currency().equals(cell.currency())) {
        last.add(cell);
      } else {
        if (last != null && last.isNothing()) {
          summed.removeLast();
        }
        summed.add(cell);
      }
    }
    if (!summed.isEmpty() && summed.getLast().isNothing()) {
      summed.removeLast();
    }
    return summed;
  }

  /** Each day's rate that {@link #in} needs. */
  java.util.stream.Stream<RateGap.Need> needs(Currency target) {
    return cells.stream()
        .filter(cell -> !cell.currency().equals(target) && cell.hasAmount())
        .map(cell -> new RateGap.Need(cell.currency(), target, day(cell.bucket())))
        .distinct();
  }

  /**
   * The cells in one currency by bucket, group and state.
   *
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   */
  List<RevenueCell> in(ExchangeRates rates, Currency target) {
    DailyRates daily = new DailyRates(rates, target);
    List<RevenueCell> converted = new ArrayList<>(cells.size());
    for (int at = 0; at < cells.size(); ) {
      Cell first = cells.get(at);
      LocalDate day = day(first.bucket());
      long[] sums = new long[SUMS];
      for (; at < cells.size() && cells.get(at).sameKey(first); at++) {
        Cell cell = cells.get(at);
        for (int i = 0; i < sums.length; i++) {
          long own = cell.sum(i);
          long more = i < AMOUNTS ? daily.convert(own, cell.currency(), day) : own;
          sums[i] = Math.addExact(sums[i], more);
        }
      }
      converted.add(cell(first, sums));
    }
    return converted;
  }

  /**
   * Sums by platform and currency, in one currency.
   *
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   */
  List<IncomePart> parts(ExchangeRates rates, Currency target) {
    DailyRates daily = new DailyRates(rates, target);
    Map<String, IncomePart> parts = new TreeMap<>();
    for (Cell cell : cells) {
      LocalDate day = day(cell.bucket());
      long[] sums = new long[AMOUNTS];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = daily.convert(cell.sum(i), cell.currency(), day);
      }
      String source = cell.group().source();
      String currency = cell.currency().getCurrencyCode();
      long net = cell(cell, Arrays.copyOf(sums, SUMS)).net();
      IncomePart one = new IncomePart(source, stream, currency, sums[0], net, sums[3], sums[4]);
      parts.merge(source + '\n' + currency, one, IncomePart::plus);
    }
    return List.copyOf(parts.values());
  }

  private RevenueCell cell(Cell key, long[] sums) {
    return new RevenueCell(
        instant(key.bucket()),
        stream,
        key.group().source(),
        key.group().country(),
        key.group().ageBand(),
        key.group().gender(),
        STATES[(int) key.state()],
        sums[0],
        sums[1],
        sums[2],
        sums[3],
        sums[4],
        sums[5],
        sums[6],
        sums[7]);
  }

  private static LocalDate day(long bucket) {
    int days = (int) (bucket / 10_000);
    return LocalDate.of(days / 10_000, days / 100 % 100, days % 100);
  }

  private static Instant instant(long bucket) {
    int hour = (int) (bucket / 100 % 100);
    int minute = (int) (bucket % 100);
    return day(bucket).atTime(hour, minute).toInstant(ZoneOffset.UTC);
  }
}
