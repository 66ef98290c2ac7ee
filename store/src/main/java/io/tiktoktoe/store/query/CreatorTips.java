package io.tiktoktoe.store.query;

import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.store.model.PlatformSlice;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.ViewsAndTips;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Currency;

/** Reads what known fans did for one creator: the own side of a peer benchmark. */
public final class CreatorTips {

  private CreatorTips() {}

  /**
   * Views and tips in a period.
   *
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   */
  public static ViewsAndTips read(
      Queries queries, long creator, ExchangeRates rates, Currency target, PlatformSlice slice) {
    Dimensions.Known dimensions = new Dimensions().with(queries, new BitSet());
    DailyRates daily = new DailyRates(rates, target);
    long[] sums = new long[2];
    queries.numbers(
        Sql.file(
            "shared/platform/views_and_tips",
            creator,
            StoreRevenueSource.utc(slice.from()),
            StoreRevenueSource.utc(slice.to())),
        row -> {
          int day = Math.toIntExact(row[0]);
          sums[0] += row[1];
          if (row[2] != 0 && row[3] >= 0) {
            LocalDate date = LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
            sums[1] += daily.convert(row[2], dimensions.currency((int) row[3]), date);
          }
        });
    return new ViewsAndTips(sums[0], sums[1]);
  }
}
