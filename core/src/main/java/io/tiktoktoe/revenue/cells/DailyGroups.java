package io.tiktoktoe.revenue.cells;

/** Daily net income by group, as numbers, over the days that a comparison learns from. */
public final class DailyGroups {

  private DailyGroups() {}

  /**
   * Net income of each group on each whole day from the window's first to the period's last.
   *
   * @param codes the group of each cell, or -1 for cells that are left out
   * @return indexed [group][day of the window]
   */
  public static double[][] of(ComparedParts parts, int[] codes, int groups) {
    Cells cells = parts.cells();
    int days = parts.learnDays() + parts.afterDays();
    double[][] daily = new double[groups][days];
    int first = parts.firstDay();
    for (int at = firstCell(cells, first); at < parts.now().to(); at++) {
      int day = cells.day[at] - first;
      int group = codes[at];
      if (group >= 0 && day >= 0 && day < days) {
        daily[group][day] += cells.net[at];
      }
    }
    return daily;
  }

  /** First position whose local day is at least {@code day}; local days ascend with time. */
  static int firstCell(Cells cells, int day) {
    int low = 0;
    int high = cells.size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cells.day[middle] < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
