package io.tiktoktoe.audience.insight;

import java.time.YearMonth;
import java.util.List;

/**
 * Cohort retention: of the fans who were first seen in one month, how many were active in each
 * month after it. Months are of UTC.
 *
 * @param cohorts the last cohorts, oldest first
 * @param lines retention by what fans began with
 * @param newestIsWhole whether the last month is over
 */
public record RetentionTable(
    List<Cohort> cohorts, List<RetentionLine> lines, boolean newestIsWhole) {

  public RetentionTable {
    cohorts = List.copyOf(cohorts);
    lines = List.copyOf(lines);
  }

  /**
   * Those who were first seen in one month.
   *
   * @param month when
   * @param fans how many
   * @param active how many of them were active in that month, the next, and so on up to the newest
   */
  public record Cohort(YearMonth month, int fans, List<Integer> active) {
    public Cohort {
      active = List.copyOf(active);
    }
  }

  /**
   * Retention of fans who began alike, over all whole months.
   *
   * @param by {@code stream}, {@code platform} or {@code content}: what they began with
   * @param name which one
   * @param fans how many there are
   * @param afterOne of those first seen at least one whole month ago, how many
   * @param backAfterOne how many of these were active in the month after their first
   * @param afterThree of those first seen at least three whole months ago, how many
   * @param backAfterThree how many of these were active in the third month after their first
   */
  public record RetentionLine(
      String by,
      String name,
      int fans,
      int afterOne,
      int backAfterOne,
      int afterThree,
      int backAfterThree) {}
}
