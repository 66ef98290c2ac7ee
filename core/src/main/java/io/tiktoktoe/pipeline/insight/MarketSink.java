package io.tiktoktoe.pipeline.insight;

/** Takes what persons watched and paid, one account after another. */
public interface MarketSink {

  /** The next act of the account that is being told. */
  void act(MarketAct act);

  /**
   * All of an account was told.
   *
   * @param person whose account it is, at least 0
   * @param more whether the person may have other accounts, told before or later
   */
  void endOfAccount(long person, boolean more);
}
