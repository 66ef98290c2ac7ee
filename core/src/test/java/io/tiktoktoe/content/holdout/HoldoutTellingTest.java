package io.tiktoktoe.content.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.content.MadeContents;
import io.tiktoktoe.content.attribution.Attributing;
import io.tiktoktoe.content.insight.ContentAssignments;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentHoldout;
import io.tiktoktoe.content.insight.ContentHoldouts;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.ContentOptions;
import io.tiktoktoe.content.insight.HoldoutArm;
import io.tiktoktoe.content.insight.HoldoutCalibration;
import io.tiktoktoe.stats.Interval;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Contents withheld by chance in an economy whose causes are known. */
class HoldoutTellingTest {

  private static final double WEEK = 168;
  private static final double DRAWN = 5 * WEEK;
  private static final double MEAN_CENTS = 1_000;
  private static final double SHARE_WATCHING = 0.6;

  /**
   * Fans of very unequal propensity pay anyway; those who see the content pay more soon after.
   *
   * @param caused payments that seeing it causes a fan of mean propensity
   */
  private static ContentHoldouts economy(int fans, double caused, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    MadeContents made =
        new MadeContents()
            .content("kept", ContentKind.SHORT, DRAWN, 30_000)
            .content("usual", ContentKind.SHORT, 0, 30_000);
    ContentAssignments drawn =
        new ContentAssignments(
            fans, new long[fans], new int[fans], new int[fans], new boolean[fans]);
    for (int fan = 0; fan < fans; fan++) {
      drawn.seconds()[fan] = MadeContents.START.getEpochSecond() + Math.round(DRAWN * 3_600);
      drawn.fan()[fan] = fan;
      drawn.shown()[fan] = random.nextBoolean();
      double propensity = -Math.log(1 - random.nextDouble());
      for (double hour = 0; hour < 7 * WEEK; hour += WEEK) {
        made.view(fan, 1, hour + WEEK * random.nextDouble());
        pay(made, fan, hour + WEEK * random.nextDouble(), 0.15 * propensity, random);
      }
      if (drawn.shown()[fan] && random.nextDouble() < SHARE_WATCHING) {
        double seen = DRAWN + 1 + 24 * random.nextDouble();
        made.view(fan, 0, seen);
        pay(made, fan, seen + random.nextDouble(), caused * propensity, random);
      }
    }
    return told(made.until(8 * WEEK).history().withAssignments(drawn));
  }

  private static ContentHoldouts told(ContentHistory history) {
    boolean[] machine = new boolean[history.acts().size()];
    return HoldoutTelling.of(history, Attributing.of(history, machine, ContentOptions.defaults()));
  }

  /** A payment with a chance; its amount is log-normal with a long tail. */
  private static void pay(
      MadeContents made, int fan, double hour, double chance, SplittableRandom random) {
    if (random.nextDouble() < 1 - Math.exp(-chance)) {
      double log = Math.log(MEAN_CENTS) - 0.5 + random.nextGaussian();
      made.tip(fan, -1, hour, Math.max(1, Math.round(Math.exp(log))));
    }
  }

  /** Mean of 1 - exp(-c p) over exponential p. */
  private static double truth(int shown, double caused) {
    return shown * SHARE_WATCHING * MEAN_CENTS * caused / (1 + caused);
  }

  /** 200 economies, with an effect and without one. */
  @Test
  void intervalsHoldWhatTheContentCauses() {
    int held = 0;
    double bias = 0;
    for (int trial = 0; trial < 200; trial++) {
      double caused = trial % 2 == 0 ? 0.3 : 0;
      ContentHoldout told = economy(300, caused, trial).holdouts().getFirst();
      Interval interval = told.incremental().orElseThrow().interval();
      double truth = truth(told.shown().fans(), caused);
      held += interval.contains(truth) ? 1 : 0;
      bias += (told.incremental().orElseThrow().value() - truth) / (150 * MEAN_CENTS) / 200;
    }
    assertThat(held).isBetween(184, 199);
    assertThat(bias).isCloseTo(0, within(0.01));
  }

  /** Attribution finds about what the experiment does, and the calibration says so. */
  @Test
  void attributionIsJudgedBesideTheExperiment() {
    ContentHoldouts told = economy(3_000, 0.5, 1);
    ContentHoldout one = told.holdouts().getFirst();
    double truth = truth(one.shown().fans(), 0.5);
    assertThat(one.content()).isEqualTo("kept");
    assertThat(one.shown().fans() + one.withheld().fans()).isEqualTo(3_000);
    assertThat(one.withheld().watched()).isZero();
    assertThat(one.shown().watched()).isBetween(800, 1_000);
    assertThat(one.attributed()).isBetween(0.4 * truth, 1.3 * truth);
    HoldoutCalibration calibration = told.calibrations().getFirst();
    double ratio = one.incremental().orElseThrow().value() / one.attributed();
    assertThat(calibration.factor()).isBetween(Math.min(1, ratio), Math.max(1, ratio));
    assertThat(calibration.interval().contains(truth / one.attributed())).isTrue();
    assertThat(one.calibrated().orElseThrow().interval().contains(truth)).isTrue();
  }

  /** Few fans tell no effect; whose window is not over, or who was drawn twice, does not count. */
  @Test
  void tooFewFansTellNothing() {
    ContentHoldout few = economy(30, 0.5, 1).holdouts().getFirst();
    assertThat(few.incremental()).isEmpty();
    assertThat(few.calibrated()).isEmpty();
    MadeContents made =
        new MadeContents().content("kept", ContentKind.SHORT, 0, 30_000).view(2, 0, 1).until(200);
    long start = MadeContents.START.getEpochSecond();
    ContentAssignments drawn =
        new ContentAssignments(
            4,
            new long[] {start, start + 60, start + 60, start + 100 * 3_600},
            new int[4],
            new int[] {0, 0, 1, 2},
            new boolean[] {true, false, true, false});
    ContentHoldout told = told(made.history().withAssignments(drawn)).holdouts().getFirst();
    assertThat(told.mixed()).isEqualTo(1);
    assertThat(told.running()).isEqualTo(1);
    assertThat(told.shown().fans()).isEqualTo(1);
    assertThat(told.withheld().fans()).isZero();
  }

  /** Refunds that name no sale are taken from what was paid, but are nobody's payments. */
  @Test
  void refundsAreNoPayments() {
    MadeContents made =
        new MadeContents()
            .content("kept", ContentKind.SHORT, 0, 30_000)
            .view(0, 0, 1)
            .tip(0, -1, 2, 500)
            .tip(0, -1, 3, -900)
            .tip(1, -1, 4, -900)
            .until(200);
    long start = MadeContents.START.getEpochSecond();
    ContentAssignments drawn =
        new ContentAssignments(
            2,
            new long[] {start, start},
            new int[2],
            new int[] {0, 1},
            new boolean[] {true, false});
    ContentHoldout told = told(made.history().withAssignments(drawn)).holdouts().getFirst();
    assertThat(told.shown()).isEqualTo(new HoldoutArm(1, 1, 1, 1, -400));
    assertThat(told.withheld()).isEqualTo(new HoldoutArm(1, 0, 0, 0, -900));
  }
}
