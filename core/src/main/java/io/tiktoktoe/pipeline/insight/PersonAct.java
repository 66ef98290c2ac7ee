package io.tiktoktoe.pipeline.insight;

/** What a person did, as far as the pipeline tells kinds of it apart; stores number them so. */
public enum PersonAct {
  VIEW,
  LIKE,
  COMMENT,
  SHARE,
  FOLLOW,
  UNFOLLOW,
  SESSION,
  PAYMENT,
  /** A subscription was cancelled, or its payment failed: no doing, but a sign of leaving. */
  PAYMENT_TROUBLE;

  /** Whether it shows that the person was there. */
  public boolean isActivity() {
    return this != UNFOLLOW && this != PAYMENT_TROUBLE;
  }
}
