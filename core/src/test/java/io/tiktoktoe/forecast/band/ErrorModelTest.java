package io.tiktoktoe.forecast.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.outlook.QuantileGrid;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ErrorModelTest {

  private static final int ORIGINS = 120;
  private static final int REACH = 14;
  private static final int WEEK = 7;

  /** Every second phase errs twice as much, and errors grow as the root of the step. */
  private static ErrorModel model(double[][] errors) {
    SplittableRandom random = new SplittableRandom(3);
    int[] origins = new int[ORIGINS];
    for (int o = 0; o < ORIGINS; o++) {
      origins[o] = 100 + o;
      for (int h = 0; h < REACH; h++) {
        double phase = (origins[o] + h) % WEEK % 2 == 0 ? 2 : 1;
        errors[o][h] = phase * Math.sqrt(h + 1.0) * random.nextGaussian();
      }
    }
    Roughness even = Roughness.of(new double[400], WEEK, 1);
    return ErrorModel.of(errors, origins, even, new double[0], WEEK, ORIGINS, false);
  }

  @Test
  void scaleIsSpreadTimesPhase() {
    ErrorModel model = model(new double[ORIGINS][REACH]);
    // Phases of 700 and 701 steps are 0 and 1.
    assertThat(model.scale(700, 0) / model.scale(701, 0)).isCloseTo(2, within(0.3));
    assertThat(model.scale(700, 7) / model.scale(700, 0)).isCloseTo(Math.sqrt(8), within(0.4));
  }

  @Test
  void standardisedErrorsAreOfOneSize() {
    double[][] errors = new double[ORIGINS][REACH];
    ErrorModel model = model(errors);
    int[] origins = new int[ORIGINS];
    Arrays.setAll(origins, o -> 100 + o);
    double[][] standardised = model.standardised(errors, origins);
    assertThat(Arrays.stream(standardised).flatMapToDouble(Arrays::stream).map(Math::abs).average())
        .hasValueCloseTo(1.0, within(0.1));
    assertThat(errors[3][5] / model.scale(origins[3], 5))
        .isCloseTo(standardised[3][5], within(1e-12));
  }

  @Test
  void beyondWhatWasSeenErrorsGrowOnAsTheyDid() {
    // Three reaches later, at the same phase: the root of 4 at most.
    assertThat(grown(h -> Math.sqrt(h + 1.0))).isBetween(1.8, 2.0 + 1e-9);
    assertThat(grown(_ -> 1)).isLessThan(1.25);
  }

  private static double grown(IntToDoubleFunction size) {
    double[][] errors = new double[ORIGINS][REACH];
    int[] origins = new int[ORIGINS];
    for (int o = 0; o < ORIGINS; o++) {
      origins[o] = 100 + o;
      Arrays.setAll(errors[o], size);
    }
    Roughness even = Roughness.of(new double[400], WEEK, 1);
    ErrorModel model = ErrorModel.of(errors, origins, even, new double[0], WEEK, ORIGINS, false);
    int far = 4 * REACH - 1;
    assertThat(model.nearScale(700, far)).isCloseTo(model.scale(700, REACH - 1), within(1e-9));
    return model.scale(700, far) / model.scale(700, REACH - 1);
  }

  @Test
  void muchEvidenceLetsTheOwnErrorsMakeTheShape() {
    ErrorModel model = model(new double[ORIGINS][REACH]);
    assertThat(model.ownShape()).isCloseTo(120 / 124.0, within(1e-12));
    // A normal's 84% quantile over its mean absolute value is 1.25; Student's is 1.17.
    assertThat(model.shape(QuantileGrid.SIZE - 5)).isCloseTo(1.25, within(0.08));
  }
}
