package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.risk.exposure.ShockRisk.Kind;
import io.tiktoktoe.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Common break detection in a panel: at each week the change of the median logarithm from the
 * {@value #SIDE} weeks before ({@value #PAY_SIDE} for pay) to as many after it, its median over
 * creators on one platform, less the same of the other platforms, so that a season or the world's
 * mood is no break. A break is the largest such change of its surroundings that is above three
 * robust deviations of all weeks, three standard errors of that week's median, and a tenth. What is
 * left of one creator after the common change is their own.
 */
final class ShockLearning {

  /** Fewer views in a week tell no level. */
  static final double LEAST_VIEWS = 20;

  /** Weeks on each side of a break. */
  private static final int SIDE = 4;

  /** The same for pay, which comes in few and uneven payments. */
  private static final int PAY_SIDE = 8;

  /** Fewer creators are no common history, and would say too much of each. */
  private static final int LEAST_CREATORS = 5;

  /** Logarithm of the smallest common fall that counts: by a tenth. */
  static final double LEAST_FALL = -Math.log(0.9);

  /** A creator's own advertising for each view that falls by half or more for weeks. */
  static final double OWN_FALL = Math.log(2);

  /** How probable it may be that one week's change is chance: there are many weeks and creators. */
  private static final double CHANCE = 0.0001;

  /** No change of a median is known better. */
  private static final double LEAST_ERROR = 0.02;

  private static final double CONSISTENT = 1.4826;

  /** Standard error of a median by that of a mean, for normal values: the root of half of pi. */
  private static final double MEDIAN_ERROR = 1.2533;

  private static final double WEEKS = 365.25 / 7;

  /**
   * A fall that was seen.
   *
   * @param change of the logarithm, below 0
   * @param error standard error of it
   */
  record Fall(double change, double error) {}

  /**
   * What was found.
   *
   * @param kind what fell
   * @param source where; empty for creators' own
   * @param least how deep a fall had to be to count, of each week watched
   * @param errors standard errors of the changes of the same weeks
   */
  @SuppressWarnings("ArrayRecordComponent") // Only read, inside the package.
  record Found(Kind kind, String source, List<Fall> falls, double[] least, double[] errors) {

    /** Falls less those that chance alone is expected to show. */
    double likely() {
      return Math.max(0, falls.size() - CHANCE * least.length);
    }

    /** Years watched. */
    double years() {
      return least.length / WEEKS;
    }
  }

  private final List<ShockTrack> tracks;
  private final int first;
  private final int end;

  ShockLearning(List<ShockTrack> tracks) {
    this.tracks = tracks;
    this.first = tracks.stream().mapToInt(track -> track.firstWeek()).min().orElse(0);
    this.end = tracks.stream().mapToInt(ShockTrack::endWeek).max().orElse(0);
  }

  /** By kind and platform; only platforms with enough creators. */
  List<Found> found() {
    List<Found> all = new ArrayList<>();
    Map<String, List<ShockTrack>> platforms = new TreeMap<>();
    tracks.forEach(
        track -> platforms.computeIfAbsent(track.source(), name -> new ArrayList<>()).add(track));
    for (Kind kind : List.of(Kind.ALGORITHM, Kind.POLICY)) {
      Map<String, Common> common = new TreeMap<>();
      platforms.forEach((source, members) -> common.put(source, common(members, kind)));
      commonFalls(kind, common, all);
    }
    own(platforms, all);
    return all;
  }

  /** Median changes of each week over creators with their standard errors, NaN where too few. */
  private record Common(double[] medians, double[] errors) {}

  private Common common(List<ShockTrack> members, Kind kind) {
    double[][] changes = members.stream().map(one -> changes(one, kind)).toArray(double[][]::new);
    double[] medians = new double[end - first];
    double[] spreads = new double[medians.length];
    double[] roots = new double[medians.length];
    for (int week = 0; week < medians.length; week++) {
      int at = week;
      double[] told =
          Arrays.stream(changes)
              .mapToDouble(one -> one[at])
              .filter(change -> !Double.isNaN(change))
              .toArray();
      double median = told.length < LEAST_CREATORS ? Double.NaN : Quantiles.median(told);
      medians[week] = median;
      double[] apart = Arrays.stream(told).map(one -> one - median).toArray();
      spreads[week] = Double.isNaN(median) ? Double.NaN : spread(apart);
      roots[week] = Math.sqrt(told.length);
    }
    // How far a few creators lie apart in one week is chance itself: all weeks tell it.
    double[] known = Arrays.stream(spreads).filter(one -> !Double.isNaN(one)).toArray();
    double usual = known.length == 0 ? Double.NaN : Quantiles.median(known);
    double[] errors =
        Arrays.stream(roots)
            .map(root -> Math.max(LEAST_ERROR, MEDIAN_ERROR * usual / Math.max(1, root)))
            .toArray();
    return new Common(medians, errors);
  }

  /** Mean logarithm of the weeks from one on less that of the weeks before; NaN where unknown. */
  private double[] changes(ShockTrack track, Kind kind) {
    double[] changes = new double[end - first];
    for (int week = first; week < end; week++) {
      double before = level(track, kind, week - side(kind));
      changes[week - first] = level(track, kind, week) - before;
    }
    return changes;
  }

  private static int side(Kind kind) {
    return kind == Kind.ALGORITHM ? SIDE : PAY_SIDE;
  }

  private static double level(ShockTrack track, Kind kind, int from) {
    double[] known = new double[side(kind)];
    int count = 0;
    for (int week = from; week < from + known.length; week++) {
      double value = kind == Kind.ALGORITHM ? track.views(week) : track.pay(week);
      if (!Double.isNaN(value)) {
        known[count++] = Math.log(value);
      }
    }
    return count >= known.length * 3 / 4
        ? Quantiles.median(Arrays.copyOf(known, count))
        : Double.NaN;
  }

  /**
   * Falls of one kind on all platforms. How far chance goes beyond what creators lie apart is the
   * same on all of them, as far as is known: three times as many weeks tell it better.
   */
  private static void commonFalls(Kind kind, Map<String, Common> platforms, List<Found> into) {
    Map<String, Common> alone = new TreeMap<>();
    platforms.forEach((source, own) -> alone.put(source, alone(source, own, platforms)));
    double[] studentised =
        alone.values().stream()
            .flatMapToDouble(
                one ->
                    IntStream.range(0, one.medians().length)
                        .mapToDouble(week -> one.medians()[week] / one.errors()[week]))
            .toArray();
    double beyond = Math.max(1, spread(studentised));
    double deep = beyond * deviations(studentised, side(kind), CHANCE);
    alone.forEach(
        (source, one) -> {
          double[] errors = Arrays.stream(one.errors()).map(error -> beyond * error).toArray();
          double[] least =
              Arrays.stream(one.errors())
                  .map(error -> Math.max(LEAST_FALL, deep * error))
                  .toArray();
          List<Fall> falls = new ArrayList<>();
          List<double[]> watched = watched(one.medians(), least, errors, side(kind), falls);
          if (!watched.isEmpty()) {
            into.add(found(kind, source, falls, watched));
          }
        });
  }

  /** Changes of one platform less those of the others. */
  private static Common alone(String source, Common own, Map<String, Common> platforms) {
    double[] alone = own.medians().clone();
    for (int week = 0; week < alone.length; week++) {
      int at = week;
      double[] others =
          platforms.entrySet().stream()
              .filter(entry -> !entry.getKey().equals(source))
              .mapToDouble(entry -> entry.getValue().medians()[at])
              .filter(change -> !Double.isNaN(change))
              .toArray();
      alone[week] -= others.length >= 2 ? Quantiles.median(others) : 0;
    }
    return new Common(alone, own.errors());
  }

  private static Found found(Kind kind, String source, List<Fall> falls, List<double[]> watched) {
    return new Found(
        kind,
        source,
        List.copyOf(falls),
        watched.stream().mapToDouble(week -> week[0]).toArray(),
        watched.stream().mapToDouble(week -> week[1]).toArray());
  }

  /**
   * Adds the falls of a series of changes and gives what counts and the error of each known week.
   * Chance lifts as often as it lowers, so a fall counts only when it is deeper than every rise of
   * the same series is high: whatever the tails of chance are like.
   */
  private static List<double[]> watched(
      double[] changes, double[] least, double[] errors, int side, List<Fall> into) {
    double highest = 0;
    for (double change : changes) {
      highest = Double.isNaN(change) ? highest : Math.max(highest, change);
    }
    List<double[]> watched = new ArrayList<>();
    for (int week = 0; week < changes.length; week++) {
      double deep = Math.max(least[week], highest);
      if (!Double.isNaN(changes[week])) {
        watched.add(new double[] {deep, errors[week]});
      }
      if (changes[week] <= -deep && isLowest(changes, week, side)) {
        into.add(new Fall(changes[week], errors[week]));
      }
    }
    return watched;
  }

  /** How deep a creator's own fall must be. */
  private static double least(double[] alone) {
    return Math.max(OWN_FALL, spread(alone) * deviations(alone, PAY_SIDE, CHANCE));
  }

  /**
   * How many deviations deep chance goes with this probability in one week: Student's quantile,
   * since the spread of changes is known only from as many as do not overlap.
   */
  private static double deviations(double[] changes, int side, double probability) {
    long known = Arrays.stream(changes).filter(one -> !Double.isNaN(one)).count();
    return TDistribution.of(Math.max(1, known / (2.0 * side)))
        .inverseSurvivalProbability(probability);
  }

  /** Robust standard deviation around 0. */
  private static double spread(double[] changes) {
    double[] known =
        Arrays.stream(changes).filter(one -> !Double.isNaN(one)).map(Math::abs).toArray();
    return known.length == 0 ? Double.NaN : CONSISTENT * Quantiles.median(known);
  }

  private static boolean isLowest(double[] changes, int week, int side) {
    for (int other = Math.max(0, week - side);
        other <= Math.min(changes.length - 1, week + side);
        other++) {
      boolean lower = changes[other] < changes[week];
      // Of equal ones the first counts, so that a fall is counted once.
      if (lower || (other < week && changes[other] == changes[week])) {
        return false;
      }
    }
    return true;
  }

  /** Falls of advertising for each view that one creator has alone. */
  private void own(Map<String, List<ShockTrack>> platforms, List<Found> into) {
    List<Fall> falls = new ArrayList<>();
    List<double[]> watched = new ArrayList<>();
    Set<Long> creators = new HashSet<>();
    for (List<ShockTrack> members : platforms.values()) {
      double[] common = common(members, Kind.POLICY).medians();
      for (ShockTrack member : members) {
        double[] alone = changes(member, Kind.POLICY);
        for (int week = 0; week < alone.length; week++) {
          alone[week] -= common[week];
        }
        double[] least = new double[alone.length];
        double[] errors = new double[alone.length];
        Arrays.fill(least, least(alone));
        Arrays.fill(errors, Math.max(LEAST_ERROR, spread(alone)));
        List<double[]> weeks = watched(alone, least, errors, PAY_SIDE, falls);
        watched.addAll(weeks);
        if (!weeks.isEmpty()) {
          creators.add(member.creator());
        }
      }
    }
    if (creators.size() >= LEAST_CREATORS) {
      into.add(found(Kind.DEMONETISATION, "", falls, watched));
    }
  }
}
