package io.tiktoktoe.store.engine;

import io.tiktoktoe.event.EventType;
import io.tiktoktoe.metric.Stream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;

/** What each type of event means, as the table {@code event_types} that every query joins. */
final class EventTypes {

  private EventTypes() {}

  /** The rows, in the order of the types. */
  static List<Row> rows() {
    return Arrays.stream(EventType.values()).map(Row::of).toList();
  }

  /**
   * One row.
   *
   * @param stream that of a sale, empty for all else
   * @param sign 1 for a sale, -1 for what takes money out, 0 for what moves none
   */
  record Row(
      String type,
      String stream,
      int sign,
      boolean reversal,
      boolean priced,
      boolean subscription,
      boolean interaction) {

    static Row of(EventType type) {
      return new Row(
          type.wireName(),
          Stream.of(type).map(Stream::label).orElse(""),
          type.sign(),
          type.isReversal(),
          type.isPriced(),
          type.isOfSubscription(),
          type.isInteraction());
    }
  }

  /** Replaces what is there. */
  static void write(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO event_types VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      statement.execute("DELETE FROM event_types");
      for (Row row : rows()) {
        insert.setString(1, row.type());
        if (row.stream().isEmpty()) {
          insert.setNull(2, Types.VARCHAR);
        } else {
          insert.setString(2, row.stream());
        }
        insert.setInt(3, row.sign());
        insert.setBoolean(4, row.reversal());
        insert.setBoolean(5, row.priced());
        insert.setBoolean(6, row.subscription());
        insert.setBoolean(7, row.interaction());
        insert.executeUpdate();
      }
    }
  }
}
