package io.tiktoktoe.store.query;

import io.tiktoktoe.metric.FanConcentration;
import io.tiktoktoe.store.model.ResultRow;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Adds up what each fan paid, from rows that are ordered by fan. */
final class FanTotals {

  /** How many of the largest fans are told. */
  private static final int LARGEST = 10;

  private final Conversion conversion;
  private final PriorityQueue<Long> largest = new PriorityQueue<>();
  private @Nullable String fan;
  private long fanGross;
  private long fans;
  private long sales;
  private long gross;
  private long anonymousGross;
  private double squaredFans;
  private double squaredSales;

  FanTotals(Conversion conversion) {
    this.conversion = conversion;
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
    sales += row.number("sales");
    double paid = row.fraction("gross");
    double scale = paid == 0 ? 0 : amount / paid;
    squaredSales += row.fraction("squared") * scale * scale;
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
        largest.stream().sorted(Comparator.reverseOrder()).toList());
  }

  private void closeFan() {
    if (fan == null) {
      return;
    }
    fans++;
    gross = Math.addExact(gross, fanGross);
    squaredFans += (double) fanGross * fanGross;
    largest.add(fanGross);
    if (largest.size() > LARGEST) {
      largest.remove();
    }
    fan = null;
    fanGross = 0;
  }
}
