package io.tiktoktoe.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.series.Series;
import io.tiktoktoe.table.TimedSeries;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DefaultSeasonsTest {

  @Test
  void weeksHaveTheShortSeasonThatMostOfThemShow() {
    assertThat(DefaultSeasons.of(weeks(t -> t % 4 == 1 ? 60 : 0)))
        .containsOnly(List.of(4, 52))
        .hasSize(9);
    assertThat(DefaultSeasons.of(weeks(t -> t % 13 == 12 ? 60 : 0)))
        .containsOnly(List.of(13, 52));
  }

  @Test
  void weeksThatShowNoneOrAYearHaveTheYearAlone() {
    assertThat(DefaultSeasons.of(weeks(_ -> 0))).containsOnly(List.of(52));
    assertThat(DefaultSeasons.of(weeks(t -> 80 * Math.sin(2 * Math.PI * t / 52.18))))
        .containsOnly(List.of(52));
  }

  private static List<TimedSeries> weeks(IntToDoubleFunction season) {
    TimedSeries.Dates dates =
        new TimedSeries.Dates(LocalDateTime.parse("2021-03-01T00:00"), Duration.ofDays(7));
    return IntStream.range(0, 9)
        .mapToObj(i -> new TimedSeries(series("shop " + i, i, season), 0, Optional.of(dates)))
        .toList();
  }

  private static Series series(String id, long seed, IntToDoubleFunction season) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[150];
    Arrays.setAll(values, t -> 300 + t + 20 * random.nextGaussian() + season.applyAsDouble(t));
    return Series.of(id, values);
  }
}
