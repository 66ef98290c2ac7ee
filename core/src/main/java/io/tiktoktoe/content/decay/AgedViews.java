package io.tiktoktoe.content.decay;

import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentActs.Kind;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.CreatorContent;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Views by age, interval-censored where reports tell of several at once: such a report covers the
 * time since the one before it, and its views are spread over that time as a law says.
 */
final class AgedViews {

  private static final double DAY = 86_400;

  /** Nobody reports more seldom: a longer gap had no views. */
  private static final double LONGEST_GAP_DAYS = 31;

  /** What a report of about a day covers says nothing of its hours: its views are spread evenly. */
  private static final double EVEN_DAYS = 1.5;

  private final double[] ages;
  private final double[] reported;
  private final int[] content;
  private final double[] from;
  private final double[] to;
  private final double[] quantity;
  private final int rows;

  /**
   * Reads the views of a history; O(acts).
   *
   * @param machine rows that no person made
   */
  AgedViews(ContentHistory history, boolean[] machine) {
    ContentActs acts = history.acts();
    List<CreatorContent> contents = history.contents();
    long end = history.dataThrough().getEpochSecond();
    ages = new double[contents.size()];
    reported = new double[ages.length];
    for (int i = 0; i < ages.length; i++) {
      ages[i] = Math.max(0, (end - contents.get(i).published().getEpochSecond()) / DAY);
    }
    content = new int[acts.size()];
    from = new double[acts.size()];
    to = new double[acts.size()];
    quantity = new double[acts.size()];
    int count = 0;
    for (int row = 0; row < acts.size(); row++) {
      if (acts.kind()[row] != Kind.VIEW.ordinal() || machine[row]) {
        continue;
      }
      int one = acts.content()[row];
      double age =
          Math.max(0, (acts.seconds()[row] - contents.get(one).published().getEpochSecond()) / DAY);
      boolean report = acts.fan()[row] == ContentActs.NOBODY;
      content[count] = one;
      to[count] = age;
      from[count] =
          report && acts.quantity()[row] > 1
              ? Math.min(age, Math.max(reported[one], age - LONGEST_GAP_DAYS))
              : age;
      quantity[count++] = acts.quantity()[row];
      reported[one] = report ? age : reported[one];
    }
    rows = count;
  }

  /**
   * Ages in days up to which views are known: the last report's where another may still come, since
   * what was watched after it has not been told.
   */
  double[] known() {
    double[] known = ages.clone();
    for (int i = 0; i < known.length; i++) {
      boolean waits = reported[i] > 0 && ages[i] - reported[i] < LONGEST_GAP_DAYS;
      known[i] = waits ? Math.min(ages[i], reported[i]) : ages[i];
    }
    return known;
  }

  /** Ages in days, 0 for what lies ahead. */
  double[] ages() {
    return ages;
  }

  /**
   * Views of each content by span.
   *
   * @param law the law of a content by its place
   */
  double[][] bySpan(IntFunction<DecayShape> law) {
    double[][] views = new double[ages.length][AgeSpans.SIZE];
    for (int row = 0; row < rows; row++) {
      double[] own = views[content[row]];
      int first = AgeSpans.of(from[row]);
      int last = AgeSpans.of(to[row]);
      if (first == last) {
        own[first] += quantity[row];
      } else {
        spread(row, first, last, law.apply(content[row]), own);
      }
    }
    return views;
  }

  private void spread(int row, int first, int last, DecayShape law, double[] own) {
    double length = to[row] - from[row];
    double all = length > EVEN_DAYS ? law.seen(to[row]) - law.seen(from[row]) : 0;
    for (int span = first; span <= last; span++) {
      double begin = Math.max(from[row], AgeSpans.from(span));
      double end = Math.min(to[row], AgeSpans.to(span));
      double share = all > 0 ? (law.seen(end) - law.seen(begin)) / all : (end - begin) / length;
      own[span] += quantity[row] * share;
    }
  }
}
