package io.tiktoktoe.content.insight;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.ForCreator;
import io.tiktoktoe.answer.Provenance;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a creator's contents are worth, the most valuable first.
 *
 * @param creator for whom
 * @param through the last day that counts
 * @param rule what counts as a touch
 * @param contents how many there are in all
 * @param valuations of those that were asked for
 * @param totals how attributed income adds up with the books
 * @param market trends of all creators, where the store's owner released some
 * @param provenance how to make this answer again
 */
public record ContentInsights(
    CreatorProfile creator,
    LocalDate through,
    TouchRule rule,
    int contents,
    List<ContentValuation> valuations,
    AttributionTotals totals,
    Optional<MarketTrends> market,
    Provenance provenance)
    implements ForCreator {

  public ContentInsights {
    valuations = List.copyOf(valuations);
  }

  /** The same with what was released of the market. */
  public ContentInsights withMarket(Optional<MarketTrends> released) {
    return new ContentInsights(
        creator, through, rule, contents, valuations, totals, released, provenance);
  }
}
