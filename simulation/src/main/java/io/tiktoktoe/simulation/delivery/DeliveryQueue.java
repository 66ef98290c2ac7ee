package io.tiktoktoe.simulation.delivery;

import io.tiktoktoe.event.Event;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way, handed over in the order in which they arrive; of two that arrive in the
 * same millisecond the one made first. Holds those of the days that are being made and the late
 * ones, grouped by hour of arrival; each hour is sorted once.
 */
public final class DeliveryQueue {

  private static final long HOUR_MS = 3_600_000;

  /** Bits of a sort key that number the events of an hour; the rest holds the millisecond. */
  private static final int NUMBER_BITS = 40;

  private final long firstHour;
  private final @Nullable Hour[] hours;
  private int next;

  /** For arrivals from {@code from} to {@code to}, epoch milliseconds, both inclusive. */
  public DeliveryQueue(long from, long to) {
    firstHour = Math.floorDiv(from, HOUR_MS);
    hours = new Hour[Math.toIntExact(Math.floorDiv(to, HOUR_MS) - firstHour + 1)];
  }

  /** The events that arrive in one hour; keys are sorted, events stay where they were put. */
  private static final class Hour {
    long[] keys = new long[64];
    Event[] events = new Event[64];
    int count;

    void add(long millisecond, Event event) {
      if (count == keys.length) {
        keys = Arrays.copyOf(keys, 2 * count);
        events = Arrays.copyOf(events, 2 * count);
      }
      keys[count] = millisecond << NUMBER_BITS | count;
      events[count++] = event;
    }

    void handOver(Consumer<Event> delivery) {
      Arrays.sort(keys, 0, count);
      for (int i = 0; i < count; i++) {
        delivery.accept(events[(int) (keys[i] & (1L << NUMBER_BITS) - 1)]);
      }
    }
  }

  /** Will hand {@code event} over at {@code at}, epoch milliseconds. */
  void add(long at, Event event) {
    int index = Math.toIntExact(Math.floorDiv(at, HOUR_MS) - firstHour);
    if (index < next) {
      throw new IllegalStateException(
          "arrival (%d) lies in an hour that was handed over.".formatted(at));
    }
    Hour hour = hours[index];
    if (hour == null) {
      hour = new Hour();
      hours[index] = hour;
    }
    hour.add(Math.floorMod(at, HOUR_MS), event);
  }

  /** Hands over everything of the hours that end at or before {@code until}. */
  public void handOver(long until, Consumer<Event> delivery) {
    while (next < hours.length && (firstHour + next + 1) * HOUR_MS <= until) {
      Hour hour = hours[next];
      hours[next++] = null;
      if (hour != null) {
        hour.handOver(delivery);
      }
    }
  }

  /** Hands over all that is left. */
  public void handOverAll(Consumer<Event> delivery) {
    handOver(Long.MAX_VALUE, delivery);
  }
}
