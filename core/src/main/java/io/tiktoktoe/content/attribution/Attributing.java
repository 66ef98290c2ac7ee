package io.tiktoktoe.content.attribution;

import io.tiktoktoe.content.act.AgeGrid;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentOptions;
import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.ContentPayments.Kind;
import io.tiktoktoe.metric.Stream;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Divides every payment of a history among the contents that caused it. */
public final class Attributing {

  /** The game is about paying within the hour. */
  private static final double HOURS = 24;

  private final ContentHistory history;
  private final ContentPayments payments;
  private final ContentOptions options;
  private final Touches touches;
  private final OnAir onAir;
  private final long window;
  private final RenewalValue renewals;
  private final double[][] direct;
  private final double[][] directWithin;
  private final double[][] merchandiseWithin;
  private final double[][] startsWithin;
  private final double[][] brandWithin;
  private final double[] variance;
  private final CreditedPersons persons;
  private final double[] lifetime;
  private final SimpleCredits credits;
  private final HoldoutRoster roster;
  private double influenced;
  private long looked;
  private long touched;
  private long sampled;
  private int[] players = new int[64];
  private double[] hazards = new double[64];
  private final int[] placeOf;

  private Attributing(ContentHistory history, boolean[] machine, ContentOptions options) {
    int contents = history.contents().size();
    this.history = history;
    this.payments = history.payments();
    this.options = options;
    this.touches = Touches.of(history.acts(), machine, history.fans(), contents);
    this.onAir = new OnAir(history.contents());
    this.window = options.rule().window().toSeconds();
    this.renewals = new RenewalValue(payments, history.dataThrough().getEpochSecond());
    this.direct = new double[Stream.values().length][contents];
    this.directWithin = Attribution.byAge(contents);
    this.merchandiseWithin = Attribution.byAge(contents);
    this.startsWithin = Attribution.byAge(contents);
    this.brandWithin = Attribution.byAge(contents);
    this.variance = new double[contents];
    this.persons = new CreditedPersons(contents);
    this.lifetime = new double[contents];
    this.credits = new SimpleCredits(contents);
    this.roster = HoldoutRoster.of(history, window);
    this.placeOf = new int[contents];
    Arrays.fill(placeOf, -1);
  }

  /**
   * Attributes. The same history, options and seed give the same answer on any number of threads.
   *
   * @param machine rows of acts that no person made
   */
  public static Attribution of(ContentHistory history, boolean[] machine, ContentOptions options) {
    return new Attributing(history, machine, options).run();
  }

  private Attribution run() {
    HazardModel model = HazardModel.fit(history, touches, options.rule(), options.progress());
    SplittableRandom random = new SplittableRandom(options.seed());
    for (HazardGroup group : model.groups()) {
      for (int i = 0; i < group.conversions().size(); i++) {
        divide(model, group, i, random);
      }
    }
    for (int row = 0; row < payments.size(); row++) {
      named(row);
    }
    for (int content = 0; content < variance.length; content++) {
      variance[content] += persons.variance(content);
    }
    return new Attribution(
        history,
        direct,
        directWithin,
        merchandiseWithin,
        startsWithin,
        brandWithin,
        variance,
        persons.payers(),
        lifetime,
        markov(),
        credits,
        roster,
        influenced,
        new Attribution.Paths(looked, touched, sampled));
  }

  /** One payment of a fan. */
  private void divide(HazardModel model, HazardGroup group, int at, SplittableRandom random) {
    Conversions conversions = group.conversions();
    int row = conversions.row(at);
    double amount = renewals.paid(row);
    credit(row, amount);
    if (group.isNamed(at)) {
      give(row, payments.content()[row], group.usualShare(), model.touched());
      return;
    }
    int count = 0;
    for (int pair = conversions.first(at); pair < conversions.first(at + 1); pair++) {
      int content = conversions.content(pair);
      double added = group.added(at, pair, model.touched(), model.onAir()) / HOURS;
      if (placeOf[content] < 0) {
        count = player(count, content);
      }
      hazards[placeOf[content]] += added;
    }
    if (count == 0) {
      return;
    }
    double base = group.anyway(at) / HOURS;
    double[] added = Arrays.copyOf(hazards, count);
    double[] values = values(base, added, random);
    double all = -Math.expm1(-base - Arrays.stream(added).sum());
    for (int i = 0; i < count; i++) {
      give(row, players[i], all > 0 ? values[i] / all : 0, model.touched());
      placeOf[players[i]] = -1;
      hazards[i] = 0;
    }
  }

  private int player(int count, int content) {
    if (count == players.length) {
      players = Arrays.copyOf(players, 2 * count);
      hazards = Arrays.copyOf(hazards, 2 * count);
    }
    players[count] = content;
    placeOf[content] = count;
    return count + 1;
  }

