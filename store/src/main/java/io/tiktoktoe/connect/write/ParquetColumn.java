package io.tiktoktoe.connect.write;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.text.JsonText;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** The columns of a Parquet file of events, in order, and where each finds its value. */
enum ParquetColumn {
  ID(text(row -> row.context().id())),
  TIME(whole(row -> micros(row.context().time()))),
  TYPE(text(EventRow::type)),
  CREATOR(text(row -> row.context().creator())),
  FAN(text(row -> row.context().fan())),
  CONTENT(text(row -> row.context().content())),
  PRODUCT(text(row -> row.context().product())),
  SOURCE(text(row -> row.context().source())),
  AMOUNT_MINOR(whole(row -> row.amount() == null ? null : row.amount().minorUnits())),
  CURRENCY(text(EventRow::currency)),
  FEE_MINOR(ofPayment(payment -> payment.fee().minorUnits())),
  TAX_MINOR(ofPayment(payment -> payment.tax().minorUnits())),
  QUANTITY(ofPayment(Payment::quantity)),
  REFERS_TO(text(EventRow::refersTo)),
  STATE(text(row -> row.payment() == null ? null : EventRow.label(row.payment().state()))),
  COUNTRY(text(row -> row.context().demographics().country())),
  AGE_BAND(text(row -> row.context().demographics().ageBand())),
  GENDER(text(row -> row.context().demographics().gender())),
  DEVICE(text(row -> row.context().demographics().device())),
  WATCH_MS(ofWatching(Behaviour::watchMs)),
  DURATION_MS(ofWatching(Behaviour::durationMs)),
  COMPLETED(ofWatching(behaviour -> behaviour.completed() ? 1L : 0L)),
  VALUE(new Values.Real(EventRow::value)),
  INTERVAL(text(EventRow::interval)),
  PAID_UNTIL(whole(row -> row.term().paidUntil() == null ? null : micros(row.term().paidUntil()))),
  TRIAL(whole(row -> row.term().trial() ? 1L : null)),
  OTHER_FAN(text(EventRow::otherFan)),
  ATTRIBUTES(text(row -> row.attributes().isEmpty() ? null : JsonText.object(row.attributes())));

  private final Values values;

  ParquetColumn(Values values) {
    this.values = values;
  }

  /** How a column's values are found. */
  private sealed interface Values {
    record Text(Function<EventRow, @Nullable String> of) implements Values {}

    record Whole(Function<EventRow, @Nullable Long> of) implements Values {}

    record Real(Function<EventRow, @Nullable Double> of) implements Values {}
  }

  private static Values text(Function<EventRow, @Nullable String> of) {
    return new Values.Text(of);
  }

  private static Values whole(Function<EventRow, @Nullable Long> of) {
    return new Values.Whole(of);
  }

  private static Values ofPayment(Function<Payment, Long> of) {
    return whole(row -> row.payment() == null ? null : of.apply(row.payment()));
  }

  private static Values ofWatching(Function<Behaviour, Long> of) {
    return whole(
        row -> {
          Behaviour behaviour = row.behaviour();
          return behaviour == null || (behaviour.watchMs() == 0 && behaviour.durationMs() == 0)
              ? null
              : of.apply(behaviour);
        });
  }

  private static Long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
  }

  String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  DuckDBColumnType type() {
    return switch (values) {
      case Values.Text text -> DuckDBColumnType.VARCHAR;
      case Values.Whole whole -> DuckDBColumnType.BIGINT;
      case Values.Real real -> DuckDBColumnType.DOUBLE;
    };
  }

  /** Writes this column's values of all rows. */
  void fill(DuckDBWritableVector vector, EventRow[] rows) {
    switch (values) {
      case Values.Text text -> {
        // One call for all: each crossing into native code costs as much as the string.
        @Nullable String[] texts = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
          texts[i] = text.of.apply(rows[i]);
        }
        vector.setStrings(0, texts);
      }
      case Values.Whole whole -> {
        for (int i = 0; i < rows.length; i++) {
          Long value = whole.of.apply(rows[i]);
          if (value == null) {
            vector.setNull(i);
          } else {
            vector.setLong(i, value);
          }
        }
      }
      case Values.Real real -> {
        for (int i = 0; i < rows.length; i++) {
          Double value = real.of.apply(rows[i]);
          if (value == null) {
            vector.setNull(i);
          } else {
            vector.setDouble(i, value);
          }
        }
      }
    }
  }
}
