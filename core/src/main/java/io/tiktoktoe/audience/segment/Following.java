package io.tiktoktoe.audience.segment;

import io.tiktoktoe.audience.segment.SegmentModel.Centre;
import io.tiktoktoe.audience.segment.SegmentModel.ScaledFeature;
import io.tiktoktoe.audience.segment.SegmentUpdate.Drift;
import io.tiktoktoe.audience.segment.SegmentUpdate.Outcome;
import io.tiktoktoe.stats.cluster.ClusterCount.Candidate;
import io.tiktoktoe.stats.cluster.MicroClusters;
import io.tiktoktoe.stats.cluster.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Follows segments from one day to the next. */
final class Following {

  /** A fan moves when another centre is nearer by this factor: hysteresis. */
  private static final double NEARER = 0.8;

  /** How much greater the sum of squares may be than within segments made anew. */
  private static final double MISFIT = 0.1;

  private final FeatureTable fans;
  private final SegmentModel before;
  private final int[] numbersBefore;
  private final Points points;

  private Following(FeatureTable fans, SegmentModel before, int[] numbersBefore) {
    this.fans = fans;
    this.before = before;
    this.numbersBefore = numbersBefore;
    points = FeatureScales.apply(fans, before.columns());
  }

  static SegmentUpdate update(
      FeatureTable fans,
      Optional<SegmentModel> before,
      int[] numbersBefore,
      SegmentOptions options,
      Segments anew) {
    if (before.isEmpty() || !names(before.get()).equals(names(anew.model()))) {
      List<Integer> made = anew.segments().stream().map(FanSegment::number).toList();
      return new SegmentUpdate(
          anew, Outcome.FIRST, 0, 0, List.of(), List.of(), made, OptionalDouble.empty());
    }
    return new Following(fans, before.get(), numbersBefore).update(options.segments(), anew);
  }

  private static List<String> names(SegmentModel model) {
    return model.columns().stream().map(ScaledFeature::feature).toList();
  }

  private SegmentUpdate update(OptionalInt asked, Segments anew) {
    int[] kept = kept();
    int segments = before.centres().size();
    int[] numbers = before.centres().stream().mapToInt(Centre::number).toArray();
    double misfit = misfit(kept, segments, anew);
    boolean empty = Arrays.stream(kept).distinct().count() < segments;
    if (empty || misfit > MISFIT || asked.orElse(segments) != segments) {
      return madeAnew(anew, misfit);
    }
    Candidate judged =
        new Candidate(segments, 0, 0, anew.quality().silhouette(), anew.quality().stability());
    Segments today =
        Segmentation.answer(fans, before.columns(), points, kept, numbers, judged)
            .with(
                anew.count(),
                anew.dendrogram().filter(tree -> anew.exact()),
                Arrays.stream(kept).map(at -> numbers[at]).toArray(),
                anew.exact());
    return told(today, Outcome.KEPT, misfit);
  }

  /** The place, among the centres of before, of each fan's segment. */
  private int[] kept() {
    List<Centre> centres = before.centres();
    int[] kept = new int[fans.rows()];
    for (int fan = 0; fan < kept.length; fan++) {
      int nearest = 0;
      double least = Double.POSITIVE_INFINITY;
      double own = Double.POSITIVE_INFINITY;
      int had = -1;
      for (int at = 0; at < centres.size(); at++) {
        double distance = distance(fan, centres.get(at));
        if (distance < least) {
          least = distance;
          nearest = at;
        }
        if (centres.get(at).number() == numbersBefore[fan]) {
          own = distance;
          had = at;
        }
      }
      kept[fan] = had >= 0 && least >= NEARER * own ? had : nearest;
    }
    return kept;
  }

