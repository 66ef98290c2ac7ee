package io.tiktoktoe.connect.read;

import io.tiktoktoe.connect.file.Format;
import io.tiktoktoe.connect.mapping.ColumnNames;
import io.tiktoktoe.connect.mapping.Expression;
import io.tiktoktoe.connect.mapping.Expression.Column;
import io.tiktoktoe.connect.mapping.FormatFile;
import io.tiktoktoe.connect.mapping.FormatFile.EventRule;
import io.tiktoktoe.stage.StageColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Native events as a table: every column is the field of its name, others are attributes. */
public final class NativeTable {

  private NativeTable() {}

  public static FormatFile format(List<String> header) {
    Map<StageColumn, Expression> fields = new LinkedHashMap<>();
    Map<String, Expression> attributes = new LinkedHashMap<>();
    for (String column : header) {
      StageColumn.ofField(column)
          .ifPresentOrElse(
              field -> fields.put(field, new Column(column)),
              () -> attributes.put(column, new Column(column)));
    }
    return new FormatFile(
        Format.EVENTS_CSV.name(),
        Format.EVENTS_CSV.title(),
        false,
        new ColumnNames(Map.of()),
        List.of(),
        false,
        Map.of(),
        Map.of(),
        Set.of(),
        Optional.empty(),
        List.of(new EventRule("event", EventRule.ALWAYS, fields, attributes)));
  }
}
