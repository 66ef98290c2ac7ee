package io.tiktoktoe.audience.insight;

import java.util.Locale;

/** Why a fan is likelier to leave than others: what the hazard's covariates have in common. */
public enum LeavingReason {
  /** Silent for longer than the fan's own rhythm makes likely. */
  LONG_SILENCE,
  /** Comes less often of late than before. */
  FADING,
  /** Comes seldom at all. */
  SELDOM,
  /** Is here for a short time. */
  NEW_HERE,
  /** Has never bought, or little. */
  BUYS_LITTLE,
  /** Takes little part: few likes, comments and shares. */
  TAKES_NO_PART,
  /** Holds no subscription. */
  NO_SUBSCRIPTION,
  /** A payment failed of late. */
  PAYMENT_FAILED;

  /** Its code in answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
