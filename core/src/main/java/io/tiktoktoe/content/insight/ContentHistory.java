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
 * @param assignments who was drawn to see a content or not, oldest first
 * @param dataThrough until when events are known
 */
public record ContentHistory(
    List<CreatorContent> contents,
    int fans,
    List<String> platforms,
    ContentActs acts,
    ContentPayments payments,
    Map<Stream, Long> ledger,
    ContentAssignments assignments,
    Instant dataThrough) {

  public ContentHistory {
    contents = List.copyOf(contents);
    platforms = List.copyOf(platforms);
    Map<Stream, Long> books = new EnumMap<>(Stream.class);
    for (Stream stream : Stream.values()) {
      books.put(stream, ledger.getOrDefault(stream, 0L));
    }
    ledger = books;
  }

  /** A history in which nothing was withheld from anybody by chance. */
  public ContentHistory(
      List<CreatorContent> contents,
      int fans,
      List<String> platforms,
      ContentActs acts,
      ContentPayments payments,
      Map<Stream, Long> ledger,
      Instant dataThrough) {
    this(contents, fans, platforms, acts, payments, ledger, ContentAssignments.none(), dataThrough);
  }

  /** The same with these assignments. */
  public ContentHistory withAssignments(ContentAssignments drawn) {
    return new ContentHistory(
        contents, fans, platforms, acts, payments, ledger, drawn, dataThrough);
  }
}
