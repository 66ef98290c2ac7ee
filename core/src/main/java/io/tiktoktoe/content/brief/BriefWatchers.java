package io.tiktoktoe.content.brief;

import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.stats.CountTests;
import io.tiktoktoe.stats.Interval;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who watches contents like the brief more than others do, by what they did before. */
final class BriefWatchers {

  private static final int REGULAR_DAYS = 5;
  private static final int DAY_SECONDS = 86_400;
  private static final int GROUPS = BriefAudience.values().length;

  private final ContentHistory history;
  private final Set<Integer> alike = new HashSet<>();

  BriefWatchers(ContentHistory history, List<CreatorContent> alike) {
    this.history = history;
    Set<String> ids = new HashSet<>(alike.stream().map(CreatorContent::id).toList());
    for (int place = 0; place < history.contents().size(); place++) {
      if (ids.contains(history.contents().get(place).id())) {
        this.alike.add(place);
      }
    }
  }

  /**
   * The group whose share of views is surely higher there than elsewhere, by the largest factor.
   */
  Optional<BriefAudience> most() {
    long[][] byContent = byContent();
    long[][] views = new long[2][GROUPS];
    for (int place = 0; place < byContent.length; place++) {
      for (int group = 0; group < GROUPS; group++) {
        views[alike.contains(place) ? 1 : 0][group] += byContent[place][group];
      }
    }
    long there = Arrays.stream(views[1]).sum();
    long elsewhere = Arrays.stream(views[0]).sum();
    Optional<BriefAudience> most = Optional.empty();
    double largest = 1;
    for (BriefAudience group : BriefAudience.values()) {
      long own = views[1][group.ordinal()];
      long other = views[0][group.ordinal()];
      if (there > 0 && elsewhere > 0 && own + other > 0) {
        Interval ratio = CountTests.rateRatio(own, there, other, elsewhere, Interval.WIDE);
        if (ratio.lo() > largest) {
          largest = ratio.lo();
          most = Optional.of(group);
        }
      }
    }
    return most;
  }

  /** Named views of each content of the history by group. */
  long[][] byContent() {
    ContentActs acts = history.acts();
    int[] days = new int[history.fans()];
    int[] lastDay = new int[history.fans()];
    Arrays.fill(lastDay, -1);
    int[] firstPaid = firstPaid();
    long[][] views = new long[history.contents().size()][GROUPS];
    for (int row = 0; row < acts.size(); row++) {
      int fan = acts.fan()[row];
      if (acts.kind()[row] == ContentActs.Kind.VIEW.ordinal() && fan != ContentActs.NOBODY) {
        BriefAudience group =
            firstPaid[fan] < acts.seconds()[row]
                ? BriefAudience.PAYERS
                : days[fan] >= REGULAR_DAYS ? BriefAudience.REGULARS : BriefAudience.NEWCOMERS;
        if (acts.content()[row] >= 0) {
          views[acts.content()[row]][group.ordinal()]++;
        }
        int day = (int) (acts.seconds()[row] / DAY_SECONDS);
        days[fan] += day == lastDay[fan] ? 0 : 1;
        lastDay[fan] = day;
      }
    }
    return views;
  }

  /** Seconds of each fan's first payment, the largest number for those who never paid. */
  private int[] firstPaid() {
    int[] first = new int[history.fans()];
    Arrays.fill(first, Integer.MAX_VALUE);
    for (int row = history.payments().size() - 1; row >= 0; row--) {
      int fan = history.payments().fan()[row];
      if (fan != ContentActs.NOBODY) {
        first[fan] = (int) Math.min(Integer.MAX_VALUE, history.payments().seconds()[row]);
      }
    }
    return first;
  }
}
