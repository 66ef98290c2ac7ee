package io.tiktoktoe.store.engine;

import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.personal.PersonalNames;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.store.model.StoreException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The tables and their versions. Each version is one SQL file that is run once, all in one
 * transaction; views, types of events and currencies are made anew when the program's are others.
 */
public final class Schema {

  /** The files of each version, in order: version 1 is the first. */
  private static final List<String> VERSIONS =
      List.of(
          "duckdb/schema/0001-tables",
          "duckdb/schema/0002-forecasts",
          "duckdb/schema/0003-persons",
          "duckdb/schema/0004-models",
          "duckdb/schema/0005-event-model",
          "duckdb/schema/0006-event-types",
          "duckdb/schema/0007-undone",
          "duckdb/schema/0008-experiments",
          "duckdb/schema/0009-campaigns");

  private static final String VIEWS = "duckdb/schema/views";

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
        statement.execute(
            SqlTemplate.named(version).with("suspect", PersonalNames.suspect()).sql());
      }
      if (found == 0) {
        put("application", APPLICATION);
        put("salt", newSalt());
      }
      if (lacksPseudonymKey()) {
        put(PSEUDONYM_KEY, pseudonymKey.orElseGet(Schema::newSalt));
      }
      if (found < VERSIONS.size()) {
        put("schema_version", Integer.toString(VERSIONS.size()));
      }
      addCurrencies();
      EventTypes.write(connection);
      statement.execute(SqlTemplate.text(VIEWS));
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
      if (count(SqlTemplate.text("duckdb/schema/other_objects")) > 0) {
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
    return count(SqlTemplate.text("duckdb/schema/info_columns")) == 2
        && says("application", APPLICATION);
  }

  private StoreException anotherProgram(String what) {
    return new StoreException.NotAStore(file.toString(), what, new SQLException(what));
  }

  /** Whether views, types of events and currencies are those of this program. */
  private boolean isCurrent() throws SQLException {
    long currencies = count("SELECT coalesce(max(currency), 0) FROM currency");
    return says("views", mark()) && currencies >= payable().size() && !lacksPseudonymKey();
  }

  /** A backup of an older program has none. */
  private boolean lacksPseudonymKey() throws SQLException {
    return values(PSEUDONYM_KEY).isEmpty();
  }

  /** Tells texts of views, and what types of events mean, apart. */
  private static String mark() {
    String made = SqlTemplate.text(VIEWS) + EventTypes.rows();
    return Provenance.VERSION + " " + made.length() + " " + made.hashCode();
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
    String insert = SqlTemplate.text("duckdb/schema/add_currency");
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
    try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM store_info WHERE key = ?");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO store_info VALUES (?, ?)")) {
      delete.setString(1, key);
      delete.executeUpdate();
      insert.setString(1, key);
      insert.setString(2, value);
      insert.executeUpdate();
    }
  }

  private String info(String key) throws SQLException {
    List<String> values = values(key);
    if (values.isEmpty()) {
      throw new StoreException.Corrupt(
          file.toString(), "its table store_info lacks " + key, new SQLException(key));
    }
    return values.getFirst();
  }

  private boolean says(String key, String value) throws SQLException {
    return values(key).equals(List.of(value));
  }

  private List<String> values(String key) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT value FROM store_info WHERE key = ?")) {
      statement.setString(1, key);
      try (ResultSet result = statement.executeQuery()) {
        List<String> values = new ArrayList<>();
        while (result.next()) {
          values.add(result.getString(1));
        }
        return values;
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
