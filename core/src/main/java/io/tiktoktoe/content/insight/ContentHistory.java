package io.tiktoktoe.content.insight;

import io.tiktoktoe.metric.Stream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An event history of one creator's contents: what was published, who did what, who paid what.
 *
 * @param contents in any order; rows name them by place
 * @param fans how many named fans there are; rows name them by place
 * @param platforms names; rows name them by place
 * @param acts what was done at contents, oldest first
 * @param payments what was paid, oldest first
 * @param ledger net income of the books by stream, minor units
 * @param dataThrough until when events are known
 */
public record ContentHistory(
    List<CreatorContent> contents,
    int fans,
    List<String> platforms,
    ContentActs acts,
    ContentPayments payments,
    Map<Stream, Long> ledger,
    Instant dataThrough) {

  public ContentHistory {
    contents = List.copyOf(contents);
    platforms = List.copyOf(platforms);
    ledger = ledger.isEmpty() ? Map.of() : new EnumMap<>(ledger);
  }
}
