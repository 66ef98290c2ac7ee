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

  private final List<CreatorContent> contents;
  private final double[] ages;
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
    contents = history.contents();
    long end = history.dataThrough().getEpochSecond();
    ages = new double[contents.size()];
    double[] reported = new double[ages.length];
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

  /** Ages in days, 0 for what lies ahead. */
  double[] ages() {
    return ages;
  }

  /**
   * Views of each content by span.
   *
   * @param law the law of a content by its place
   * @param first the clock of first days on which ages are told
   */
  double[][] bySpan(IntFunction<DecayShape> law, FirstDay first) {
    double[][] views = new double[ages.length][AgeSpans.SIZE];
    for (int row = 0; row < rows; row++) {
      double[] own = views[content[row]];
      CreatorContent one = contents.get(content[row]);
      double begin = first.warped(one, from[row]);
      double end = first.warped(one, to[row]);
      if (AgeSpans.of(begin) == AgeSpans.of(end)) {
        own[AgeSpans.of(end)] += quantity[row];
      } else {
        spread(quantity[row], begin, end, law.apply(content[row]), own);
      }
    }
    return views;
  }

  private static void spread(
      double quantity, double from, double to, DecayShape law, double[] own) {
    double length = to - from;
    double all = length > EVEN_DAYS ? law.seen(to) - law.seen(from) : 0;
    for (int span = AgeSpans.of(from); span <= AgeSpans.of(to); span++) {
      double begin = Math.max(from, AgeSpans.from(span));
      double end = Math.min(to, AgeSpans.to(span));
      double share = all > 0 ? (law.seen(end) - law.seen(begin)) / all : (end - begin) / length;
      own[span] += quantity * share;
    }
  }
}
