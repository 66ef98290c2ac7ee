package io.tiktoktoe.pipeline.insight;

/** Takes what persons did, one account after another. */
public interface ActivitySink {

  /** The next event of the account that is being told, in the order of time. */
  void event(PersonEvent event);

  /**
   * All of an account was told.
   *
   * @param person whose account it is, at least 0
   * @param more whether the person may have other accounts, told before or later
   */
  void endOfAccount(long person, boolean more);
}
