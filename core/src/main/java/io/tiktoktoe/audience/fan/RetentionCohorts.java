package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.AudienceFacts;
import io.tiktoktoe.audience.insight.FanDay;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.audience.insight.RetentionTable;
import io.tiktoktoe.audience.insight.RetentionTable.Cohort;
import io.tiktoktoe.audience.insight.RetentionTable.RetentionLine;
import io.tiktoktoe.metric.Stream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Cohort retention by calendar months. */
public final class RetentionCohorts {

  private static final int COHORTS = 12;

  /** Lines of one kind that are told, the largest. */
  private static final int MOST_LINES = 8;

  private static final int THIRD = 3;

  private final FanTable fans;
  private final AudienceFacts facts;
  private final YearMonth newest;
  private final boolean whole;

  /** Month of first sight of each fan, counted back from the newest. */
  private final int[] monthsBack;

  private RetentionCohorts(FanTable fans, AudienceFacts facts) {
    this.fans = fans;
    this.facts = facts;
    this.newest = YearMonth.from(fans.through());
    this.whole = fans.through().equals(newest.atEndOfMonth());
    this.monthsBack = new int[fans.size()];
    int newestMonth = month(newest);
    for (int fan = 0; fan < monthsBack.length; fan++) {
      LocalDate first = LocalDate.ofEpochDay(fans.day(FanDay.FIRST_SEEN, fan));
      monthsBack[fan] = newestMonth - month(YearMonth.from(first));
    }
  }

  private static int month(YearMonth month) {
    return month.getYear() * 12 + month.getMonthValue();
  }

  /** Of an audience. O(fans). */
  public static RetentionTable of(FanTable fans, AudienceFacts facts) {
    RetentionCohorts retention = new RetentionCohorts(fans, facts);
    List<RetentionLine> lines = new ArrayList<>();
    lines.addAll(retention.lines("stream", retention::stream));
    lines.addAll(retention.lines("platform", retention::platform));
    lines.addAll(retention.lines("content", retention::content));
    return new RetentionTable(retention.cohorts(), lines, retention.whole);
  }

  private List<Cohort> cohorts() {
    int[] sizes = new int[COHORTS];
    int[][] active = new int[COHORTS][COHORTS];
    for (int fan = 0; fan < monthsBack.length; fan++) {
      int back = monthsBack[fan];
      if (back < COHORTS) {
        sizes[back]++;
        for (int age = 0; age <= back; age++) {
          active[back][age] += isActive(fan, back - age) ? 1 : 0;
        }
      }
    }
    List<Cohort> cohorts = new ArrayList<>();
    for (int back = COHORTS - 1; back >= 0; back--) {
      if (sizes[back] > 0) {
        List<Integer> counts = new ArrayList<>();
        for (int age = 0; age <= back; age++) {
          counts.add(active[back][age]);
        }
        cohorts.add(new Cohort(newest.minusMonths(back), sizes[back], counts));
      }
    }
    return cohorts;
  }

  private boolean isActive(int fan, int back) {
    return back < Long.SIZE && (fans.activeMonths()[fan] >>> back & 1) == 1;
  }

  private String stream(int fan) {
    int stream = fans.stream()[fan];
    return stream < 0 ? "" : Stream.values()[stream].label();
  }

  private String platform(int fan) {
    int platform = fans.platform()[fan];
    return platform < 0 ? "" : facts.platforms().get(platform);
  }

  private String content(int fan) {
    int content = fans.content()[fan];
    return content < 0 ? "" : facts.contents().get(content);
  }

  private List<RetentionLine> lines(String by, IntFunction<String> nameOf) {
    Map<String, int[]> sums = new TreeMap<>();
    int over = whole ? 0 : 1;
    for (int fan = 0; fan < monthsBack.length; fan++) {
      String name = nameOf.apply(fan);
      if (name.isEmpty()) {
        continue;
      }
      int[] sum = sums.computeIfAbsent(name, key -> new int[5]);
      int back = monthsBack[fan];
      sum[0]++;
      if (back - 1 >= over) {
        sum[1]++;
        sum[2] += isActive(fan, back - 1) ? 1 : 0;
      }
      if (back - THIRD >= over) {
        sum[3]++;
        sum[4] += isActive(fan, back - THIRD) ? 1 : 0;
      }
    }
    return sums.entrySet().stream()
        .map(one -> line(by, one.getKey(), one.getValue()))
        .sorted(
            Comparator.comparingInt(RetentionLine::fans)
                .reversed()
                .thenComparing(RetentionLine::name))
        .limit(MOST_LINES)
        .toList();
  }

  private static RetentionLine line(String by, String name, int[] sum) {
    return new RetentionLine(by, name, sum[0], sum[1], sum[2], sum[3], sum[4]);
  }
}
