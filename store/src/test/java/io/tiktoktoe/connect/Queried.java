package io.tiktoktoe.connect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the engine what it makes of texts, to compare. */
public final class Queried {

  private Queried() {}

  /** The value of an expression over {@code t} for each text, as text, or null. */
  public static List<@Nullable String> each(List<String> texts, String expression) {
    List<@Nullable String> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT CAST(" + expression + " AS VARCHAR) FROM (SELECT ?::VARCHAR AS t)")) {
      for (String text : texts) {
        statement.setString(1, text);
        try (ResultSet result = statement.executeQuery()) {
          result.next();
          values.add(result.getString(1));
        }
      }
      return values;
    } catch (SQLException e) {
      throw new AssertionError(expression, e);
    }
  }
}
