package io.tiktoktoe.simulation.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.WorldKind;
import io.tiktoktoe.work.Progress;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VariedLawsTest {

  private static EconomyOptions economy(long seed) {
    return EconomyOptions.defaults().withWorld(WorldKind.VARIED).withSeed(seed);
  }

  private static Laws laws(long seed) {
    return Laws.of(economy(seed));
  }

  @Test
  void everySeedIsAnEconomyOfItsOwn() {
    Laws hard = Laws.of(EconomyOptions.defaults());
    double[] quarterly =
        LongStream.range(0, 200).mapToDouble(seed -> laws(seed).levels().quarterly()).toArray();
    assertThat(quarterly).doesNotHaveDuplicates();
    double hardest = hard.levels().quarterly();
    assertThat(DoubleStream.of(quarterly).min().orElseThrow()).isLessThan(0.3 * hardest);
    assertThat(DoubleStream.of(quarterly).max().orElseThrow()).isGreaterThan(hardest);
    assertThat(laws(5).levels()).isEqualTo(laws(5).levels());
    assertThat(laws(5).climate()).isNotEqualTo(laws(6).climate());
    assertThat(laws(5).memberships()).isEqualTo(hard.memberships());
  }

  @Test
  void suchAnEconomyIsLivedLikeAnyOther() {
    long[] events = new long[2];
    for (int seed = 0; seed < 2; seed++) {
      int at = seed;
      CreatorEconomy.of(economy(seed).withCreators(2).withMonths(1))
          .run(event -> events[at]++, Progress.SILENT);
    }
    assertThat(events[0]).isPositive().isNotEqualTo(events[1]);
  }
}
