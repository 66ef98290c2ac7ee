package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.simulation.fan.Fan;
import io.tiktoktoe.simulation.fan.Membership;

/** Why members leave: what raises the odds of churn, and which of it most. */
final class ChurnCauses {

  private static final double NOTABLE = 0.35;
  private static final double ABSENCE = 0.8;
  private static final double RISE = 0.9;
  private static final double SILENCE = 0.5;
  private static final int RISE_DAYS = 70;
  private static final int SILENT_DAYS = 18;
  private static final double[] NONE = {0, 0, 0};
  private static final String[] NAMES = {"disengaged", "price_rise", "silence"};

  private final double strength;
  private final PriceList prices;
  private final Library library;

  ChurnCauses(double strength, PriceList prices, Library library) {
    this.strength = strength;
    this.prices = prices;
    this.library = library;
  }

  /** What each cause adds to the log odds of leaving. */
  private double[] effects(Fan fan, int day, long at) {
    if (strength == 0) {
      return NONE;
    }
    boolean absent = day < fan.awayUntil || day >= fan.leaveDay;
    return new double[] {
      strength * ((absent ? ABSENCE : 0) - 0.8 * fan.drift),
      prices.roseWithin(RISE_DAYS, day) ? RISE * strength : 0,
      library.silentDays(at) > SILENT_DAYS ? SILENCE * strength : 0
    };
  }

  /** The probability of leaving instead of paying again. */
  double probability(Membership membership, int day, long at) {
    double odds = membership.churn / (1 - membership.churn);
    for (double effect : effects(membership.fan, day, at)) {
      odds *= Math.exp(effect);
    }
    return odds / (1 + odds);
  }

  /** The cause that counts most; {@code voluntary} if none does. */
  String main(Fan fan, int day, long at) {
    double[] effects = effects(fan, day, at);
    int most = 0;
    for (int i = 1; i < effects.length; i++) {
      most = effects[i] > effects[most] ? i : most;
    }
    return effects[most] > NOTABLE ? NAMES[most] : "voluntary";
  }
}
