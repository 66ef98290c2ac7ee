package io.tiktoktoe.audience.lifetime;

/**
 * Recency and frequency in discrete time: of so many opportunities (yearly appeals, monthly drops,
 * weekly streams) how many were taken, and which was the last. Arrays are taken over and must not
 * be changed.
 *
 * @param x opportunities taken, not counting the first purchase
 * @param last t_x: the number of the last one taken, counted from 1; 0 when none was
 * @param opportunities n: how many there were
 * @param people how many are alike
 */
public record OpportunityCounts(int[] x, int[] last, int[] opportunities, double[] people) {

  /** Refuses counts that cannot be. */
  public OpportunityCounts {
    if (last.length != x.length || opportunities.length != x.length || people.length != x.length) {
      throw new IllegalArgumentException(
          "x (%d values), last (%d), opportunities (%d) and people (%d) must be as long as each other."
              .formatted(x.length, last.length, opportunities.length, people.length));
    }
    for (int i = 0; i < x.length; i++) {
      boolean none = x[i] == 0 && last[i] == 0;
      boolean some = x[i] > 0 && x[i] <= last[i];
      if (!(none || some) || last[i] > opportunities[i] || !(people[i] >= 0)) {
        throw new IllegalArgumentException(
            "row %d has x (%d), last (%d), opportunities (%d), people (%s): let x <= last <= n."
                .formatted(i, x[i], last[i], opportunities[i], people[i]));
      }
    }
  }
}
