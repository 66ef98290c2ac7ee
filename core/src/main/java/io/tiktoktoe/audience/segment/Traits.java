package io.tiktoktoe.audience.segment;

import io.tiktoktoe.audience.segment.Trait.Standing;
import io.tiktoktoe.stats.Quantiles;
import io.tiktoktoe.stats.RankCorrelation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What sets segments apart: the probability of superiority (Mann and Whitney 1947) of each segment
 * over the other fans, feature by feature.
 */
final class Traits {

  /** Fans that are looked at; of more every so-manieth. */
  private static final int SAMPLE = 100_000;

  /** How far the probability of superiority is from a half before it is told: .65 or .35. */
  private static final double TOLD = 0.3;

  /** Traits that a person can keep in mind. */
  private static final int MOST = 4;

  private final FeatureTable fans;
  private final int[] indexes;
  private final int segments;
  private final List<List<Trait>> traits = new ArrayList<>();
  private final double[][] medians;

  private Traits(FeatureTable fans, int[] indexes, int segments) {
    this.fans = fans;
    this.indexes = indexes;
    this.segments = segments;
    medians = new double[segments][fans.features().size()];
    for (int segment = 0; segment < segments; segment++) {
      traits.add(new ArrayList<>());
    }
  }

  /**
   * The segments with what sets them apart.
   *
   * @param indexes the segment of each fan, from 0
   * @param numbers of the segments
   */
  static List<FanSegment> of(FeatureTable fans, int[] indexes, int[] numbers) {
    Traits traits = new Traits(fans, indexes, numbers.length);
    for (int feature = 0; feature < fans.features().size(); feature++) {
      traits.look(feature);
    }
    int[] sizes = new int[numbers.length];
    for (int index : indexes) {
      sizes[index]++;
    }
    List<FanSegment> segments = new ArrayList<>();
    for (int segment = 0; segment < numbers.length; segment++) {
      segments.add(
          new FanSegment(
              numbers[segment],
              sizes[segment],
              (double) sizes[segment] / indexes.length,
              Arrays.stream(traits.medians[segment]).boxed().toList(),
              traits.strongest(segment)));
    }
    segments.sort(Comparator.comparingInt(FanSegment::number));
    return segments;
  }

  private List<Trait> strongest(int segment) {
    return traits.get(segment).stream()
        .sorted(Comparator.comparingDouble((Trait trait) -> -trait.strength()))
        .limit(MOST)
        .toList();
  }

  private void look(int feature) {
    double[] column = fans.column(feature);
    int stride = 1 + column.length / SAMPLE;
    int count = 0;
    double[] values = new double[column.length / stride + 1];
    int[] segmentOf = new int[values.length];
    for (int row = 0; row < column.length; row += stride) {
      if (!Double.isNaN(column[row])) {
        values[count] = column[row];
        segmentOf[count++] = indexes[row];
      }
    }
    double[] known = Arrays.copyOf(values, count);
    int[] theirs = Arrays.copyOf(segmentOf, count);
    double[] ranks = RankCorrelation.ranks(known);
    Side[] own = new Side[segments];
    Side[] others = new Side[segments];
    for (int segment = 0; segment < segments; segment++) {
      own[segment] = Side.of(known, theirs, segment, true);
      others[segment] = Side.of(known, theirs, segment, false);
      medians[segment][feature] = own[segment].median();
    }
    for (int segment = 0; segment < segments; segment++) {
      if (own[segment].size() > 0 && others[segment].size() > 0) {
        double superiority = superiority(ranks, theirs, segment, own[segment], others[segment]);
        add(segment, feature, own, others[segment], superiority);
      }
    }
  }

  private void add(int segment, int feature, Side[] own, Side others, double superiority) {
    if (Math.abs(2 * superiority - 1) < TOLD) {
      return;
    }
    Feature what = fans.features().get(feature);
    traits
        .get(segment)
        .add(
            new Trait(
                what.name(),
                what.group(),
                standing(segment, own, others, superiority),
                own[segment].median(),
                others.median(),
                own[segment].mean(),
                others.mean(),
                superiority));
  }

  private static Standing standing(int segment, Side[] own, Side others, double superiority) {
    double median = own[segment].median();
    boolean more = superiority > 0.5;
    if (more && others.median() == 0 && median > 0) {
      return Standing.ONLY;
    }
    if (!more && median == 0 && others.median() > 0) {
      return Standing.NONE;
    }
    boolean outermost = own.length > 2;
    for (int other = 0; other < own.length && outermost; other++) {
      double theirs = own[other].median();
      outermost =
          other == segment || own[other].size() == 0 || (more ? median > theirs : median < theirs);
    }
    if (more) {
      return outermost ? Standing.MOST : Standing.MORE;
    }
    return outermost ? Standing.LEAST : Standing.LESS;
  }

  private static double superiority(
      double[] ranks, int[] segmentOf, int segment, Side own, Side others) {
    double sum = 0;
    for (int at = 0; at < ranks.length; at++) {
      sum += segmentOf[at] == segment ? ranks[at] : 0;
    }
    double size = own.size();
    return (sum - size * (size + 1) / 2) / (size * others.size());
  }

  /** The fans of a segment, or all others. */
  private record Side(int size, double median, double mean) {

    static Side of(double[] values, int[] segmentOf, int segment, boolean inside) {
      double[] some = new double[values.length];
      int count = 0;
      for (int at = 0; at < values.length; at++) {
        if (segmentOf[at] == segment == inside) {
          some[count++] = values[at];
        }
      }
      if (count == 0) {
        return new Side(0, Double.NaN, Double.NaN);
      }
      double[] theirs = Arrays.copyOf(some, count);
      Arrays.sort(theirs);
      return new Side(
          count, Quantiles.ofSorted(theirs, 0.5), Arrays.stream(theirs).average().orElse(0));
    }
  }
}
