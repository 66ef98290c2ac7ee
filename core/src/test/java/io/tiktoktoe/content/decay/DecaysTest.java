package io.tiktoktoe.content.decay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.content.act.ContentCounts;
import io.tiktoktoe.content.card.Cohorts;
import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.content.insight.DecayCurve;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Half-lives from reports that come late and to audiences that grow. */
class DecaysTest {

  private static final long START = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();
  private static final double DAY = 86_400;
  private static final DecayShape LAW = new DecayShape(0.4, 3, 3, 0.6);

  /** A view or a report of several: content, days since the start, how many. */
  private record Row(int content, double day, int quantity) {}

  /** Contents of one law, one each {@code apart} days, whose views are reported in lumps. */
  private static List<Row> rows(
      int contents, double apart, DoubleUnaryOperator audience, int lump) {
    List<Row> rows = new ArrayList<>();
    for (int content = 0; content < contents; content++) {
      double published = content * apart;
      double due = 0;
      for (double age = 0; published + age < contents * apart; age += 0.25) {
        due +=
            2_000
                * audience.applyAsDouble(published + age)
                * (LAW.seen(age + 0.25) - LAW.seen(age));
        int days = (int) Math.floor(age + 0.25);
        boolean reports = age + 0.25 == days && (days + content) % lump == 0;
        if (reports && due >= 1) {
          rows.add(new Row(content, published + age + 0.249, (int) due));
          due -= (int) due;
        }
      }
    }
    rows.sort(Comparator.comparingDouble(Row::day));
    return rows;
  }

  private static Decays decays(List<Row> rows, int contents, double apart) {
    return Decays.of(history(rows, contents, apart), new boolean[rows.size()], 1);
  }

  private static ContentHistory history(List<Row> rows, int contents, double apart) {
    List<CreatorContent> all = new ArrayList<>();
    for (int i = 0; i < contents; i++) {
      Instant published = Instant.ofEpochSecond(START + (long) (i * apart * DAY));
      all.add(
          new CreatorContent(
              "c" + i, ContentKind.VIDEO, published, 60_000, List.of(), List.of(), false, ""));
    }
    int size = rows.size();
    ContentActs acts =
        new ContentActs(
            size,
            rows.stream().mapToLong(row -> START + (long) (row.day * DAY)).toArray(),
            rows.stream().mapToInt(Row::content).toArray(),
            rows.stream().mapToInt(row -> ContentActs.NOBODY).toArray(),
            new short[size],
            new byte[size],
            rows.stream().mapToInt(Row::quantity).toArray(),
            new long[size],
            new int[size]);
    Instant end = Instant.ofEpochSecond(START + (long) (contents * apart * DAY));
    return new ContentHistory(all, 1, List.of("tube"), acts, ContentPayments.none(), Map.of(), end);
  }

  private static DecayCurve first(List<Row> rows, int contents, double apart) {
    return decays(rows, contents, apart).curve(0).orElseThrow();
  }

  @Test
  void reportsOfSeveralWeeksDoNotMakeViewsLate() {
    DecayCurve daily = first(rows(60, 5, day -> 1, 1), 60, 5);
    DecayCurve lumps = first(rows(60, 5, day -> 1, 28), 60, 5);
    assertThat(daily.halfLifeDays().orElseThrow())
        .isBetween(0.85 * LAW.halfLife(), 1.15 * LAW.halfLife());
    assertThat(lumps.halfLifeDays().orElseThrow())
        .isBetween(0.65 * LAW.halfLife(), 1.35 * LAW.halfLife());
  }

  /** What was watched since the last report has not been told: it is no sign of fading. */
  @Test
  void viewsThatWaitForTheirReportAreNotMissing() {
    DecayCurve young = first(rows(16, 3, day -> 1, 28), 16, 3);
    assertThat(young.halfLifeDays().orElseThrow())
        .isBetween(0.8 * LAW.halfLife(), 1.2 * LAW.halfLife());
  }

  @Test
  void anAudienceThatGrowsDoesNotMakeContentsLastLonger() {
    DecayCurve grows = first(rows(80, 4, day -> Math.exp(day / 100), 1), 80, 4);
    DecayCurve shrinks = first(rows(80, 4, day -> Math.exp(-day / 100), 1), 80, 4);
    assertThat(grows.halfLifeDays().orElseThrow())
        .isBetween(0.8 * LAW.halfLife(), 1.2 * LAW.halfLife());
    assertThat(shrinks.halfLifeDays().orElseThrow())
        .isBetween(0.8 * LAW.halfLife(), 1.2 * LAW.halfLife());
  }

  @Test
  void fewViewsLeaveAWideInterval() {
    List<Row> few = new ArrayList<>();
    for (int view = 0; view < 6; view++) {
      few.add(new Row(0, 1 + view * view / 2.0, 1));
    }
    DecayCurve curve = first(few, 1, 60);
    assertThat(curve.halfLife().hi()).isGreaterThan(6 * curve.halfLife().lo());
  }

  @Test
  void aHalfLifeBeyondWhatWasSeenIsNotKnownYet() {
    List<Row> even = new ArrayList<>();
    for (int hour = 1; hour < 72; hour++) {
      even.add(new Row(0, hour / 24.0, 40));
    }
    DecayCurve curve = first(even, 1, 3);
    assertThat(curve.halfLifeDays()).isEmpty();
    assertThat(curve.halfLife().lo()).isBetween(0.5, 180.0);
    assertThat(curve.halfLife().lo()).isLessThan(curve.halfLife().hi());
  }

  /** Where comparable contents ended lower, what there is goes on all the same. */
  @Test
  void aYoungContentAboveItsKindIsNotOverYet() {
    int contents = 60;
    int young = contents - 2;
    List<Row> rows = new ArrayList<>();
    for (Row row : rows(contents, 5, day -> 1, 1)) {
      // Whatever began low comes later: how it began tells nothing of the end.
      int began = 1 + row.content * 7 % 5;
      int unlike = row.day - row.content * 5 < 10 ? began : 6 - began;
      int times = row.content == young ? 20 : unlike;
      rows.add(new Row(row.content, row.day, row.quantity * times));
    }
    ContentHistory history = history(rows, contents, 5);
    boolean[] machine = new boolean[rows.size()];
    ContentCounts counts = ContentCounts.of(history, machine);
    FinalForecast forecast =
        new FinalForecast(
            counts,
            Decays.of(history, machine, 1),
            new Cohorts(history.contents(), ZoneOffset.UTC),
            new double[contents],
            history.dataThrough().getEpochSecond());
    double come = counts.allViews(young);
    double end = come * LAW.seen(DecayShape.END_DAYS) / LAW.seen(10);

    assertThat(forecast.of(young, false).orElseThrow().finalViews())
        .isBetween(come + 0.4 * (end - come), come + 1.6 * (end - come));
  }
}
