package io.tiktoktoe.table;

import io.tiktoktoe.series.Series;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A series as a file holds it: its steps are gapless, what the file leaves out is NaN.
 *
 * @param series its id and values
 * @param firstStep the file's number of the first value; 0 when the file has timestamps
 * @param dates what the steps mean on the calendar, when the file has timestamps
 */
public record TimedSeries(Series series, long firstStep, Optional<Dates> dates) {

  /**
   * Steps on the calendar.
   *
   * @param first time of the first step, as written (local when it has no offset)
   * @param width from one step to the next: a duration, or a period of whole months
   * @param moves where the local clock was moved between steps that are even in time, by step
   * @param retail what the months are where they are not those of the calendar
   */
  public record Dates(
      LocalDateTime first,
      TemporalAmount width,
      List<ClockMove> moves,
      Optional<RetailMonths> retail) {

    public Dates {
      moves = List.copyOf(moves);
    }

    /** Of a clock that never moves. */
    public Dates(LocalDateTime first, TemporalAmount width) {
      this(first, width, List.of(), Optional.empty());
    }

    /** When a step begins, those of the future included. */
    LocalDateTime timeOf(int place) {
      if (retail.isPresent()) {
        return retail.get().timeOf(first, place);
      }
      return switch (width) {
        case Period period -> first.plus(period.multipliedBy(place));
        case Duration duration -> first.plus(duration.multipliedBy(place));
        case TemporalAmount other -> throw new IllegalStateException(other + " is no width.");
      };
    }
  }

  /**
   * Summer or winter time.
   *
   * @param step the first one after it
   * @param by how many steps later the clock shows, as in spring; negative for earlier
   */
  public record ClockMove(int step, int by) {}

  /**
   * When a step ahead is on the local clock: a date where steps are whole days or months.
   *
   * @param step counted from 0, the first one after the series
   * @throws IllegalStateException if the series has no dates
   */
  public String timeAhead(int step) {
    Dates known =
        dates.orElseThrow(() -> new IllegalStateException(series.id() + " counts steps."));
    int moved = known.moves().stream().mapToInt(ClockMove::by).sum();
    int place = series.length() + moved + step;
    LocalDateTime time = known.timeOf(place);
    boolean day =
        time.toLocalTime().equals(LocalTime.MIDNIGHT)
            && known.first().toLocalTime().equals(LocalTime.MIDNIGHT)
            && !(known.width() instanceof Duration width
                && width.compareTo(Duration.ofDays(1)) < 0);
    return day ? time.toLocalDate().toString() : time.toString();
  }

  /** The place of each step on the local clock, on which an hour may come twice or be left out. */
  public int[] placesOnClock() {
    int[] places = new int[series.length()];
    List<ClockMove> moves = dates.map(Dates::moves).orElse(List.of());
    int at = 0;
    int moved = 0;
    for (int step = 0; step < places.length; step++) {
      while (at < moves.size() && moves.get(at).step() <= step) {
        moved += moves.get(at++).by();
      }
      places[step] = step + moved;
    }
    return places;
  }

  /**
   * The same with steps of the local clock, on which people live: an hour that comes twice is the
   * mean of both, one that is left out is missing.
   */
  public TimedSeries onClock() {
    if (dates.map(Dates::moves).orElse(List.of()).isEmpty()) {
      return this;
    }
    int[] places = placesOnClock();
    double[] sums = new double[Arrays.stream(places).max().orElse(-1) + 1];
    int[] counts = new int[sums.length];
    for (int step = 0; step < places.length; step++) {
      double value = series.value(step);
      if (!Double.isNaN(value)) {
        sums[places[step]] += value;
        counts[places[step]]++;
      }
    }
    Arrays.setAll(sums, place -> counts[place] == 0 ? Double.NaN : sums[place] / counts[place]);
    return new TimedSeries(
        Series.of(series.id(), sums),
        firstStep,
        dates.map(some -> new Dates(some.first(), some.width())));
  }
}
