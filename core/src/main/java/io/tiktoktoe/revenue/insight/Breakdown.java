package io.tiktoktoe.revenue.insight;

import java.util.List;

/**
 * Income by one dimension; the groups add up to the total exactly, unknown members included.
 *
 * @param dimension what it is broken down by
 * @param groups all groups, most net income first
 * @param unknownShare share of the net whose group was not reported, as the shares of the groups;
 *     NaN without positive net
 */
public record Breakdown(Dimension dimension, List<GroupShare> groups, double unknownShare) {

  /**
   * Groups with fewer sales are marked small: below it the usual normal approximation of a rate is
   * poor.
   */
  public static final int FEW_SALES = 30;

  public Breakdown {
    groups = List.copyOf(groups);
  }
}
