package io.tiktoktoe.service.experiment;

import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.PriceAllocation;
import io.tiktoktoe.pricing.insight.PriceTestLedger;
import io.tiktoktoe.pricing.insight.PriceTestState;
import io.tiktoktoe.pricing.insight.PriceVerdict;
import io.tiktoktoe.service.model.experiment.ExperimentReport;
import io.tiktoktoe.service.model.experiment.ExperimentSummary;
import io.tiktoktoe.service.model.experiment.RollbackAnswer;
import io.tiktoktoe.store.model.StoredTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells what a price test has seen. */
final class ExperimentReporting {

  private final ExperimentState state;
  private final Map<Long, String> names;

  /**
   * About a test.
   *
   * @param names of fans by their hash
   */
  ExperimentReporting(ExperimentState state, Map<Long, String> names) {
    this.state = state;
    this.names = names;
  }

  ExperimentReport report(PriceAllocation outlook, Instant now) {
    Instant asOf = state.notBefore(now);
    PriceTestState seen = state.ledger().state(asOf);
    PriceVerdict verdict = DynamicPricingEngine.judge(state.plan(), seen);
    StoredTest test = state.test();
    return new ExperimentReport(
        test.name(),
        test.creator(),
        test.product(),
        test.currency().getCurrencyCode(),
        status(),
        test.created(),
        asOf,
        state.ledger().size(),
        state.ledger().settled(),
        word(verdict),
        best(verdict),
        state.isRunning() ? Optional.empty() : Optional.of(charged().name()),
        DynamicPricingEngine.personsAtAnyTime(
            state.plan(), state.settings().conversion(), state.settings().effect(), 1),
        ShownOffers.estimatedLoss(state.plan(), seen),
        state.settings().budget(),
        arms(seen, verdict, outlook),
        DynamicPricingEngine.novelty(state.ledger()),
        DynamicPricingEngine.policies(state.ledger()),
        oddities());
  }

  /** How far a test is. */
  static ExperimentSummary summary(ExperimentState state) {
    StoredTest test = state.test();
    return new ExperimentSummary(
        test.name(),
        test.creator(),
        test.product(),
        state.status().name().toLowerCase(Locale.ROOT),
        test.created(),
        test.offers().size(),
        state.ledger().size(),
        state.isRunning()
            ? Optional.empty()
            : Optional.of(test.offers().get(state.charged()).name()));
  }

  private StoredTest.Offer charged() {
    return state.test().offers().get(state.charged());
  }

  private String status() {
    return state.status().name().toLowerCase(Locale.ROOT);
  }

  private static String word(PriceVerdict verdict) {
    return switch (verdict) {
      case PriceVerdict.NotYet ignored -> "not_yet";
      case PriceVerdict.Better ignored -> "better";
      case PriceVerdict.KeepPrice ignored -> "keep_price";
      case PriceVerdict.SampleRatioMismatch ignored -> "sample_ratio_mismatch";
    };
  }

  private static Optional<String> best(PriceVerdict verdict) {
    return switch (verdict) {
      case PriceVerdict.Better better -> Optional.of(better.winner());
      case PriceVerdict.SampleRatioMismatch off -> Optional.of(off.arm());
      case PriceVerdict.NotYet ignored -> Optional.empty();
      case PriceVerdict.KeepPrice ignored -> Optional.empty();
    };
  }

  private List<ExperimentReport.ArmReport> arms(
      PriceTestState seen, PriceVerdict verdict, PriceAllocation outlook) {
    boolean[] removed = state.removed();
    long[] refunded = refunded(removed.length);
    List<ExperimentReport.ArmReport> arms = new ArrayList<>();
    for (int arm = 0; arm < removed.length; arm++) {
      PriceTestState.Seen one = seen.arms().get(arm);
      PriceVerdict.ArmResult result = verdict.arms().get(arm);
      StoredTest.Offer offer = state.test().offers().get(arm);
      arms.add(
          new ExperimentReport.ArmReport(
              offer.name(),
              ShownOffers.major(state.test(), offer.price()),
              arm == state.plan().control(),
              one.assigned(),
              one.settled(),
              one.bought() - refunded[arm],
              refunded[arm],
              one.settled() == 0
                  ? Double.NaN
                  : (one.bought() - refunded[arm]) / (double) one.settled(),
              one.settled() == 0 ? Double.NaN : result.mean(),
              result.interval().lo(),
              result.interval().hi(),
              outlook.chanceOfBest().get(arm),
              state.isRunning() ? outlook.propensities().get(arm) : 0,
              one.expected(),
              one.capped(),
              result.losing(),
              removed[arm]));
    }
    return arms;
  }

  /** By arm, of the persons who count those to whom all that they paid went back. */
  private long[] refunded(int arms) {
    PriceTestLedger ledger = state.ledger();
    long[] refunded = new long[arms];
    for (int place = 0; place < ledger.settled(); place++) {
      refunded[ledger.arm(place)] += ledger.brought(place).isRefunded() ? 1 : 0;
    }
    return refunded;
  }

  private ExperimentReport.Oddities oddities() {
    PriceTestLedger ledger = state.ledger();
    return new ExperimentReport.Oddities(
        state.settings().cap(),
        state.mostOutcomes(),
        places().filter(place -> ledger.brought(place).overRefunded()).count(),
        state.linkedLate(),
        places().filter(place -> !names.containsKey(state.fanAt(place))).count());
  }

  private IntStream places() {
    return IntStream.range(0, state.ledger().size());
  }

  /** Who pays what from now on. */
  RollbackAnswer promises() {
    StoredTest test = state.test();
    List<RollbackAnswer.Promise> promises = new ArrayList<>();
    for (int arm = 0; arm < test.offers().size(); arm++) {
      int which = arm;
      int[] shown = places().filter(place -> state.ledger().arm(place) == which).toArray();
      int[] keep =
          IntStream.of(shown).filter(place -> state.ledger().brought(place).holds()).toArray();
      StoredTest.Offer offer = test.offers().get(arm);
      promises.add(
          new RollbackAnswer.Promise(
              offer.name(),
              ShownOffers.major(test, offer.price()),
              keep.length,
              arm == state.charged() ? 0 : shown.length - keep.length,
              IntStream.of(keep)
                  .mapToObj(place -> names.getOrDefault(state.fanAt(place), ""))
                  .filter(name -> !name.isEmpty())
                  .sorted()
                  .toList()));
    }
    return new RollbackAnswer(
        test.name(),
        status(),
        charged().name(),
        ShownOffers.major(test, charged().price()),
        test.currency().getCurrencyCode(),
        promises);
  }
}
