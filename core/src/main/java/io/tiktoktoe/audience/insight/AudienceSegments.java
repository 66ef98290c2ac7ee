package io.tiktoktoe.audience.insight;

import java.util.List;

/**
 * An audience as it was read: what is segmented, valued and planned for.
 *
 * @param fans features of each fan as of the last day
 * @param facts what ties them
 * @param past earlier periods with what became of who was there, oldest first
 * @param purchases what was bought by whom, beside subscriptions
 * @param nobodyNet net of what no named fan brought, minor units: advertising, anonymous payments,
 *     erased fans
 */
public record AudienceSegments(
    FanTable fans,
    AudienceFacts facts,
    List<PastPeriod> past,
    Purchases purchases,
    long nobodyNet) {

  public AudienceSegments {
    past = List.copyOf(past);
  }

  /**
   * Purchases and what came back of them (a transaction log in columns).
   *
   * @param fan who, by number
   * @param day days since 1970, never falling
   * @param net minor units, negative for what came back
   */
  public record Purchases(int[] fan, int[] day, double[] net) {}
}
