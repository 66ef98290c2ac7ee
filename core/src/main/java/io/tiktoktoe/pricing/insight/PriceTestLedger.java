package io.tiktoktoe.pricing.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Event-sourced state of a price test: who was shown which arm, and what each brought. Sums are
 * whole minor units, so that a log that is read again gives the same state to the last bit, in
 * whatever order outcomes come. A person counts once the window behind the assignment is over,
 * buyer or not: counting buyers earlier would favour young arms. Not thread safe. O(1) for each
 * assignment and outcome but for {@link #state}, which is O(steps arms + persons that settled
 * since). Memory: some 100 bytes a person.
 */
public final class PriceTestLedger {

  private static final long WEEK_MICROS = Duration.ofDays(7).toNanos() / 1_000;

  private final PriceTestPlan plan;
  private final double unit;
  private final long windowMicros;
  private final ShownByWeek byWeek;
  private final double renewals;
  private final Map<Long, Integer> places = new HashMap<>();
  private final List<List<Double>> steps = new ArrayList<>();
  private final List<long[]> assignedBy = new ArrayList<>();
  private final long[] settled;
  private final long[] bought;
  private final long[] sums;
  private final long[] capped;
  private byte[] arms = new byte[64];
  private int[] stepOf = new int[64];
  private long[] times = new long[64];
  private Brought[] brought = new Brought[64];
  private int size;
  private int settledTo;
  private long newest = Long.MIN_VALUE;

  /** What may come of a person. */
  public enum Kind {
    /** A first sale; the amount is net of fees and tax, 0 for a trial that began. */
    PURCHASE,
    /** A further payment of the same subscription, net. */
    RENEWAL,
    /** Money that went back, as a positive amount. */
    REFUND,
    /** The subscription ended: no renewal is expected any more. */
    CHURN
  }

  /** Of somebody who brought nothing. */
  private static final Brought NOTHING = new Brought(0, 0, 0, 0, 0, false);

  /**
   * What came of one person.
   *
   * @param purchases how many first sales
   * @param renewed how many renewals
   * @param firsts minor units of the first sales
   * @param again minor units of renewals
   * @param refunds minor units that went back
   * @param churned whether the subscription ended
   */
  public record Brought(
      int purchases, int renewed, long firsts, long again, long refunds, boolean churned) {

    Brought with(Kind kind, long amount) {
      return switch (kind) {
        case PURCHASE ->
            new Brought(purchases + 1, renewed, firsts + amount, again, refunds, churned);
        case RENEWAL ->
            new Brought(purchases, renewed + 1, firsts, again + amount, refunds, churned);
        case REFUND -> new Brought(purchases, renewed, firsts, again, refunds + amount, churned);
        case CHURN -> new Brought(purchases, renewed, firsts, again, refunds, true);
      };
    }

    /** Whether more went back than was paid. */
    public boolean overRefunded() {
      return refunds > firsts + again;
    }

    /** Whether they bought, and all that they paid went back. */
    public boolean isRefunded() {
      return purchases > 0 && refunds > 0 && refunds >= firsts + again;
    }

    /** Whether they hold what they bought. */
    public boolean holds() {
      return purchases > 0 && !churned && !isRefunded();
    }
  }

  /**
   * An empty one.
   *
   * @param plan its arms' contributions are major units of the currency
   * @param digits decimal digits of the currency
   * @param window how long a person has before they count
   * @param renewals how many renewals are expected of a buyer, at least 0; those that have not come
   *     yet count as long as the buyer holds the subscription
   */
  public PriceTestLedger(PriceTestPlan plan, int digits, Duration window, double renewals) {
    this.plan = plan;
    this.byWeek = new ShownByWeek(plan);
    this.unit = Math.pow(10, digits);
    this.windowMicros = window.toNanos() / 1_000;
    this.renewals = renewals;
    int count = plan.arms().size();
    this.settled = new long[count];
    this.bought = new long[count];
    this.sums = new long[count];
    this.capped = new long[count];
  }

  /** From now on persons are shared out so; gives the number of this step, from 0. */
  public int step(List<Double> propensities) {
    steps.add(List.copyOf(propensities));
    assignedBy.add(new long[plan.arms().size()]);
    return steps.size() - 1;
  }

  /** The chances of the arms in a step. */
  public List<Double> propensities(int step) {
    return steps.get(step);
  }

  /** What the test is. */
  public PriceTestPlan plan() {
    return plan;
  }

  /** Minor units of a major one. */
  public double unit() {
    return unit;
  }

  /** How many steps there were. */
  public int steps() {
    return steps.size();
  }

  /** How many persons were assigned. */
  public int size() {
    return size;
  }