  private double distance(int fan, Centre centre) {
    double sum = 0;
    for (int column = 0; column < points.columns(); column++) {
      double difference = points.value(fan, column) - centre.place().get(column);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  private double misfit(int[] kept, int segments, Segments anew) {
    int[] fresh = Arrays.stream(anew.numbers()).map(number -> number - 1).toArray();
    double best = MicroClusters.within(points, fresh, anew.segments().size());
    double ours = MicroClusters.within(points, kept, segments);
    return best > 0 ? ours / best - 1 : ours > 0 ? Double.POSITIVE_INFINITY : 0;
  }

  /** Segments made anew, under the numbers of those of before whose fans they took over. */
  private SegmentUpdate madeAnew(Segments anew, double misfit) {
    int[] old = before.centres().stream().mapToInt(Centre::number).toArray();
    int[] names = SegmentMatching.names(anew.numbers(), anew.segments().size(), numbersBefore, old);
    int[] numbers = Arrays.stream(anew.numbers()).map(number -> names[number - 1]).toArray();
    List<FanSegment> segments =
        anew.segments().stream()
            .map(
                one ->
                    new FanSegment(
                        names[one.number() - 1],
                        one.fans(),
                        one.share(),
                        one.medians(),
                        one.traits()))
            .sorted(Comparator.comparingInt(FanSegment::number))
            .toList();
    List<Centre> centres =
        anew.model().centres().stream()
            .map(centre -> new Centre(names[centre.number() - 1], centre.place()))
            .sorted(Comparator.comparingInt(Centre::number))
            .toList();
    Segments today =
        new Segments(
            numbers,
            segments,
            anew.quality(),
            anew.count(),
            anew.dendrogram(),
            Arrays.stream(anew.leafNumbers())
                .map(number -> number > 0 ? names[number - 1] : 0)
                .toArray(),
            anew.exact(),
            anew.missing(),
            new SegmentModel(anew.model().columns(), centres));
    return told(today, Outcome.MADE_ANEW, misfit);
  }

  private SegmentUpdate told(Segments today, Outcome outcome, double misfit) {
    Set<Integer> old = new HashSet<>(before.centres().stream().map(Centre::number).toList());
    List<Integer> now = today.segments().stream().map(FanSegment::number).toList();
    int known = 0;
    int moved = 0;
    for (int fan = 0; fan < numbersBefore.length; fan++) {
      known += numbersBefore[fan] > 0 ? 1 : 0;
      moved += numbersBefore[fan] > 0 && numbersBefore[fan] != today.numbers()[fan] ? 1 : 0;
    }
    List<Integer> gone = old.stream().filter(number -> !now.contains(number)).sorted().toList();
    List<Integer> made = now.stream().filter(number -> !old.contains(number)).toList();
    return new SegmentUpdate(
        today, outcome, known, moved, drifts(today), gone, made, OptionalDouble.of(misfit));
  }

  /** By centres in the scaling of before. */
  private List<Drift> drifts(Segments today) {
    List<Drift> drifts = new ArrayList<>();
    for (Centre centre : before.centres()) {
      double[] mean = new double[points.columns()];
      int size = 0;
      int fansBefore = 0;
      int stayed = 0;
      for (int fan = 0; fan < numbersBefore.length; fan++) {
        boolean here = today.numbers()[fan] == centre.number();
        boolean was = numbersBefore[fan] == centre.number();
        fansBefore += was ? 1 : 0;
        stayed += was && here ? 1 : 0;
        size += here ? 1 : 0;
        for (int column = 0; here && column < mean.length; column++) {
          mean[column] += points.value(fan, column);
        }
      }
      if (size > 0) {
        double shift = shift(today.numbers(), centre, mean, size);
        drifts.add(new Drift(centre.number(), shift, fansBefore, stayed));
      }
    }
    return drifts;
  }

  private double shift(int[] numbers, Centre centre, double[] sums, int size) {
    double moved = 0;
    for (int column = 0; column < sums.length; column++) {
      double difference = sums[column] / size - centre.place().get(column);
      moved += difference * difference;
    }
    double squares = 0;
    for (int fan = 0; fan < numbers.length; fan++) {
      for (int column = 0; numbers[fan] == centre.number() && column < sums.length; column++) {
        double difference = points.value(fan, column) - sums[column] / size;
        squares += difference * difference;
      }
    }
    return moved == 0 ? 0 : Math.sqrt(moved / Math.max(squares / size, Double.MIN_NORMAL));
  }

  /** The means of scaled features of each segment, in ascending order of number. */
  static List<Centre> centres(Points points, int[] indexes, int[] numbers) {
    double[][] sums = new double[numbers.length][points.columns()];
    int[] sizes = new int[numbers.length];
    for (int row = 0; row < indexes.length; row++) {
      sizes[indexes[row]]++;
      for (int column = 0; column < points.columns(); column++) {
        sums[indexes[row]][column] += points.value(row, column);
      }
    }
    List<Centre> centres = new ArrayList<>();
    for (int cluster = 0; cluster < numbers.length; cluster++) {
      int size = sizes[cluster];
      centres.add(
          new Centre(
              numbers[cluster],
              Arrays.stream(sums[cluster]).map(sum -> sum / size).boxed().toList()));
    }
    centres.sort(Comparator.comparingInt(Centre::number));
    return centres;
  }
}
