package io.tiktoktoe.store.engine;

import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.personal.PersonalNames;
import io.tiktoktoe.store.model.Sql;
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
import java.util.Map;
import java.util.Optional;

/**
 * The tables and their versions. Each version is one SQL file that is run once, all in one
 * transaction; views and currencies are made anew when the program's are others.
 */
public final class Schema {

  /** The files of each version, in order: version 1 is the first. */
  private static final List<String> VERSIONS =
      List.of(
          "schema/0001-tables",
          "schema/0002-forecasts",
          "schema/0003-persons",
          "schema/0004-models");

  /** What a store says it is of. */
  private static final String APPLICATION = "tiktoktoe";

  /** 18 random bytes are 24 characters of base 64 and 144 bits. */
  private static final int SALT_BYTES = 18;

  /** Where the key of persons' pseudonyms stands in {@code store_info}. */
  public static final String PSEUDONYM_KEY = "pseudonym_key";

  private final Path file;
  private final Connection connection;
  private final Optional<String> pseudonymKey;

  public Schema(Path file, Connection connection, Optional<String> pseudonymKey) {
    this.file = file;
    this.connection = connection;
    this.pseudonymKey = pseudonymKey;
  }

  /** The version that this program knows. */
  public static int version() {
    return VERSIONS.size();
  }

  /** Makes or upgrades the tables of the version {@code found} and gives the store's salt. */
  public String bringUpToDate(int found) throws SQLException {
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
        statement.execute(Sql.template(version, Map.of("suspect", PersonalNames.suspect())));
      }
      if (found == 0) {
        put("application", APPLICATION);
        put("salt", newSalt());
      }
      if (lacksPseudonymKey()) {
        put(PSEUDONYM_KEY, pseudonymKey.orElseGet(Schema::newSalt));
      }
      if (found < VERSIONS.size()) {
        statement.execute("DELETE FROM store_info WHERE key = 'schema_version'");
        put("schema_version", Integer.toString(VERSIONS.size()));
      }
      addCurrencies();
      statement.execute(Sql.resource("schema/views"));
      statement.execute("DELETE FROM store_info WHERE key = 'views'");
      put("views", mark());
      Writer.keepPrivate(NewStore.log(file));
      statement.execute("COMMIT");
    }
    return info("salt");
  }

  /**
   * The version of the tables that are there: 0 when there are none. Writes nothing.
   *
   * @throws StoreException.NotAStore if the database is another program's
   */
  public int recognise() throws SQLException {
    if (count("SELECT count(*) FROM duckdb_tables()") == 0) {
      if (count(Sql.resource("schema/other-objects")) > 0) {
        throw anotherProgram("it is a database with other things than tables");
      }
      return 0;
    }
    if (!hasOurMark()) {
      throw anotherProgram("it is a database of another program");
    }
    return Integer.parseInt(info("schema_version"));
  }

  private boolean hasOurMark() throws SQLException {
    long columns =
        count(
            "SELECT count(*) FROM duckdb_columns() WHERE schema_name = 'main'"
                + " AND table_name = 'store_info' AND column_name IN ('key', 'value')");
    return columns == 2
        && count(
                "SELECT count(*) FROM store_info"
                    + " WHERE key = 'application' AND value = '"
                    + APPLICATION
                    + "'")
            == 1;
  }

  private StoreException anotherProgram(String what) {
    return new StoreException.NotAStore(file.toString(), what, new SQLException(what));
  }

  /** Whether views and currencies are those of this program. */
  private boolean isCurrent() throws SQLException {
    long views =
        count(
            "SELECT count(*) FROM store_info WHERE key = 'views' AND value = "
                + Sql.literal(mark()));
    long currencies = count("SELECT coalesce(max(currency), 0) FROM currency");
    return views == 1 && currencies >= payable().size() && !lacksPseudonymKey();
  }

  /** A backup of an older program has none. */
  private boolean lacksPseudonymKey() throws SQLException {
    return count("SELECT count(*) FROM store_info WHERE key = " + Sql.literal(PSEUDONYM_KEY)) == 0;
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

  /** A secret of 144 bits, never drawn before. */
  static String newSalt() {
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
