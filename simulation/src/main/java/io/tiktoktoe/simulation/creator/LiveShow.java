package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.fan.Content;
import io.tiktoktoe.simulation.law.LiveShowLaw;
import java.util.Arrays;

/**
 * When tips come during one live stream: excitement that rises and falls within minutes (a
 * log-normal autoregression over bins of five minutes), tips that bring further tips, and a finale
 * where a goal is to be reached.
 */
final class LiveShow {

  private static final long BIN_MS = 300_000;

  /** Share of the stream that is its finale. */
  private static final double FINALE = 0.1;

  /** Factor on all tips of a stream with a goal. */
  private static final double GOAL_LIFT = 1.6;

  private final LiveShowLaw law;
  private final Content content;
  private final boolean goal;
  private final double[] bins;
  private final long latest;

  private LiveShow(LiveShowLaw law, Content content, boolean goal, double[] bins, long latest) {
    this.law = law;
    this.content = content;
    this.goal = goal;
    this.bins = bins;
    this.latest = latest;
  }

  /** Plans the tips of a live stream that lies before {@code latest}, epoch milliseconds. */
  static LiveShow plan(LiveShowLaw law, Content content, long latest, Draws draws) {
    if (law.hype() == 0) {
      return new LiveShow(law, content, false, new double[0], latest);
    }
    boolean goal = draws.chance(law.goals());
    long end = Math.min(latest, content.published + content.durationMs);
    int count = (int) Math.clamp((end - content.published) / BIN_MS, 4, 200);
    double[] weights = new double[count];
    double keep = Math.exp(-1 / law.bins());
    double now = law.hype() * draws.normal();
    for (int i = 0; i < count; i++) {
      boolean last = goal && i + 1 > count * (1 - FINALE);
      weights[i] = Math.exp(now) * (last ? law.finale() : 1);
      now = keep * now + law.hype() * Math.sqrt(1 - keep * keep) * draws.normal();
    }
    return new LiveShow(law, content, goal, Draws.cumulative(weights), end);
  }

  Content content() {
    return content;
  }

  boolean goal() {
    return goal;
  }

  /** Factor on the tips of the day that fall into the stream. */
  double lift() {
    return goal ? GOAL_LIFT : 1;
  }

  double finale() {
    return law.finale();
  }

  /** A moment of a tip during the stream, epoch milliseconds. */
  long moment(Draws draws) {
    if (bins.length == 0) {
      // The peak is when the stream is half over.
      double within = (draws.uniform() + draws.uniform()) / 2;
      return Math.min(latest - 1, content.published + (long) (within * content.durationMs));
    }
    int bin = draws.pick(bins, bins.length);
    double within = (bin + draws.uniform()) / bins.length;
    return Math.min(latest - 1, content.published + (long) (within * (latest - content.published)));
  }

  /** Moments of the further tips that one at {@code at} brings. */
  long[] echoes(long at, Draws draws) {
    int count = draws.count(law.excited());
    long[] moments = new long[count];
    Arrays.setAll(moments, i -> at + 1 + (long) draws.exponential(150_000));
    return Arrays.stream(moments).filter(moment -> moment < latest).toArray();
  }

  /** Whether {@code at} lies within the stream. */
  boolean covers(long at) {
    return at >= content.published && at < content.published + content.durationMs;
  }
}
