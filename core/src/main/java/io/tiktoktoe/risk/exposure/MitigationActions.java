package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.risk.LossRate;
import io.tiktoktoe.risk.PathTreatment;
import io.tiktoktoe.risk.PathTreatment.Removed;
import io.tiktoktoe.risk.RiskAdvice;
import io.tiktoktoe.risk.RiskAssessment;
import io.tiktoktoe.risk.exposure.MitigationAction.Assumption;
import io.tiktoktoe.risk.exposure.MitigationAction.Reason;
import io.tiktoktoe.risk.exposure.MitigationAction.Unknown;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Mitigations with what they cost, in steps that an allocation may choose between. What those
 * against reversals, shocks and currencies remove is drawn over the forecast's paths, without and
 * with each; rates and sizes of shocks are posterior means, so that the best of many actions is
 * believed no more than the others.
 */
final class MitigationActions {

  /** Tenths that may be moved: mitigations are quoted for one. */
  private static final int[] TENTHS = {1, 2, 3};

  private static final double MONTH_OF_SIX_PERCENT = 0.06 / 12;
  private static final double MONTH_OF_ONE_PERCENT = 0.01 / 12;
  private static final double HALF = 0.5;
  private static final double TENTH = 0.1;
  private static final double FIFTH = 0.2;
  private static final double HALF_A_PERCENT = 0.005;
  private static final double TWO_PERCENT = 0.02;
  private static final int MONTH = 30;
  private static final double QUARTER_MONTHS = 3;

  /** Years in which a fall would have been seen, below which that none was says nothing. */
  private static final double LEAST_YEARS = 1;

  private final RiskFacts facts;
  private final Predictions predictions;
  private final RandomGenerator random;
  private final double[] base;
  private final List<MitigationAction> actions = new ArrayList<>();
  private final List<Unknown> unknown = new ArrayList<>();

  /**
   * @param random draws the risks into the paths
   */
  MitigationActions(RiskFacts facts, Predictions predictions, RandomGenerator random) {
    this.facts = facts;
    this.predictions = predictions;
    this.random = random;
    SamplePaths total = predictions.total().paths();
    this.base = total.count() == 0 || total.steps() < MONTH ? new double[0] : total.sums(MONTH);
  }

  List<MitigationAction> actions() {
    return List.copyOf(actions);
  }

  List<Unknown> unknown() {
    return List.copyOf(unknown);
  }

  /** Actions against what was found, those of one risk in a row. */
  void add(
      RiskAssessment risk,
      List<CurrencyRisk> currencies,
      Optional<ContentRisk> content,
      Optional<Liquidity> liquidity) {
    for (Recommendation one : risk.mitigations()) {
      if (one.advice() instanceof RiskAdvice advice) {
        add(advice, one);
      }
    }
    risk.losses().forEach(this::reversals);
    currencies.forEach(this::currency);
    content.filter(one -> one.loss() > 0 && one.topShare() > HALF).ifPresent(this::spread);
    liquidity
        .filter(one -> one.needed() > 0)
        .ifPresent(
            one ->
                actions.add(
                    new MitigationAction(
                        "liquidity",
                        "more cash at the start",
                        MONTH_OF_SIX_PERCENT * one.needed(),
                        0,
                        one.needed(),
                        Interval.around(one.needed(), one.needed(), Interval.WIDE),
                        Assumption.SIX_PERCENT_A_YEAR)));
    if (!facts.parts().isEmpty()) {
      unknown.add(new Unknown("failure of a payment provider", Reason.NO_SUCH_EVENT));
    }
  }

  /** Actions against shocks: income that moves away from a platform or ads is not hit there. */
  void add(List<ShockRisk> shocks) {
    for (ShockRisk one : shocks) {
      String risk = name(one);
      if (Double.isNaN(one.fall())) {
        unknown.add(new Unknown(risk, Reason.NONE_SEEN));
      } else if (one.falls() == 0 && one.years() * one.power() < LEAST_YEARS) {
        unknown.add(new Unknown(risk, Reason.TOO_FEW_SEEN));
      } else if (base.length == 0) {
        unknown.add(new Unknown(risk, Reason.NO_FORECAST));
      } else {
        shock(one, risk);
      }
    }
  }

