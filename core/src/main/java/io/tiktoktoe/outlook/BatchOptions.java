package io.tiktoktoe.outlook;

import io.tiktoktoe.work.Progress;
import java.util.List;
import java.util.function.Predicate;

/**
 * Options of a batch forecast of independent series.
 *
 * @param steps how many steps ahead, 1 to {@link PredictionContext#MAX_STEPS}
 * @param periods lengths of the seasons in steps, such as 24 and 168; empty for none
 * @param sign whether values can fall below zero
 * @param seed of every random draw
 * @param threads how many threads work, at least 1; the answer does not depend on it
 * @param members which members take part, by the names that answers carry; for ablations
 * @param boostingAlone whether boosting answers by itself where it can, the other members only
 *     being what it corrects; for ablations
 * @param progress hears of progress and may cancel
 */
public record BatchOptions(
    int steps,
    List<Integer> periods,
    Sign sign,
    long seed,
    int threads,
    Predicate<String> members,
    boolean boostingAlone,
    Progress progress) {

  /** Whether values can fall below zero. */
  public enum Sign {
    /** Never below zero if the series' history never was. */
    AS_HISTORY,
    /** Never below zero. */
    NON_NEGATIVE,
    /** Any value. */
    ANY
  }

  public BatchOptions {
    if (steps < 1 || steps > PredictionContext.MAX_STEPS) {
      throw new IllegalArgumentException(
          "horizon (%d steps) must be between 1 and %d."
              .formatted(steps, PredictionContext.MAX_STEPS));
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads (" + threads + ") must be at least 1.");
    }
    periods = periods.stream().distinct().sorted().toList();
    periods = periods.equals(List.of(1)) ? List.of() : periods;
    for (int period : periods) {
      if (period < 2) {
        throw new IllegalArgumentException(
            "period (%d) must be at least 2 steps, or 1 alone for no season.".formatted(period));
      }
    }
  }

  /** This many steps ahead with these seasons, one thread, silent, seed 0. */
  public static BatchOptions of(int steps, List<Integer> periods) {
    return new BatchOptions(
        steps, periods, Sign.AS_HISTORY, 0, 1, name -> true, false, Progress.SILENT);
  }

  /** The same with this rule for values below zero. */
  public BatchOptions withSign(Sign newSign) {
    return new BatchOptions(
        steps, periods, newSign, seed, threads, members, boostingAlone, progress);
  }

  /** The same with this seed. */
  public BatchOptions withSeed(long newSeed) {
    return new BatchOptions(
        steps, periods, sign, newSeed, threads, members, boostingAlone, progress);
  }

  /** The same on this many threads. */
  public BatchOptions withThreads(int newThreads) {
    return new BatchOptions(
        steps, periods, sign, seed, newThreads, members, boostingAlone, progress);
  }

  /** The same with only the members whose name is accepted. */
  public BatchOptions withMembers(Predicate<String> newMembers) {
    return new BatchOptions(
        steps, periods, sign, seed, threads, newMembers, boostingAlone, progress);
  }

  /** The same with boosting answering by itself where it can. */
  public BatchOptions withBoostingAlone() {
    return new BatchOptions(steps, periods, sign, seed, threads, members, true, progress);
  }

  /** The same that reports here. */
  public BatchOptions withProgress(Progress newProgress) {
    return new BatchOptions(
        steps, periods, sign, seed, threads, members, boostingAlone, newProgress);
  }
}
