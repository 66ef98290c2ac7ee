package io.tiktoktoe.simulation.delivery;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.world.Platform;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one sender's events leave: gives ids, decides how each is delivered (at once, in a batch,
 * out of order, late, twice) and counts it. The flaws of delivery have random numbers of their own,
 * so that other flaws do not change what happened.
 */
public final class Outbox {

  /** Usual time from happening to arriving. */
  private static final long PROMPT_MS = 2_000;

  private static final long OUT_OF_ORDER_MS = 300_000;
  private static final double LATE_LEAST_MS = 300_000;

  /** 75 days: platforms correct up to 60 days back, some senders later. */
  private static final double LATE_MOST_MS = 75 * 86_400_000.0;

  private static final double LATE_RANGE = Math.log(LATE_MOST_MS / LATE_LEAST_MS);

  /** Mean time until a sender that saw no answer sends again. */
  private static final double RETRY_MS = 1_800_000;

  /** Delay from which a delivery counts as lagging. */
  private static final long LAG_MS = 3_600_000;

  private final String creator;
  private final String idPrefix;
  private final EconomyOptions options;
  private final Couriers couriers;
  private final Draws draws;

  /** Nothing arrives after this moment: what would is handed over at it. */
  private final long end;

  private long next;
  private final DeliveryCount count = new DeliveryCount();
  private long[] arrivals = new long[16];
  private Event[] leaving = new Event[16];
  private int waiting;

  public Outbox(String creator, int owner, EconomyOptions options, Couriers couriers, long end) {
    this.creator = creator;
    this.idPrefix = "e" + Integer.toString(owner, Character.MAX_RADIX) + "-";
    this.options = options;
    this.couriers = couriers;
    this.draws = Draws.keyed().at(Draws.key(options.seed(), "delivery", owner));
    this.end = end;
  }

  /** A number for an event, from which {@link #id} makes its id. */
  public long number() {
    return next++;
  }

  String id(long number) {
    return idPrefix + Long.toString(number, Character.MAX_RADIX);
  }

  /** What the next event says besides its kind, with a new id. */
  public Context context(
      Platform platform,
      long at,
      @Nullable String fan,
      @Nullable String content,
      @Nullable String product,
      Demographics demographics,
      Map<String, String> attributes) {
    return context(number(), platform, at, fan, content, product, demographics, attributes);
  }

  private Context context(
      long number,
      Platform platform,
      long at,
      @Nullable String fan,
      @Nullable String content,
      @Nullable String product,
      Demographics demographics,
      Map<String, String> attributes) {
    return new Context(
        id(number),
        platform.source,
        Instant.ofEpochMilli(at),
        creator,
        fan,
        content,
        product,
        demographics,
        attributes);
  }

  /** What a report about a content says besides its kind, with the id of this number. */
  public Context report(
      long number, Platform platform, long at, String content, Demographics demographics) {
    return context(number, platform, at, null, content, null, demographics, Map.of());
  }

  /** Sends a behaviour. */
  public void interaction(Context context, EventType kind, Behaviour behaviour) {
    send(new Event.Interaction(context, kind, behaviour));
  }

  /** Sends what happened at its own time. */
  public void send(Event event) {
    send(event, event.context().time().toEpochMilli() + PROMPT_MS);
  }

  /** Sends what is usually reported at {@code due}, such as a daily report. */
  public void send(Event event, long due) {
    count.distinct++;
    Platform platform = Platform.ofSource(event.context().source());
    long at = couriers.arrival(platform, event.type(), due, draws);
    count.lagging += at - due >= LAG_MS ? 1 : 0;
    if (draws.chance(options.lateShare())) {
      at += (long) (LATE_LEAST_MS * Math.exp(LATE_RANGE * draws.uniform()));
      count.late++;
    } else if (draws.chance(options.outOfOrderShare())) {
      at += 1 + (long) (OUT_OF_ORDER_MS * draws.uniform());
      count.outOfOrder++;
    }
    at = Math.min(at, end);
    put(at, event);
    if (draws.chance(options.duplicateShare())) {
      count.duplicates++;
      put(Math.min(end, at + (long) draws.exponential(RETRY_MS)), event);
    }
  }

  /** Whether the simulation lasts until {@code due}. */
  public boolean lastsUntil(long due) {
    return due < end;
  }

  /** Sends a later state of an event at {@code due}, before the end. */
  public void revise(Event event, long due) {
    count.revisions++;
    put(due, event);
  }

  private void put(long at, Event event) {
    if (waiting == leaving.length) {
      arrivals = Arrays.copyOf(arrivals, 2 * waiting);
      leaving = Arrays.copyOf(leaving, 2 * waiting);
    }
    arrivals[waiting] = at;
    leaving[waiting++] = event;
  }

  /** Gives what was sent since the last time to the queue. */
  public void empty(DeliveryQueue queue) {
    for (int i = 0; i < waiting; i++) {
      queue.add(arrivals[i], leaving[i]);
    }
    Arrays.fill(leaving, 0, waiting, null);
    waiting = 0;
  }

  public DeliveryCount count() {
    return count;
  }
}
