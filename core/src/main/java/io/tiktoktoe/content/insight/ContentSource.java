package io.tiktoktoe.content.insight;

import io.tiktoktoe.answer.CreatorProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Where contents come from: the event log of a store, read as one snapshot. */
public interface ContentSource {

  /**
   * All contents of one creator with what was done and paid up to a day; nothing that happened
   * later is looked at. Costs some 40 bytes of memory an act and 50 a payment.
   *
   * @param through the last local day that counts
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   */
  ContentHistory read(CreatorProfile creator, LocalDate through);

  /**
   * What was decided for this creator up to a day, oldest first: the attributes of each decision,
   * {@code chosen} and {@code expected} among them.
   */
  List<Map<String, String>> decisions(CreatorProfile creator, LocalDate through);

  /** First event of this creator, or {@link Instant#MAX} when there is none. */
  Instant dataFrom(CreatorProfile creator);

  /** Newest event of this creator, or {@link Instant#MIN} when there is none. */
  Instant dataThrough(CreatorProfile creator);
}
