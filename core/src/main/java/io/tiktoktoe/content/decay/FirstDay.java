package io.tiktoktoe.content.decay;

import io.tiktoktoe.content.insight.CreatorContent;
import java.util.List;

/**
 * A time warp of contents' first day by the hour of publishing (operational time): an audience has
 * its hours, so that what is published late in its day sees all of that day's attention in what is
 * left of it, or nearly nothing until the morning. The rate by which the clock of the first day
 * runs faster or slower is learned for each two hours of the day over all contents, about a clock
 * that runs evenly.
 */
final class FirstDay {

  private static final long DAY = 86_400;
  private static final int BLOCKS = 12;

  /** Spread of the logarithm of a rate before anything is known. */
  private static final double PRIOR_SPREAD = 0.5;

  /** Logarithms of rates that are tried, in steps. */
  private static final double LEAST = -1.5;

  private static final double STEP = 0.1;
  private static final int STEPS = 41;

  /** Spans of age that tell of the first day. */
  private static final int EARLY = AgeSpans.over(5);

  private final double[] logs = new double[BLOCKS];
  private final double[] errors = new double[BLOCKS];

  private FirstDay() {}

  /** The clock that runs evenly. */
  static FirstDay even() {
    return new FirstDay();
  }

  /** A law by place of a content. */
  @FunctionalInterface
  interface Laws {
    DecayShape of(int content);
  }

  /**
   * Learns the rates: posterior means over a grid.
   *
   * @param views by content and span of true age, as they would be at an even audience
   * @param ages true ages, days
   * @param laws of contents on the warped clock
   */
  static FirstDay of(List<CreatorContent> contents, double[][] views, double[] ages, Laws laws) {
    double[][] likelihood = new double[BLOCKS][STEPS];
    for (int i = 0; i < ages.length; i++) {
      int over = Math.min(EARLY, AgeSpans.over(ages[i]));
      double all = 0;
      for (int span = 0; span < over; span++) {
        all += views[i][span];
      }
      if (all > 0) {
        add(views[i], over, laws.of(i), DecayFit.weight(all), likelihood[block(contents.get(i))]);
      }
    }
    FirstDay learned = new FirstDay();
    for (int block = 0; block < BLOCKS; block++) {
      learned.settle(block, likelihood[block]);
    }
    return learned;
  }

  private static void add(
      double[] views, int over, DecayShape law, double weight, double[] likelihood) {
    for (int step = 0; step < STEPS; step++) {
      double rate = rate(step);
      double before = 0;
      double sum = 0;
      double all = 0;
      for (int span = 0; span < over; span++) {
        double seen = law.seen(warped(AgeSpans.to(span), rate));
        sum += views[span] * Math.log(seen - before + 1e-12);
        all += views[span];
        before = seen;
      }
      likelihood[step] += weight * (sum - all * Math.log(before + 1e-12));
    }
  }

  private static double rate(int step) {
    return Math.exp(LEAST + STEP * step);
  }

  private void settle(int block, double[] likelihood) {
    double most = Double.NEGATIVE_INFINITY;
    double[] posterior = new double[STEPS];
    for (int step = 0; step < STEPS; step++) {
      double off = (LEAST + STEP * step) / PRIOR_SPREAD;
      posterior[step] = likelihood[step] - off * off / 2;
      most = Math.max(most, posterior[step]);
    }
    double sum = 0;
    double mean = 0;
    double squares = 0;
    for (int step = 0; step < STEPS; step++) {
      double weight = Math.exp(posterior[step] - most);
      double log = LEAST + STEP * step;
      sum += weight;
      mean += weight * log;
      squares += weight * log * log;
    }
    logs[block] = mean / sum;
    errors[block] = Math.sqrt(Math.max(STEP * STEP / 4, squares / sum - logs[block] * logs[block]));
  }

  private static int block(CreatorContent content) {
    long second = Math.floorMod(content.published().getEpochSecond(), DAY);
    return (int) (second * BLOCKS / DAY);
  }

  /** Age on the audience's clock of a content's true age, days. */
  double warped(CreatorContent content, double age) {
    return warped(age, Math.exp(logs[block(content)]));
  }

  private static double warped(double age, double rate) {
    double knee = knee(rate);
    return age < knee ? rate * age : rate * knee + age - knee;
  }

  /** True age of one on the audience's clock, days. */
  double unwarped(CreatorContent content, double age) {
    return unwarped(age, Math.exp(logs[block(content)]));
  }

  private static double unwarped(double age, double rate) {
    double knee = knee(rate);
    return age < rate * knee ? age / rate : age - rate * knee + knee;
  }

  /** True age up to which the clock runs at its rate: a day of the audience or of the sun. */
  private static double knee(double rate) {
    return Math.min(1, 1 / rate);
  }

  /** Standard error of the logarithm of a true age that is told, by that of the rate. */
  double error(CreatorContent content, double age) {
    int block = block(content);
    double fast = unwarped(age, Math.exp(logs[block] + errors[block]));
    double slow = unwarped(age, Math.exp(logs[block] - errors[block]));
    return Math.log(slow / fast) / 2;
  }
}
