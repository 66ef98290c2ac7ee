package io.tiktoktoe.store;

import io.tiktoktoe.store.model.ResultRow;
import io.tiktoktoe.store.model.TestEntry;
import io.tiktoktoe.store.query.StoreRevenueSource;
import java.sql.SQLException;
import java.util.Locale;
import org.duckdb.DuckDBAppender;

/** Entries of price tests as rows of their table, and back. */
final class TestRows {

  private TestRows() {}

  static void append(DuckDBAppender appender, TestEntry entry) throws SQLException {
    boolean person = entry.fan() != 0;
    boolean assigned = entry.kind() == TestEntry.Kind.ASSIGNED;
    appender.beginRow();
    appender.append(entry.test());
    appender.append(entry.number());
    appender.append(StoreRevenueSource.utc(entry.time()));
    appender.append(entry.kind().name().toLowerCase(Locale.ROOT));
    if (person) {
      appender.append(entry.fan());
    } else {
      appender.appendNull();
    }
    appender.append(entry.step());
    appender.append((short) entry.arm());
    if (assigned) {
      appender.append(entry.propensity());
    } else {
      appender.appendNull();
    }
    if (person && !assigned) {
      appender.append(entry.idHigh()).append(entry.idLow()).append(entry.amount());
    } else {
      appender.appendNull().appendNull().appendNull();
    }
    appender.append(entry.detail());
    appender.endRow();
  }

  static TestEntry entry(int test, ResultRow row) {
    return new TestEntry(
        test,
        row.number("number"),
        row.instant("time"),
        TestEntry.Kind.valueOf(row.required("kind").toUpperCase(Locale.ROOT)),
        row.number("fan"),
        Math.toIntExact(row.number("step")),
        Math.toIntExact(row.number("arm")),
        row.fraction("propensity"),
        row.number("id_high"),
        row.number("id_low"),
        row.number("amount"),
        row.required("detail"),
        "");
  }
}
