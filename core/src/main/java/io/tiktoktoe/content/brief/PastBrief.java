package io.tiktoktoe.content.brief;

import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.CreatorContent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A brief that was kept as a decision (a logged action), to be scored by the contents that follow
 * it.
 *
 * @param asOf the last day that it knew
 * @param type what to make
 * @param platform where; empty for anywhere
 * @param fromHour first local hour of publishing, 0 to 23
 * @param toHour local hour before which to publish, 1 to 24
 * @param shortestMs least length, milliseconds
 * @param longestMs most, milliseconds; 0 where nothing plays
 * @param expected direct value within {@value ContentBriefing#DAYS} days, minor units
 * @param currency ISO 4217 code of {@code expected}; empty where it was not kept
 * @param market multiple by which released market trends raised what was expected; 1 without any
 */
public record PastBrief(
    LocalDate asOf,
    ContentKind type,
    String platform,
    int fromHour,
    int toHour,
    long shortestMs,
    long longestMs,
    double expected,
    String currency,
    double market) {

  private static final String AS_OF = "as_of";
  private static final String TYPE = "content_type";
  private static final String PLATFORM = "platform";
  private static final String FROM = "from_hour";
  private static final String TO = "to_hour";
  private static final String SHORTEST = "shortest_ms";
  private static final String LONGEST = "longest_ms";
  private static final String EXPECTED = "expected";
  private static final String MARKET = "market_trend";
  private static final String MEASURE = "measure";

  /** What is kept of a brief as of a day; its decision's measure names the currency. */
  public static PastBrief of(ContentBrief brief, LocalDate through) {
    return new PastBrief(
        through,
        brief.type(),
        brief.platform(),
        brief.fromHour(),
        brief.toHour(),
        brief.shortestMs(),
        brief.longestMs(),
        brief.expected(),
        "",
        brief.marketTimes());
  }

  /** As attributes of a decision, in which {@code expected} stands already. */
  public Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(AS_OF, asOf.toString());
    attributes.put(TYPE, type.label());
    attributes.put(PLATFORM, platform);
    attributes.put(FROM, Integer.toString(fromHour));
    attributes.put(TO, Integer.toString(toHour));
    attributes.put(SHORTEST, Long.toString(shortestMs));
    attributes.put(LONGEST, Long.toString(longestMs));
    if (market != 1) {
      attributes.put(MARKET, Double.toString(market));
    }
    attributes.values().removeIf(String::isEmpty);
    return attributes;
  }

  /** What a decision's attributes say; empty for decisions that are no brief. */
  public static Optional<PastBrief> parse(Map<String, String> attributes) {
    Optional<ContentKind> type = ContentKind.named(attributes.getOrDefault(TYPE, ""));
    if (type.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PastBrief(
              LocalDate.parse(attributes.getOrDefault(AS_OF, "")),
              type.get(),
              attributes.getOrDefault(PLATFORM, ""),
              Integer.parseInt(attributes.getOrDefault(FROM, "")),
              Integer.parseInt(attributes.getOrDefault(TO, "")),
              Long.parseLong(attributes.getOrDefault(SHORTEST, "")),
              Long.parseLong(attributes.getOrDefault(LONGEST, "")),
              Double.parseDouble(attributes.getOrDefault(EXPECTED, "")),
              currency(attributes.getOrDefault(MEASURE, "")),
              Double.parseDouble(attributes.getOrDefault(MARKET, "1"))));
    } catch (DateTimeParseException | NumberFormatException e) {
      // Somebody else's decision that only looks like one.
      return Optional.empty();
    }
  }

  /** The last word of a measure such as {@code direct value of 28 days, minor USD}. */
  private static String currency(String measure) {
    String code = measure.substring(measure.lastIndexOf(' ') + 1);
    return Currency.getAvailableCurrencies().stream()
            .anyMatch(known -> known.getCurrencyCode().equals(code))
        ? code
        : "";
  }

  /**
   * Whether a content was made as the brief says: its type, platform, hours and length.
   *
   * @param home the platform where it is watched most
   */
  public boolean isFollowedBy(CreatorContent content, String home, ZoneId zone) {
    int hour = content.published().atZone(zone).getHour();
    boolean lasts =
        longestMs == 0 || content.durationMs() >= shortestMs && content.durationMs() <= longestMs;
    return content.kind() == type
        && (platform.isEmpty() || platform.equals(home))
        && hour >= fromHour
        && hour < toHour
        && lasts;
  }
}
