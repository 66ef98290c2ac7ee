package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.event.State;
import io.tiktoktoe.metric.Stream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A waterfall from gross to net, by stream and by how final it is; every line adds up exactly.
 *
 * @param streams one line for each of the four streams
 * @param states one line for each of estimated, final and paid
 * @param total all together: the sum of either
 */
public record RevenueBridge(
    Map<Stream, BridgeLine> streams, Map<State, BridgeLine> states, BridgeLine total) {

  public RevenueBridge {
    streams = Collections.unmodifiableMap(new EnumMap<>(streams));
    states = Collections.unmodifiableMap(new EnumMap<>(states));
  }

  /** The line of one stream. */
  public BridgeLine of(Stream stream) {
    return streams.getOrDefault(stream, BridgeLine.ZERO);
  }

  /** The line of one state. */
  public BridgeLine of(State state) {
    return states.getOrDefault(state, BridgeLine.ZERO);
  }
}
