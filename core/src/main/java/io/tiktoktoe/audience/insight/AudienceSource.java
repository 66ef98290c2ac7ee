package io.tiktoktoe.audience.insight;

import io.tiktoktoe.answer.CreatorProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Where audiences come from: the event log of a store, read as one snapshot. */
public interface AudienceSource {

  /**
   * Everything known of one creator's named fans up to a day. What happened later is not looked at:
   * asked for a day in the past, the answer is that day's. Erased fans have no name and are not
   * there.
   *
   * @param through the last local day that counts
   * @param sink takes what fans did and brought, oldest day first, as it is read
   * @return who they are and what ties them
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   */
  AudienceFacts read(CreatorProfile creator, LocalDate through, FanSink sink);

  /** First event of this creator, or {@link Instant#MAX} when there is none. */
  Instant dataFrom(CreatorProfile creator);

  /** Newest event of this creator, or {@link Instant#MIN} when there is none. */
  Instant dataThrough(CreatorProfile creator);

  /** What fans are called, in the order of {@code ids}; empty where one has no name any more. */
  List<String> names(long[] ids);
}
