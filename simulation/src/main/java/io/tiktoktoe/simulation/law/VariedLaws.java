package io.tiktoktoe.simulation.law;

import io.tiktoktoe.simulation.world.Campaigns;
import io.tiktoktoe.simulation.world.Climate;
import io.tiktoktoe.simulation.world.LevelPath;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random economies around a world: a seed draws how strong everything is together, from nearly calm
 * to harder than the world, and each mechanism's own strength about that. Which law holds in most
 * economies, and by how much they differ, is learned on these.
 */
final class VariedLaws {

  private final SplittableRandom random;
  private final double strength;

  private VariedLaws(long seed) {
    random = new SplittableRandom(977 * seed + 9_716_003);
    random.nextDouble();
    random.nextInt(12);
    strength = between(0.15, 1.25);
  }

  /** The laws of the economy of this seed. */
  static Laws of(Laws about, long seed) {
    return new VariedLaws(seed).vary(about);
  }

  private Laws vary(Laws about) {
    double[] z = new double[16];
    for (int i = 0; i < z.length; i++) {
      z[i] = strength * between(0.6, 1.4);
    }
    double season = between(0, 1.3);
    double[] ads = Arrays.stream(about.adSeason()).map(one -> Math.pow(one, season)).toArray();
    return new Laws(
        about.sizeSigma() * between(0.6, 1.1),
        about.perFanDay(),
        levels(about.levels(), z),
        climate(about.climate(), z),
        fans(about.fans(), z),
        shows(about.shows(), z),
        tips(about.tips()),
        new Campaigns.Law(
            about.campaigns().perYear() * between(0, 2),
            1 + (about.campaigns().lift() - 1) * z[14]),
        about.contents(),
        about.memberships(),
        about.prices(),
        about.couriers(),
        ads,
        about.paperwork());
  }

  private LevelPath.Law levels(LevelPath.Law law, double[] z) {
    return new LevelPath.Law(
        law.quarterly() * z[0],
        law.momentumDays() * Math.exp(between(-1, 0.7)),
        law.reversionDays() * Math.exp(between(-1, 1)),
        law.hiatusesPerYear() * z[1] * between(0, 1.5),
        law.deathsPerYear() * z[2] * between(0, 1.5),
        law.births() * between(0.5, 2));
  }

  private Climate.Law climate(Climate.Law law, double[] z) {
    return new Climate.Law(
        law.world() * z[3],
        law.platform() * z[4],
        law.niche() * z[5],
        law.giving() * z[6],
        between(0.4, 0.9),
        law.breaksPerYear() * z[7]);
  }

  private FanLaw fans(FanLaw law, double[] z) {
    return new FanLaw(
        law.hazard() * between(0.5, 1.3),
        law.shape() * between(0.8, 1.8),
        law.common() * z[8],
        law.drift() * z[9],
        law.driftDays(),
        law.clump() * between(0.8, 2.5),
        law.lapsesPerYear() * z[10],
        law.changesPerYear() * z[11],
        law.homophily(),
        law.informative(),
        law.ownClocks());
  }

  private LiveShowLaw shows(LiveShowLaw law, double[] z) {
    return new LiveShowLaw(
        law.hype() * z[12],
        law.bins(),
        law.excited() * between(0.5, 1.2),
        law.goals() * between(0.3, 1.2),
        1 + (law.finale() - 1) * z[13]);
  }

  private TipLaw tips(TipLaw law) {
    return new TipLaw(
        law.often(),
        law.menu(),
        law.tail() * between(0.3, 1.3),
        law.exponent() + between(-0.1, 0.6));
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
