package io.tiktoktoe.privacy.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WideSumTest {

  @Test
  void saturatesAndComesBack() {
    WideSum sum = new WideSum(Long.MAX_VALUE);
    for (int i = 0; i < 5; i++) {
      sum.add(Long.MAX_VALUE);
    }
    assertThat(sum.saturated()).isEqualTo(Long.MAX_VALUE);
    for (int i = 0; i < 5; i++) {
      sum.add(-Long.MAX_VALUE);
    }
    sum.add(-3);
    assertThat(sum.saturated()).isEqualTo(-3);
    for (int i = 0; i < 9; i++) {
      sum.add(Long.MIN_VALUE);
    }
    assertThat(sum.saturated()).isEqualTo(-Long.MAX_VALUE);
  }

  @Test
  void isCutAtTheMost() {
    WideSum sum = new WideSum(100);
    sum.add(250);
    assertThat(sum.saturated()).isEqualTo(100);
  }
}
