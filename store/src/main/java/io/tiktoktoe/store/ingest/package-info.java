/**
 * Idempotent ingestion: judges staged rows, appends what is new, folds the rollups, one transaction
 * a chunk.
 *
 * <p>Question: which of these events are new, which repeated, which wrong?
 */
package io.tiktoktoe.store.ingest;
