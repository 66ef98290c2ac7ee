package io.tiktoktoe.audience.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.audience.segment.SegmentUpdate.Outcome;
import io.tiktoktoe.audience.segment.Trait.Standing;
import io.tiktoktoe.stats.cluster.AdjustedRand;
import io.tiktoktoe.stats.cluster.ClusterCount.Reason;
import io.tiktoktoe.stats.cluster.Linkage;
import io.tiktoktoe.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SegmentationTest {

  private static final List<Feature> FEATURES =
      List.of(
          new Feature("spend", FeatureGroup.MONETIZATION),
          new Feature("watch_hours", FeatureGroup.ENGAGEMENT),
          new Feature("active_weeks", FeatureGroup.LOYALTY));

  private static final SegmentOptions DEFAULTS = SegmentOptions.defaults();

  /** Payers, watchers and visitors, in turns: 0, 1, 2, 0, ... */
  private static FeatureTable threeKinds(int fans, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = new double[3][fans];
    for (int fan = 0; fan < fans; fan++) {
      int kind = fan % 3;
      columns[0][fan] = kind == 0 ? Math.exp(5 + 0.4 * random.nextGaussian()) : 0;
      columns[1][fan] = Math.exp((kind == 1 ? 4 : 1) + 0.3 * random.nextGaussian());
      columns[2][fan] = Math.max(0, (kind == 2 ? 3 : 30) + 2 * random.nextGaussian());
    }
    return new FeatureTable(FEATURES, columns);
  }

  private static int[] kinds(int fans) {
    int[] kinds = new int[fans];
    Arrays.setAll(kinds, fan -> fan % 3);
    return kinds;
  }

  private static Segments segments(FeatureTable fans, SegmentOptions options) {
    return Segmentation.of(fans, options, new SplittableRandom(1), Progress.SILENT);
  }

  @Test
  void findsThreeKindsAndTellsWhatSetsThemApart() {
    Segments found = segments(threeKinds(301, 1), DEFAULTS);
    assertThat(found.segments()).hasSize(3);
    assertThat(AdjustedRand.of(found.numbers(), kinds(301))).isEqualTo(1);
    assertThat(found.count().orElseThrow().reason()).isEqualTo(Reason.CLUSTERS_STAND_OUT);
    assertThat(found.quality().stability()).isGreaterThan(0.95);
    FanSegment largest = found.segments().getFirst();
    assertThat(largest.number()).isEqualTo(1);
    assertThat(largest.fans()).isEqualTo(101);
    assertThat(found.numbers()[0]).isEqualTo(1);
    Trait first = largest.traits().getFirst();
    assertThat(first.code()).isEqualTo("segment-only");
    assertThat(first.feature()).isEqualTo("spend");
    assertThat(first.group()).isEqualTo(FeatureGroup.MONETIZATION);
    assertThat(first.medianOfOthers()).isZero();
    assertThat(first.superiority()).isEqualTo(1);
    FanSegment watchers = found.segments().get(found.numbers()[1] - 1);
    assertThat(watchers.traits().getFirst().feature()).isEqualTo("watch_hours");
    assertThat(watchers.traits().getFirst().standing()).isEqualTo(Standing.MOST);
    FanSegment visitors = found.segments().get(found.numbers()[2] - 1);
    assertThat(visitors.traits())
        .anyMatch(
            trait -> trait.feature().equals("active_weeks") && trait.standing() == Standing.LEAST);
  }

  @Test
  void theSameSeedGivesTheSame() {
    FeatureTable fans = threeKinds(90, 2);
    assertThat(segments(fans, DEFAULTS).numbers()).isEqualTo(segments(fans, DEFAULTS).numbers());
  }

  /** One fan, two fans, all alike: one segment, and nothing that sets it apart. */
  @Test
  void oneFanAndFansAlikeAreOneSegment() {
    for (int fans : new int[] {1, 2, 50}) {
      double[][] columns = new double[3][fans];
      Segments one = segments(new FeatureTable(FEATURES, columns), DEFAULTS);
      assertThat(one.segments()).hasSize(1);
      assertThat(one.numbers()).containsOnly(1);
      assertThat(one.segments().getFirst().traits()).isEmpty();
      assertThat(one.segments().getFirst().share()).isEqualTo(1);
      assertThat(one.quality()).isEqualTo(new SegmentQuality(0, 1, 0, 0));
      assertThat(one.count().orElseThrow().reason()).isEqualTo(Reason.TOO_FEW_ROWS);
    }
  }

  /** Evenly spread and normal fans are one kind; fails falsely less than once in 100 seeds. */
  @Test
  void fansWithoutAGapAreOneSegment() {
    SplittableRandom random = new SplittableRandom(4);
    double[][] even = new double[3][400];
    double[][] normal = new double[3][400];
    for (int feature = 0; feature < 3; feature++) {
      Arrays.setAll(even[feature], fan -> random.nextDouble());
      Arrays.setAll(normal[feature], fan -> random.nextGaussian());
    }
    for (double[][] columns : new double[][][] {even, normal}) {
      Segments one = segments(new FeatureTable(FEATURES, columns), DEFAULTS);
      assertThat(one.segments()).hasSize(1);
      assertThat(one.count().orElseThrow().reason()).isEqualTo(Reason.NO_SPLIT_STANDS_OUT);
    }
  }

  /** A missing value is the median, a constant column is nothing, and both are told. */
  @Test
  void missingValuesAndConstantColumnsPullNowhere() {
    FeatureTable whole = threeKinds(120, 5);
    double[][] columns = {
      whole.column(0).clone(), whole.column(1).clone(), whole.column(2).clone(), new double[120]
    };
    columns[2][4] = Double.NaN;
    Arrays.fill(columns[3], 7);
    List<Feature> features =
        List.of(FEATURES.get(0), FEATURES.get(1), FEATURES.get(2), Feature.other("constant"));
    Segments found = segments(new FeatureTable(features, columns), DEFAULTS);
    assertThat(AdjustedRand.of(found.numbers(), kinds(120))).isGreaterThan(0.97);
    assertThat(found.missing()).isEqualTo(1);
    assertThat(found.model().columns().get(3).spread()).isEqualTo(1);
    Arrays.fill(columns[3], Double.NaN);
    Segments without = segments(new FeatureTable(features, columns), DEFAULTS);
    assertThat(without.numbers()).isEqualTo(found.numbers());
    assertThat(without.segments().getFirst().medians().get(3)).isNaN();
  }

  @Test
  void refusesWhatCannotBeSegmented() {
    FeatureTable two = new FeatureTable(FEATURES, new double[3][2]);
    assertThatThrownBy(() -> segments(two, DEFAULTS.withSegments(3)))
        .hasMessageContaining("segments (3) must be at most the number of rows (2)");
    FeatureTable none = new FeatureTable(FEATURES, new double[3][0]);
    assertThatThrownBy(() -> segments(none, DEFAULTS)).hasMessageContaining("fans (0)");
    double[][] columns = new double[3][1];
    columns[1][0] = Double.POSITIVE_INFINITY;
    assertThatThrownBy(() -> new FeatureTable(FEATURES, columns))
        .hasMessageContaining("feature watch_hours of row 0 (Infinity)");
    FeatureTable many = new FeatureTable(FEATURES, new double[3][20_001]);
    assertThatThrownBy(() -> segments(many, DEFAULTS.withLinkage(Linkage.SINGLE)))
        .hasMessageContaining("linkage (single)");
    assertThatThrownBy(() -> DEFAULTS.withSegments(0)).hasMessageContaining("segments (0)");
  }

  /** By micro-clusters, on several threads: the same kinds, the same whatever the threads. */
  @Test
  void segmentsLargeAudiences() {
    FeatureTable fans = threeKinds(21_000, 6);
    Segments found = segments(fans, DEFAULTS);
    assertThat(found.exact()).isFalse();
    assertThat(found.dendrogram().orElseThrow().rows()).isLessThanOrEqualTo(2_000);
    assertThat(AdjustedRand.of(found.numbers(), kinds(21_000))).isGreaterThan(0.999);
    assertThat(segments(fans, DEFAULTS.withThreads(3)).numbers()).isEqualTo(found.numbers());
  }

  @Test
  void theNextDayKeepsNumbersThoughFansComeAndGo() {
    FeatureTable today = threeKinds(300, 7);
    Segments first = segments(today, DEFAULTS);
    FeatureTable tomorrow = threeKinds(320, 8);
    int[] before = Arrays.copyOf(first.numbers(), 320);
    SegmentUpdate update = next(tomorrow, first, before);
    assertThat(update.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(update.known()).isEqualTo(300);
    assertThat(update.moved()).isZero();
    assertThat(update.segments().numbers()).startsWith(first.numbers());
    assertThat(update.segments().numbers()[302]).isEqualTo(first.numbers()[2]);
    assertThat(update.gone()).isEmpty();
    assertThat(update.drifts()).hasSize(3).allMatch(drift -> drift.shift() < 0.3);
    assertThat(update.drifts()).allMatch(drift -> drift.stayed() == drift.fansBefore());
  }

  /** A fan between two centres stays where he was; one who has wholly changed moves. */
  @Test
  void onlyFansWithCauseMove() {
    FeatureTable today = threeKinds(300, 7);
    Segments first = segments(today, DEFAULTS);
    FeatureTable tomorrow = threeKinds(300, 7);
    for (int feature = 0; feature < 3; feature++) {
      tomorrow.column(feature)[0] = today.value(1, feature);
    }
    SegmentUpdate update = next(tomorrow, first, first.numbers());
    assertThat(update.moved()).isEqualTo(1);
    assertThat(update.segments().numbers()[0]).isEqualTo(first.numbers()[1]);
    int[] swapped = first.numbers().clone();
    SegmentModel model = first.model();
    FeatureTable between = threeKinds(300, 7);
    for (int feature = 0; feature < 3; feature++) {
      double middle = between(model, feature, first.numbers()[1], first.numbers()[2]);
      between.column(feature)[2] = middle;
      between.column(feature)[5] = middle;
    }
    swapped[2] = first.numbers()[1];
    SegmentUpdate hung = next(between, first, swapped);
    assertThat(hung.segments().numbers()[2]).isEqualTo(first.numbers()[1]);
    assertThat(hung.segments().numbers()[5]).isEqualTo(first.numbers()[2]);
  }

  private static double between(SegmentModel model, int feature, int one, int other) {
    SegmentModel.ScaledFeature scale = model.columns().get(feature);
    double place =
        (model.centres().get(one - 1).place().get(feature)
                + model.centres().get(other - 1).place().get(feature))
            / 2;
    double told = place * scale.spread() + scale.middle();
    return scale.log() ? Math.expm1(told) : told;
  }

  /** A kind that vanished and one that appeared: made anew, and who stayed keeps the number. */
  @Test
  void anotherAudienceIsSegmentedAnewUnderNumbersThatMatch() {
    Segments first = segments(threeKinds(300, 7), DEFAULTS);
    FeatureTable changed = threeKinds(300, 9);
    for (int fan = 2; fan < 300; fan += 3) {
      changed.column(0)[fan] = changed.column(0)[fan - 2];
      changed.column(1)[fan] = 90 * changed.column(1)[fan - 1];
      changed.column(2)[fan] = 100;
    }
    SegmentUpdate update = next(changed, first, first.numbers());
    assertThat(update.outcome()).isEqualTo(Outcome.MADE_ANEW);
    assertThat(update.misfit().orElseThrow()).isGreaterThan(0.1);
    assertThat(update.segments().numbers()[0]).isEqualTo(first.numbers()[0]);
    assertThat(update.segments().numbers()[1]).isEqualTo(first.numbers()[1]);
    SegmentUpdate again = next(changed, update.segments(), update.segments().numbers());
    assertThat(again.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(again.moved()).isZero();
  }

  @Test
  void withoutADayBeforeItIsTheFirst() {
    FeatureTable fans = threeKinds(90, 3);
    SegmentUpdate update =
        Segmentation.next(
            fans,
            Optional.empty(),
            new int[90],
            DEFAULTS,
            new SplittableRandom(1),
            Progress.SILENT);
    assertThat(update.outcome()).isEqualTo(Outcome.FIRST);
    assertThat(update.made()).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> next(fans, update.segments(), new int[3]))
        .hasMessageContaining("numbersBefore (3)");
  }

  private static SegmentUpdate next(FeatureTable fans, Segments before, int[] numbersBefore) {
    return Segmentation.next(
        fans,
        Optional.of(before.model()),
        numbersBefore,
        DEFAULTS,
        new SplittableRandom(2),
        Progress.SILENT);
  }

  @Test
  void matchesSegmentsByMostCommonFans() {
    int[] fresh = {1, 1, 1, 2, 2, 2, 3, 3};
    int[] before = {5, 5, 9, 9, 9, 9, 0, 0};
    assertThat(SegmentMatching.names(fresh, 3, before, new int[] {5, 9})).containsExactly(5, 9, 10);
    double[][] gains = {{7, 5, 1}, {6, 1, 1}, {5, 4, 3}};
    assertThat(SegmentMatching.best(gains)).containsExactly(1, 0, 2);
  }

  @Test
  void scalesSkewedCountsInLogarithmsAndTakesCareOfOutliers() {
    double[] skewed = new double[200];
    double[] plain = new double[200];
    Arrays.setAll(skewed, fan -> Math.exp(fan / 40.0));
    Arrays.setAll(plain, fan -> fan - 100);
    plain[199] = 1e9;
    FeatureTable fans =
        new FeatureTable(
            List.of(Feature.other("skewed"), Feature.other("plain")),
            new double[][] {skewed, plain});
    var scales = FeatureScales.learn(fans, Scaling.ROBUST);
    assertThat(scales.get(0).log()).isTrue();
    assertThat(scales.get(1).log()).isFalse();
    assertThat(scales.get(1).spread()).isCloseTo(0.9 * 201 / 3.29, within(1e-9));
    assertThat(scales.get(1).scaled(Double.NaN)).isZero();
    var none = FeatureScales.learn(fans, Scaling.NONE);
    assertThat(none.get(1).scaled(3)).isEqualTo(3);
    assertThat(none.get(1).scaled(Double.NaN)).isCloseTo(-0.5, within(1e-9));
  }
}
