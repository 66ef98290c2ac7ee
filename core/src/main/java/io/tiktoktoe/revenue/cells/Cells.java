package io.tiktoktoe.revenue.cells;

import io.tiktoktoe.calendar.LocalClock;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.State;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.insight.Dimension;
import io.tiktoktoe.revenue.insight.IncomeCells;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Revenue cells as flat columns ordered by time, with group names as numbers: a pass over a million
 * of them is a few array reads each. Built once per analysis, never changed.
 */
public final class Cells {

  private static final Dimension[] DIMENSIONS = Dimension.values();
  private static final Stream[] STREAMS = Stream.values();

  /** Bits of a position within its stream: half a billion cells. */
  private static final int STREAM_SHIFT = 29;

  private static final int POSITION = (1 << STREAM_SHIFT) - 1;

  /** Days on which one clock time is no accident. */
  private static final int LEAST_DAYS = 5;

  public final int size;

  /** Start of the bucket, seconds since 1970-01-01T00:00Z; ascending. */
  public final long[] second;

  /** Local day, days since 1970-01-01. */
  public final int[] day;

  /** Hour of the local week, 0 to 167. */
  public final short[] hourOfWeek;

  public final long[] gross;
  public final long[] fee;
  public final long[] tax;
  public final long[] refunds;
  public final long[] chargebacks;
  public final long[] net;
  public final long[] count;
  private final byte[] state;
  private final boolean[] timed = new boolean[STREAMS.length];
  private final int[][] codes;
  private final String[][] names;

  private Cells(int size, String[][] names) {
    this.size = size;
    this.names = names;
    second = new long[size];
    day = new int[size];
    hourOfWeek = new short[size];
    gross = new long[size];
    fee = new long[size];
    tax = new long[size];
    refunds = new long[size];
    chargebacks = new long[size];
    net = new long[size];
    count = new long[size];
    state = new byte[size];
    codes = new int[DIMENSIONS.length][size];
  }

  /**
   * Columns of one snapshot's cells, whatever their order.
   *
   * @throws ArithmeticException if a cell's net amount does not fit 64 bits
   * @throws java.util.concurrent.CancellationException if the progress cancels
   */
  public static Cells of(IncomeCells income, Progress progress) {
    List<StreamCells> streams = StreamCells.of(income, progress);
    int size = streams.stream().mapToInt(stream -> stream.cells().size()).sum();
    long[] order = new long[size];
    int place = 0;
    for (int stream = 0; stream < streams.size(); stream++) {
      int at = 0;
      for (RevenueCell cell : streams.get(stream).cells()) {
        long quarter = Math.floorDiv(cell.bucket().getEpochSecond(), bucketSeconds());
        // Bucket in the upper half, stream and position in the lower: one sort of primitives.
        order[place++] = quarter << 32 | (long) stream << STREAM_SHIFT | at++;
      }
    }
    Arrays.sort(order);
    Names dictionary = new Names();
    int[][] codes = new int[DIMENSIONS.length][size];
    for (int at = 0; at < size; at++) {
      int stream = (int) order[at] >>> STREAM_SHIFT;
      dictionary.encode(streams.get(stream).cells().get((int) order[at] & POSITION), codes, at);
    }
    Cells cells = new Cells(size, dictionary.names());
    for (int at = 0; at < size; at++) {
      cells.fill(at, streams.get((int) order[at] >>> STREAM_SHIFT), (int) order[at] & POSITION);
    }
    for (int dimension = 0; dimension < codes.length; dimension++) {
      System.arraycopy(codes[dimension], 0, cells.codes[dimension], 0, size);
    }
    cells.findTimed();
    return cells;
  }

  private void fill(int at, StreamCells stream, int position) {
    RevenueCell cell = stream.cells().get(position);
    second[at] = cell.bucket().getEpochSecond();
    day[at] = stream.day()[position];
    hourOfWeek[at] = stream.hourOfWeek()[position];
    gross[at] = cell.gross();
    fee[at] = cell.fee();
    tax[at] = cell.tax();
    refunds[at] = cell.refunds();
    chargebacks[at] = cell.chargebacks();
    net[at] = cell.net();
    count[at] = cell.count();
    state[at] = (byte) cell.state().ordinal();
  }

