package io.tiktoktoe.benchmarks.content;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.content.ContentMetrics;
import io.tiktoktoe.content.ContentValueAssessor;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentInsights;
import io.tiktoktoe.content.insight.ContentOptions;
import io.tiktoktoe.content.insight.ContentValuation;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.simulation.Counterfactual;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.stats.Quantiles;
import io.tiktoktoe.stats.RankCorrelation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Contents' worth against the hard economy: what each content's views caused (tips, orders, first
 * payments of subscriptions), half-lives, and for a sample the counterfactual of the whole economy
 * without the content. Live streams are left out: what is paid while they are on air would be
 * missing without them, but no view caused it, so that the truth's columns do not have it.
 *
 * <p>Usage: {@code AttributionTruth [ECONOMIES [CREATORS [EVENTS [REMOVED [SEED]]]]]}; 3 economies,
 * the 2 largest creators of 6 each, 250,000 events, no removals (each costs a run of its creator),
 * the first economy of seed 1.
 */
public final class AttributionTruth {

  private static final int ALL = 100_000;
  private static final String LIVE = "live";

  private final Map<String, List<double[]>> ofCaused = new LinkedHashMap<>();
  private final Map<String, List<double[]>> ofRemoved = new LinkedHashMap<>();
  private final Map<String, List<Double>> halfLives = new TreeMap<>();
  private final List<double[]> bounds = new ArrayList<>();
  private int halvesHeld;
  private final int removed;
  private int held;
  private int asked;

  private AttributionTruth(int removed) {
    this.removed = removed;
  }

  /** Runs it and prints what was reached. */
  public static void main(String[] arguments) throws IOException {
    int economies = argument(arguments, 0, 3);
    int creators = argument(arguments, 1, 2);
    int events = argument(arguments, 2, 250_000);
    AttributionTruth truth = new AttributionTruth(argument(arguments, 3, 0));
    int first = argument(arguments, 4, 1);
    for (int seed = first; seed < first + economies; seed++) {
      EconomyOptions options =
          EconomyOptions.defaults()
              .withCreators(6)
              .withMonths(12)
              .withTargetEvents(events)
              .withSeed(seed);
      try (SimulatedContents made = SimulatedContents.of(options)) {
        for (CreatorProfile creator : made.largest(creators)) {
          truth.judge(made, creator, seed);
        }
      }
    }
    truth.report();
  }

