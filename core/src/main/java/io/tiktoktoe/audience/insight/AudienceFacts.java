package io.tiktoktoe.audience.insight;

import java.time.Instant;
import java.util.List;

/**
 * What is known of an audience beside what each fan did day by day. Fans are numbered as in the
 * rows.
 *
 * @param dataThrough newest event that was seen
 * @param ids the store's number of each fan: the smallest of their ids'
 * @param accounts how many ids are each fan's
 * @param platforms names of platforms
 * @param contents names of the contents that were a fan's first
 * @param firstDay day (UTC) on which each fan was first seen, days since 1970
 * @param firstPlatform where, -1 where unknown
 * @param firstContent which content, -1 where none is named
 * @param referrals who brought whom
 * @param spells subscriptions
 * @param failures renewals that could not be collected
 * @param decisions what was decided before
 */
public record AudienceFacts(
    Instant dataThrough,
    long[] ids,
    int[] accounts,
    List<String> platforms,
    List<String> contents,
    int[] firstDay,
    int[] firstPlatform,
    int[] firstContent,
    Referrals referrals,
    List<SubscriptionSpell> spells,
    List<FailedRenewal> failures,
    List<PastDecision> decisions) {

  public AudienceFacts {
    platforms = List.copyOf(platforms);
    contents = List.copyOf(contents);
    spells = List.copyOf(spells);
    failures = List.copyOf(failures);
    decisions = List.copyOf(decisions);
  }

  /**
   * Edges of word of mouth.
   *
   * @param fan who was brought
   * @param referrer by whom
   * @param day when, days since 1970
   */
  public record Referrals(int[] fan, int[] referrer, int[] day) {

    /** How many. */
    public int size() {
      return fan.length;
    }
  }

  /**
   * One spell of a subscription: from when it began, or began again, to when it ended.
   *
   * @param fan whose, by number
   * @param product what is subscribed to; empty where it is not told
   * @param platform where
   * @param monthly what it was worth a month at last, minor units of the reporting currency
   * @param gifted whether another person paid for its start
   * @param start day (UTC) of its start, days since 1970
   * @param end day of its end, or {@link FanTable#NEVER} while it runs
   */
  public record SubscriptionSpell(
      int fan, String product, String platform, long monthly, boolean gifted, int start, int end) {

    /** Whether it runs at the start of a day. */
    public boolean runsOn(int day) {
      return start < day && (end == FanTable.NEVER || end >= day);
    }
  }

  /**
   * A renewal that failed.
   *
   * @param fan whose, by number
   * @param day when, days since 1970
   * @param open whether it is still asked for
   */
  public record FailedRenewal(int fan, int day, boolean open) {}
}
