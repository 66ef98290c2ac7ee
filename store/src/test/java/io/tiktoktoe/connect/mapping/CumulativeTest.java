package io.tiktoktoe.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CumulativeTest {

  private static List<String> steps(Cumulative cumulative, String... totals) {
    for (int i = 0; i < totals.length; i++) {
      cumulative.add(new BigDecimal(totals[i]), i + 1);
    }
    List<Long> aside = cumulative.solve();
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < totals.length; i++) {
      steps.add(cumulative.step().toPlainString());
    }
    steps.add("aside " + aside);
    return steps;
  }

  @Test
  void aDipAndAPeakAreSetAside() {
    assertThat(steps(new Cumulative(), "1.10", "2.20", "0.50", "9.00", "3.30"))
        .containsExactly("1.10", "1.10", "0", "0", "1.10", "aside [3, 4]");
  }

  @Test
  void aLastingCorrectionIsNoIncome() {
    assertThat(steps(new Cumulative(), "100", "105", "90", "95", "99"))
        .containsExactly("0", "0", "90", "5", "4", "aside [1, 2]");
  }

  @Test
  void stepsNeverFallAndAlwaysEndAtTheLastTotal() {
    Random random = new Random(7);
    for (int run = 0; run < 200; run++) {
      Cumulative cumulative = new Cumulative();
      BigDecimal last = BigDecimal.ZERO;
      int rows = 1 + random.nextInt(40);
      for (int i = 0; i < rows; i++) {
        last = BigDecimal.valueOf(random.nextInt(10_000), 2);
        cumulative.add(last, i + 1);
      }
      cumulative.solve();
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; i < rows; i++) {
        BigDecimal step = cumulative.step();
        assertThat(step.signum()).isNotNegative();
        sum = sum.add(step);
      }
      assertThat(sum).isEqualByComparingTo(last);
    }
  }
}
