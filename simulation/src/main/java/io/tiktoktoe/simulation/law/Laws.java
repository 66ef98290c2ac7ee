package io.tiktoktoe.simulation.law;

import io.tiktoktoe.simulation.delivery.Couriers;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.world.Campaigns;
import io.tiktoktoe.simulation.world.Climate;
import io.tiktoktoe.simulation.world.LevelPath;

/**
 * The laws of a world: the parameters of each mechanism. docs/methods/simulation.md says where they
 * come from.
 *
 * @param sizeSigma deviation of the logarithm of creators' sizes; 0 for a Pareto law that is cut
 * @param perFanDay measured deliveries per first fan and day
 * @param adSeason factor on what advertisers pay, by month
 * @param paperwork whether costs, rivals' prices, decisions and identities are told
 */
public record Laws(
    double sizeSigma,
    double perFanDay,
    LevelPath.Law levels,
    Climate.Law climate,
    FanLaw fans,
    LiveShowLaw shows,
    TipLaw tips,
    Campaigns.Law campaigns,
    LibraryLaw contents,
    MembershipLaw memberships,
    PriceLaw prices,
    Couriers.Law couriers,
    double[] adSeason,
    boolean paperwork) {

  private static final Laws KIND =
      new Laws(
          0,
          0.093,
          LevelPath.Law.CONSTANT,
          Climate.Law.NONE,
          FanLaw.TEXTBOOK,
          LiveShowLaw.SMOOTH,
          TipLaw.GAMMA,
          Campaigns.Law.NONE,
          LibraryLaw.INDEPENDENT,
          MembershipLaw.MONTHLY,
          PriceLaw.REDRAWN,
          Couriers.Law.PROMPT,
          new double[] {0.72, 0.82, 0.95, 0.95, 0.95, 1.0, 1.0, 1.0, 1.08, 1.08, 1.3, 1.4},
          false);

  private static final Laws HARD =
      new Laws(
          1.9,
          0.094,
          new LevelPath.Law(0.74, 75, 300, 0.2, 0.08, 0.15),
          new Climate.Law(0.4, 0.22, 0.22, 0.75, 0.65, 0.5),
          new FanLaw(3, 1.1, 0.65, 0.55, 90, 0.7, 0.8, 0.6, 0.6, true, true),
          new LiveShowLaw(0.8, 2, 0.3, 0.35, 9.5),
          new TipLaw(0.85, true, 0.022, 1.55),
          new Campaigns.Law(0.7, 7),
          new LibraryLaw(0.8, 1.22, 48, 0.25, 0.2, 0.02, 0.38, 0.8, 4),
          new MembershipLaw(0.07, 0.79, 0.16, 0.2, 0.01, 0.03, 0.02, 0.00022, 1),
          new PriceLaw(0.33, true, 2, 0.5, 0.3, 0.3, 0.5),
          new Couriers.Law(true),
          new double[] {0.62, 0.75, 0.88, 0.9, 0.95, 0.97, 0.95, 0.97, 1.05, 1.12, 1.45, 1.78},
          true);

  /** The laws of the world of these options. */
  public static Laws of(EconomyOptions options) {
    return switch (options.world()) {
      case KIND -> KIND;
      case HARD -> HARD;
      case VARIED -> VariedLaws.of(HARD, options.seed());
    };
  }
}
