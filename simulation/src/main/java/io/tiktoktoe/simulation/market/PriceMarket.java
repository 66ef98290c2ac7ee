package io.tiktoktoe.simulation.market;

import io.tiktoktoe.simulation.draw.Draws;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Discrete choice simulation of one product: visitors come one by one, each with a willingness to
 * pay that is its own whatever it is shown (common random numbers: two rules of pricing meet the
 * same visitors). What a price is expected to earn at a moment is known, so that rules are compared
 * without the chance of single purchases. Prices are in units of which the median willingness to
 * pay is {@value #MEDIAN}. O(1) a visit, O(prices panel) a week.
 */
public final class PriceMarket {

  /** Median willingness to pay. */
  public static final double MEDIAN = 10;

  /** Weeks that a market lasts, however many come. */
  public static final int WEEKS = 52;

  private static final double SIGMA = .5;
  private static final double SEASON = .25;
  private static final double DRIFT = .05;
  private static final double WAITS = .4;
  private static final double SOLD_OUT = .2;
  private static final double UNDERCUT = .9;
  private static final double REACTION = .5;
  private static final double TASTE = .3;
  private static final double LEAVES = .15;
  private static final int MOST_PAYMENTS = 24;
  private static final int WEEKS_OF_DELAY = 4;

  /** Persons over whom what a price earns is averaged, evenly spread over their quantiles. */
  private static final int PANEL = 4096;

  private final DemandShape shape;
  private final MarketScene scene;
  private final double interest;
  private final double[] prices;
  private final int persons;
  private final long key;
  private final Draws draws = Draws.keyed();
  private final double[] panelWillingness = new double[PANEL];
  private final double[] panelTaste = new double[PANEL];
  private final double[] expected;
  private final Queue<Waiting> waiting = new ArrayDeque<>();

  private int came;
  private int week = -1;
  private double scale = 1;
  private double rival = UNDERCUT * MEDIAN;
  private double shownSum;
  private int shown;
  private Visitor visitor = new Visitor(-1, 0, 0, false, false);
  private Waiting returned = new Waiting(visitor, 0, 0);
  private double earned;

  /** Somebody who waits for a lower price. */
  private record Waiting(Visitor visitor, double price, int until) {}

  /** Somebody who looks at the product. */
  private record Visitor(
      int person, double willingness, double taste, boolean interested, boolean returns) {}

  /**
   * What a visitor does.
   *
   * @param bought whether it buys
   * @param contribution what it brings in all, 0 when it does not buy
   * @param weeks after which that is known
   * @param waits whether it comes back before it decides: nothing is known until then
   */
  public record Sale(boolean bought, double contribution, int weeks, boolean waits) {

    private static final Sale NONE = new Sale(false, 0, 0, false);
  }

  /**
   * A market.
   *
   * @param shape of willingness to pay
   * @param scene what moves it
   * @param interest share of the visitors who would pay anything at all, in (0, 1]
   * @param prices that may be shown, ascending
   * @param persons how many come, at least one a week
   * @param seed of everything drawn
   */
  public PriceMarket(
      DemandShape shape,
      MarketScene scene,
      double interest,
      double[] prices,
      int persons,
      long seed) {
    if (!(interest > 0 && interest <= 1) || persons < WEEKS || prices.length == 0) {
      throw new IllegalArgumentException(
          "interest (%s) must be in (0, 1], persons (%d) at least %d, prices (%d) at least one."
              .formatted(interest, persons, WEEKS, prices.length));
    }
    this.shape = shape;
    this.scene = scene;
    this.interest = interest;
    this.prices = prices.clone();
    this.persons = persons;
    this.key = Draws.key(seed, "price market", shape.ordinal());
    this.expected = new double[prices.length];
    Draws panel = Draws.keyed().at(Draws.key(0, "price panel", shape.ordinal()));
    for (int at = 0; at < PANEL; at++) {
      panelWillingness[at] = MEDIAN * shape.draw(SIGMA, panel);
      panelTaste[at] = liking(panel.normal());
    }
    expect();
  }

  /** Lets the next visitor come; false when all have come. */
  public boolean next() {
    Waiting first = waiting.peek();
    if (first != null && (first.until() <= came || came == persons)) {
      returned = waiting.remove();
      visitor = returned.visitor();
      return true;
    }
    while (came < persons) {
      enter((int) ((long) came * WEEKS / persons));
      visitor = visitor(came++);
      if (!soldOut()) {
        return true;
      }
    }
    return false;
  }

  private Visitor visitor(int person) {
    Draws own = draws.at(Draws.key(key, person));
    double willingness = MEDIAN * shape.draw(SIGMA, own);
    double taste = liking(own.normal());
    boolean interested = own.chance(interest);
    return new Visitor(
        person,
        willingness,
        taste,
        interested,
        scene == MarketScene.STRATEGIC && own.chance(WAITS));
  }

  /** How many times its own worth the rival's product is worth to somebody. */
  private static double liking(double normal) {
    return Math.exp(TASTE * normal);
  }

  private boolean soldOut() {
    return scene == MarketScene.STOCK_OUTS
        && Draws.uniform(Draws.key(key ^ week, "sold out", week)) < SOLD_OUT;
  }

  /** Who is there: the same number when somebody comes back. */
  public int person() {
    return visitor.person();
  }

  /** How many prices one person may bring at most. */
  public int mostSales() {
    return scene == MarketScene.RENEWING ? MOST_PAYMENTS : 1;
  }

  /** The week, from 0. */
  public int week() {
    return week;
  }

  /** Shows the visitor a price. */
  public Sale offer(int arm) {
    double price = prices[arm];
    shownSum += price;
    shown++;
    if (scene == MarketScene.STRATEGIC) {
      return strategic(price);
    }
    earned += interest * expected[arm];
    boolean buys =
        visitor.interested() && buys(price, scale * visitor.willingness(), visitor.taste());
    return sale(buys, price, scale * visitor.willingness());
  }

  private Sale sale(boolean buys, double price, double willingness) {
    if (!buys) {
      return scene == MarketScene.RENEWING ? new Sale(false, 0, WEEKS_OF_DELAY, false) : Sale.NONE;
    }
    if (scene != MarketScene.RENEWING) {
      return new Sale(true, price, 0, false);
    }
    Draws own = draws.at(Draws.key(Draws.key(key, visitor.person()), "payments", 0));
    int payments = 1;
    while (payments < MOST_PAYMENTS && !own.chance(leaves(price, willingness))) {
      payments++;
    }
    return new Sale(true, price * payments, WEEKS_OF_DELAY, false);
  }

  private static double leaves(double price, double willingness) {
    return Math.min(1, LEAVES + LEAVES * price / willingness);
  }

  private static double payments(double price, double willingness) {
    double stays = 1 - leaves(price, willingness);
    return (1 - Math.pow(stays, MOST_PAYMENTS)) / (1 - stays);
  }

  private Sale strategic(double price) {
    boolean back = returned.visitor().person() == visitor.person();
    boolean affordable = visitor.interested() && visitor.willingness() >= price;
    if (back) {
      return taken(affordable ? Math.min(price, returned.price()) : returned.price());
    }
    if (!affordable) {
      return Sale.NONE;
    }
    if (visitor.returns()) {
      waiting.add(new Waiting(visitor, price, came + persons / WEEKS));
      return new Sale(false, 0, 0, true);
    }
    return taken(price);
  }

  private Sale taken(double price) {
    earned += price;
    return new Sale(true, price, 0, false);
  }

  private boolean buys(double price, double willingness, double taste) {
    if (willingness < price) {
      return false;
    }
    return scene != MarketScene.RIVAL || willingness - price >= willingness * taste - rival;
  }

  private void enter(int next) {
    if (next == week) {
      return;
    }
    week = next;
    if (scene == MarketScene.SEASON) {
      scale = 1 + SEASON * Math.sin(2 * Math.PI * week / WEEKS);
    } else if (scene == MarketScene.DRIFT) {
      scale *= Math.exp(DRIFT * draws.at(Draws.key(key, "drift", week)).normal());
    } else if (scene == MarketScene.RIVAL && shown > 0) {
      rival += REACTION * (UNDERCUT * shownSum / shown - rival);
    }
    shownSum = 0;
    shown = 0;
    if (scene == MarketScene.SEASON || scene == MarketScene.DRIFT || scene == MarketScene.RIVAL) {
      expect();
    }
  }

  private void expect() {
    boolean averaged = scene == MarketScene.RIVAL || scene == MarketScene.RENEWING;
    for (int arm = 0; arm < prices.length; arm++) {
      double price = prices[arm];
      expected[arm] =
          averaged ? average(price) : price * shape.survival(price / MEDIAN / scale, SIGMA);
    }
  }

  private double average(double price) {
    double sum = 0;
    for (int at = 0; at < PANEL; at++) {
      double willingness = scale * panelWillingness[at];
      if (buys(price, willingness, panelTaste[at])) {
        sum += scene == MarketScene.RENEWING ? price * payments(price, willingness) : price;
      }
    }
    return sum / PANEL;
  }

  /** What was earned so far, in expectation over what the visitors are willing to pay. */
  public double earned() {
    return earned;
  }
}
