package io.tiktoktoe.pricing.portfolio;

import io.tiktoktoe.answer.CreatorProfile;
import java.time.Instant;
import java.time.LocalDate;

/** Where prices and demand come from: the event log of a store, read as one snapshot. */
public interface PricingSource {

  /**
   * What is known of a creator's prices up to a day. What happened later is not looked at.
   *
   * @param through the last local day that counts
   */
  PricingFacts read(CreatorProfile creator, LocalDate through);

  /** First event of this creator, or {@link Instant#MAX} when there is none. */
  Instant dataFrom(CreatorProfile creator);

  /** Newest event of this creator, or {@link Instant#MIN} when there is none. */
  Instant dataThrough(CreatorProfile creator);
}
