package io.tiktoktoe.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SubstreamsTest {

  @Test
  void noNumberComesTwice() {
    Set<Long> drawn = new HashSet<>();
    int count = 0;
    for (long seed : new long[] {0, 1, 31, 0x9E3779B97F4A7C15L}) {
      for (String use : new String[] {"one", "other"}) {
        for (int index = 0; index < 100; index++) {
          SplittableRandom random = Substreams.of(seed, use, index);
          for (int draw = 0; draw < 50; draw++) {
            drawn.add(random.nextLong());
            count++;
          }
        }
      }
    }
    assertThat(drawn).hasSize(count);
  }

  @Test
  void sameArgumentsGiveTheSameNumbers() {
    assertThat(Substreams.of(7, "use", 5).nextLong())
        .isEqualTo(Substreams.of(7, "use", 5).nextLong());
  }
}
