package io.tiktoktoe.simulation.law;

/**
 * How subscriptions go.
 *
 * @param fails probability that a payment fails at first
 * @param retryFails probability that a retry of it fails
 * @param yearly share of new subscriptions that are paid by the year
 * @param trials share of new subscriptions that begin with a free week
 * @param pauses probability of a pause instead of a payment
 * @param changes probability of another tier at a payment
 * @param parallel share of subscribers who may take a second tier
 * @param gifts daily probability of a wave of gifts per root of the audience
 * @param causes how strongly engagement, price rises and silence of the creator move churn; 0: not
 */
public record MembershipLaw(
    double fails,
    double retryFails,
    double yearly,
    double trials,
    double pauses,
    double changes,
    double parallel,
    double gifts,
    double causes) {

  /** Monthly, with churn of unknown cause. */
  static final MembershipLaw MONTHLY = new MembershipLaw(0.035, 0.5, 0, 0, 0, 0.012, 0, 0, 0);
}
