package io.tiktoktoe.revenue.pattern;

import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.insight.Contribution;
import io.tiktoktoe.revenue.insight.Dimension;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Root cause analysis of an anomaly: finds which groups made a deviation from the expected.
 *
 * <p>Method, after Adtributor (Bhagwan et al. 2014): what each group usually brings in the same
 * local hours of the weeks before, scaled to the expected total, is compared with what it brought;
 * differences add up to the deviation. A group's surprise is its term of the Jensen-Shannon
 * divergence between the usual and the actual shares. A dimension tells something when its
 * divergence, times the income, exceeds that of each week before, and its leading group is a cause
 * when it makes two thirds of the deviation (Adtributor's threshold); the search goes on inside
 * that group.
 */
final class AnomalyCause {

  private static final double EXPLAINS = 2.0 / 3;
  private static final int MOST_BASELINES = 8;
  private static final int LEAST_BASELINES = 3;
  private static final int MOST_GROUPS = 8;

  private final Cells cells;
  private final ZoneId zone;
  private final List<Cells.Slice> baselines;
  private final Cells.Slice window;

  /** Looks at a stretch of time and at the same local hours before it. */
  AnomalyCause(Cells cells, ZoneId zone, Instant from, Instant to) {
    this.cells = cells;
    this.zone = zone;
    window = new Cells.Slice(cells.from(from), cells.from(to));
    baselines = baselines(from, to);
  }

  /** What made a deviation. */
  record Finding(List<Contribution> cause, List<Contribution> contributions) {}

  /** Same hours of the eight weeks before; of the days before when there are less than three. */
  private List<Cells.Slice> baselines(Instant from, Instant to) {
    List<Cells.Slice> weekly = shifted(from, to, 7);
    return weekly.size() >= LEAST_BASELINES ? weekly : shifted(from, to, 1);
  }

  private List<Cells.Slice> shifted(Instant from, Instant to, int days) {
    List<Cells.Slice> slices = new ArrayList<>();
    long first = cells.size == 0 ? Long.MAX_VALUE : cells.second[0];
    for (int back = 1; back <= MOST_BASELINES; back++) {
      Instant start = from.atZone(zone).minusDays((long) back * days).toInstant();
      Instant end = to.atZone(zone).minusDays((long) back * days).toInstant();
      if (start.getEpochSecond() < first) {
        break;
      }
      slices.add(new Cells.Slice(cells.from(start), cells.from(end)));
    }
    return slices;
  }

  /**
   * Splits what a scope brought beyond the expectation.
   *
   * @param scope which cells count
   * @param expected net income that was expected of them
   * @param open dimensions to look into
   */
  Finding find(IntPredicate scope, double expected, Set<Dimension> open) {
    List<Split> splits = new ArrayList<>();
    for (Dimension dimension : open) {
      splits.add(split(dimension, scope, expected));
    }
    splits.sort(Comparator.comparingDouble((Split split) -> -split.divergence));
    List<Contribution> contributions = new ArrayList<>();
    for (Split split : splits) {
      contributions.addAll(listed(split));
    }
    return new Finding(cause(scope, expected, open), contributions);
  }

  private List<Contribution> cause(IntPredicate scope, double expected, Set<Dimension> open) {
    List<Contribution> cause = new ArrayList<>();
    Set<Dimension> left = EnumSet.copyOf(open);
    IntPredicate inside = scope;
    double still = expected;
    while (!left.isEmpty()) {
      Split best = null;
      for (Dimension dimension : left) {
        Split split = split(dimension, inside, still);
        boolean tells = split.unusual && split.leading().share() >= EXPLAINS;
        if (tells && (best == null || split.divergence > best.divergence)) {
          best = split;
        }
      }
      if (best == null) {
        break;
      }
      cause.add(best.leading());
      int[] codes = cells.codes(best.dimension);
      int group = best.leadingGroup();
      IntPredicate outer = inside;
      inside = at -> codes[at] == group && outer.test(at);
      still = best.leading().expected();
      left.remove(best.dimension);
    }
    return cause;
  }

  /** A deviation by the groups of one dimension. */
  private record Split(
      Dimension dimension, List<Contribution> groups, double divergence, boolean unusual) {

    int leadingGroup() {
      int best = 0;
      for (int group = 1; group < groups.size(); group++) {
        if (groups.get(group).share() > groups.get(best).share()) {
          best = group;
        }
      }
      return best;
    }

    Contribution leading() {
      return groups.get(leadingGroup());
    }
  }

  private Split split(Dimension dimension, IntPredicate scope, double expected) {
    int groups = cells.groups(dimension);
    long[] actual = net(dimension, window, scope);
    double[][] before = new double[baselines.size()][];
    double[] usual = new double[groups];
    for (int back = 0; back < before.length; back++) {
      before[back] = toDouble(net(dimension, baselines.get(back), scope));
      for (int group = 0; group < groups; group++) {
        usual[group] += before[back][group] / before.length;
      }
    }
    double[] scaled = scale(usual, expected);
    double[] came = toDouble(actual);
    double[] surprise = surprise(scaled, came);
    double deviation = sum(came) - expected;
    List<Contribution> contributions = new ArrayList<>(groups);
    for (int group = 0; group < groups; group++) {
      double own = came[group] - scaled[group];
      contributions.add(
          new Contribution(
              dimension,
              cells.name(dimension, group),
              actual[group],
              scaled[group],
              deviation == 0 ? 0 : own / deviation,
              surprise[group]));
    }
    double divergence = sum(surprise);
    boolean unusual = unusual(before, divergence * positive(came));
    return new Split(dimension, contributions, divergence, unusual);
  }

  /**
   * Whether the shares moved further than in each stretch before, judged against the others. Shares
   * of much income vary less, so that divergence is weighed with it, as in a G-test.
   */
  private static boolean unusual(double[][] before, double weighed) {
    if (before.length < LEAST_BASELINES) {
      return false;
    }
    for (int left = 0; left < before.length; left++) {
      double[] others = new double[before[left].length];
      for (int back = 0; back < before.length; back++) {
        for (int group = 0; back != left && group < others.length; group++) {
          others[group] += before[back][group];
        }
      }
      if (sum(surprise(others, before[left])) * positive(before[left]) >= weighed) {
        return false;
      }
    }
    return weighed > 0;
  }

  /** The usual amounts in proportion, so that they add up to what was expected of all. */
  private static double[] scale(double[] usual, double expected) {
    double total = sum(usual);
    double[] scaled = new double[usual.length];
    for (int group = 0; group < usual.length; group++) {
      if (total > 0 && expected >= 0) {
        scaled[group] = usual[group] * expected / total;
      } else {
        scaled[group] = usual[group] + (expected - total) / usual.length;
      }
    }
    return scaled;
  }

  /** Terms of the Jensen-Shannon divergence between the shares of two lists of amounts, in nats. */
  private static double[] surprise(double[] usual, double[] came) {
    double usualTotal = positive(usual);
    double cameTotal = positive(came);
    double[] surprise = new double[usual.length];
    if (usualTotal == 0 || cameTotal == 0) {
      return surprise;
    }
    for (int group = 0; group < usual.length; group++) {
      double p = Math.max(0, usual[group]) / usualTotal;
      double q = Math.max(0, came[group]) / cameTotal;
      surprise[group] = (term(p, p + q) + term(q, p + q)) / 2;
    }
    return surprise;
  }

  private static double term(double share, double both) {
    return share == 0 ? 0 : share * Math.log(2 * share / both);
  }

  private long[] net(Dimension dimension, Cells.Slice slice, IntPredicate scope) {
    long[] net = new long[cells.groups(dimension)];
    int[] codes = cells.codes(dimension);
    for (int at = slice.from(); at < slice.to(); at++) {
      if (scope.test(at)) {
        net[codes[at]] = Math.addExact(net[codes[at]], cells.net[at]);
      }
    }
    return net;
  }

  /** The largest contributions of a dimension; what is left is one more, so that all add up. */
  private static List<Contribution> listed(Split split) {
    List<Contribution> sorted =
        split.groups.stream()
            .filter(one -> one.actual() != 0 || one.expected() != 0)
            .sorted(
                Comparator.comparingDouble((Contribution one) -> -Math.abs(one.deviation()))
                    .thenComparing(Contribution::group))
            .toList();
    if (sorted.size() <= MOST_GROUPS) {
      return sorted;
    }
    List<Contribution> listed = new ArrayList<>(sorted.subList(0, MOST_GROUPS));
    List<Contribution> others = sorted.subList(MOST_GROUPS, sorted.size());
    listed.add(
        new Contribution(
            split.dimension,
            others.size() + " other groups",
            others.stream().mapToLong(Contribution::actual).reduce(0, Math::addExact),
            others.stream().mapToDouble(Contribution::expected).sum(),
            others.stream().mapToDouble(Contribution::share).sum(),
            others.stream().mapToDouble(Contribution::surprise).sum()));
    return listed;
  }

  private static double[] toDouble(long[] values) {
    double[] doubles = new double[values.length];
    for (int at = 0; at < values.length; at++) {
      doubles[at] = values[at];
    }
    return doubles;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double positive(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += Math.max(0, value);
    }
    return sum;
  }
}
