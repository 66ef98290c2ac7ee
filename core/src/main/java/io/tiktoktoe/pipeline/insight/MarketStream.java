package io.tiktoktoe.pipeline.insight;

/**
 * Raw data of all creators' fans in two periods; read by the protecting step alone, and only after
 * the budget was charged.
 */
@FunctionalInterface
public interface MarketStream {

  /** Tells what persons watched and paid, account by account. */
  void acts(MarketSink sink);
}
