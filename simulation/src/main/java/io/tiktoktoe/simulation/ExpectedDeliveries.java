package io.tiktoktoe.simulation;

import io.tiktoktoe.simulation.creator.Arrivals;
import io.tiktoktoe.simulation.creator.CreatorModel;
import io.tiktoktoe.simulation.law.Laws;
import io.tiktoktoe.simulation.world.Climate;
import io.tiktoktoe.simulation.world.LevelPath;
import io.tiktoktoe.simulation.world.Platform;
import io.tiktoktoe.simulation.world.Segment;

/**
 * How much of a creator's audience is there and acts, on average over the days, relative to the
 * first fans (a renewal equation): levels, moods and growth move who begins to follow, segments say
 * how long they stay and what they do.
 *
 * @param fans mean number of fans
 * @param acts mean of what they do, in units of what the first fans of a usual creator do
 * @param joins how many begin to follow in a day
 */
record ExpectedDeliveries(double fans, double acts, double joins) {

  /** Hazards of leaving by which a segment is represented, equally likely. */
  private static final int NODES = 4;

  /** Quartiles' middles of a Gamma distribution of mean 1 with shape 2, and with shape 1. */
  private static final double[] JOINING = {0.3046, 0.6795, 1.1530, 2.0985};

  private static final double[] STAYING = {0.1335, 0.4700, 0.9808, 2.0794};

  /** What a tip counts beside a view with all that follows from it. */
  private static final double TIP = 0.55;

  /** Spontaneous and caused tips per unit of a fan's rate. */
  private static final double TIPS = 1.4;

  private static final Segment[] SEGMENTS = Segment.values();

  static ExpectedDeliveries of(Laws laws, CreatorModel model, Climate climate, int days) {
    LevelPath path = LevelPath.of(laws.levels(), model.key(), days);
    double[] shares = platforms(model);
    double[] decays = new double[2 * SEGMENTS.length * NODES];
    double[] there = new double[decays.length];
    double[] arriving = new double[decays.length];
    double[] rates = new double[decays.length];
    fill(laws, model, decays, there, arriving, rates);
    double begin = path.born() == 0 ? 1 : Arrivals.LATE_START;
    for (int i = 0; i < there.length; i++) {
      there[i] *= begin;
    }
    double stay = 1 / laws.fans().meanStayDays() + model.growth();
    double fans = 0;
    double acts = 0;
    double joins = 0;
    for (int day = 0; day < days; day++) {
      double level = path.level(day);
      if (!path.lives(day)) {
        continue;
      }
      double mood = mood(model, climate, shares, day);
      double trend = Math.exp(model.growth() * (day - path.born()));
      double joining = Math.max(0.0002, stay) * trend * path.attraction(level) * mood;
      double activity = path.activity(level) * mood;
      for (int i = 0; i < there.length; i++) {
        there[i] += arriving[i] * joining - decays[i] * there[i];
        fans += there[i];
        acts += rates[i] * there[i] * activity;
      }
      joins += joining;
    }
    return new ExpectedDeliveries(fans / days, acts / days, joins / days);
  }

  /** Per node: its hazard, its share of the first fans and of those who join, what one does. */
  private static void fill(
      Laws laws,
      CreatorModel model,
      double[] decays,
      double[] there,
      double[] arriving,
      double[] rates) {
    double stays = 0;
    double does = 0;
    for (Segment segment : SEGMENTS) {
      stays += segment.share / segment.hazard;
      does += segment.share / segment.hazard * (segment.viewRate + TIP * TIPS * segment.tipRate);
    }
    double tips = TIP * TIPS * model.streams()[0];
    for (int i = 0; i < decays.length; i++) {
      boolean early = i < decays.length / 2;
      Segment segment = SEGMENTS[i / NODES % SEGMENTS.length];
      double hazard = segment.hazard * laws.fans().hazard();
      decays[i] =
          Math.min(1, early ? hazard / 2 * STAYING[i % NODES] : hazard * JOINING[i % NODES]);
      there[i] = early ? segment.share / segment.hazard / stays / NODES : 0;
      arriving[i] = early ? 0 : segment.share / NODES;
      rates[i] = (segment.viewRate + tips * segment.tipRate) * stays / does;
    }
  }

  private static double[] platforms(CreatorModel model) {
    double[] shares = new double[Platform.WATCHING];
    double all = model.platforms()[shares.length - 1];
    for (int p = 0; p < shares.length; p++) {
      shares[p] = (model.platforms()[p] - (p == 0 ? 0 : model.platforms()[p - 1])) / all;
    }
    return shares;
  }

  private static double mood(CreatorModel model, Climate climate, double[] shares, int day) {
    double mood = 0;
    for (int p = 0; p < shares.length; p++) {
      mood += shares[p] * climate.activity(p, model.niche(), day, model.sensitivity());
    }
    return mood;
  }
}
