package io.tiktoktoe.table;

import io.tiktoktoe.series.Series;
import io.tiktoktoe.text.Timestamp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of one series, gathered in any order and then laid on a gapless grid of steps. */
final class SeriesRows {

  /** Missing steps per given one that are filled in; more is taken for a slip in the numbers. */
  private static final int MAX_GAP_RATIO = 100;

  /** Missing steps that are always filled in. */
  private static final int MAX_SMALL_GAPS = 10_000;

  private final Path file;
  private final String id;
  private long[] rows = new long[16];
  private long[] keys = new long[16];
  private long[] localKeys = new long[16];
  private double[] values = new double[16];
  private int count;

  SeriesRows(Path file, String id) {
    this.file = file;
    this.id = id;
  }

  /** Adds one row: {@code key} is a step or an instant, {@code localKey} the time as written. */
  void add(long row, long key, long localKey, double value) {
    if (count == rows.length) {
      int larger = count + (count >> 1);
      rows = Arrays.copyOf(rows, larger);
      keys = Arrays.copyOf(keys, larger);
      localKeys = Arrays.copyOf(localKeys, larger);
      values = Arrays.copyOf(values, larger);
    }
    rows[count] = row;
    keys[count] = key;
    localKeys[count] = localKey;
    values[count] = value;
    count++;
  }

  /** The series on its grid; {@code timed} when the keys are times, not numbers of steps. */
  TimedSeries build(boolean timed) {
    sortByKey();
    if (!timed) {
      return new TimedSeries(onGrid(stepPositions()), keys[0], Optional.empty());
    }
    // Days written with the offset of a zone are 23 or 25 hours apart, yet even as written.
    Optional<TimeGrid> even = TimeGrid.of(keys, count);
    Optional<TimeGrid> grid =
        Stream.of(even, TimeGrid.of(localKeys, count))
            .flatMap(Optional::stream)
            .min(Comparator.comparingLong(TimeGrid::length));
    if (grid.isEmpty()) {
      throw unevenlySpaced();
    }
    boolean inTime = even.equals(grid);
    TimedSeries.Dates dates =
        new TimedSeries.Dates(
            Timestamp.toLocal(localKeys[0]),
            grid.get().width(),
            inTime ? clockMoves(grid.get()) : List.of(),
            grid.get().width() instanceof Period
                ? RetailMonths.of(inTime ? keys : localKeys, count)
                : Optional.empty());
    return new TimedSeries(onGrid(grid.get().positions()), 0, Optional.of(dates));
  }

  /** Where the offset of the times changes by whole steps. */
  private List<TimedSeries.ClockMove> clockMoves(TimeGrid grid) {
    if (!(grid.width() instanceof Duration width) || width.compareTo(Duration.ofDays(1)) >= 0) {
      return List.of();
    }
    List<TimedSeries.ClockMove> moves = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      long moved = (localKeys[i] - keys[i]) - (localKeys[i - 1] - keys[i - 1]);
      if (moved != 0 && moved % width.toMillis() == 0) {
        int by = (int) (moved / width.toMillis());
        moves.add(new TimedSeries.ClockMove((int) grid.positions()[i], by));
      }
    }
    return moves;
  }

  private void sortByKey() {
    boolean sorted = true;
    for (int i = 1; i < count && sorted; i++) {
      sorted = keys[i - 1] < keys[i];
    }
    if (sorted) {
      return;
    }
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted((a, b) -> Long.compare(keys[a], keys[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    long[] oldRows = rows.clone();
    long[] oldKeys = keys.clone();
    long[] oldLocalKeys = localKeys.clone();
    double[] oldValues = values.clone();
    for (int i = 0; i < count; i++) {
      rows[i] = oldRows[order[i]];
      keys[i] = oldKeys[order[i]];
      localKeys[i] = oldLocalKeys[order[i]];
      values[i] = oldValues[order[i]];
    }
    for (int i = 1; i < count; i++) {
      if (keys[i - 1] == keys[i]) {
        throw twice(i);
      }
    }
  }

  private long[] stepPositions() {
    long[] positions = new long[count];
    for (int i = 0; i < count; i++) {
      positions[i] = keys[i] - keys[0];
      if (positions[i] < 0 || positions[i] > Integer.MAX_VALUE) {
        throw gap(i);
      }
    }
    return positions;
  }

  private Series onGrid(long[] positions) {
    long length = positions[count - 1] + 1;
    if (length - count > (long) MAX_GAP_RATIO * count + MAX_SMALL_GAPS) {
      throw gap(widestGap(positions));
    }
    double[] grid = new double[(int) length];
    Arrays.fill(grid, Double.NaN);
    for (int i = 0; i < count; i++) {
      grid[(int) positions[i]] = values[i];
    }
    return Series.of(id, grid);
  }

  private static int widestGap(long[] positions) {
    int widest = 1;
    for (int i = 2; i < positions.length; i++) {
      if (positions[i] - positions[i - 1] > positions[widest] - positions[widest - 1]) {
        widest = i;
      }
    }
    return widest;
  }

  private TableException twice(int index) {
    return new TableException(
        "%s: rows %d and %d give series %s the same step. Remove or add up one of them."
            .formatted(
                file,
                Math.min(rows[index - 1], rows[index]),
                Math.max(rows[index - 1], rows[index]),
                id));
  }

  private TableException gap(int index) {
    return new TableException(
        "%s: row %d: series %s leaves far more steps out before it than it has. Check the number."
            .formatted(file, rows[index], id));
  }

  private TableException unevenlySpaced() {
    int index = TimeGrid.firstOff(keys, count);
    return new TableException(
        "%s: row %d: timestamp %s of series %s is off the grid of the others, %s apart. Round it."
            .formatted(
                file,
                rows[index],
                Timestamp.toLocal(localKeys[index]),
                id,
                TimeGrid.usualWidth(keys, count)));
  }
}
