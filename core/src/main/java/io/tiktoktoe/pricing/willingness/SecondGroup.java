package io.tiktoktoe.pricing.willingness;

import java.util.ArrayList;
import java.util.List;

/**
 * A second group of fans beside the first (component of a finite mixture): what one lognormal
 * cannot tell, such as two peaks or many who would pay just the same.
 *
 * @param share of all who would buy at some price, from 0 (there is none) to below 1
 * @param away how far the logarithm of its median lies above that of the first group
 * @param narrowness its spread over that of the first group
 */
record SecondGroup(double share, double away, double narrowness) {

  /** One group alone. */
  static final SecondGroup NONE = new SecondGroup(0, 0, 1);

  private static final double[] SHARES = {.2, .4, .6};
  private static final double[] AWAY = {.4, .8, 1.2};
  private static final double[] NARROWNESS = {.1, .4, 1};

  /** Second groups between which evidence chooses, each as likely as the others before any. */
  static List<SecondGroup> all() {
    List<SecondGroup> all = new ArrayList<>();
    for (double share : SHARES) {
      for (double away : AWAY) {
        for (double narrowness : NARROWNESS) {
          all.add(new SecondGroup(share, away, narrowness));
        }
      }
    }
    return all;
  }

  boolean isNone() {
    return share == 0;
  }
}
