package io.tiktoktoe.benchmarks.simulation;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Who fans are, how they change, where and when they are. */
final class FanFacets {

  private static final int WEEK = 7;

  private FanFacets() {}

  static List<Facet> of(Observed observed) {
    List<TruthRecord.Fan> fans = observed.truth(TruthRecord.Fan.class);
    List<Facet> facets = new ArrayList<>();
    Set<String> pairs = new HashSet<>();
    fans.forEach(fan -> pairs.add(fan.creator() + " " + fan.fan()));
    facets.add(
        new Facet(
            "fans: rows that repeat a creator's fan",
            0,
            0,
            "by definition",
            1 - pairs.size() / (double) fans.size()));
    facets.add(
        new Facet(
            "fans: other ids known as truth",
            50,
            1e9,
            "people pay under other names",
            observed.truth(WorldTruth.Identity.class).size()));
    facets.add(clumps(observed));
    facets.add(together(fans));
    facets.add(changes(observed, fans));
    facets.add(segments(observed, fans));
    facets.add(demographics(observed));
    facets.add(overlap(observed, fans));
    facets.add(clocks(observed));
    return facets;
  }

  /** Variance over mean of the views of one fan and week, beyond the fan's own mean. */
  private static Facet clumps(Observed observed) {
    int weeks = observed.options().days() / WEEK;
    Map<String, int[]> counts = new HashMap<>();
    for (Event.Interaction one : observed.all(Event.Interaction.class)) {
      if (one.kind() == EventType.VIEW && one.context().fan() != null) {
        int week = observed.day(one.context().time().atZone(ZoneOffset.UTC).toLocalDate()) / WEEK;
        String key = one.context().creator() + " " + one.context().fan();
        if (week >= 0 && week < weeks) {
          counts.computeIfAbsent(key, absent -> new int[weeks])[week]++;
        }
      }
    }
    List<Double> ratios = new ArrayList<>();
    for (int[] of : counts.values()) {
      int first = 0;
      while (of[first] == 0) {
        first++;
      }
      int last = weeks - 1;
      while (of[last] == 0) {
        last--;
      }
      double[] active = new double[Math.max(0, last - first - 1)];
      for (int i = 0; i < active.length; i++) {
        active[i] = of[first + 1 + i];
      }
      if (active.length >= 26 && Measures.mean(active) > 0.2) {
        double deviation = Measures.deviation(active);
        ratios.add(deviation * deviation / Measures.mean(active));
      }
    }
    return new Facet(
        "fans: dispersion of a fan's weeks (Poisson 1)",
        1.5,
        6,
        "CDNOW, streams",
        Measures.quantile(Measures.array(ratios), 0.5));
  }

  private static Facet together(List<TruthRecord.Fan> fans) {
    double[] views =
        fans.stream()
            .filter(fan -> fan.segment().equals("casual"))
            .mapToDouble(fan -> Math.log(fan.viewRate() + 1e-6))
            .toArray();
    double[] tips =
        fans.stream()
            .filter(fan -> fan.segment().equals("casual"))
            .mapToDouble(fan -> Math.log(fan.tipRate() + 1e-7))
            .toArray();
    return new Facet(
        "fans: correlation of watching and tipping within a segment",
        0.15,
        0.6,
        "charity streams",
        Measures.correlation(views, tips));
  }

  private static Facet changes(Observed observed, List<TruthRecord.Fan> fans) {
    Map<String, Set<String>> segments = new HashMap<>();
    for (WorldTruth.FanRates one : observed.truth(WorldTruth.FanRates.class)) {
      segments
          .computeIfAbsent(one.creator() + " " + one.fan(), absent -> new HashSet<>())
          .add(one.segment());
    }
    double changed = segments.values().stream().filter(set -> set.size() > 1).count();
    return new Facet(
        "fans: share who change segment", 0.08, 0.5, "RFM studies", changed / fans.size());
  }

