/**
 * Writers of events as files in the native format: CSV, NDJSON, Parquet.
 *
 * <p>Question: how does an event look as a row?
 */
package io.tiktoktoe.connect.write;
