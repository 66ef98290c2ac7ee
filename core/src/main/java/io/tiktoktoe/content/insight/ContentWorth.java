package io.tiktoktoe.content.insight;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.stats.Interval;
import java.util.EnumMap;
import java.util.Map;

/**
 * Attributed value of one content: minor units of net income so far.
 *
 * @param direct what would not have been paid without it (Shapley values of the conversion hazard),
 *     by stream; whole cents that add up with all others and what is unattributed to the ledger
 * @param directInterval holds what it would bring with 95% if its audience were drawn anew: the
 *     doubt about each payment, and that about the persons who happened to pay
 * @param shrunk the direct value shrunk to the mean of its kind by its error (empirical Bayes): the
 *     best of many is high by chance, too (winner's curse)
 * @param shrunkInterval holds what it would bring with 95%, given all contents
 * @param payers named fans of whose payments it has a share; one alone tells nothing of others
 * @param lifetime the same with each subscription at its expected lifetime value instead of what
 *     was paid so far
 * @param influenced payments of fans whom it touched within the window; several contents may have
 *     touched one
 * @param lastTouch credit by last touch
 * @param firstTouch credit by first touch
 * @param linear credit in equal parts
 * @param timeDecay credit that halves with every day before the payment
 * @param markov credit by removal from the Markov chain of touches, a cross-check
 * @param indirect what it brings beside payments
 */
public record ContentWorth(
    Map<Stream, Long> direct,
    Interval directInterval,
    double shrunk,
    Interval shrunkInterval,
    int payers,
    double lifetime,
    long influenced,
    double lastTouch,
    double firstTouch,
    double linear,
    double timeDecay,
    double markov,
    IndirectValue indirect) {

  public ContentWorth {
    direct = new EnumMap<>(direct);
  }

  /** All streams together, minor units. */
  public long directTotal() {
    return direct.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
  }
}