  /** Position of the first cell at or after {@code time}. */
  public int from(Instant time) {
    long wanted = time.getEpochSecond();
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (second[middle] < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The positions that lie in a period. */
  Slice slice(DateRange period) {
    return new Slice(from(period.from()), from(period.to()));
  }

  /** The number of the group that the cell at this position belongs to. */
  public int code(Dimension dimension, int at) {
    return codes[dimension.ordinal()][at];
  }

  /** The group numbers of a dimension by position; not to be changed. */
  public int[] codes(Dimension dimension) {
    return codes[dimension.ordinal()];
  }

  /** The name of a group. */
  public String name(Dimension dimension, int code) {
    return names[dimension.ordinal()][code];
  }

  /** How many groups a dimension has. */
  public int groups(Dimension dimension) {
    return names[dimension.ordinal()].length;
  }

  /** How final the amounts at this position are. */
  public State state(int at) {
    return State.values()[state[at]];
  }

  /** The stream of the cell at this position, as its ordinal. */
  public int stream(int at) {
    return codes[0][at];
  }

  /**
   * Whether a stream's income carries the time of day at which fans act. Advertising is reported by
   * day; of the others those do not whose income always stands at one clock time, in UTC or on the
   * local clock, on several days.
   */
  public boolean timed(int stream) {
    return timed[stream];
  }

  private void findTimed() {
    for (Stream stream : STREAMS) {
      timed[stream.ordinal()] = stream.counted() && !hasOneClockTime(stream.ordinal());
    }
  }

  private boolean hasOneClockTime(int stream) {
    int first = -1;
    boolean sameUtc = true;
    boolean sameHour = true;
    int days = 0;
    int lastDay = Integer.MIN_VALUE;
    for (int at = 0; at < size; at++) {
      if (stream(at) != stream) {
        continue;
      }
      first = first < 0 ? at : first;
      sameUtc &= Math.floorMod(second[at] - second[first], (long) LocalClock.DAY_SECONDS) == 0;
      sameHour &= hourOfWeek[at] % 24 == hourOfWeek[first] % 24;
      days += day[at] == lastDay ? 0 : 1;
      lastDay = day[at];
    }
    return days >= LEAST_DAYS && (sameUtc || sameHour);
  }

  static long bucketSeconds() {
    return DateRange.BUCKET.toSeconds();
  }

  /** Positions from inclusive to exclusive. */
  public record Slice(int from, int to) {}

  /** Numbers for group names, in the order in which they come. */
  private static final class Names {

    private final List<Map<String, Integer>> codes = new ArrayList<>();

    Names() {
      for (Dimension ignored : DIMENSIONS) {
        codes.add(new HashMap<>());
      }
      for (Stream stream : STREAMS) {
        code(Dimension.STREAM, stream.label());
      }
    }

    void encode(RevenueCell cell, int[][] into, int at) {
      into[Dimension.STREAM.ordinal()][at] = cell.stream().ordinal();
      into[Dimension.PLATFORM.ordinal()][at] = code(Dimension.PLATFORM, cell.source());
      into[Dimension.COUNTRY.ordinal()][at] = code(Dimension.COUNTRY, cell.country());
      into[Dimension.AGE_BAND.ordinal()][at] = code(Dimension.AGE_BAND, cell.ageBand());
      into[Dimension.GENDER.ordinal()][at] = code(Dimension.GENDER, cell.gender());
    }

    private int code(Dimension dimension, @Nullable String name) {
      Map<String, Integer> known = codes.get(dimension.ordinal());
      String group = name == null || name.isBlank() ? Dimension.UNKNOWN : name;
      Integer code = known.get(group);
      if (code == null) {
        code = known.size();
        known.put(group, code);
      }
      return code;
    }

    String[][] names() {
      String[][] names = new String[DIMENSIONS.length][];
      for (int dimension = 0; dimension < names.length; dimension++) {
        Map<String, Integer> known = codes.get(dimension);
        names[dimension] = new String[known.size()];
        for (Map.Entry<String, Integer> entry : known.entrySet()) {
          names[dimension][entry.getValue()] = entry.getKey();
        }
      }
      return names;
    }
  }
}
