package io.tiktoktoe.forecast.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidatesTest {

  /** Trained weights know candidates by their places alone. */
  @Test
  void orderIsThatOfTheTrainedWeights() {
    assertThat(
            List.of(
                Candidates.LAST_WINDOW,
                Candidates.NAIVE,
                Candidates.SEASONAL_NAIVE,
                Candidates.PHASE_MEAN,
                Candidates.SLOW_LEVEL,
                Candidates.REFERENCE,
                Candidates.FAST_PROFILE,
                Candidates.DAMPED_TREND,
                Candidates.LINE,
                Candidates.LONG_NAIVE,
                Candidates.LONG_MOVED,
                Candidates.LONG_MEAN,
                Candidates.LONG_SMOOTH,
                Candidates.OVERALL,
                Candidates.FADING_SURPRISE,
                Candidates.PHASE_MEDIAN))
        .isEqualTo(IntStream.range(0, Candidates.COUNT).boxed().toList());
  }

  @Test
  void everyCandidateRepeatsAPureSeason() {
    double[] y = new double[210];
    for (int t = 0; t < y.length; t++) {
      y[t] = Math.sin(2 * Math.PI * t / 7);
    }
    Candidates candidates = new Candidates(y, y.length, 7, 0);
    double[] forecasts = new double[30 * Candidates.COUNT];

    candidates.forecast(30, forecasts, Candidates.COUNT);

    for (int h = 1; h <= 30; h++) {
      double truth = Math.sin(2 * Math.PI * (y.length - 1 + h) / 7);
      for (int c = 1; c < Candidates.COUNT; c++) {
        assertThat(forecasts[(h - 1) * Candidates.COUNT + c])
            .as("candidate %d, step %d", c, h)
            .isCloseTo(truth, within(.06));
      }
    }
  }

  @Test
  void lineGoesOnAsFarAsItWasSeen() {
    double[] y = new double[60];
    for (int t = 0; t < y.length; t++) {
      y[t] = .1 * t;
    }
    double[] forecasts = new double[90 * Candidates.COUNT];

    new Candidates(y, 60, 1, 0).forecast(90, forecasts, Candidates.COUNT);

    assertThat(forecasts[9 * Candidates.COUNT + Candidates.LINE]).isCloseTo(6.9, within(1e-9));
    assertThat(forecasts[89 * Candidates.COUNT + Candidates.LINE]).isCloseTo(11.9, within(1e-9));
  }

  @Test
  void longSeasonKnowsWhatTheShortOneCannot() {
    double[] y = new double[1000];
    for (int t = 0; t < y.length; t++) {
      y[t] = truth(t);
    }
    Candidates candidates = new Candidates(y, y.length, 24, 168);
    double[] forecasts = new double[90 * Candidates.COUNT];

    candidates.forecast(90, forecasts, Candidates.COUNT);

    double naiveError = 0;
    double longError = 0;
    for (int h = 1; h <= 90; h++) {
      double truth = truth(y.length - 1 + h);
      int at = (h - 1) * Candidates.COUNT;
      naiveError += Math.abs(forecasts[at + Candidates.SEASONAL_NAIVE] - truth);
      longError += Math.abs(forecasts[at + Candidates.LONG_MOVED] - truth);
    }
    assertThat(longError).isLessThan(1e-9);
    assertThat(naiveError).isGreaterThan(1);
  }

  @Test
  void fewerThanTwoSeasonsGiveLevelsOnly() {
    double[] y = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2};
    Candidates candidates = new Candidates(y, 10, 7, 364);
    assertThat(candidates.period).isEqualTo(1);
    assertThat(candidates.longPeriod).isZero();
  }

  @Test
  void spikesDoNotSetTheScale() {
    double[] calm = new double[400];
    for (int t = 0; t < calm.length; t++) {
      calm[t] = t % 5;
    }
    double[] spiked = calm.clone();
    spiked[200] = 1e6;

    double before = Standardised.of(calm, 7).scale;
    double after = Standardised.of(spiked, 7).scale;

    // One value of 400 weighs at most 5 x 5 mean deviations after two passes of winsorising.
    assertThat(after).isLessThan(40 * before);
  }

  private static double truth(int t) {
    return (t / 24) % 7 < 5 ? Math.sin(2 * Math.PI * t / 24) : .2;
  }
}
