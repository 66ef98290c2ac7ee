package io.tiktoktoe.content.attribution;

import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentPayments.Kind;
import io.tiktoktoe.content.insight.TouchRule;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversion-hazard model with marked self-exciting touches (after Hawkes 1971), fitted by
 * expectation maximisation (Veen and Schoenberg 2008): what fans pay anyway, by propensity, hour,
 * activity and mood of the day, and what each content's touches add for days. Effects of contents
 * are shared by the kinds of payment.
 */
final class HazardModel {

  /** Kinds of payment that touches cause. */
  static final List<Kind> CAUSED = List.of(Kind.TIP, Kind.ORDER, Kind.START);

  private static final long DAY = 86_400;
  private static final int ROUNDS = 30;

  private final List<HazardGroup> groups = new ArrayList<>();
  private final ContentEffects touched;
  private final ContentEffects onAir;

  private HazardModel(ContentHistory history, Touches touches) {
    double[] watched = new double[history.contents().size()];
    for (int i = 0; i < touches.size(); i++) {
      watched[touches.content(i)]++;
    }
    this.touched = new ContentEffects(history.contents(), watched);
    this.onAir = new ContentEffects(history.contents(), watched);
  }

  /** Fits it. O(rounds times touches and pairs of touch and payment). */
  static HazardModel fit(
      ContentHistory history, Touches touches, TouchRule rule, Progress progress) {
    HazardModel model = new HazardModel(history, touches);
    HazardGroup.Setting setting = setting(history, touches);
    long window = rule.window().toSeconds();
    for (Kind kind : CAUSED) {
      LagKernel kernel = LagKernel.over(window);
      Conversions conversions =
          Conversions.of(history.payments(), kind, touches, setting.onAir(), kernel, window);
      model.groups.add(new HazardGroup(setting, conversions, kernel));
    }
    for (int round = 0; round < ROUNDS; round++) {
      progress.report("attributing payments", round, ROUNDS);
      model.round(history.contents().size());
    }
    return model;
  }

  private static HazardGroup.Setting setting(ContentHistory history, Touches touches) {
    long end = history.dataThrough().getEpochSecond();
    long first = end;
    for (int fan = 0; fan < touches.fans(); fan++) {
      if (touches.first(fan) < touches.first(fan + 1)) {
        first = Math.min(first, touches.seconds(touches.first(fan)));
      }
    }
    if (history.payments().size() > 0) {
      first = Math.min(first, history.payments().seconds()[0]);
    }
    long firstDay = Math.floorDiv(first, DAY);
    int days = (int) Math.clamp(Math.floorDiv(end, DAY) - firstDay + 1, 1, 40_000);
    return new HazardGroup.Setting(
        history.payments(),
        touches,
        new FanActivity(touches, end),
        FanClock.of(touches),
        new OnAir(history.contents()),
        history.contents().size(),
        firstDay,
        days);
  }

  private void round(int contents) {
    double[] caused = new double[contents];
    double[] exposure = new double[contents];
    double[] unsure = new double[contents];
    double[] unsureOnAir = new double[contents];
    double[] causedOnAir = new double[contents];
    double[] exposureOnAir = new double[contents];
    for (HazardGroup group : groups) {
      group.expect(touched, onAir);
      group.maximise(touched, onAir);
      add(caused, group.caused());
      add(exposure, group.exposure());
      add(unsure, group.unsure());
      add(unsureOnAir, group.unsureOnAir());
      add(causedOnAir, group.causedOnAir());
      add(exposureOnAir, group.exposureOnAir());
    }
    touched.learn(caused, unsure, exposure);
    onAir.learn(causedOnAir, unsureOnAir, exposureOnAir);
  }

  private static void add(double[] sums, double[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  /** The kinds of payment in the order of {@link #CAUSED}. */
  List<HazardGroup> groups() {
    return groups;
  }

  ContentEffects touched() {
    return touched;
  }

  ContentEffects onAir() {
    return onAir;
  }
}
