package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Events on their way, handed over in the order in which they arrive. Holds those of the days that
 * are being made and the late ones; grouped by hour of arrival, each hour is sorted once.
 */
final class DeliveryQueue {

  private static final long HOUR_MS = 3_600_000;

  private static final Comparator<Waiting> ARRIVAL =
      Comparator.comparingLong(Waiting::at).thenComparingLong(Waiting::order);

  private final TreeMap<Long, List<Waiting>> hours = new TreeMap<>();
  private long order;

  /** {@code order} breaks ties in the order in which events were made. */
  private record Waiting(long at, long order, Event event) {}

  /** Will hand {@code event} over at {@code at}, epoch milliseconds. */
  void add(long at, Event event) {
    hours
        .computeIfAbsent(Math.floorDiv(at, HOUR_MS), hour -> new ArrayList<>())
        .add(new Waiting(at, order++, event));
  }

  /** Hands over everything of the hours that end at or before {@code until}; returns how many. */
  long handOver(long until, Consumer<Event> delivery) {
    long count = 0;
    while (!hours.isEmpty() && (hours.firstKey() + 1) * HOUR_MS <= until) {
      List<Waiting> waiting = hours.pollFirstEntry().getValue();
      waiting.sort(ARRIVAL);
      for (Waiting next : waiting) {
        delivery.accept(next.event());
      }
      count += waiting.size();
    }
    return count;
  }

  /** Hands over all that is left. */
  long handOverAll(Consumer<Event> delivery) {
    return handOver(Long.MAX_VALUE, delivery);
  }
}
