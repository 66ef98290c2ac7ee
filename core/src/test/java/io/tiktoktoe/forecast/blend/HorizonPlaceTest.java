package io.tiktoktoe.forecast.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HorizonPlaceTest {

  /** One number for each of the three parts of the horizon. */
  private static final double[][] BY_PART = {{10}, {20}, {60}};

  private static double at(int step) {
    return HorizonPlace.of(step, 9).between(BY_PART, 0);
  }

  @Test
  void whatIsLearnedOfAPartHoldsInItsMiddle() {
    assertThat(at(1)).isEqualTo(10);
    assertThat(at(4)).isEqualTo(20);
    assertThat(at(7)).isEqualTo(60);
  }

  @Test
  void betweenTheMiddlesItIsInterpolated() {
    assertThat(at(2)).isCloseTo(10 + 10 / 3.0, within(1e-12));
    assertThat(at(6)).isCloseTo(20 + 40 * 2 / 3.0, within(1e-12));
  }

  @Test
  void outsideTheOuterMiddlesItStays() {
    assertThat(at(0)).isEqualTo(10);
    assertThat(at(8)).isEqualTo(60);
    assertThat(at(500)).isEqualTo(60);
    assertThat(HorizonPlace.of(0, 0).between(BY_PART, 0)).isEqualTo(20);
  }

  @Test
  void theNearestPartIsTheOneWhoseMiddleIs() {
    assertThat(HorizonPlace.of(0, 9).nearest()).isZero();
    assertThat(HorizonPlace.of(3, 9).nearest()).isEqualTo(1);
    assertThat(HorizonPlace.of(8, 9).nearest()).isEqualTo(2);
  }
}
