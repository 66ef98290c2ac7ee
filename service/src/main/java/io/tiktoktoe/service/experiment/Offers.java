package io.tiktoktoe.service.experiment;

import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.pricing.insight.PriceTestState;
import io.tiktoktoe.service.model.experiment.AssignedOffer;
import io.tiktoktoe.store.model.StoredTest;

/** Arms as what a fan is shown, and what showing them has cost. */
final class Offers {

  private Offers() {}

  static AssignedOffer of(
      String fan, StoredTest test, int arm, double chance, AssignedOffer.State state) {
    StoredTest.Offer offer = test.offers().get(arm);
    return new AssignedOffer(
        fan,
        offer.name(),
        major(test, offer.price()),
        test.currency().getCurrencyCode(),
        offer.trialDays(),
        offer.guaranteeDays(),
        offer.yearlyDiscount(),
        offer.tier(),
        chance,
        state);
  }

  /** The same for somebody else's ears. */
  static AssignedOffer of(String fan, AssignedOffer same) {
    return new AssignedOffer(
        fan,
        same.arm(),
        same.price(),
        same.currency(),
        same.trialDays(),
        same.guaranteeDays(),
        same.yearlyDiscount(),
        same.tier(),
        same.propensity(),
        same.state());
  }

  static double major(StoredTest test, double minor) {
    return minor / Math.pow(10, test.currency().getDefaultFractionDigits());
  }

  /**
   * What was lost against showing control to all who count, by the arms' means; at least 0.
   * Control's mean is that of the log, its plan's where nobody counts.
   */
  static double estimatedLoss(PriceTestPlan plan, PriceTestState seen) {
    PriceTestState.Seen control = seen.arms().get(plan.control());
    if (control.settled() == 0) {
      return 0;
    }
    double usual = control.contribution() / control.settled();
    double lost = 0;
    for (PriceTestState.Seen arm : seen.arms()) {
      lost += usual * arm.settled() - arm.contribution();
    }
    return Math.max(0, lost);
  }
}