  private double[] values(double base, double[] added, SplittableRandom random) {
    if (added.length <= options.rule().exactTouches()) {
      return ShapleyValues.exact(base, added);
    }
    sampled++;
    return ShapleyValues.sampled(base, added, random);
  }

  /** A share of a payment and of those that continue it. */
  private void give(int row, int content, double share, ContentEffects effects) {
    double amount = renewals.paid(row);
    double part = share * amount;
    direct[payments.stream()[row]][content] += part;
    lifetime[content] += share * renewals.lifetime(row);
    boolean order = payments.kind()[row] == Kind.ORDER.ordinal();
    boolean start = payments.kind()[row] == Kind.START.ordinal();
    for (int frame = frame(row, content); frame < AgeGrid.SIZE; frame++) {
      directWithin[frame][content] += share * payments.net()[row];
      merchandiseWithin[frame][content] += order ? share * payments.net()[row] : 0;
      startsWithin[frame][content] += start ? share : 0;
    }
    // Whether it was this content is a coin; how strong the content is was estimated.
    double unsure = part * part / (1 + effects.credited(content));
    variance[content] += amount * amount * share * (1 - share) + unsure;
    persons.add(content, payments.fan()[row], part);
    roster.credit(
        content, payments.fan()[row], payments.seconds()[row], share * payments.net()[row]);
  }

  /** The first age of the grid that a payment does not lie beyond. */
  private int frame(int row, int content) {
    return AgeGrid.place(payments.seconds()[row] - onAir.from(content));
  }

  /** What nobody with a name paid is the content's that the payment names; so is advertising. */
  private void named(int row) {
    Kind kind = Kind.values()[payments.kind()[row]];
    boolean byReport = kind == Kind.ADVERTISING || kind == Kind.BRAND_DEAL;
    boolean continues = kind == Kind.RENEWAL && payments.origin()[row] != row;
    boolean divided = payments.fan()[row] >= 0 && HazardModel.CAUSED.contains(kind);
    if (continues || divided) {
      return;
    }
    looked++;
    int content = payments.content()[row];
    if (content < 0 || kind == Kind.RENEWAL) {
      return;
    }
    double amount = payments.net()[row];
    touched++;
    direct[payments.stream()[row]][content] += amount;
    lifetime[content] += amount;
    credits.credit(new OnePlace(content), amount);
    influenced += amount;
    for (int frame = frame(row, content); frame < AgeGrid.SIZE; frame++) {
      directWithin[frame][content] += amount;
      brandWithin[frame][content] += kind == Kind.BRAND_DEAL ? amount : 0;
      merchandiseWithin[frame][content] += kind == Kind.ORDER ? amount : 0;
      startsWithin[frame][content] += kind == Kind.START ? 1 : 0;
    }
  }

  /** A path of one content that the payment itself names. */
  private record OnePlace(int place) implements SimpleCredits.Path {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public int content(int touch) {
      return place;
    }

    @Override
    public long lagSeconds(int touch) {
      return 0;
    }
  }

  private void credit(int row, double amount) {
    SimpleCredits.Path path = SimpleCredits.path(payments, row, touches, onAir, window);
    looked++;
    if (path.size() > 0) {
      touched++;
      influenced += amount;
      credits.credit(path, amount);
    }
  }

  /** Each fan's touches are one path that ends with each payment or with a window of silence. */
  private double[] markov() {
    MarkovRemoval chain = new MarkovRemoval(history.contents().size());
    long[][] paid = new PaymentTimes(payments, touches.fans()).byFan();
    for (int fan = 0; fan < touches.fans(); fan++) {
      int next = 0;
      for (int i = touches.first(fan); i < touches.first(fan + 1); i++) {
        boolean begins = i == touches.first(fan);
        if (!begins) {
          long before = touches.seconds(i - 1);
          while (next < paid[fan].length && paid[fan][next] < before) {
            next++;
          }
          boolean pays = next < paid[fan].length && paid[fan][next] < touches.seconds(i);
          begins = pays || touches.seconds(i) - before > window;
          if (begins) {
            chain.end(touches.content(i - 1), pays && paid[fan][next] - before <= window);
          } else {
            chain.next(touches.content(i - 1), touches.content(i));
          }
        }
        if (begins) {
          chain.begin(touches.content(i));
        }
      }
      finish(chain, fan, paid[fan]);
    }
    return inMoney(chain.effects());
  }

  private void finish(MarkovRemoval chain, int fan, long[] paid) {
    int end = touches.first(fan + 1);
    if (end > touches.first(fan)) {
      long last = touches.seconds(end - 1);
      boolean pays = Arrays.stream(paid).anyMatch(time -> time >= last && time - last <= window);
      chain.end(touches.content(end - 1), pays);
    }
  }

  /** Effects scaled to what payments with a touch brought. */
  private double[] inMoney(double[] effects) {
    double sum = Arrays.stream(effects).sum();
    return Arrays.stream(effects).map(one -> sum > 0 ? one / sum * influenced : 0).toArray();
  }
}
