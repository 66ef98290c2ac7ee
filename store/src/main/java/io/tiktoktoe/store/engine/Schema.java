package io.tiktoktoe.store.engine;

import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.store.model.StoreException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * The tables and their versions. Each version is one SQL file that is run once, all in one
 * transaction; views and currencies are made anew when the program's are others.
 */
public final class Schema {

  /** The files of each version, in order: version 1 is the first. */
  private static final List<String> VERSIONS =
      List.of("schema/0001-tables", "schema/0002-forecasts", "schema/0004-models");

  /** 18 random bytes are 24 characters of base 64 and 144 bits. */
  private static final int SALT_BYTES = 18;

  private final Path file;
  private final Connection connection;

  public Schema(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** The version that this program knows. */
  public static int version() {
    return VERSIONS.size();
  }

  /** Makes or upgrades the tables and gives the store's salt. */
  public String bringUpToDate() throws SQLException {
    int found = foundVersion();
    if (found > VERSIONS.size()) {
      throw new StoreException.Newer(
          file.toString(), found, VERSIONS.size(), new SQLException("schema " + found));
    }
    if (found == VERSIONS.size() && isCurrent()) {
      // Nothing is written: a store on a full disk can still be read.
      return info("salt");
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN TRANSACTION");
      for (String version : VERSIONS.subList(found, VERSIONS.size())) {
        statement.execute(Sql.resource(version));
      }
      if (found == 0) {
        put("application", "tiktoktoe");
        put("salt", newSalt());
      }
      if (found < VERSIONS.size()) {
        statement.execute("DELETE FROM store_info WHERE key = 'schema_version'");
        put("schema_version", Integer.toString(VERSIONS.size()));
      }
      addCurrencies();
      statement.execute(Sql.resource("schema/views"));
      statement.execute("DELETE FROM store_info WHERE key = 'views'");
      put("views", mark());
      statement.execute("COMMIT");
    }
    return info("salt");
  }

  /** 0 for a new file. */
  private int foundVersion() throws SQLException {
    long tables = count("SELECT count(*) FROM duckdb_tables()");
    if (tables == 0) {
      return 0;
    }
    if (count("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'store_info'") == 0) {
      throw new StoreException.NotAStore(
          file.toString(),
          "it is a database with other tables",
          new SQLException("no table store_info"));
    }
    return Integer.parseInt(info("schema_version"));
  }

  /** Whether views and currencies are those of this program. */
  private boolean isCurrent() throws SQLException {
    long views =
        count(
            "SELECT count(*) FROM store_info WHERE key = 'views' AND value = "
                + Sql.literal(mark()));
    long currencies = count("SELECT coalesce(max(currency), 0) FROM currency");
    return views == 1 && currencies >= payable().size();
  }

  /** Tells texts of views apart. */
  private static String mark() {
    String views = Sql.resource("schema/views");
    return Provenance.VERSION + " " + views.length() + " " + views.hashCode();
  }

  private static List<Currency> payable() {
    return Currency.getAvailableCurrencies().stream()
        .filter(currency -> currency.getDefaultFractionDigits() >= 0)
        .sorted(Comparator.comparing(Currency::getCurrencyCode))
        .toList();
  }

  /** Adds the currencies of this Java runtime that the store does not know yet. */
  private void addCurrencies() throws SQLException {
    long known = count("SELECT coalesce(max(currency), 0) FROM currency");
    List<Currency> payable = payable();
    String insert =
        "INSERT INTO currency SELECT ?, ?, ?"
            + " WHERE NOT EXISTS (SELECT 1 FROM currency WHERE code = ?)";
    if (known >= payable.size()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (Currency currency : payable) {
        statement.setShort(1, (short) (known + 1));
        statement.setString(2, currency.getCurrencyCode());
        statement.setByte(3, (byte) currency.getDefaultFractionDigits());
        statement.setString(4, currency.getCurrencyCode());
        known += statement.executeUpdate();
      }
    }
  }

  private static String newSalt() {
    byte[] bytes = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void put(String key, String value) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO store_info VALUES (?, ?)")) {
      statement.setString(1, key);
      statement.setString(2, value);
      statement.executeUpdate();
    }
  }

  private String info(String key) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT value FROM store_info WHERE key = ?")) {
      statement.setString(1, key);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          throw new StoreException.Corrupt(
              file.toString(), "its table store_info lacks " + key, new SQLException(key));
        }
        return result.getString(1);
      }
    }
  }

  private long count(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
