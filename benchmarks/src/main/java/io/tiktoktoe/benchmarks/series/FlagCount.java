package io.tiktoktoe.benchmarks.series;

import io.tiktoktoe.series.anomaly.ScoredPoint;
import java.util.List;

/**
 * Precision and recall of flags against labelled windows: flags in a row are one alarm.
 *
 * @param runs flags in a row
 * @param inside of them those that begin in a window
 * @param windows labelled
 * @param found windows in which anything is flagged
 */
record FlagCount(int runs, int inside, int windows, int found) {

  static FlagCount of(List<NabCorpus.Window> windows, List<ScoredPoint> points) {
    int runs = 0;
    int inside = 0;
    boolean[] found = new boolean[windows.size()];
    boolean open = false;
    for (int row = 0; row < points.size(); row++) {
      boolean flagged = points.get(row).anomaly();
      boolean hit = false;
      for (int w = 0; flagged && w < found.length; w++) {
        if (row >= windows.get(w).first() && row <= windows.get(w).last()) {
          hit = true;
          found[w] = true;
        }
      }
      if (flagged && !open) {
        runs++;
        inside += hit ? 1 : 0;
      }
      open = flagged;
    }
    int count = 0;
    for (boolean one : found) {
      count += one ? 1 : 0;
    }
    return new FlagCount(runs, inside, windows.size(), count);
  }
}
