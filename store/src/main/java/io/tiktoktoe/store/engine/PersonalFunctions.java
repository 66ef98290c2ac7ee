package io.tiktoktoe.store.engine;

import io.tiktoktoe.personal.PersonalData;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.jspecify.annotations.Nullable;

/** {@link PersonalData} as functions of SQL, on every connection of a store; NULL stays NULL. */
public final class PersonalFunctions {

  private PersonalFunctions() {}

  public static void register(Connection connection) throws SQLException {
    register(connection, "hidden", String.class, PersonalData::hidden);
    register(connection, "hidden_row", String.class, PersonalData::hiddenRow);
    register(connection, "without_free_text", String.class, PersonalData::withoutFreeText);
    register(connection, "names_person", Boolean.class, PersonalData::namesPerson);
  }

  private static <T> void register(
      Connection connection, String name, Class<T> type, Function<String, T> function)
      throws SQLException {
    // The engine hands NULL over like any other value.
    Function<@Nullable String, @Nullable T> ofNull =
        text -> text == null ? null : function.apply(text);
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(name)
          .withParameter(String.class)
          .withReturnType(type)
          .withFunction(ofNull)
          .register(connection);
    }
  }
}
