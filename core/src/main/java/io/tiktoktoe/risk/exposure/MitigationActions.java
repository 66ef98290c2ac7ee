package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.risk.RiskAdvice;
import io.tiktoktoe.risk.RiskAssessment;
import io.tiktoktoe.risk.exposure.MitigationAction.Assumption;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mitigations with what they cost, in steps that an allocation may choose between. */
final class MitigationActions {

  /** Tenths that may be moved: mitigations are quoted for one. */
  private static final int[] TENTHS = {1, 2, 3};

  private static final double MONTH_OF_SIX_PERCENT = 0.06 / 12;
  private static final double MONTH_OF_ONE_PERCENT = 0.01 / 12;
  private static final double HALF = 0.5;
  private static final double TENTH = 0.1;
  private static final double FIFTH = 0.2;

  private MitigationActions() {}

  /** Actions against what was found, those of one risk in a row. */
  static List<MitigationAction> of(
      RiskAssessment risk,
      List<CurrencyRisk> currencies,
      Optional<ContentRisk> content,
      Optional<Liquidity> liquidity) {
    List<MitigationAction> actions = new ArrayList<>();
    for (Recommendation one : risk.mitigations()) {
      if (one.advice() instanceof RiskAdvice advice) {
        add(advice, one, actions);
      }
    }
    for (CurrencyRisk one : currencies) {
      if (one.atRisk() > 0) {
        actions.add(
            new MitigationAction(
                "currency " + one.currency(),
                "sell 30 days forward",
                MONTH_OF_ONE_PERCENT * one.income(),
                one.atRisk(),
                one.interval(),
                Assumption.ONE_PERCENT_A_YEAR));
      }
    }
    content
        .filter(one -> one.loss() > 0 && one.topShare() > HALF)
        .ifPresent(one -> spread(one, actions));
    liquidity
        .filter(one -> one.needed() > 0)
        .ifPresent(
            one ->
                actions.add(
                    new MitigationAction(
                        "liquidity",
                        "more cash at the start",
                        MONTH_OF_SIX_PERCENT * one.needed(),
                        one.needed(),
                        Interval.around(one.needed(), one.needed(), Interval.WIDE),
                        Assumption.SIX_PERCENT_A_YEAR)));
    return actions;
  }

  /** One content brings more than all others: what moves to others is not lost with it. */
  private static void spread(ContentRisk content, List<MitigationAction> actions) {
    for (int tenths : TENTHS) {
      double removed = tenths * TENTH * content.loss();
      actions.add(
          new MitigationAction(
              "content " + content.top(),
              "move %d0%% to others".formatted(tenths),
              HALF * removed,
              removed,
              content.interval().times(removed / content.topShare()),
              Assumption.HALF_LOST_WHILE_MOVING));
    }
  }

  private static void add(RiskAdvice advice, Recommendation told, List<MitigationAction> actions) {
    switch (advice) {
      case RiskAdvice.SpreadPlatforms spread -> {
        for (int tenths : TENTHS) {
          actions.add(
              moved(
                  "platform " + spread.platform(), tenths, told, HALF * tenths * told.expected()));
        }
      }
      case RiskAdvice.SpreadStreams spread ->
          actions.add(
              moved("stream " + spread.stream(), 1, told, HALF * TENTH * spread.streamIncome()));
      case RiskAdvice.KeepReserve keep ->
          actions.add(
              new MitigationAction(
                  "bad months",
                  "keep a reserve",
                  MONTH_OF_SIX_PERCENT * keep.amount(),
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
                  told.interval(),
                  Assumption.A_FIFTH_OFF));
    }
  }

  private static MitigationAction moved(String risk, int tenths, Recommendation told, double cost) {
    return new MitigationAction(
        risk,
        "move %d0%% to others".formatted(tenths),
        cost,
        tenths * told.expected(),
        told.interval().times(tenths),
        Assumption.HALF_LOST_WHILE_MOVING);
  }
}
