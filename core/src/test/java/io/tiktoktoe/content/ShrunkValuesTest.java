package io.tiktoktoe.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.content.insight.ContentKind;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShrunkValuesTest {

  /** The highest of 200 noisy values lies above its truth; shrunk it does not on average. */
  @Test
  void theHighestIsNotBelievedMoreThanItDeserves() {
    SplittableRandom random = new SplittableRandom(1);
    double raw = 0;
    double shrunk = 0;
    int held = 0;
    int runs = 200;
    for (int run = 0; run < runs; run++) {
      double[] truth = new double[200];
      double[] told = new double[200];
      double[] variances = new double[200];
      ContentKind[] kinds = new ContentKind[200];
      for (int at = 0; at < told.length; at++) {
        double error = 50 + random.nextInt(150);
        truth[at] = 1_000 + 100 * random.nextGaussian();
        told[at] = truth[at] + error * random.nextGaussian();
        variances[at] = error * error;
        kinds[at] = at % 2 == 0 ? ContentKind.SHORT : ContentKind.LIVE;
      }
      ShrunkValues values = new ShrunkValues(told, variances, kinds);
      int top = 0;
      for (int at = 0; at < told.length; at++) {
        top = told[at] > told[top] ? at : top;
      }
      raw += (told[top] - truth[top]) / runs;
      shrunk += (values.of(top) - truth[top]) / runs;
      held += values.interval(top).contains(truth[top]) ? 1 : 0;
    }
    assertThat(raw).isGreaterThan(150);
    assertThat(Math.abs(shrunk)).isLessThan(40);
    assertThat(held).isGreaterThan(180);
  }

  @Test
  void equalValuesAndOneAloneKeepAnIntervalOfSomeWidth() {
    double[] three = {5, 5, 5};
    double[] ones = new double[3];
    Arrays.fill(ones, 1);
    ContentKind[] kinds = {ContentKind.POST, ContentKind.POST, ContentKind.POST};
    ShrunkValues values = new ShrunkValues(three, ones, kinds);
    assertThat(values.of(0)).isEqualTo(5);
    assertThat(values.interval(0).width()).isPositive();
    ShrunkValues one =
        new ShrunkValues(new double[] {9}, new double[] {4}, new ContentKind[] {ContentKind.LIVE});
    assertThat(one.of(0)).isEqualTo(9);
    assertThat(one.interval(0).width()).isPositive();
  }
}
