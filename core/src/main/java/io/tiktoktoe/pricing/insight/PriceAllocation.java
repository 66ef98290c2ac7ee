package io.tiktoktoe.pricing.insight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How the next persons are shared out between the arms of a price test.
 *
 * @param propensities chance of each arm; 0 for one that is left out, else at least .01; they sum
 *     to 1
 * @param chanceOfBest posterior chance of each arm to bring most
 */
public record PriceAllocation(List<Double> propensities, List<Double> chanceOfBest) {

  public PriceAllocation {
    propensities = List.copyOf(propensities);
    chanceOfBest = List.copyOf(chanceOfBest);
  }

  /**
   * The arm at a place between 0 and 1, such as a fan's hash: the same place, the same arm, as long
   * as the allocation stands.
   */
  public int armAt(double place) {
    double left = place;
    int last = 0;
    for (int arm = 0; arm < propensities.size(); arm++) {
      if (propensities.get(arm) > 0) {
        last = arm;
        left -= propensities.get(arm);
        if (left < 0) {
          return arm;
        }
      }
    }
    return last;
  }

  /**
   * The same without arms that are shown to nobody any more; the others share what they had.
   *
   * @param removed by arm
   * @throws IllegalArgumentException if none is left
   */
  public PriceAllocation without(boolean[] removed) {
    double left = 0;
    int kept = 0;
    for (int arm = 0; arm < removed.length; arm++) {
      left += removed[arm] ? 0 : propensities.get(arm);
      kept += removed[arm] ? 0 : 1;
    }
    if (kept == 0) {
      throw new IllegalArgumentException("every arm was removed. Keep at least one.");
    }
    List<Double> chances = new ArrayList<>();
    for (int arm = 0; arm < removed.length; arm++) {
      double share = left > 0 ? propensities.get(arm) / left : 1.0 / kept;
      chances.add(removed[arm] ? 0 : share);
    }
    return new PriceAllocation(chances, chanceOfBest);
  }

  /**
   * The same with at least this chance of an arm, taken from the likeliest; as it is where that
   * would leave the likeliest too little.
   */
  public PriceAllocation withLeast(int arm, double share) {
    int likeliest = propensities.indexOf(Collections.max(propensities));
    double missing = share - propensities.get(arm);
    if (missing <= 0
        || likeliest == arm
        || propensities.get(likeliest) - missing < PriceTestPlan.LEAST_PROPENSITY) {
      return this;
    }
    List<Double> chances = new ArrayList<>(propensities);
    chances.set(arm, share);
    chances.set(likeliest, propensities.get(likeliest) - missing);
    return new PriceAllocation(chances, chanceOfBest);
  }
}
