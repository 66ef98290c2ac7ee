package io.tiktoktoe.pricing.willingness;

import io.tiktoktoe.pricing.insight.SurveyAnswer;
import java.util.List;

/**
 * Purchase intent over prices (Newton, Miller and Smith 1993): each respondent's chance of buying
 * is 0 at too cheap and at too expensive, what the intent at cheap and at expensive is worth, and
 * straight between. What people say is more than they do, so even "surely" counts as .7.
 */
final class PurchaseIntent {

  /** What an intent of 1 to 5 is worth, from the authors' calibration. */
  private static final double[] WORTH = {0, .1, .3, .5, .7};

  private PurchaseIntent() {}

  /** Mean chance of buying at each price, over respondents who told both intents. */
  static double[] trial(List<SurveyAnswer> answers, double[] prices) {
    double[] sum = new double[prices.length];
    int count = 0;
    for (SurveyAnswer answer : answers) {
      if (answer.hasIntents()) {
        add(answer, prices, sum);
        count++;
      }
    }
    for (int at = 0; at < sum.length; at++) {
      sum[at] = count == 0 ? Double.NaN : sum[at] / count;
    }
    return sum;
  }

  private static void add(SurveyAnswer answer, double[] prices, double[] sum) {
    double least = Double.isNaN(answer.tooCheap()) ? 0 : answer.tooCheap();
    double[] knots = {least, answer.cheap(), answer.expensive(), answer.tooExpensive()};
    double[] worth = {
      0, WORTH[(int) answer.intentAtCheap() - 1], WORTH[(int) answer.intentAtExpensive() - 1], 0
    };
    int piece = 0;
    for (int at = 0; at < prices.length; at++) {
      double price = prices[at];
      if (price <= knots[0] || price >= knots[3]) {
        continue;
      }
      while (piece < 2 && knots[piece + 1] <= price) {
        piece++;
      }
      double width = knots[piece + 1] - knots[piece];
      double share = width > 0 ? (price - knots[piece]) / width : 1;
      sum[at] += worth[piece] + share * (worth[piece + 1] - worth[piece]);
    }
  }
}