  private static String name(ShockRisk shock) {
    return switch (shock.kind()) {
      case ALGORITHM -> shock.source() + " shows to fewer";
      case POLICY -> shock.source() + " pays less for ads";
      case DEMONETISATION -> "claim or demonetisation";
    };
  }

  private void shock(ShockRisk shock, String risk) {
    double[] hit =
        incomes(
            part ->
                (shock.source().isEmpty() || part.source().equals(shock.source()))
                    && (shock.kind() == ShockRisk.Kind.ALGORITHM
                        || part.stream() == Stream.ADVERTISING));
    double mean = Math.max(0, Arrays.stream(hit).average().orElse(0));
    Interval rates = shock.chanceInterval().map(MitigationActions::monthly);
    double rate = monthly(shock.chance());
    PathTreatment paths = new PathTreatment(base, random);
    List<MitigationAction> found = new ArrayList<>();
    if (shock.kind() == ShockRisk.Kind.DEMONETISATION) {
      found.add(
          drawn(
              risk,
              "clear rights first",
              TWO_PERCENT * mean,
              paths.event(hit, rate, rates, shock.fallInterval(), 1, HALF),
              Assumption.TWO_PERCENT_OF_ADS));
    } else {
      for (int tenths : TENTHS) {
        double moved = tenths * TENTH;
        found.add(
            drawn(
                risk,
                "move %d0%% to others".formatted(tenths),
                HALF * moved * mean,
                paths.event(hit, rate, rates, shock.fallInterval(), 1 - moved, 1),
                Assumption.HALF_LOST_WHILE_MOVING));
      }
    }
    keepSure(risk, found);
  }

  /** Actions whose effect may be nothing are not told. */
  private void keepSure(String risk, List<MitigationAction> found) {
    if (found.stream().allMatch(one -> one.interval().lo() > 0)) {
      actions.addAll(found);
    } else {
      unknown.add(new Unknown(risk, Reason.TOO_FEW_SEEN));
    }
  }

  private static MitigationAction drawn(
      String risk, String action, double cost, Removed removed, Assumption assumption) {
    return new MitigationAction(
        risk, action, cost, removed.expected(), removed.tail(), removed.interval(), assumption);
  }

  /** Events in 30 days of a chance within 90. */
  private static double monthly(double chance) {
    return Math.max(1e-9, -Math.log1p(-Math.min(chance, 1 - 1e-9)) / QUARTER_MONTHS);
  }

  private void reversals(LossRate loss) {
    boolean seen = loss.amount() > 0 && loss.gross() > 0;
    if (!seen || !(loss.interval().lo() > 0) || base.length == 0) {
      Reason reason = seen ? Reason.TOO_FEW_SEEN : Reason.NONE_SEEN;
      unknown.add(new Unknown(loss.kind(), base.length == 0 ? Reason.NO_FORECAST : reason));
      return;
    }
    double gross = loss.gross() * (double) MONTH / facts.days();
    double mean = Math.max(1, Arrays.stream(base).average().orElse(0));
    double[] sold = Arrays.stream(base).map(one -> gross * Math.max(0, one) / mean).toArray();
    boolean refunds = loss.kind().equals("refunds");
    double kept = refunds ? TENTH : HALF;
    Removed removed =
        new PathTreatment(base, random).share(sold, loss.rate(), loss.interval(), kept);
    keepSure(
        loss.kind(),
        List.of(
            drawn(
                loss.kind(),
                refunds ? "keep one of ten who would return" : "check payers first",
                refunds ? FIFTH * removed.expected() : HALF_A_PERCENT * gross,
                removed,
                refunds ? Assumption.A_FIFTH_OFF : Assumption.HALF_A_PERCENT_OF_SALES)));
  }

