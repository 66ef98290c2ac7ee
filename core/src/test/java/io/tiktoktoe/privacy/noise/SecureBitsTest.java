package io.tiktoktoe.privacy.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SecureBitsTest {

  static long[] draw(BitSource bits, int count) {
    long[] drawn = new long[count];
    Arrays.setAll(drawn, i -> bits.next());
    return drawn;
  }

  @Test
  void everyBitIsSetHalfOfTheTime() {
    int count = 100_000;
    int[] set = new int[Long.SIZE];
    for (long one : draw(SecureBits.fresh(), count)) {
      for (int bit = 0; bit < Long.SIZE; bit++) {
        set[bit] += (int) (one >>> bit & 1);
      }
    }

    // 6.5 standard errors: falsely rejects once in 10^8 runs.
    double most = 6.5 * Math.sqrt(count) / 2;
    for (int one : set) {
      assertThat(Math.abs(one - count / 2.0)).isLessThan(most);
    }
  }

  @Test
  void cannotBeSeeded() {
    assertThat(SecureBits.class.getDeclaredConstructors())
        .allMatch(one -> Modifier.isPrivate(one.getModifiers()));
    assertThat(SecureBits.class.getDeclaredMethods())
        .filteredOn(one -> Modifier.isStatic(one.getModifiers()))
        .allMatch(one -> one.getParameterCount() == 0);
  }
}
