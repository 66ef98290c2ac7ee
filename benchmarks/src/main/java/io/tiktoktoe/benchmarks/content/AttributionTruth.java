package io.tiktoktoe.benchmarks.content;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.content.act.MachineViews;
import io.tiktoktoe.content.attribution.Attributing;
import io.tiktoktoe.content.attribution.Attribution;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentOptions;
import io.tiktoktoe.simulation.Counterfactual;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.stats.RankCorrelation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Scratch. */
public final class AttributionTruth {
  private AttributionTruth() {}

  public static void main(String[] arguments) throws IOException {
    int seeds = Integer.parseInt(arguments[0]);
    int creators = Integer.parseInt(arguments[1]);
    int sample = Integer.parseInt(arguments[2]);
    int events = Integer.parseInt(arguments[3]);
    for (int seed = 1; seed <= seeds; seed++) {
      EconomyOptions options =
          EconomyOptions.defaults()
              .withCreators(6)
              .withMonths(12)
              .withTargetEvents(events)
              .withSeed(seed);
      try (SimulatedContents made = SimulatedContents.of(options)) {
        for (CreatorProfile creator : made.largest(creators)) {
          judge(made, creator, sample, seed);
        }
      }
    }
  }

  private static void judge(SimulatedContents made, CreatorProfile creator, int sample, int seed) {
    ContentHistory history = made.history(creator, made.end());
    long begin = System.nanoTime();
    Attribution a =
        Attributing.of(history, MachineViews.of(history.acts()), ContentOptions.defaults());
    System.out.printf(
        Locale.ROOT,
        "seed %d %s: %d contents, %d fans, %d acts, %d payments, %.2f s, paths %s%n",
        seed,
        creator.creator(),
        history.contents().size(),
        history.fans(),
        history.acts().size(),
        history.payments().size(),
        (System.nanoTime() - begin) / 1e9,
        a.paths());
    Map<String, TruthRecord.Content> truth = made.truth(creator);
    Map<String, double[]> methods = new LinkedHashMap<>();
    int n = history.contents().size();
    double[] direct = new double[n];
    double[] noads = new double[n];
    for (int i = 0; i < n; i++) {
      direct[i] = a.directTotal(i);
      noads[i] = direct[i] - a.direct()[2][i];
    }
    methods.put("direct", direct);
    methods.put("noads", noads);
    methods.put("lifetime", a.lifetime());
    methods.put("last", a.credits().last());
    methods.put("linear", a.credits().linear());
    methods.put("decay", a.credits().timeDecay());
    methods.put("markov", a.markov());
    double[] caused = new double[n];
    double[] views = new double[n];
    for (int i = 0; i < n; i++) {
      TruthRecord.Content t = truth.get(history.contents().get(i).id());
      if (t != null) {
        caused[i] = (t.causedTips() + t.causedSubscriptions() + t.causedMerchandise()) / 1e4;
        views[i] = t.views();
      }
    }
    methods.put("views", views);
    double sum = 0;
    for (double v : caused) sum += v;
    System.out.printf(Locale.ROOT, "  caused total %.0f%n", sum);
    for (var e : methods.entrySet()) {
      print("caused " + e.getKey(), e.getValue(), caused);
    }
    double[] kt = new double[3];
    for (var t : truth.values()) {
      kt[0] += t.causedTips() / 1e4;
      kt[1] += t.causedSubscriptions() / 1e4;
      kt[2] += t.causedMerchandise() / 1e4;
    }
    double[][] t3 = new double[3][n];
    for (int i = 0; i < n; i++) {
      TruthRecord.Content t = truth.get(history.contents().get(i).id());
      if (t != null) {
        t3[0][i] = t.causedTips();
        t3[1][i] = t.causedSubscriptions();
        t3[2][i] = t.causedMerchandise();
      }
    }
    print("tips", a.direct()[0], t3[0]);
    print("subs", a.direct()[1], t3[1]);
    print("merch", a.direct()[3], t3[2]);

    if (sample > 0) {
      SplittableRandom random = new SplittableRandom(7);
      List<Integer> places = new ArrayList<>();
      List<Integer> all = new ArrayList<>();
      for (int i = 0; i < n; i++) all.add(i);
      for (int i = 0; i < sample && !all.isEmpty(); i++)
        places.add(all.remove(random.nextInt(all.size())));
      Map<String, Long> values =
          Counterfactual.valuesOf(
              made.economy(), places.stream().map(p -> history.contents().get(p).id()).toList());
      double[] cf =
          places.stream()
              .mapToDouble(p -> values.get(history.contents().get(p).id()) / 1e4)
              .toArray();
      double s = 0;
      for (double v : cf) s += v;
      System.out.printf(Locale.ROOT, "  counterfactual total %.0f%n", s);
      print("cf caused", places.stream().mapToDouble(p -> caused[p]).toArray(), cf);
      for (var e : methods.entrySet()) {
        print("cf " + e.getKey(), places.stream().mapToDouble(p -> e.getValue()[p]).toArray(), cf);
      }
    }
  }

  private static void print(String name, double[] told, double[] truth) {
    double t = 0, e = 0, ae = 0, se = 0;
    for (int i = 0; i < told.length; i++) {
      t += truth[i];
      e += told[i];
    }
    for (int i = 0; i < told.length; i++) {
      ae += Math.abs(told[i] - truth[i]);
      se += Math.abs(told[i] * t / e - truth[i]);
    }
    System.out.printf(
        Locale.ROOT,
        "  %-18s rank %.3f  total %.0f  error %.3f scaled %.3f%n",
        name,
        RankCorrelation.spearman(told, truth),
        e,
        ae / t,
        se / t);
  }
}