  /** How well what is seen in 90 days tells the most valuable segments. */
  private static Facet segments(Observed observed, List<TruthRecord.Fan> fans) {
    Map<String, double[]> seen = new HashMap<>();
    var from = observed.options().end().minusDays(90).atStartOfDay().toInstant(ZoneOffset.UTC);
    for (Event event : observed.events()) {
      String fan = event.context().fan();
      if (fan == null || event.context().time().isBefore(from)) {
        continue;
      }
      double[] of =
          seen.computeIfAbsent(event.context().creator() + " " + fan, absent -> new double[2]);
      of[0] += event.type() == EventType.VIEW ? 1 : 0;
      of[1] += event.type() == EventType.TIP ? 1 : 0;
    }
    List<Double> scores = new ArrayList<>();
    List<Boolean> positive = new ArrayList<>();
    for (TruthRecord.Fan fan : fans) {
      double[] of = seen.get(fan.creator() + " " + fan.fan());
      if (of != null && fan.left() == null) {
        scores.add(Math.log(1 + of[0]) + 2 * Math.log(1 + of[1]));
        positive.add(fan.segment().equals("superfan") || fan.segment().equals("whale"));
      }
    }
    boolean[] flags = new boolean[positive.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = positive.get(i);
    }
    return new Facet(
        "fans: AUC of the best segments from 90 days",
        0.65,
        0.9,
        "kind world .98",
        Measures.auc(Measures.array(scores), flags));
  }

  private static Facet demographics(Observed observed) {
    Map<String, double[]> byAge = new HashMap<>();
    Map<String, String> ages = new HashMap<>();
    for (Event event : observed.events()) {
      String age = event.context().demographics().ageBand();
      String fan = event.context().fan();
      if (age != null && fan != null) {
        if (ages.put(fan, age) == null) {
          byAge.computeIfAbsent(age, absent -> new double[2])[0]++;
        }
        if (event instanceof Event.Tip || event instanceof Event.MerchandiseOrder) {
          byAge.computeIfAbsent(age, absent -> new double[2])[1]++;
        }
      }
    }
    double[] rates =
        byAge.values().stream().filter(of -> of[0] > 50).mapToDouble(of -> of[1] / of[0]).toArray();
    return new Facet(
        "fans: payments by age, highest over lowest",
        1.6,
        8,
        "surveys of patrons",
        Measures.quantile(rates, 1) / Measures.quantile(rates, 0));
  }

  /** Fans that two creators share, of one niche over of two. */
  private static Facet overlap(Observed observed, List<TruthRecord.Fan> fans) {
    Map<String, String> niches = new HashMap<>();
    observed
        .truth(TruthRecord.Creator.class)
        .forEach(one -> niches.put(one.creator(), one.niche()));
    Map<String, List<String>> creators = new HashMap<>();
    Map<String, Double> sizes = new HashMap<>();
    for (TruthRecord.Fan fan : fans) {
      creators.computeIfAbsent(fan.fan(), absent -> new ArrayList<>()).add(fan.creator());
      sizes.merge(fan.creator(), 1.0, Double::sum);
    }
    double[] shared = new double[2];
    for (List<String> of : creators.values()) {
      for (int i = 0; i < of.size(); i++) {
        for (int j = 0; j < i; j++) {
          shared[Objects.equals(niches.get(of.get(i)), niches.get(of.get(j))) ? 1 : 0]++;
        }
      }
    }
    double[] possible = new double[2];
    List<String> names = List.copyOf(sizes.keySet());
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean same = Objects.equals(niches.get(names.get(i)), niches.get(names.get(j)));
        possible[same ? 1 : 0] +=
            sizes.getOrDefault(names.get(i), 0.0) * sizes.getOrDefault(names.get(j), 0.0);
      }
    }
    double lift = shared[1] / possible[1] / (shared[0] / possible[0]);
    return new Facet("fans: overlap of a niche over others", 1.5, 12, "Twitch graph", lift);
  }

  /** Between the UTC hours at which countries watch most. */
  private static Facet clocks(Observed observed) {
    Map<String, double[]> hours = new HashMap<>();
    for (Event.Interaction one : observed.all(Event.Interaction.class)) {
      String country = one.context().demographics().country();
      if (one.kind() == EventType.VIEW && country != null) {
        hours
            .computeIfAbsent(country, absent -> new double[24])[
            one.context().time().atZone(ZoneOffset.UTC).getHour()]++;
      }
    }
    Set<Integer> peaks = new HashSet<>();
    for (double[] of : hours.values()) {
      int best = 0;
      for (int hour = 0; hour < 24; hour++) {
        best = of[hour] > of[best] ? hour : best;
      }
      peaks.add(best);
    }
    return new Facet(
        "fans: different peak hours (UTC) of 13 countries", 6, 13, "time zones", peaks.size());
  }
}
