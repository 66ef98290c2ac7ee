package io.tiktoktoe.privacy.question;

/**
 * Contribution bounds: how much of one person enters a statistic at most, before anything is added
 * up.
 *
 * @param partitions in how many partitions (cells) a person counts; which, if there are more, is
 *     drawn by a secret key
 * @param events how many events of a person count in each partition
 * @param lowest what a person's amount in a partition is raised to
 * @param highest what a person's amount in a partition is lowered to; above {@code lowest}
 * @param adaptive whether a part of the budget chooses a lower {@code highest} by the data
 */
public record ContributionBounds(
    int partitions, int events, long lowest, long highest, boolean adaptive) {

  /** Amounts beyond this would not leave room for noise in 64 bits. */
  public static final long MOST_AMOUNT = 1L << 40;

  private static final int MOST_PARTITIONS = 10_000;

  private static final int MOST_EVENTS = 1_000_000;

  public ContributionBounds {
    requireBetween("partitions", partitions, 1, MOST_PARTITIONS);
    requireBetween("events", events, 1, MOST_EVENTS);
    requireBetween("lowest", lowest, -MOST_AMOUNT, MOST_AMOUNT);
    requireBetween("highest", highest, -MOST_AMOUNT, MOST_AMOUNT);
    if (lowest >= highest) {
      throw new IllegalArgumentException(
          "lowest (%d) must be below highest (%d). Maybe swap them.".formatted(lowest, highest));
    }
    if (adaptive && lowest != 0) {
      throw new IllegalArgumentException(
          "lowest (%d) must be 0 where the data choose the highest.".formatted(lowest));
    }
  }

  /** A person counts once in so many partitions. */
  public static ContributionBounds people(int partitions) {
    return new ContributionBounds(partitions, 1, 0, 1, false);
  }

  /** A person counts with so many events in so many partitions. */
  public static ContributionBounds events(int partitions, int events) {
    return new ContributionBounds(partitions, events, 0, 1, false);
  }

  /** A person's amount in each of so many partitions is clamped. */
  public static ContributionBounds amounts(int partitions, long lowest, long highest) {
    return new ContributionBounds(partitions, 1, lowest, highest, false);
  }

  /** A person's amount is clamped between 0 and a bound that the data choose, at most this. */
  public static ContributionBounds adaptive(int partitions, long highest) {
    return new ContributionBounds(partitions, 1, 0, highest, true);
  }

  private static void requireBetween(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s (%d) must lie between %d and %d.".formatted(name, value, least, most));
    }
  }
}
