package io.tiktoktoe.service.model.audience;

import io.tiktoktoe.audience.insight.AudienceOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/**
 * Asks who a creator's audience is, what it is worth and what to do for it. What is empty takes its
 * default from the store.
 *
 * @param creator whose; may be empty when the store has one creator only
 * @param from first day of the period whose changes are told: segments are compared with those of
 *     the day before; the first of the month when empty
 * @param to the day as of which everything is told; the newest whole day of data when empty
 * @param zone in which days end; the creator's own when empty, else UTC
 * @param currency to report in; the creator's own when empty, else their most usual one
 * @param options weights, grouping, means and objectives, seed
 * @param actions a file of the creator's own actions, beside the usual ones
 * @param record whether the plan is kept in the store as decisions that were taken
 */
public record AudienceRequest(
    Optional<String> creator,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<ZoneId> zone,
    Optional<Currency> currency,
    AudienceOptions options,
    Optional<Path> actions,
    boolean record) {

  /** The audience of this creator as of the newest whole day. */
  public static AudienceRequest of(String creator) {
    return new AudienceRequest(
        Optional.of(creator),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        AudienceOptions.defaults(),
        Optional.empty(),
        false);
  }

  /** The same as of this day. */
  public AudienceRequest asOf(LocalDate day) {
    return new AudienceRequest(
        creator, from, Optional.of(day), zone, currency, options, actions, record);
  }

  /** The same under these options. */
  public AudienceRequest withOptions(AudienceOptions other) {
    return new AudienceRequest(creator, from, to, zone, currency, other, actions, record);
  }

  /** The same whose plan is kept. */
  public AudienceRequest recorded() {
    return new AudienceRequest(creator, from, to, zone, currency, options, actions, true);
  }
}
