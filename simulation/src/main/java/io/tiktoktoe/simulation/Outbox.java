package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one sender's events leave: gives ids, decides how each is delivered (at once, out of order,
 * late, twice) and counts it. The flaws of delivery have random numbers of their own, so that other
 * flaws do not change what happened.
 */
final class Outbox {

  /** Usual time from happening to arriving. */
  private static final long PROMPT_MS = 2_000;

  private static final long OUT_OF_ORDER_MS = 300_000;
  private static final double LATE_LEAST_MS = 300_000;

  /** 75 days: platforms correct up to 60 days back, some senders later. */
  private static final double LATE_MOST_MS = 75 * 86_400_000.0;

  private static final double LATE_RANGE = Math.log(LATE_MOST_MS / LATE_LEAST_MS);

  /** Mean time until a sender that saw no answer sends again. */
  private static final double RETRY_MS = 1_800_000;

  private final String creator;
  private final String idPrefix;
  private final EconomyOptions options;
  private final DeliveryQueue queue;
  private final DeliveryCount count;
  private final Draws draws;

  /** Nothing arrives after this moment: what would is handed over at it. */
  private final long end;

  private long next;

  Outbox(
      String creator,
      int owner,
      EconomyOptions options,
      DeliveryQueue queue,
      DeliveryCount count,
      long end) {
    this.creator = creator;
    this.idPrefix = "e" + Integer.toString(owner, Character.MAX_RADIX) + "-";
    this.options = options;
    this.queue = queue;
    this.count = count;
    this.draws = Draws.of(options.seed(), "delivery", owner);
    this.end = end;
  }

  /** What the next event says besides its kind, with a new id. */
  Context context(
      Platform platform,
      long at,
      @Nullable String fan,
      @Nullable String content,
      @Nullable String product,
      Demographics demographics,
      Map<String, String> attributes) {
    return new Context(
        idPrefix + Long.toString(next++, Character.MAX_RADIX),
        platform.source,
        Instant.ofEpochMilli(at),
        creator,
        fan,
        content,
        product,
        demographics,
        attributes);
  }

  /** Sends a behaviour. */
  void interaction(Context context, EventType kind, Behaviour behaviour) {
    send(new Event.Interaction(context, kind, behaviour));
  }

  /** Sends what happened at its own time. */
  void send(Event event) {
    send(event, event.context().time().toEpochMilli() + PROMPT_MS);
  }

  /** Sends what is usually reported at {@code due}, such as a daily report. */
  void send(Event event, long due) {
    count.distinct++;
    long at = due;
    if (draws.chance(options.lateShare())) {
      at += (long) (LATE_LEAST_MS * Math.exp(LATE_RANGE * draws.uniform()));
      count.late++;
    } else if (draws.chance(options.outOfOrderShare())) {
      at += 1 + (long) (OUT_OF_ORDER_MS * draws.uniform());
      count.outOfOrder++;
    }
    at = Math.min(at, end);
    queue.add(at, event);
    if (draws.chance(options.duplicateShare())) {
      count.duplicates++;
      queue.add(Math.min(end, at + (long) draws.exponential(RETRY_MS)), event);
    }
  }

  /** Sends a later state of an event at {@code due}; whether the simulation lasts that long. */
  boolean revise(Event event, long due) {
    if (due >= end) {
      return false;
    }
    count.revisions++;
    queue.add(due, event);
    return true;
  }
}
