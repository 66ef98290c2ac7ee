package io.tiktoktoe.benchmarks.content;

import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.ContentPayments.Kind;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.stats.RankCorrelation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What an oracle would credit that knows the hard world's hazards and each content's true effect,
 * but of the payments only what was seen: posterior shares. Its moods and busy weeks are taken as
 * even, so that it is near the best possible, not exactly it.
 */
final class OracleCredit {

  private static final double DAY = 86_400;

  /** Truths that are drawn for the bound. */
  private static final int DRAWS = 200;

  private static final double WINDOW_DAYS = 7;

  // As the hard world has them: tips by views as a multiple of a fan's own, and those beside.
  private static final double CAUSING = 4;
  private static final double ANYWAY = 0.85;
  private static final double LIVE_LIFT = 1.7;
  private static final double LIVE_SHARE = 0.6;
  private static final double SOON_DAYS = 5 / 1440.0;
  private static final double LATE_DAYS = 1.2;
  private static final double TIER_ANYWAY = 0.045;
  private static final double GOODS_ANYWAY = 0.03;
  private static final double BY_CONTENT = 0.05;
  private static final double TIER_DAYS = 2 / 1440.0;
  private static final double GOODS_DAYS = 4 / 1440.0;

  private final ContentHistory history;
  private final Map<String, Double> effects;
  private final List<Divided> divided = new ArrayList<>();
  private final List<List<int[]>> views = new ArrayList<>();

  private OracleCredit(ContentHistory history, Map<String, Double> effects) {
    this.history = history;
    this.effects = effects;
    for (int fan = 0; fan < history.fans(); fan++) {
      views.add(new ArrayList<>());
    }
    ContentActs acts = history.acts();
    for (int row = 0; row < acts.size(); row++) {
      if (acts.fan()[row] >= 0 && acts.kind()[row] == ContentActs.Kind.VIEW.ordinal()) {
        views.get(acts.fan()[row]).add(new int[] {row});
      }
    }
  }

  /**
   * Credits by content in the order of the history, minor units.
   *
   * @param effects true effect by content id
   */
  static double[] of(ContentHistory history, Map<String, Double> effects) {
    return new OracleCredit(history, effects).credits();
  }

  /**
   * The best rank correlation with what views caused that can be expected of anybody who knows no
   * more than the oracle: the truth is drawn from the oracle's posterior, payment by payment, and
   * contents are put in the order of their mean rank, which no other order beats on average
   * (Spearman's correlation is linear in the ranks that are told). First that of the best order,
   * then that of the oracle's own, whose mean over draws should be near what it truly has.
   *
   * @param counted contents that are ranked, by place
   */
  static double[] bound(
      ContentHistory history, Map<String, Double> effects, int[] counted, long seed) {
    OracleCredit oracle = new OracleCredit(history, effects);
    double[] own = chosen(oracle.credits(), counted);
    SplittableRandom random = new SplittableRandom(seed);
    double[][] truths = new double[DRAWS][];
    double[] ranks = new double[counted.length];
    for (int draw = 0; draw < DRAWS; draw++) {
      truths[draw] = chosen(oracle.drawn(random), counted);
      double[] places = RankCorrelation.ranks(truths[draw]);
      double middle = (places.length + 1) / 2.0;
      double squares = 0;
      for (double place : places) {
        squares += (place - middle) * (place - middle);
      }
      for (int i = 0; i < ranks.length; i++) {
        ranks[i] += (places[i] - middle) / Math.sqrt(squares);
      }
    }
    double[] sums = new double[2];
    for (double[] truth : truths) {
      sums[0] += RankCorrelation.spearman(ranks, truth) / DRAWS;
      sums[1] += RankCorrelation.spearman(own, truth) / DRAWS;
    }
    return sums;
  }

  private static double[] chosen(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
  }

  /** What was paid, each payment given whole to one cause that is drawn. */
  private double[] drawn(SplittableRandom random) {
    double[] credits = new double[history.contents().size()];
    for (Divided one : divided) {
      double left = random.nextDouble();
      for (int i = 0; i < one.contents.length && left >= 0; i++) {
        left -= one.shares[i];
        if (left < 0) {
          credits[one.contents[i]] += one.amount;
        }
      }
    }
    return credits;
  }

  /** A payment with the chance that each content caused it. */
  private record Divided(double amount, int[] contents, double[] shares) {}

