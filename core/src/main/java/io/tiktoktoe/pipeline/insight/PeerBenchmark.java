package io.tiktoktoe.pipeline.insight;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.stats.Interval;
import java.util.List;
import java.util.Optional;

/**
 * Peer benchmark: how many creators of about the same number of views earn how much in tips per
 * thousand views, as a private release.
 *
 * @param period of the events
 * @param groups creators by views, fewest first
 * @param repeated whether it was released before
 */
public record PeerBenchmark(DateRange period, List<Group> groups, boolean repeated) {

  /** A group needs so many standard errors of noise in creators to be compared with. */
  private static final double SOLID = 5;

  public PeerBenchmark {
    groups = List.copyOf(groups);
  }

  /**
   * Creators with about as many views.
   *
   * @param views up to how many views they had; the last group's is the largest number
   * @param creators by tips per thousand views, least first
   */
  public record Group(long views, List<NoisyNumber> creators) {

    public Group {
      creators = List.copyOf(creators);
    }
  }

  /**
   * Where a creator stands.
   *
   * @param tipsPerThousand theirs, US dollars for a thousand views
   * @param peers about how many are like them
   * @param below share of these with less
   * @param interval holds that share, but for noise, with 95%
   */
  public record Standing(double tipsPerThousand, double peers, double below, Interval interval) {}

  /**
   * Where a creator stands among those with about as many views; empty where noise drowns them.
   *
   * @param cell place of the creator's own value among the cells
   */
  public Optional<Standing> standing(long views, double tipsPerThousand, int cell) {
    Group group =
        groups.stream().filter(one -> views <= one.views()).findFirst().orElse(groups.getLast());
    double all = group.creators().stream().mapToDouble(NoisyNumber::value).sum();
    double variance = group.creators().stream().mapToDouble(NoisyNumber::variance).sum();
    if (views == 0 || !(all > SOLID * Math.sqrt(variance))) {
      return Optional.empty();
    }
    double less = 0;
    double ofLess = 0;
    double common = 0;
    for (int at = 0; at <= cell; at++) {
      // Of those in the same cell half are taken to have less.
      double part = at < cell ? 1 : 0.5;
      less += part * group.creators().get(at).value();
      ofLess += part * part * group.creators().get(at).variance();
      common += part * group.creators().get(at).variance();
    }
    double share = Math.clamp(less / all, 0, 1);
    double error = Math.sqrt(ofLess - 2 * share * common + share * share * variance) / all;
    double reach = Interval.z(Interval.WIDE) * Math.max(error, 1 / all);
    return Optional.of(
        new Standing(
            tipsPerThousand,
            all,
            share,
            new Interval(
                Math.clamp(share - reach, 0, Math.max(0, 1 - reach)),
                Math.clamp(share + reach, Math.min(1, reach), 1),
                Interval.WIDE)));
  }
}