  /** The place of a person in the log, if they were assigned. */
  public OptionalInt find(long person) {
    Integer place = places.get(person);
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** The arm that the person at this place was shown. */
  public int arm(int place) {
    return arms[place];
  }

  /** The step by whose chances the person at this place was drawn. */
  public int stepOf(int place) {
    return stepOf[place];
  }

  /** When the person at this place was assigned. */
  public Instant time(int place) {
    return micros(times[place]);
  }

  /** What came of the person at this place. */
  public Brought brought(int place) {
    return brought[place];
  }

  /** The newest time that an assignment had. */
  public Instant newest() {
    return size == 0 ? Instant.EPOCH : micros(newest);
  }

  /**
   * Notes that a person was shown an arm.
   *
   * @throws IllegalArgumentException if the person has an arm, or the step is none
   */
  public void assign(long person, int step, int arm, Instant time) {
    if (step < 0 || step >= steps.size() || !(steps.get(step).get(arm) > 0)) {
      throw new IllegalArgumentException(
          "step %d does not show arm %d. Log the step before its assignments."
              .formatted(step, arm));
    }
    if (places.putIfAbsent(person, size) != null) {
      throw new IllegalArgumentException("person %d has an arm already.".formatted(person));
    }
    if (size == arms.length) {
      arms = Arrays.copyOf(arms, 2 * size);
      stepOf = Arrays.copyOf(stepOf, 2 * size);
      times = Arrays.copyOf(times, 2 * size);
      brought = Arrays.copyOf(brought, 2 * size);
    }
    newest = Math.max(newest, micros(time));
    arms[size] = (byte) arm;
    stepOf[size] = step;
    times[size] = newest;
    brought[size] = NOTHING;
    assignedBy.get(step)[arm]++;
    byWeek.assigned(week(size), arm);
    size++;
  }

  /** Credits an outcome to the person at a place; late ones change what counts already. */
  public void credit(int place, Kind kind, long amount) {
    if (place < settledTo) {
      count(place, -1);
    }
    brought[place] = brought[place].with(kind, amount);
    if (place < settledTo) {
      count(place, 1);
    }
  }

  /**
   * What is known at a time. Persons are settled in the order of the log, whose times never fall: a
   * clock that goes back delays them.
   */
  public PriceTestState state(Instant now) {
    long until = micros(now) - windowMicros;
    while (settledTo < size && times[settledTo] <= until) {
      count(settledTo++, 1);
    }
    List<PriceTestState.Seen> seen = new ArrayList<>();
    for (int arm = 0; arm < settled.length; arm++) {
      long assigned = 0;
      double expected = 0;
      double variance = 0;
      for (int step = 0; step < steps.size(); step++) {
        long[] by = assignedBy.get(step);
        double chance = steps.get(step).get(arm);
        long all = Arrays.stream(by).sum();
        assigned += by[arm];
        expected += chance * all;
        variance += chance * (1 - chance) * all;
      }
      seen.add(
          new PriceTestState.Seen(
              assigned,
              settled[arm],
              bought[arm],
              sums[arm] / unit,
              capped[arm],
              expected,
              variance));
    }
    return new PriceTestState(seen, byWeek.weeks());
  }

  /** The week of the test in which a person was assigned, from 0. */
  private long week(int place) {
    return Math.floorDiv(times[place] - times[0], WEEK_MICROS);
  }

  /** How many persons count since {@link #state} was asked last. */
  public int settled() {
    return settledTo;
  }

  /** What the person at a place counts as, in minor units: at least 0, at most the arm's cap. */
  public long value(int place) {
    return Math.clamp(worth(place), 0, most(arms[place]));
  }

  /** Net of refunds, with the renewals that are still expected; may be below 0. */
  public long worth(int place) {
    Brought one = brought[place];
    long paid = one.firsts + one.again - one.refunds;
    if (!one.holds() || renewals <= one.renewed) {
      return paid;
    }
    double each = Math.max(one.firsts, 0) / (double) one.purchases;
    double planned = plan.arms().get(arms[place]).contribution() * unit / (1 + renewals);
    return paid + Math.round((renewals - one.renewed) * (each > 0 ? each : planned));
  }

  private long most(int arm) {
    return Math.round(plan.most(arm) * unit);
  }

  private void count(int place, int sign) {
    int arm = arms[place];
    settled[arm] += sign;
    bought[arm] += brought[place].purchases > 0 ? sign : 0;
    sums[arm] += sign * value(place);
    capped[arm] += worth(place) > most(arm) ? sign : 0;
    byWeek.settled(week(place), arm, brought[place].purchases > 0, sign);
  }

  private static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
  }

  private static Instant micros(long time) {
    return Instant.ofEpochSecond(
        Math.floorDiv(time, 1_000_000L), Math.floorMod(time, 1_000_000L) * 1_000L);
  }
}
