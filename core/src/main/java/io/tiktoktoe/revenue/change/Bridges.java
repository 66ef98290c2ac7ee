package io.tiktoktoe.revenue.change;

import io.tiktoktoe.event.State;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.insight.BridgeLine;
import io.tiktoktoe.revenue.insight.RevenueBridge;
import java.util.EnumMap;
import java.util.Map;

/** Waterfall from gross to net income, added up from cells. Exact, or it throws on overflow. */
public final class Bridges {

  private static final int AMOUNTS = 6;

  private Bridges() {}

  /** The bridge of the cells in a slice. O(cells). */
  public static RevenueBridge of(Cells cells, Cells.Slice slice) {
    int streams = Stream.values().length;
    int states = State.values().length;
    long[][] byStream = new long[streams][AMOUNTS];
    long[][] byState = new long[states][AMOUNTS];
    for (int at = slice.from(); at < slice.to(); at++) {
      add(cells, at, byStream[cells.stream(at)]);
      add(cells, at, byState[cells.state(at).ordinal()]);
    }
    Map<Stream, BridgeLine> streamLines = new EnumMap<>(Stream.class);
    BridgeLine total = BridgeLine.ZERO;
    for (Stream stream : Stream.values()) {
      BridgeLine line = line(byStream[stream.ordinal()]);
      streamLines.put(stream, line);
      total = total.plus(line);
    }
    Map<State, BridgeLine> stateLines = new EnumMap<>(State.class);
    for (State state : State.values()) {
      stateLines.put(state, line(byState[state.ordinal()]));
    }
    return new RevenueBridge(streamLines, stateLines, total);
  }

  private static void add(Cells cells, int at, long[] into) {
    into[0] = Math.addExact(into[0], cells.gross[at]);
    into[1] = Math.addExact(into[1], cells.fee[at]);
    into[2] = Math.addExact(into[2], cells.tax[at]);
    into[3] = Math.addExact(into[3], cells.refunds[at]);
    into[4] = Math.addExact(into[4], cells.chargebacks[at]);
    into[5] = Math.addExact(into[5], cells.count[at]);
  }

  private static BridgeLine line(long[] amounts) {
    return new BridgeLine(amounts[0], amounts[1], amounts[2], amounts[3], amounts[4], amounts[5]);
  }
}
