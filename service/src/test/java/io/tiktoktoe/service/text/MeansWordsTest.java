package io.tiktoktoe.service.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.audience.strategy.EngagementStrategy.Means;
import io.tiktoktoe.audience.strategy.Goal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MeansWordsTest {

  private static final AmountText DOLLARS = new AmountText(Currency.getInstance("USD"), "–");

  @Test
  void aPriceIsToldForAStepNoLargerThanTheBound() {
    assertThat(worth(new Means("budget", 0, 0, 0.005))).startsWith("0.01 more to spend");
    assertThat(worth(new Means("budget", 700, 700, 0.005))).startsWith("1 more to spend");
    assertThat(worth(new Means("budget", 50_000, 50_000, 0.0001)))
        .isEqualTo("100 more to spend would be worth 1 more fans kept.");
    assertThat(worth(new Means("contacts", 0, 0, 0.001)))
        .isEqualTo("One more message would be worth 0.001 more fans kept.");
  }

  private static String worth(Means means) {
    return MeansWords.worth(means, Goal.RETENTION, DOLLARS);
  }
}
