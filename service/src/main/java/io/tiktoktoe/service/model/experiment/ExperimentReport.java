package io.tiktoktoe.service.model.experiment;

import io.tiktoktoe.pricing.insight.NoveltyCheck;
import io.tiktoktoe.pricing.insight.PolicyOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a price test has seen and what that says.
 *
 * @param name of the test
 * @param creator whose it is
 * @param product what is sold
 * @param currency of its amounts, which are major units
 * @param status {@code running}, {@code stopped} or {@code rolled_back}
 * @param created when it was made
 * @param asOf when it was looked at
 * @param persons who were assigned
 * @param settled of them, those who count: their window is over
 * @param verdict {@code not_yet}, {@code better}, {@code keep_price} or {@code
 *     sample_ratio_mismatch}
 * @param best the arm that is better, or that is off
 * @param charged the arm that everybody is charged when the test is over
 * @param personsPerArm persons each arm needs for the planned effect
 * @param estimatedLoss what was lost so far against charging control to all, as estimated
 * @param budget what may be lost; 0: no limit
 * @param arms what is known of each
 * @param novelty how leads changed
 * @param policies what other ways of choosing would have brought
 * @param oddities what else a reader must know
 */
public record ExperimentReport(
    String name,
    String creator,
    String product,
    String currency,
    String status,
    Instant created,
    Instant asOf,
    long persons,
    long settled,
    String verdict,
    Optional<String> best,
    Optional<String> charged,
    long personsPerArm,
    double estimatedLoss,
    double budget,
    List<ArmReport> arms,
    List<NoveltyCheck> novelty,
    List<PolicyOutcome> policies,
    Oddities oddities) {

  public ExperimentReport {
    arms = List.copyOf(arms);
    novelty = List.copyOf(novelty);
    policies = List.copyOf(policies);
  }

  /**
   * One arm.
   *
   * @param arm its name
   * @param price in major units
   * @param control whether it was charged before
   * @param shown persons it was shown to
   * @param settled of them, those who count
   * @param bought of these, those who bought and did not get all of their money back
   * @param refunded of these, those who bought and got all of their money back
   * @param conversion share of buyers among those who count
   * @param contribution per person, net of refunds, renewals that are expected included, each
   *     person cut at the cap
   * @param lo lower end of the always-valid interval of it, all arms together at alpha
   * @param hi its upper end
   * @param chanceOfBest posterior chance to bring most
   * @param propensity chance of it for the next person
   * @param expectedShown how often its chances say that it is shown
   * @param capped persons who were cut at the cap
   * @param losing whether it surely brings less than control by the stop loss
   * @param removed whether it is shown to nobody new
   */
  public record ArmReport(
      String arm,
      double price,
      boolean control,
      long shown,
      long settled,
      long bought,
      long refunded,
      double conversion,
      double contribution,
      double lo,
      double hi,
      double chanceOfBest,
      double propensity,
      double expectedShown,
      long capped,
      boolean losing,
      boolean removed) {}

  /**
   * What is out of the ordinary.
   *
   * @param cap sales that one person counts as at most
   * @param mostOutcomes outcomes of the fan who has most of them
   * @param overRefunded persons to whom more went back than they had paid; they count as 0
   * @param linkedLate persons who were shown two arms under two accounts before these were linked;
   *     the first counts
   * @param erased persons of the log whose name was erased
   */
  public record Oddities(
      double cap, long mostOutcomes, long overRefunded, long linkedLate, long erased) {}
}
