package io.tiktoktoe.store;

import io.tiktoktoe.event.KeyedHash;
import io.tiktoktoe.store.model.ResultRow;
import io.tiktoktoe.store.model.StoredTest;
import io.tiktoktoe.store.model.TestEntry;
import io.tiktoktoe.store.query.StoreRevenueSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
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

  /** Brings a new test and its offers into their tables. */
  static void insert(Connection connection, KeyedHash hash, StoredTest test) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO experiment VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setInt(1, test.number());
      insert.setString(2, test.name());
      insert.setLong(3, hash.id(KeyedHash.Kind.CREATOR, test.creator()));
      insert.setString(4, test.creator());
      insert.setString(5, test.product());
      insert.setString(6, test.currency().getCurrencyCode());
      insert.setTimestamp(7, Timestamp.valueOf(StoreRevenueSource.utc(test.created())));
      insert.setString(8, test.settings());
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO experiment_arm VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int arm = 0; arm < test.offers().size(); arm++) {
        StoredTest.Offer offer = test.offers().get(arm);
        insert.setInt(1, test.number());
        insert.setInt(2, arm);
        insert.setString(3, offer.name());
        insert.setLong(4, offer.price());
        insert.setLong(5, offer.contribution());
        insert.setInt(6, offer.trialDays());
        insert.setInt(7, offer.guaranteeDays());
        insert.setDouble(8, offer.yearlyDiscount());
        insert.setString(9, offer.tier());
        insert.executeUpdate();
      }
    }
  }
}
