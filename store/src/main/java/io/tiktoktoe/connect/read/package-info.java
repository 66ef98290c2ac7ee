/**
 * Readers of files: lines of JSON, delimited text and Parquet, into the stage.
 *
 * <p>Question: which rows are in this file, and on which line does each stand?
 */
package io.tiktoktoe.connect.read;
