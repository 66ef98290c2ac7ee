package io.tiktoktoe.forecast.blend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tiktoktoe.forecast.member.Prepared;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemberWeightsTest {

  private static final int STEPS = 90;

  private final Lookback lookback = lookback();
  private final MemberWeights weights = MemberWeights.prior(lookback, Pool.NONE);

  private static Lookback lookback() {
    double[] days = IntStream.range(0, 400).mapToDouble(t -> 10 + t % 7 + t % 5).toArray();
    return Lookback.of(Prepared.of(days, List.of(7), true), STEPS, name -> !"network".equals(name));
  }

  @Test
  void aCombinationIsTheWeightedMeanOfEachStep() {
    double[][] members = lookback.past(0);
    double[] combined = weights.combine(members);
    for (int h = 0; h < STEPS; h++) {
      double[] at = weights.at(h);
      double wanted = 0;
      for (int m = 0; m < members.length; m++) {
        wanted += at[m] * members[m][h];
      }
      assertEquals(wanted, combined[h], "step " + h);
    }
  }

  @Test
  void weightsOfStepsAreMadeOnceForAllOrigins() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[][] members = lookback.past(0);
    double sum = weights.combine(members)[0];
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 100; i++) {
      sum += weights.combine(members)[0];
    }
    double each = (threads.getCurrentThreadAllocatedBytes() - before) / 100.0;
    assertTrue(sum > 0);
    // The answer itself takes 8 bytes a step.
    assertTrue(each < 2 * 8 * STEPS, "%.0f bytes".formatted(each));
  }
}
