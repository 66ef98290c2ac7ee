package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.law.PriceLaw;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A test of the prices of one product with sticky, equally likely arms. */
final class PriceTest {

  private static final double[] ARMS = {0.8, 1.0, 1.2, 1.45};

  /** Share of creators who test. */
  private static final double TESTERS = 0.6;

  /** Exposures for which a planned test lasts. */
  private static final int PLANNED = 2_000;

  /** Factor on how often a product is shown while it is tested. */
  private static final double PROMOTION = 4;

  /** Fans with whom so many exposures can be had. */
  private static final double ENOUGH_FANS = 300;

  /** Share of the days after which none begins. */
  private static final double LATEST_BEGIN = 0.75;

  private final int offer;

  /** First day; the earliest on which it may begin, until it has. */
  private int from;

  private boolean begun;
  private final int latest;
  private final int planned;
  private final long salt;
  private int last;
  private long exposures;
  private final double[] bought = new double[ARMS.length];

  private PriceTest(int offer, int from, int latest, int planned, long salt) {
    this.offer = offer;
    this.from = from;
    this.latest = latest;
    this.planned = planned;
    this.salt = salt;
    this.last = from;
  }

  /**
   * The test of a creator, if there is one: of 45 to 90 days, or, where wishes last, of the first
   * tier from when fans are enough for as long as the planned exposures take.
   */
  static @Nullable PriceTest draw(
      CreatorModel model, PriceLaw law, int firstDay, int days, Draws draws) {
    int length = 45 + draws.below(46);
    boolean tests = draws.chance(TESTERS);
    int product = draws.chance(0.5) ? 0 : model.tiers().size();
    double when = draws.uniform();
    long salt = Draws.mix(model.index());
    if (law.lasting()) {
      return new PriceTest(0, firstDay + (int) (when * days / 4), days, PLANNED, salt);
    }
    int room = days - firstDay - length;
    if (!tests || room <= 0) {
      return null;
    }
    int from = firstDay + (int) (when * room);
    return new PriceTest(product, from, from + length, Integer.MAX_VALUE, salt);
  }

  /**
   * A planned test begins when fans are enough, and not so late that it could not end; any other on
   * its day.
   */
  void prepare(int day, int fans) {
    boolean planning = planned < Integer.MAX_VALUE;
    boolean ready = !planning || (fans >= ENOUGH_FANS && day < latest * LATEST_BEGIN);
    if (!begun && day >= from && ready) {
      begun = true;
      from = planning ? day : from;
      last = from;
    }
  }

  boolean runs(int number, int day) {
    return begun && number == offer && day >= from && day < latest && exposures < planned;
  }

  /** How much more often the offer is shown while its price is tested. */
  double promotion(int day) {
    return planned < Integer.MAX_VALUE && runs(offer, day) ? PROMOTION : 1;
  }

  int offer() {
    return offer;
  }

  int from() {
    return from;
  }

  /** First day after it. */
  int to() {
    return exposures < planned ? latest : last + 1;
  }

  /** The arm that this fan sees, always the same. */
  int arm(String fan) {
    return (int) Math.floorMod(Draws.mix(salt + fan.hashCode()), (long) ARMS.length);
  }

  static long price(Offer of, int arm) {
    return Math.max(1, Math.round(of.price() * ARMS[arm]));
  }

  static String name(int arm) {
    return String.format(Locale.ROOT, "x%.2f", ARMS[arm]);
  }

  static double propensity() {
    return 1.0 / ARMS.length;
  }

  static int arms() {
    return ARMS.length;
  }

  /** Counts one exposure and with which probability it would have sold in each arm. */
  void count(int day, double[] sells) {
    exposures++;
    last = day;
    for (int i = 0; i < ARMS.length; i++) {
      bought[i] += sells[i];
    }
  }

  long exposures() {
    return exposures;
  }

  /** Probability that one who sees this arm buys. */
  double conversion(int arm) {
    return bought[arm] / exposures;
  }
}
