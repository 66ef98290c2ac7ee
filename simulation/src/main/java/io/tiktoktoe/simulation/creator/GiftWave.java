package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.fan.Fan;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Subscriptions that one gives to many at once (a gift bomb), to fans who have none; as many as
 * were paid for where so many are there.
 */
record GiftWave(Fan giver, int size) {

  private static final double MOST_DAYS = 0.25;
  private static final int[] SIZES = {1, 5, 10, 20, 50, 100};
  private static final double[] WEIGHTS = Draws.cumulative(0.4, 0.24, 0.15, 0.1, 0.06, 0.05);

  /** Looks for someone without a subscription, for each gift. */
  private static final int TRIES = 6;

  /**
   * Today's wave, if there is one.
   *
   * @param perRoot daily probability per root of the audience
   */
  static Optional<GiftWave> of(double perRoot, Audience audience, Draws draws) {
    double chance = Math.min(MOST_DAYS, perRoot * Math.sqrt(audience.acting()));
    if (perRoot == 0 || audience.isEmpty() || !draws.chance(chance)) {
      return Optional.empty();
    }
    return Optional.of(
        new GiftWave(audience.pickTipper(draws), SIZES[draws.pick(WEIGHTS, SIZES.length)]));
  }

  Set<Fan> receivers(Audience audience, Draws draws) {
    Set<Fan> receivers = new LinkedHashSet<>();
    for (int tries = TRIES * size; tries > 0 && receivers.size() < size; tries--) {
      Fan fan = audience.get(draws.below(audience.acting()));
      if (!fan.subscribed() && fan != giver) {
        receivers.add(fan);
      }
    }
    return receivers;
  }
}
