package io.tiktoktoe.event;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a campaign: a live stream, a launch week, a charity month.
 *
 * @param name campaigns of one name teach each other their shape
 * @param starts when it begins
 * @param ends when it is over, after {@code starts} and at most {@link #LONGEST} later
 * @param goal what it is to bring in all; none where absent
 */
public record CampaignPlan(String name, Instant starts, Instant ends, @Nullable Money goal) {

  /** Longest campaign. */
  public static final Duration LONGEST = Duration.ofDays(366);

  public CampaignPlan {
    if (name.isBlank()) {
      throw new IllegalArgumentException("campaign is empty. Name it, such as marathon.");
    }
    if (!ends.isAfter(starts) || ends.isAfter(starts.plus(LONGEST))) {
      throw new IllegalArgumentException(
          "campaign %s begins %s and ends %s. Its end must come after, within %d days."
              .formatted(name, starts, ends, LONGEST.toDays()));
    }
    if (goal != null && goal.minorUnits() <= 0) {
      throw new IllegalArgumentException(
          "campaign %s has a goal of %s. Name an amount above 0, or none.".formatted(name, goal));
    }
  }
}
