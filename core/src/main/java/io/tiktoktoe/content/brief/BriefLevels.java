package io.tiktoktoe.content.brief;

import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.CreatorContent;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The choices behind contents: each factor's level, lengths in thirds of their type. */
final class BriefLevels {

  static final int BLOCK_HOURS = 6;

  private static final String[] THIRDS = {"short", "medium", "long"};

  private final ZoneId zone;
  private final Map<ContentKind, long[]> cuts = new EnumMap<>(ContentKind.class);

  private final Map<String, String> homes;

  /**
   * @param homes the platform of each content, by its id
   */
  BriefLevels(List<CreatorContent> contents, Map<String, String> homes, ZoneId zone) {
    this.zone = zone;
    this.homes = homes;
    for (ContentKind kind : ContentKind.values()) {
      long[] lengths =
          contents.stream()
              .filter(one -> one.kind() == kind && one.durationMs() > 0)
              .mapToLong(CreatorContent::durationMs)
              .sorted()
              .toArray();
      if (lengths.length > 0) {
        cuts.put(
            kind,
            new long[] {
              lengths[0],
              lengths[lengths.length / 3],
              lengths[2 * lengths.length / 3],
              lengths[lengths.length - 1]
            });
      }
    }
  }

  /** The level of each factor, in their order; empty where the content has none. */
  String[] of(CreatorContent content) {
    return of(content, homes.getOrDefault(content.id(), ""));
  }

  /** The same of a content on this platform. */
  String[] of(CreatorContent content, String platform) {
    ZonedDateTime local = content.published().atZone(zone);
    String[] levels = new String[BriefFactor.values().length];
    levels[BriefFactor.TYPE.ordinal()] = content.kind().label();
    levels[BriefFactor.CATEGORY.ordinal()] = content.category();
    levels[BriefFactor.PLATFORM.ordinal()] = platform;
    levels[BriefFactor.LENGTH.ordinal()] = length(content);
    levels[BriefFactor.HOURS.ordinal()] = hours(local.getHour() / BLOCK_HOURS);
    levels[BriefFactor.WEEKDAY.ordinal()] = weekday(local.getDayOfWeek());
    return levels;
  }

  /** A block of hours, such as {@code 18-24}. */
  static String hours(int block) {
    return "%d-%d".formatted(block * BLOCK_HOURS, (block + 1) * BLOCK_HOURS);
  }

  static String weekday(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private String length(CreatorContent content) {
    long[] cut = cuts.get(content.kind());
    if (cut == null || content.durationMs() <= 0) {
      return "";
    }
    int third = content.durationMs() < cut[1] ? 0 : content.durationMs() < cut[2] ? 1 : 2;
    return content.kind().label() + ", " + THIRDS[third];
  }

  /** Shortest and longest of a level of length; both 0 without one. */
  long[] lengths(ContentKind kind, String level) {
    long[] cut = cuts.get(kind);
    if (cut == null || level.isEmpty()) {
      return new long[] {0, 0};
    }
    int third = Arrays.asList(THIRDS).indexOf(level.substring(level.indexOf(", ") + 2));
    return new long[] {cut[third], cut[third + 1]};
  }

  /** Whether a level of length is of this type; no length fits every type without one. */
  boolean fits(String type, String length) {
    return length.isEmpty() || length.startsWith(type + ",");
  }

  /** Levels of each factor that enough contents have, in alphabetical order. */
  static List<List<String>> common(List<String[]> all, int least) {
    List<List<String>> common = new ArrayList<>();
    for (BriefFactor factor : BriefFactor.values()) {
      common.add(
          all.stream()
              .map(levels -> levels[factor.ordinal()])
              .sorted()
              .distinct()
              .filter(
                  level ->
                      all.stream().filter(one -> one[factor.ordinal()].equals(level)).count()
                          >= least)
              .toList());
    }
    return common;
  }
}