  private void currency(CurrencyRisk one) {
    String risk = "currency " + one.currency();
    if (!(one.atRisk() > 0) || base.length == 0) {
      Reason reason = one.atRisk() > 0 ? Reason.NO_FORECAST : Reason.TOO_FEW_SEEN;
      unknown.add(new Unknown(risk, reason));
      return;
    }
    double[] income = incomes(part -> part.currency().equals(one.currency()));
    // The interval of the loss is that of the deviation, seen through the same law.
    Interval deviations =
        one.interval().map(loss -> one.deviation() * Math.max(1e-6, loss / one.atRisk()));
    keepSure(
        risk,
        List.of(
            drawn(
                risk,
                "sell 30 days forward",
                MONTH_OF_ONE_PERCENT * one.income(),
                new PathTreatment(base, random).moves(income, one.deviation(), deviations),
                Assumption.ONE_PERCENT_A_YEAR)));
  }

  /** Income of 30 days of some parts in each path, by their shares of each stream's net income. */
  private double[] incomes(Predicate<IncomePart> wanted) {
    double[] incomes = new double[base.length];
    for (Stream stream : Stream.values()) {
      double all = net(part -> part.stream() == stream);
      double some = net(part -> part.stream() == stream && wanted.test(part));
      Optional<double[]> sums =
          predictions.series().stream()
              .filter(one -> one.seriesId().equals(stream.label()))
              .map(Forecast::paths)
              .filter(paths -> paths.count() == base.length && paths.steps() >= MONTH)
              .map(paths -> paths.sums(MONTH))
              .findFirst();
      if (all > 0 && sums.isPresent()) {
        for (int path = 0; path < incomes.length; path++) {
          incomes[path] += some / all * sums.get()[path];
        }
      }
    }
    return incomes;
  }

  private double net(Predicate<IncomePart> wanted) {
    return facts.parts().stream().filter(wanted).mapToDouble(part -> Math.max(0, part.net())).sum();
  }

  /** One content brings more than all others: what moves to others is not lost with it. */
  private void spread(ContentRisk content) {
    for (int tenths : TENTHS) {
      double removed = tenths * TENTH * content.loss();
      actions.add(
          new MitigationAction(
              "content " + content.top(),
              "move %d0%% to others".formatted(tenths),
              HALF * removed,
              Double.NaN,
              removed,
              content.interval().times(removed / content.topShare()),
              Assumption.HALF_LOST_WHILE_MOVING));
    }
  }

  private void add(RiskAdvice advice, Recommendation told) {
    switch (advice) {
      case RiskAdvice.SpreadPlatforms spread -> {
        for (int tenths : TENTHS) {
          actions.add(
              moved(
                  "platform " + spread.platform(),
                  tenths,
                  told,
                  HALF * tenths * told.expected(),
                  Double.NaN));
        }
      }
      case RiskAdvice.SpreadStreams spread ->
          actions.add(
              moved("stream " + spread.stream(), 1, told, HALF * TENTH * spread.streamIncome(), 0));
      case RiskAdvice.KeepReserve keep ->
          actions.add(
              new MitigationAction(
                  "bad months",
                  "keep a reserve",
                  MONTH_OF_SIX_PERCENT * keep.amount(),
                  0,
                  told.expected(),
                  told.interval(),
                  Assumption.SIX_PERCENT_A_YEAR));
      case RiskAdvice.KeepSubscribers keep ->
          actions.add(
              new MitigationAction(
                  "churn",
                  "keep one of ten who would leave",
                  FIFTH * told.expected(),
                  told.expected(),
                  told.expected(),
                  told.interval(),
                  Assumption.A_FIFTH_OFF));
    }
  }

  private static MitigationAction moved(
      String risk, int tenths, Recommendation told, double cost, double expected) {
    return new MitigationAction(
        risk,
        "move %d0%% to others".formatted(tenths),
        cost,
        expected,
        tenths * told.expected(),
        told.interval().times(tenths),
        Assumption.HALF_LOST_WHILE_MOVING);
  }
}
