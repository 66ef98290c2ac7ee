package io.tiktoktoe.risk.exposure;

/**
 * One shock of a stress scenario as told; what it means for a creator is known when its names and
 * days are {@linkplain ScenarioCheck found}.
 *
 * @param target what is hit
 * @param factor what it is multiplied by; 0 when it is lost
 * @param days when
 * @param text as it was told
 */
record ScenarioPart(ScenarioTarget target, double factor, ScenarioDays days, String text) {

  /** What can be hit. */
  enum Target {
    PLATFORM,
    STREAM,
    CURRENCY,
    REFUNDS,
    CHARGEBACKS,
    /** One content: a copyright claim, a deletion. */
    CONTENT,
    /** All income. */
    INCOME,
    /** A platform, currency, stream or content that is only named. */
    NAMED
  }
}