  private static int argument(String[] arguments, int place, int usual) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
  }

  /** A content with what is true of it. */
  private record Judged(ContentValuation told, TruthRecord.Content truth, double oracle) {

    double caused() {
      return (truth.causedTips() + truth.causedSubscriptions() + truth.causedMerchandise()) / 1e4;
    }
  }

  private void judge(SimulatedContents made, CreatorProfile creator, int seed) {
    // The truth has first payments of subscriptions alone.
    ContentHistory history = OracleCredit.firstPayments(made.history(creator, made.end()));
    long begin = System.nanoTime();
    ContentValueAssessor assessor = ContentValueAssessor.of(ContentOptions.defaults());
    ContentMetrics metrics = assessor.metrics(creator, history);
    ContentInsights insights = assessor.rank(creator, made.end(), metrics, Optional.empty(), ALL);
    System.out.printf(
        Locale.ROOT,
        "economy %d, %s: %d contents, %,d fans, %,d acts, %,d payments, %.1f s%n",
        seed,
        creator.creator(),
        insights.contents(),
        history.fans(),
        history.acts().size(),
        history.payments().size(),
        (System.nanoTime() - begin) / 1e9);
    Map<String, TruthRecord.Content> truth = made.truth(creator);
    Map<String, Double> effects =
        truth.values().stream()
            .collect(Collectors.toMap(TruthRecord.Content::content, TruthRecord.Content::effect));
    double[] oracle = OracleCredit.of(history, effects);
    List<Judged> judged =
        insights.valuations().stream()
            .filter(one -> truth.containsKey(one.content().id()))
            .filter(one -> !truth.get(one.content().id()).type().equals(LIVE))
            .map(
                one ->
                    new Judged(
                        one,
                        truth.get(one.content().id()),
                        oracle[metrics.place(one.content().id()).orElseThrow()]))
            .toList();
    int[] counted =
        judged.stream()
            .mapToInt(one -> metrics.place(one.told().content().id()).orElseThrow())
            .toArray();
    double[] bound = OracleCredit.bound(history, effects, counted, seed);
    System.out.printf(
        Locale.ROOT,
        "  oracle credits %.2f of what was caused; best order by its posterior %.3f, its own"
            + " %.3f%n",
        judged.stream().mapToDouble(Judged::oracle).sum()
            / judged.stream().mapToDouble(Judged::caused).sum(),
        bound[0],
        bound[1]);
    bounds.add(bound);
    compare(ofCaused, judged, Judged::caused);
    for (Judged one : judged) {
      boolean sold = one.told().worth().payers() > 0;
      held += sold && inside(one) ? 1 : 0;
      asked += sold ? 1 : 0;
    }
    halfLives(judged);
    if (removed > 0) {
      remove(made, judged, seed);
    }
  }

  /** Whether the interval of what is told holds the truth, both with advertising. */
  private static boolean inside(Judged one) {
    double truth = one.caused() + advertising(one.told());
    return one.told().worth().directInterval().contains(truth);
  }

  /** Without advertising: reports name their content, so that every rule has it alike. */
  private static double direct(ContentValuation one) {
    return one.worth().directTotal() - one.worth().direct().getOrDefault(Stream.ADVERTISING, 0L);
  }

  private static double advertising(ContentValuation one) {
    return one.worth().direct().getOrDefault(Stream.ADVERTISING, 0L);
  }

  private static void compare(
      Map<String, List<double[]>> scores, List<Judged> judged, ToDoubleFunction<Judged> truth) {
    Map<String, ToDoubleFunction<Judged>> methods = new LinkedHashMap<>();
    methods.put("direct", one -> direct(one.told()));
    methods.put("last touch", one -> one.told().worth().lastTouch() - advertising(one.told()));
    methods.put("first touch", one -> one.told().worth().firstTouch() - advertising(one.told()));
    methods.put("linear", one -> one.told().worth().linear() - advertising(one.told()));
    methods.put("time decay", one -> one.told().worth().timeDecay() - advertising(one.told()));
    methods.put("markov", one -> one.told().worth().markov());
    methods.put("views", one -> one.told().views());
    methods.put("oracle", Judged::oracle);
    double[] values = judged.stream().mapToDouble(truth).toArray();
    methods.forEach(
        (name, method) -> {
          double[] told = judged.stream().mapToDouble(method).toArray();
          double[] score = score(told, values);
          scores.computeIfAbsent(name, key -> new ArrayList<>()).add(score);
          System.out.printf(
              Locale.ROOT,
              "  %-12s rank %.3f, error %.3f, scaled to the true total %.3f%n",
              name,
              score[0],
              score[1],
              score[2]);
        });
  }

  /** Rank correlation, and sums of absolute errors over the true sum: as told, and scaled to it. */
  private static double[] score(double[] told, double[] truth) {
    double all = 0;
    double allTold = 0;
    for (int i = 0; i < told.length; i++) {
      all += truth[i];
      allTold += told[i];
    }
    double error = 0;
    double scaled = 0;
    for (int i = 0; i < told.length; i++) {
      error += Math.abs(told[i] - truth[i]) / all;
      scaled += Math.abs(told[i] * all / allTold - truth[i]) / all;
    }
    return new double[] {RankCorrelation.spearman(told, truth), error, scaled};
  }

  private void halfLives(List<Judged> judged) {
    for (Judged one : judged) {
      one.told()
          .decay()
          .filter(curve -> curve.halfLifeDays().isPresent())
          .ifPresent(
              curve -> {
                double truth = one.truth().halfLifeDays();
                double error = Math.abs(curve.halfLifeDays().orElseThrow() / truth - 1);
                halvesHeld += curve.halfLife().contains(truth) ? 1 : 0;
                for (String of : List.of("all", one.truth().type())) {
                  halfLives.computeIfAbsent(of, key -> new ArrayList<>()).add(error);
                }
              });
    }
  }

  private void remove(SimulatedContents made, List<Judged> judged, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Judged> left = new ArrayList<>(judged);
    List<Judged> drawn = new ArrayList<>();
    while (drawn.size() < removed && !left.isEmpty()) {
      drawn.add(left.remove(random.nextInt(left.size())));
    }
    Map<String, Long> values =
        Counterfactual.valuesOf(
            made.economy(), drawn.stream().map(one -> one.told().content().id()).toList());
    System.out.printf(Locale.ROOT, "  %d removed one by one:%n", drawn.size());
    compare(
        ofRemoved,
        drawn,
        one ->
            values.getOrDefault(one.told().content().id(), 0L) / 1e4
                - one.truth().advertising() / 1e4);
    double[] caused = drawn.stream().mapToDouble(Judged::caused).toArray();
    double[] lost =
        drawn.stream()
            .mapToDouble(one -> values.getOrDefault(one.told().content().id(), 0L) / 1e4)
            .toArray();
    System.out.printf(
        Locale.ROOT,
        "  what views caused beside what removal loses: rank %.3f%n",
        RankCorrelation.spearman(caused, lost));
  }

  private void report() {
    table("what views caused", ofCaused);
    System.out.printf(
        Locale.ROOT, "95%% intervals of direct value hold the truth: %d of %d%n", held, asked);
    table("what is lost by removal", ofRemoved);
    System.out.printf(
        Locale.ROOT,
        "no order beats on average, by the oracle's posterior: rank %.3f (the oracle's own %.3f)%n",
        mean(bounds, 0),
        mean(bounds, 1));
    halfLives.forEach(
        (kind, all) -> {
          double[] errors = all.stream().mapToDouble(Double::doubleValue).toArray();
          System.out.printf(
              Locale.ROOT,
              "half-lives, %s, of %d contents: median error %.3f, three quarters below %.3f%n",
              kind,
              errors.length,
              Quantiles.median(errors),
              Quantiles.of(errors, 0.75));
        });
    System.out.printf("95%% intervals of half-lives hold the truth: %d%n", halvesHeld);
  }

  private static void table(String truth, Map<String, List<double[]>> scores) {
    if (!scores.isEmpty()) {
      System.out.println("mean over creators beside " + truth + ":");
    }
    scores.forEach(
        (name, all) ->
            System.out.printf(
                Locale.ROOT,
                "  %-12s rank %.3f, error %.3f, scaled %.3f%n",
                name,
                mean(all, 0),
                mean(all, 1),
                mean(all, 2)));
  }

  private static double mean(List<double[]> all, int place) {
    return all.stream().mapToDouble(one -> one[place]).average().orElse(Double.NaN);
  }
}
