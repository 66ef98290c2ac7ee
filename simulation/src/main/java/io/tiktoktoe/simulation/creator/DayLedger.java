package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Payment;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.world.Currencies;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Consumer;

/** What one creator truly earned on the day that is being made, by stream and currency. */
final class DayLedger {

  private static final int GROSS = 0;
  private static final int FEE = 1;
  private static final int TAX = 2;
  private static final int REFUNDS = 3;
  private static final int CHARGEBACKS = 4;
  private static final int QUANTITY = 5;
  private static final int COUNT = 6;
  private static final int WIDTH = 7;

  private static final long[] NOTHING = {};

  private static final Stream[] STREAMS = Stream.values();

  private final Currencies currencies;

  /** Empty where nothing ever moved, which is most of them. */
  private final long[][] cells;

  private final boolean[] touched;

  DayLedger(Currencies currencies) {
    this.currencies = currencies;
    this.cells = new long[STREAMS.length * currencies.count()][];
    Arrays.fill(cells, NOTHING);
    this.touched = new boolean[cells.length];
  }

  void sale(Stream stream, int currency, Payment payment) {
    long[] cell = cell(stream, currency);
    cell[GROSS] += payment.gross().minorUnits();
    cell[FEE] += payment.fee().minorUnits();
    cell[TAX] += payment.tax().minorUnits();
    cell[QUANTITY] += payment.quantity();
    cell[COUNT]++;
  }

  void refund(Stream stream, int currency, long minor) {
    cell(stream, currency)[REFUNDS] += minor;
  }

  /** {@code minor} is negative when a chargeback was won back. */
  void chargeback(Stream stream, int currency, long minor) {
    cell(stream, currency)[CHARGEBACKS] += minor;
  }

  private long[] cell(Stream stream, int currency) {
    int index = stream.ordinal() * currencies.count() + currency;
    touched[index] = true;
    if (cells[index].length == 0) {
      cells[index] = new long[WIDTH];
    }
    return cells[index];
  }

  /** Tells the day's rows in which something moved and starts the next day. */
  void close(String creator, LocalDate day, Consumer<TruthRecord> truth) {
    for (int i = 0; i < cells.length; i++) {
      long[] cell = cells[i];
      if (touched[i]) {
        touched[i] = false;
        truth.accept(
            new TruthRecord.Ledger(
                creator,
                day,
                STREAMS[i / currencies.count()],
                currencies.at(i % currencies.count()),
                cell[GROSS],
                cell[FEE],
                cell[TAX],
                cell[REFUNDS],
                cell[CHARGEBACKS],
                cell[QUANTITY],
                cell[COUNT]));
        Arrays.fill(cell, 0);
      }
    }
  }
}
