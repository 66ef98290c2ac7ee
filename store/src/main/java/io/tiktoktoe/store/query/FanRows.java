package io.tiktoktoe.store.query;

import io.tiktoktoe.audience.insight.ActivityRows;
import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanSink;
import io.tiktoktoe.audience.insight.MoneyRows;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.Sql;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hands what fans did and brought to a sink in batches of columns. */
final class FanRows {

  /** Rows of a batch. */
  private static final int BATCH = 8_192;

  private static final int FAN = 0;
  private static final int DAY = 1;
  private static final int AUDIENCE = 2;

  private final Queries queries;
  private final long creator;
  private final LocalDateTime to;
  private final int last;
  private final PersonIndex persons;
  private final Dimensions.Known dimensions;
  private final Map<String, Integer> platforms = new TreeMap<>();
  private final List<String> platformNames = new ArrayList<>();
  private long lastDate;
  private int lastDay;

  /**
   * @param to until when, not included
   * @param last the last day that is told; the days of other zones end later in UTC
   */
  FanRows(
      Queries queries,
      long creator,
      LocalDateTime to,
      LocalDate last,
      PersonIndex persons,
      Dimensions.Known dimensions) {
    this.queries = queries;
    this.creator = creator;
    this.to = to;
    this.last = Math.toIntExact(last.toEpochDay());
    this.persons = persons;
    this.dimensions = dimensions;
  }

  void activity(FanSink sink) {
    int[] fan = new int[BATCH];
    int[] day = new int[BATCH];
    int[] platform = new int[BATCH];
    long[][] counts = new long[FanCount.OF_ACTIVITY][BATCH];
    int[] size = {0};
    queries.numbers(
        Sql.file("shared/audience/activity", creator, to),
        row -> {
          int at = size[0]++;
          fan[at] = persons.of(row[FAN]);
          day[at] = day(row[DAY]);
          platform[at] = platform(row[AUDIENCE]);
          for (int i = 0; i < counts.length; i++) {
            counts[i][at] = row[AUDIENCE + 1 + i];
          }
          if (size[0] == BATCH) {
            sink.activity(new ActivityRows(BATCH, fan, day, platform, counts));
            size[0] = 0;
          }
        });
    sink.activity(new ActivityRows(size[0], fan, day, platform, counts));
  }

  void money(FanSink sink, DailyRates rates) {
    int[][] whole = new int[4][BATCH];
    long[][] sums = new long[4][BATCH];
    int[] size = {0};
    queries.numbers(
        Sql.file("shared/audience/money", creator, to),
        row -> {
          int at = size[0]++;
          whole[0][at] = row[FAN] < 0 ? MoneyRows.NOBODY : persons.of(row[FAN]);
          whole[1][at] = day(row[DAY]);
          whole[2][at] = platform(row[AUDIENCE]);
          whole[3][at] = (int) row[3];
          var currency = dimensions.currency((int) row[4]);
          LocalDate date = date(row[DAY]);
          sums[0][at] = rates.convert(row[5], currency, date);
          sums[1][at] = rates.convert(row[6], currency, date);
          sums[2][at] = row[7];
          sums[3][at] = row[8];
          if (size[0] == BATCH) {
            sink.money(money(BATCH, whole, sums));
            size[0] = 0;
          }
        });
    sink.money(money(size[0], whole, sums));
  }

  private static MoneyRows money(int size, int[][] whole, long[][] sums) {
    return new MoneyRows(
        size, whole[0], whole[1], whole[2], whole[3], sums[0], sums[1], sums[2], sums[3]);
  }

  int platform(long audience) {
    return platform(dimensions.group(Math.toIntExact(audience)).source());
  }

  int platform(String source) {
    return platforms.computeIfAbsent(
        source,
        name -> {
          platformNames.add(name);
          return platformNames.size() - 1;
        });
  }

  /** The platforms that were met, by number. */
  List<String> platforms() {
    return platformNames;
  }

  /** Days since 1970 of a date such as 20261126, at most the last day. */
  int day(long number) {
    if (number != lastDate) {
      lastDate = number;
      lastDay = (int) Math.min(last, date(number).toEpochDay());
    }
    return lastDay;
  }

  private static LocalDate date(long number) {
    int days = Math.toIntExact(number);
    return LocalDate.of(days / 10_000, days / 100 % 100, days % 100);
  }
}
