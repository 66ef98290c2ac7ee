package io.tiktoktoe.risk.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.risk.exposure.ShockRisk.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShockLearningTest {

  private static final int WEEKS = 104;
  private static final int ALL = 0;

  /** Three platforms, ten creators; a season that all share; what falls is planted. */
  private static List<ShockTrack> tracks(double algorithm, double policy, double own) {
    SplittableRandom random = new SplittableRandom(11);
    List<ShockTrack> tracks = new ArrayList<>();
    for (int platform = 0; platform < 3; platform++) {
      for (int creator = 0; creator < 10; creator++) {
        double[] views = new double[WEEKS];
        double[] paid = new double[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
          boolean hit = platform == ALL && week >= 40;
          double season = 1 + 0.3 * Math.sin(2 * Math.PI * week / 52);
          double level = 500 * season * (hit ? algorithm : 1);
          views[week] = level * Math.exp(0.15 * random.nextGaussian());
          double rate =
              (platform == 1 && week >= 70 ? policy : 1)
                  * (creator == 3 && platform == 2 && week >= 60 ? own : 1);
          paid[week] = views[week] * rate * Math.exp(0.2 * random.nextGaussian());
        }
        tracks.add(new ShockTrack(creator, "p" + platform, 2_900, views, paid));
      }
    }
    return tracks;
  }

  private static List<ShockLearning.Found> found(double algorithm, double policy, double own) {
    return new ShockLearning(tracks(algorithm, policy, own)).found();
  }

  private static double[] sizes(List<ShockLearning.Found> all, Kind kind, String source) {
    return all.stream()
        .filter(one -> one.kind() == kind && one.source().equals(source))
        .findFirst()
        .orElseThrow()
        .falls()
        .stream()
        .mapToDouble(ShockLearning.Fall::change)
        .toArray();
  }

  @Test
  void plantedFallsAreFoundWhereTheyAre() {
    List<ShockLearning.Found> all = found(0.7, 0.75, 0.2);
    assertThat(sizes(all, Kind.ALGORITHM, "p0")).hasSize(1);
    assertThat(Math.exp(sizes(all, Kind.ALGORITHM, "p0")[0])).isCloseTo(0.7, within(0.08));
    assertThat(sizes(all, Kind.ALGORITHM, "p1")).isEmpty();
    assertThat(sizes(all, Kind.POLICY, "p1")).hasSize(1);
    assertThat(Math.exp(sizes(all, Kind.POLICY, "p1")[0])).isCloseTo(0.75, within(0.08));
    assertThat(sizes(all, Kind.POLICY, "p2")).isEmpty();
    assertThat(sizes(all, Kind.DEMONETISATION, "")).hasSize(1);
  }

  @Test
  void aSeasonIsNoFall() {
    assertThat(found(1, 1, 1)).allMatch(one -> one.falls().isEmpty());
  }

  @Test
  void fewCreatorsTeachNothing() {
    List<ShockTrack> few = tracks(0.5, 1, 1).stream().filter(track -> track.creator() < 4).toList();
    assertThat(new ShockLearning(few).found()).isEmpty();
    assertThat(new ShockLearning(List.of()).found()).isEmpty();
  }

  @Test
  void chancesAreNeverCertainAndLossesFollowIncome() {
    RiskFacts facts =
        new RiskFacts(
            List.of(
                new IncomePart("p0", Stream.TIPS, "EUR", 9_000, 9_000, 0, 0),
                new IncomePart("p1", Stream.ADVERTISING, "EUR", 900, 900, 0, 0)),
            List.of(),
            List.of(),
            tracks(0.7, 1, 1),
            90);
    List<ShockRisk> risks = new ShockRisks(facts).of();
    ShockRisk worst = risks.getFirst();
    assertThat(worst.source()).isEqualTo("p0");
    assertThat(worst.loss()).isCloseTo(3_000 * 0.3, within(250.0));
    assertThat(worst.fallInterval().contains(worst.fall())).isTrue();
    for (ShockRisk risk : risks) {
      assertThat(risk.chance()).isGreaterThan(0).isLessThan(1);
      assertThat(risk.chanceInterval().width()).isPositive();
    }
    // No fall of pay was seen: its chance is told, its size is not.
    ShockRisk unseen =
        risks.stream().filter(one -> one.kind() == Kind.POLICY).findFirst().orElseThrow();
    assertThat(unseen.fall()).isNaN();
    assertThat(Arrays.asList(unseen.falls())).containsExactly(0);
  }
}
