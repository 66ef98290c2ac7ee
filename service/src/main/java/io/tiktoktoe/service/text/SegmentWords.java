package io.tiktoktoe.service.text;

import io.tiktoktoe.audience.segment.FanSegment;
import io.tiktoktoe.audience.segment.SegmentQuality;
import io.tiktoktoe.audience.segment.Segments;
import io.tiktoktoe.audience.segment.Trait;
import io.tiktoktoe.stats.cluster.ClusterCount;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what segments are and what sets them apart, in English. */
public final class SegmentWords {

  private static final double CLEAR = 0.5;
  private static final double FAIR = 0.25;
  private static final double STABLE = 0.8;

  private SegmentWords() {}

  /** What sets a segment apart, in one sentence. */
  public static String description(FanSegment segment) {
    if (segment.traits().isEmpty()) {
      return segment.share() == 1 ? "All are alike." : "Nothing clearly sets it apart.";
    }
    String said =
        segment.traits().stream().map(SegmentWords::trait).collect(Collectors.joining(", "));
    return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + ".";
  }

  /** One trait, such as {@code the highest spend (148; others 0)}. */
  public static String trait(Trait trait) {
    String feature = trait.feature().replace('_', ' ').strip();
    return switch (trait.standing()) {
      case MOST -> "the highest %s (%s)".formatted(feature, medians(trait));
      case MORE -> "higher %s (%s)".formatted(feature, medians(trait));
      case LESS -> "lower %s (%s)".formatted(feature, medians(trait));
      case LEAST -> "the lowest %s (%s)".formatted(feature, medians(trait));
      case ONLY -> "has %s where most others have none (%s)".formatted(feature, medians(trait));
      case NONE -> "no %s (%s)".formatted(feature, medians(trait));
    };
  }

  /** The medians or, where they do not show the difference, how many of the others it holds for. */
  private static String medians(Trait trait) {
    String own = number(trait.median());
    String others = number(trait.medianOfOthers());
    return own.equals(others)
        ? "than %s of the others, ties half"
            .formatted(AmountText.percent(0.5 + trait.strength() / 2))
        : "%s; others %s".formatted(own, others);
  }

  /** Three digits that matter. */
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "unknown";
    }
    double size = Math.abs(value);
    if (size >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 0.01 ? "%.2f" : "%.1e", value);
  }

  /** How many segments there are and how far to trust them, in one sentence. */
  public static String quality(Segments found) {
    SegmentQuality quality = found.quality();
    if (found.segments().size() == 1) {
      return found
          .count()
          .map(count -> "There is one segment: %s.".formatted(reason(count.reason())))
          .orElse("There is one segment, as asked.");
    }
    String apart =
        quality.silhouette() >= CLEAR
            ? "clearly apart"
            : quality.silhouette() >= FAIR ? "fairly apart, with some between" : "hardly apart";
    String again =
        quality.stability() >= STABLE ? "come again in redraws" : "change much in redraws";
    return String.format(
        Locale.ROOT,
        "Segments are %s (silhouette %.2f) and %s (stability %.2f); they explain %.0f%% of what"
            + " differs.",
        apart,
        quality.silhouette(),
        again,
        quality.stability(),
        100 * quality.explained());
  }

  /** Why there are so many segments. */
  public static String reason(ClusterCount.Reason reason) {
    return switch (reason) {
      case TOO_FEW_ROWS -> "there are too few different rows to tell more apart";
      case NO_SPLIT_STANDS_OUT -> "no split stands out from evenly spread rows";
      case CLUSTERS_STAND_OUT -> "so many stand out from evenly spread rows";
    };
  }
}
