package io.tiktoktoe.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.WorldKind;
import io.tiktoktoe.work.Progress;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How many events come of those that were asked for. Options decide: nothing here is by chance. */
class ScaleTest {

  private static double ratio(WorldKind world, long seed) {
    EconomyOptions options =
        EconomyOptions.defaults().withWorld(world).withCreators(40).withMonths(14).withSeed(seed);
    long[] events = {0};
    CreatorEconomy.of(options).run(event -> events[0]++, Progress.SILENT);
    return events[0] / (double) options.events();
  }

  @Test
  void aboutAsManyEventsComeAsWereAskedFor() {
    assertThat(LongStream.range(7, 11).mapToDouble(seed -> ratio(WorldKind.HARD, seed)))
        .allSatisfy(ratio -> assertThat(ratio).isBetween(0.8, 1.2));
    assertThat(ratio(WorldKind.KIND, 7)).isBetween(0.8, 1.2);
  }
}
