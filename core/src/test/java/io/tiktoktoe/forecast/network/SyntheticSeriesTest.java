package io.tiktoktoe.forecast.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.forecast.network.SyntheticSeries.Family;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyntheticSeriesTest {

  @Test
  void sameSeedGivesTheSameSeries() {
    SyntheticSeries first = SyntheticSeries.stream(3, 90);
    SyntheticSeries second = SyntheticSeries.stream(3, 90);
    for (int i = 0; i < 50; i++) {
      SyntheticSample expected = first.next();
      SyntheticSample actual = second.next();
      assertThat(actual.history()).containsExactly(expected.history());
      assertThat(actual.future()).containsExactly(expected.future());
      assertThat(actual.family()).isEqualTo(expected.family());
    }
  }

  /** The stream of a version never changes: raise VERSION and this number with any change. */
  @Test
  void versionPinsTheStream() {
    SyntheticSeries series = SyntheticSeries.stream(1, 90);
    int hash = 0;
    for (int i = 0; i < 20; i++) {
      // Two counts that no rounding of a mathematical library is likely to change.
      SyntheticSample sample = series.next();
      hash = 31 * hash + sample.history().length;
      hash = 31 * hash + sample.family().ordinal();
    }
    assertThat(SyntheticSeries.VERSION).isEqualTo(2);
    assertThat(hash).isEqualTo(615024896);
  }

  @Test
  void everyFamilyAndSeasonComesWithAKnownFuture() {
    SyntheticSeries series = SyntheticSeries.stream(5, 90);
    Map<Family, Integer> families = new EnumMap<>(Family.class);
    Set<Integer> periods = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      SyntheticSample sample = series.next();
      families.merge(sample.family(), 1, Integer::sum);
      periods.add(sample.period());
      double[] history = sample.history();
      assertThat(history).hasSizeBetween(8, 1024);
      assertThat(history[history.length - 1]).isFinite();
      assertThat(sample.future()).hasSize(90);
      assertThat(Arrays.stream(sample.future()).allMatch(Double::isFinite)).isTrue();
    }
    assertThat(families.keySet()).containsExactlyInAnyOrder(Family.values());
    assertThat(periods).contains(1, 4, 7, 12, 24);
  }

  @Test
  void incomeIsNeverNegativeBeforeSpikes() {
    SyntheticSeries series = SyntheticSeries.stream(8, 90);
    int negative = 0;
    int income = 0;
    for (int i = 0; i < 2000; i++) {
      SyntheticSample sample = series.next();
      if (sample.family() == Family.TIPS || sample.family() == Family.COUNTS) {
        income++;
        negative += Arrays.stream(sample.history()).anyMatch(x -> x < 0) ? 1 : 0;
      }
    }
    // Refunds and downward spikes are rare disturbances, not the rule.
    assertThat(negative).isLessThan(income / 5);
  }
}
