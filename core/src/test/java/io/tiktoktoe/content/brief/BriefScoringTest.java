package io.tiktoktoe.content.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.CreatorContent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What came of a brief for videos of 1 to 10 minutes in the evening, anywhere. */
class BriefScoringTest {

  private static final LocalDate AS_OF = LocalDate.parse("2026-03-31");
  private static final PastBrief BRIEF =
      new PastBrief(AS_OF, ContentKind.VIDEO, "", 18, 24, 60_000, 600_000, 500, "", 1);

  private final List<CreatorContent> contents = new ArrayList<>();
  private final List<Double> direct = new ArrayList<>();

  private void made(int days, int hour, ContentKind kind, long millis, double brought) {
    Instant published = AS_OF.plusDays(days).atTime(hour, 0).toInstant(ZoneOffset.UTC);
    contents.add(
        new CreatorContent(
            "c" + contents.size(), kind, published, millis, List.of(), List.of(), false, ""));
    direct.add(brought);
  }

  private BriefScore score() {
    ContentActs acts =
        new ContentActs(
            0,
            new long[0],
            new int[0],
            new int[0],
            new short[0],
            new byte[0],
            new int[0],
            new long[0],
            new int[0]);
    ContentHistory history =
        new ContentHistory(
            contents,
            0,
            List.of(),
            acts,
            ContentPayments.none(),
            Map.of(),
            Instant.parse("2026-05-15T00:00:00Z"));
    double[] values = direct.stream().mapToDouble(Double::doubleValue).toArray();
    return BriefScoring.of(List.of(BRIEF), history, values, ZoneOffset.UTC).getFirst();
  }

  @Test
  void contentsMadeAsItSaysStandBesideTheOthersOfTheSameDays() {
    made(-3, 19, ContentKind.VIDEO, 120_000, 9_999);
    made(3, 19, ContentKind.VIDEO, 120_000, 600);
    made(9, 20, ContentKind.VIDEO, 180_000, 500);
    made(12, 23, ContentKind.VIDEO, 60_000, 700);
    made(4, 9, ContentKind.VIDEO, 120_000, 100);
    made(5, 19, ContentKind.SHORT, 30_000, 120);
    made(6, 19, ContentKind.VIDEO, 3_000_000, 110);
    made(40, 19, ContentKind.VIDEO, 120_000, 1);
    BriefScore score = score();
    assertThat(score.followed()).isEqualTo(4);
    assertThat(score.judged()).isEqualTo(3);
    assertThat(score.mean()).isEqualTo(600);
    assertThat(score.others()).isEqualTo(3);
    assertThat(score.othersMean()).isEqualTo(110);
    assertThat(score.gain().orElseThrow().difference()).isEqualTo(490);
    assertThat(score.gain().orElseThrow().interval().lo()).isPositive().isLessThan(490);
  }

  @Test
  void oneContentTellsNoDifference() {
    made(3, 19, ContentKind.VIDEO, 120_000, 600);
    made(4, 9, ContentKind.VIDEO, 120_000, 100);
    assertThat(score().gain()).isEmpty();
    assertThat(score().judged()).isEqualTo(1);
  }

  @Test
  void aBriefIsReadFromItsDecisionAndNothingElseIs() {
    Map<String, String> kept = new TreeMap<>(BRIEF.attributes());
    assertThat(PastBrief.parse(kept)).isEmpty();
    kept.put("expected", "500.0");
    assertThat(PastBrief.parse(kept)).contains(BRIEF);
    kept.put("measure", "direct value of 28 days, minor BRL");
    assertThat(PastBrief.parse(kept).orElseThrow().currency()).isEqualTo("BRL");
    kept.put("to_hour", "late");
    assertThat(PastBrief.parse(kept)).isEmpty();
    assertThat(PastBrief.parse(Map.of("chosen", "thank", "as_of", "2026-03-31"))).isEmpty();
  }
}
