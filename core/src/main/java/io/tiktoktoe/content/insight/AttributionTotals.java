package io.tiktoktoe.content.insight;

import io.tiktoktoe.metric.Stream;
import java.util.EnumMap;
import java.util.Map;

/**
 * A reconciliation of attributed income with the ledger: net minor units, by stream. Direct and
 * unattributed add up to the ledger to the cent.
 *
 * @param ledger what the creator's books say
 * @param direct attributed to contents
 * @param unattributed all else: payments that would have come anyway, those without a touch, and
 *     what nobody in particular paid
 * @param influenced payments with any touch in the window
 * @param payments how many payments were looked at
 * @param touched how many had a touch
 * @param sampled how many had so many contents on their path that Shapley values were sampled
 */
public record AttributionTotals(
    Map<Stream, Long> ledger,
    Map<Stream, Long> direct,
    Map<Stream, Long> unattributed,
    long influenced,
    long payments,
    long touched,
    long sampled) {

  public AttributionTotals {
    ledger = new EnumMap<>(ledger);
    direct = new EnumMap<>(direct);
    unattributed = new EnumMap<>(unattributed);
  }
}
