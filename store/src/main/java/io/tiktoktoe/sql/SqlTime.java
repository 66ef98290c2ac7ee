package io.tiktoktoe.sql;

/**
 * Times in SQL: DuckDB's plain TIMESTAMP cast drops an offset, so text goes through TIMESTAMPTZ.
 */
public final class SqlTime {

  private SqlTime() {}

  /** RFC 3339 text as UTC; NULL without an offset, because a guess would move it by hours. */
  public static String ofText(String text) {
    return SqlTemplate.named("duckdb/file/instant").with("text", text).sql();
  }

  /** A TIMESTAMPTZ as UTC, whatever the session's zone is. */
  public static String ofZoned(String timestamptz) {
    return "make_timestamp(epoch_us(" + timestamptz + "))";
  }
}
