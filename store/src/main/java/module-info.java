/** The embedded store: engine, event log, formats, metric tables, exports. */
@org.jspecify.annotations.NullMarked
module io.tiktoktoe.store {
  requires transitive io.tiktoktoe.core;
  requires transitive java.sql;
  requires duckdb.jdbc;
  requires tools.jackson.core;

  exports io.tiktoktoe.store;
  exports io.tiktoktoe.store.model;
  exports io.tiktoktoe.file;
  exports io.tiktoktoe.personal;
  exports io.tiktoktoe.stage;
  exports io.tiktoktoe.connect;
  exports io.tiktoktoe.connect.file;
  exports io.tiktoktoe.table;
}
