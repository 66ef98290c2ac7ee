package io.tiktoktoe.forecast.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.outlook.SamplePaths;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeginningStreamTest {

  @Test
  void beginsAsOftenAsTheRuleOfSuccessionSays() {
    double[] silent = new double[270];
    double[] other = new double[270];
    Arrays.fill(other, 50, 270, 10);
    assertThat(BeginningStream.possible(silent, List.of(silent, other))).isTrue();
    assertThat(BeginningStream.possible(other, List.of(silent, other))).isFalse();
    assertThat(BeginningStream.possible(silent, List.of(silent))).isFalse();
    Marginals marginals =
        BeginningStream.forecast(270, List.of(silent, other), 90, 4_000, 7).marginals();
    SamplePaths paths =
        JointFutures.draw(List.of(JointFutures.Part.alone(marginals)), 90, 4_000, 1)[0];
    double begun = Arrays.stream(paths.sums(90)).filter(sum -> sum > 0).count() / 4_000.0;
    assertThat(begun).isCloseTo(1 - Math.sqrt(270 / 360.0), within(0.02));
  }
}
