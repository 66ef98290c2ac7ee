package io.tiktoktoe.store.query;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.FanConcentration;
import io.tiktoktoe.store.model.ResultRow;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Adds up what each fan paid, from rows that are ordered by fan. */
final class FanTotals {

  /** How many of the largest fans are told. */
  private static final int LARGEST = 10;

  /** Parts of the period over which chance is seen. */
  private static final int PARTS = 3;

  private final Conversion conversion;
  private final DateRange period;
  private final long[] parts = new long[PARTS];
  private final PriorityQueue<Long> largest = new PriorityQueue<>();
  private @Nullable String fan;
  private long fanGross;
  private long fans;
  private long sales;
  private long gross;
  private long anonymousGross;
  private double squaredFans;
  private double squaredSales;
  private double variances;
  private double byAmount;
  private double bySquare;
  private double squaredVariances;
  private double squaredBySquare;

  FanTotals(Conversion conversion, DateRange period) {
    this.conversion = conversion;
    this.period = period;
  }

  void add(ResultRow row) {
    long amount = conversion.amount(row, "gross", "currency", "day");
    if (row.isNull("fan")) {
      anonymousGross = Math.addExact(anonymousGross, amount);
      return;
    }
    String next = row.required("fan");
    if (!next.equals(fan)) {
      closeFan();
      fan = next;
    }
    fanGross = Math.addExact(fanGross, amount);
    parts[part(row)] += amount;
    sales += row.number("sales");
    double paid = row.fraction("gross");
    double scale = paid == 0 ? 0 : amount / paid;
    squaredSales += row.fraction("squared") * scale * scale;
  }

  private int part(ResultRow row) {
    double length = period.length().toSeconds();
    double at =
        Duration.between(
                period.from(), row.day("day").atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC))
            .toSeconds();
    return Math.clamp((int) (PARTS * at / length), 0, PARTS - 1);
  }

  FanConcentration concentration() {
    closeFan();
    return new FanConcentration(
        fans,
        sales,
        gross,
        anonymousGross,
        squaredFans,
        squaredSales,
        variances,
        new FanConcentration.Moments(byAmount, bySquare, squaredVariances, squaredBySquare),
        largest.stream().sorted(Comparator.reverseOrder()).toList());
  }

  private void closeFan() {
    if (fan == null) {
      return;
    }
    fans++;
    gross = Math.addExact(gross, fanGross);
    squaredFans += (double) fanGross * fanGross;
    double variance = 0;
    for (int part = 0; part < PARTS; part++) {
      double off = parts[part] - fanGross / (double) PARTS;
      variance += PARTS / (PARTS - 1.0) * off * off;
      parts[part] = 0;
    }
    variances += variance;
    byAmount += variance * fanGross;
    bySquare += variance * fanGross * fanGross;
    squaredVariances += variance * variance;
    double leverage = variance * fanGross * fanGross;
    squaredBySquare += leverage * leverage;
    largest.add(fanGross);
    if (largest.size() > LARGEST) {
      largest.remove();
    }
    fan = null;
    fanGross = 0;
  }
}
