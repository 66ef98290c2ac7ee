package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.risk.exposure.ShockRisk.Kind;
import io.tiktoktoe.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Common break detection in a panel: at each week the change of the logarithm from the {@value
 * #SIDE} weeks before to the {@value #SIDE} weeks after it, its median over creators on one
 * platform, less the same of the other platforms, so that a season or the world's mood is no break.
 * A break is the largest such change of its surroundings that is above three robust deviations of
 * all weeks and above a tenth. What is left of one creator after the common change is their own.
 */
final class ShockLearning {

  /** Fewer views in a week tell no level. */
  static final double LEAST_VIEWS = 20;

  static final int SIDE = 4;

  /** Fewer creators are no common history, and would say too much of each. */
  private static final int LEAST_CREATORS = 5;

  private static final double LEAST_CHANGE = 0.1;

  /** A creator's own advertising that falls by half or more for four weeks. */
  private static final double OWN_FALL = Math.log(0.5);

  private static final double CONSISTENT = 1.4826;
  private static final double WEEKS = 365.25 / 7;

  /**
   * What was found.
   *
   * @param kind what fell
   * @param source where; empty for creators' own
   * @param sizes logarithms of what was left, each below 0
   * @param years watched
   */
  record Found(Kind kind, String source, double[] sizes, double years) {}

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
      Map<String, double[]> common = new TreeMap<>();
      platforms.forEach((source, members) -> common.put(source, common(members, kind)));
      common.forEach((source, changes) -> commonFalls(kind, source, changes, common, all));
    }
    own(platforms, all);
    return all;
  }

  /** Median change of each week over creators; NaN with fewer than enough. */
  private double[] common(List<ShockTrack> members, Kind kind) {
    double[][] changes = members.stream().map(one -> changes(one, kind)).toArray(double[][]::new);
    double[] common = new double[end - first];
    for (int week = 0; week < common.length; week++) {
      int at = week;
      double[] told =
          Arrays.stream(changes)
              .mapToDouble(one -> one[at])
              .filter(change -> !Double.isNaN(change))
              .toArray();
      common[week] = told.length < LEAST_CREATORS ? Double.NaN : Quantiles.median(told);
    }
    return common;
  }

  /** Mean logarithm of the weeks from one on less that of the weeks before; NaN where unknown. */
  private double[] changes(ShockTrack track, Kind kind) {
    double[] changes = new double[end - first];
    for (int week = first; week < end; week++) {
      double before = level(track, kind, week - SIDE);
      changes[week - first] = level(track, kind, week) - before;
    }
    return changes;
  }

  private static double level(ShockTrack track, Kind kind, int from) {
    double sum = 0;
    int known = 0;
    for (int week = from; week < from + SIDE; week++) {
      double value = kind == Kind.ALGORITHM ? track.views(week) : track.pay(week);
      if (!Double.isNaN(value)) {
        sum += Math.log(value);
        known++;
      }
    }
    return known >= SIDE - 1 ? sum / known : Double.NaN;
  }

  private static void commonFalls(
      Kind kind, String source, double[] own, Map<String, double[]> all, List<Found> into) {
    double[] alone = own.clone();
    for (int week = 0; week < alone.length; week++) {
      int at = week;
      double[] others =
          all.entrySet().stream()
              .filter(entry -> !entry.getKey().equals(source))
              .mapToDouble(entry -> entry.getValue()[at])
              .filter(change -> !Double.isNaN(change))
              .toArray();
      alone[week] -= others.length >= 2 ? Quantiles.median(others) : 0;
    }
    double[] known = Arrays.stream(alone).filter(one -> !Double.isNaN(one)).toArray();
    if (known.length > 0) {
      double least = Math.max(LEAST_CHANGE, 3 * spread(known));
      into.add(new Found(kind, source, falls(alone, least), known.length / WEEKS));
    }
  }

  /** Robust standard deviation around 0. */
  private static double spread(double[] changes) {
    return CONSISTENT * Quantiles.median(Arrays.stream(changes).map(Math::abs).toArray());
  }

  /** Changes below {@code -least} that are the lowest of the weeks around them. */
  private static double[] falls(double[] changes, double least) {
    List<Double> falls = new ArrayList<>();
    for (int week = 0; week < changes.length; week++) {
      if (changes[week] <= -least && isLowest(changes, week)) {
        falls.add(changes[week]);
      }
    }
    return falls.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static boolean isLowest(double[] changes, int week) {
    for (int other = Math.max(0, week - SIDE);
        other <= Math.min(changes.length - 1, week + SIDE);
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
    List<Double> sizes = new ArrayList<>();
    Map<Long, Boolean> creators = new HashMap<>();
    int weeks = 0;
    for (List<ShockTrack> members : platforms.values()) {
      double[] common = common(members, Kind.POLICY);
      for (ShockTrack member : members) {
        double[] alone = changes(member, Kind.POLICY);
        for (int week = 0; week < alone.length; week++) {
          alone[week] -= common[week];
        }
        double[] known = Arrays.stream(alone).filter(one -> !Double.isNaN(one)).toArray();
        if (known.length > 0) {
          weeks += known.length;
          creators.put(member.creator(), true);
          double least = Math.max(-OWN_FALL, 3 * spread(known));
          Arrays.stream(falls(alone, least)).forEach(sizes::add);
        }
      }
    }
    if (creators.size() >= LEAST_CREATORS) {
      double[] all = sizes.stream().mapToDouble(Double::doubleValue).toArray();
      into.add(new Found(Kind.DEMONETISATION, "", all, weeks / WEEKS));
    }
  }
}
