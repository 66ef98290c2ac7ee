package io.tiktoktoe.audience.fan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.LeavingOutlook.Method;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The seeds are fixed: nothing is left to chance. */
class LeavingModelTest {

  private static final int END = 390;

  @Test
  void risksAreCalibratedAndTellLeaversFromStayers() {
    SimulatedFans fans = new SimulatedFans(24_000, END + 30, 1);
    LeavingModel model = LeavingModel.of(fans.after(END));
    int[] asked =
        IntStream.range(0, model.risks().length)
            .filter(fan -> !Double.isNaN(model.risks()[fan]))
            .toArray();
    double[] told = Arrays.stream(asked).mapToDouble(fan -> model.risks()[fan]).toArray();
    boolean[] left = new boolean[asked.length];
    double toldOfLeavers = 0;
    double toldOfStayers = 0;
    int leavers = 0;
    for (int i = 0; i < asked.length; i++) {
      left[i] = !fans.seen(asked[i], END, END + 30);
      leavers += left[i] ? 1 : 0;
      toldOfLeavers += left[i] ? told[i] : 0;
      toldOfStayers += left[i] ? 0 : told[i];
    }
    assertThat(model.outlook().method()).isEqualTo(Method.HAZARD);
    assertThat(asked.length).isGreaterThan(5_000);
    assertThat(Calibration.error(told, left, 10)).isLessThanOrEqualTo(0.02);
    assertThat(model.outlook().calibrationError()).isLessThanOrEqualTo(0.02);
    assertThat(toldOfLeavers / leavers)
        .isGreaterThan(toldOfStayers / (asked.length - leavers) + 0.1);
  }

  @Test
  void fewFansShareOneRate() {
    AudienceSegments few = new SimulatedFans(30, END, 2).after(END);
    LeavingModel model = LeavingModel.of(few);
    assertThat(model.outlook().method()).isEqualTo(Method.BASE_RATE);
    assertThat(Arrays.stream(model.risks()).filter(risk -> !Double.isNaN(risk)).distinct().count())
        .isLessThanOrEqualTo(1);
  }

  @Test
  void withoutAPastNothingIsTold() {
    LeavingModel model = LeavingModel.of(new SimulatedFans(50, 20, 3).after(20));
    assertThat(model.outlook().method()).isEqualTo(Method.NONE);
    assertThat(model.outlook().expected()).isNaN();
  }

  @Test
  void whoIsSilentForLongHasThatAsAReason() {
    SimulatedFans fans = new SimulatedFans(8_000, END, 4);
    LeavingModel model = LeavingModel.of(fans.after(END));
    double[] values = new double[8_000];
    Arrays.fill(values, 100);
    int riskiest = model.shortlist(values, 1).getFirst();
    assertThat(model.reasons(riskiest)).isNotEmpty();
    assertThat(model.interval(riskiest).contains(model.risks()[riskiest])).isTrue();
  }
}
