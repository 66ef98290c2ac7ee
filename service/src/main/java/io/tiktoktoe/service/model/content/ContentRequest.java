package io.tiktoktoe.service.model.content;

import io.tiktoktoe.content.insight.ContentOptions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/**
 * Asks what a creator's contents are worth. What is empty takes its default from the store.
 *
 * @param creator whose; may be empty when the store has one creator only
 * @param content the id of one content to tell of it alone; all are ranked when empty
 * @param to the day as of which everything is told; the newest whole day of data when empty
 * @param zone in which days end; the creator's own when empty, else UTC
 * @param currency to report in; the creator's own when empty, else their most usual one
 * @param most how many contents are told at most, at least 1
 * @param options what counts as a touch, threads, seed
 */
public record ContentRequest(
    Optional<String> creator,
    Optional<String> content,
    Optional<LocalDate> to,
    Optional<ZoneId> zone,
    Optional<Currency> currency,
    int most,
    ContentOptions options) {

  /** Contents that are told unless more are asked for. */
  public static final int USUAL = 20;

  /** The ranking of this creator as of the newest whole day. */
  public static ContentRequest of(String creator) {
    return new ContentRequest(
        Optional.of(creator),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        USUAL,
        ContentOptions.defaults());
  }

  /** The same of one content alone. */
  public ContentRequest about(String id) {
    return new ContentRequest(creator, Optional.of(id), to, zone, currency, most, options);
  }

  /** The same as of this day. */
  public ContentRequest asOf(LocalDate day) {
    return new ContentRequest(creator, content, Optional.of(day), zone, currency, most, options);
  }
}
