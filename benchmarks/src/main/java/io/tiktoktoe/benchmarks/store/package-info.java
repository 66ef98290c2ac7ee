/** Speed and truth of the store: ingest against the engine's own loading, rollup against events. */
package io.tiktoktoe.benchmarks.store;