  /** Without payments that continue a subscription: the truth has first ones alone. */
  static ContentHistory firstPayments(ContentHistory history) {
    ContentPayments all = history.payments();
    int[] kept = new int[all.size()];
    int size = 0;
    for (int row = 0; row < all.size(); row++) {
      if (all.kind()[row] != Kind.RENEWAL.ordinal()) {
        kept[size++] = row;
      }
    }
    long[] seconds = new long[size];
    int[] fan = new int[size];
    int[] content = new int[size];
    byte[] stream = new byte[size];
    byte[] kind = new byte[size];
    long[] net = new long[size];
    int[] termDays = new int[size];
    int[] origin = new int[size];
    for (int i = 0; i < size; i++) {
      int row = kept[i];
      seconds[i] = all.seconds()[row];
      fan[i] = all.fan()[row];
      content[i] = all.content()[row];
      stream[i] = all.stream()[row];
      kind[i] = all.kind()[row];
      net[i] = all.net()[row];
      termDays[i] = all.termDays()[row];
      origin[i] = i;
    }
    return new ContentHistory(
        history.contents(),
        history.fans(),
        history.platforms(),
        history.acts(),
        new ContentPayments(size, seconds, fan, content, stream, kind, net, termDays, origin),
        history.ledger(),
        history.dataThrough());
  }

  private double[] credits() {
    double[] credits = new double[history.contents().size()];
    ContentPayments payments = history.payments();
    for (int row = 0; row < payments.size(); row++) {
      if (payments.fan()[row] < 0) {
        continue;
      }
      switch (Kind.values()[payments.kind()[row]]) {
        case TIP -> tip(row, credits);
        case START -> bought(row, TIER_ANYWAY, TIER_DAYS, credits);
        case ORDER -> bought(row, GOODS_ANYWAY, GOODS_DAYS, credits);
        case RENEWAL, ADVERTISING, BRAND_DEAL -> {}
      }
    }
    return credits;
  }

  private double lag(int payment, int act) {
    return (history.payments().seconds()[payment] - history.acts().seconds()[act]) / DAY;
  }

  private double effect(int act) {
    return effects.getOrDefault(history.contents().get(history.acts().content()[act]).id(), 1.0);
  }

  /** Tips that come anyway, a day: most of them while the creator is on air. */
  private double anyway(long seconds) {
    for (CreatorContent one : history.contents()) {
      long begin = one.published().getEpochSecond();
      double days = one.durationMs() / 1000.0 / DAY;
      boolean onAir =
          one.kind() == ContentKind.LIVE && seconds >= begin && seconds < begin + days * DAY;
      if (onAir) {
        return ANYWAY * LIVE_LIFT * LIVE_SHARE / days;
      }
    }
    return ANYWAY;
  }

  private void tip(int row, double[] credits) {
    double all = anyway(history.payments().seconds()[row]);
    double[] added = new double[credits.length];
    List<int[]> own = views.get(history.payments().fan()[row]);
    for (int[] view : own) {
      double lag = lag(row, view[0]);
      if (lag >= 0 && lag <= WINDOW_DAYS) {
        double kernel =
            0.5 * Math.exp(-lag / SOON_DAYS) / SOON_DAYS
                + 0.5 * Math.exp(-lag / LATE_DAYS) / LATE_DAYS;
        double hazard = CAUSING * effect(view[0]) * kernel;
        added[history.acts().content()[view[0]]] += hazard;
        all += hazard;
      }
    }
    give(row, added, all, credits);
  }

  /** What is bought follows a view within minutes, caused by it or not. */
  private void bought(int row, double anyway, double days, double[] credits) {
    double all = 0;
    double[] added = new double[credits.length];
    for (int[] view : views.get(history.payments().fan()[row])) {
      double lag = lag(row, view[0]);
      if (lag >= 0 && lag <= 20 * days) {
        double kernel = Math.exp(-lag / days);
        double caused = BY_CONTENT * effect(view[0]);
        added[history.acts().content()[view[0]]] += kernel * caused;
        all += kernel * (anyway + caused);
      }
    }
    give(row, added, all, credits);
  }

  private void give(int row, double[] added, double all, double[] credits) {
    if (!(all > 0)) {
      return;
    }
    int[] contents = IntStream.range(0, added.length).filter(i -> added[i] > 0).toArray();
    double[] shares = Arrays.stream(contents).mapToDouble(i -> added[i] / all).toArray();
    double amount = history.payments().net()[row];
    divided.add(new Divided(amount, contents, shares));
    for (int i = 0; i < contents.length; i++) {
      credits[contents[i]] += amount * shares[i];
    }
  }
}
