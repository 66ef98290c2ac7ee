/**
 * Plain-file tables: rows in and out without a store.
 *
 * <p>Question: what does this file say, row by row, and where exactly is it wrong? Front doors:
 * {@link io.tiktoktoe.table.TableReader#open} for the rows of a CSV, NDJSON or Parquet file, {@link
 * io.tiktoktoe.table.SeriesFile#read} for the series in one, {@link
 * io.tiktoktoe.table.TableWriter#open} for writing. Text is read by plain Java, because starting
 * DuckDB costs more than reading most files (docs/decisions/0080); Parquet is read by DuckDB.
 */
package io.tiktoktoe.table;
