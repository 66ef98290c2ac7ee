package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.QuantileForecast;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Accuracy on the public panels with one configuration.
 *
 * <p>Arguments: {@code m4 nn5 tourism} (all by default), {@code generated} for panels drawn from
 * known laws, {@code --validate} to score the last steps of the training parts instead of the test
 * parts, {@code --cuts N} to score the last N windows of the training parts one by one and pooled
 * ({@code --boosting}: beside boosting by itself, paired bootstrap of whole series over all
 * windows), {@code --members} for a table of every member alone and of the ensemble without
 * network, boosting or Bayesian model, each compared with the ensemble by a bootstrap over series
 * ({@code --boosting}: of boosting by itself alone), {@code --every N} for every N-th series.
 */
public final class Panels {

  /** The members that can be asked alone, by the start of their names. */
  static final List<String> ALONE =
      List.of(
          "seasonal naive",
          "level additive ETS",
          "damped additive ETS",
          "dynamic optimised Theta",
          "complex smoothing",
          "level x shape",
          "double season",
          "Bayesian",
          "network");

  private Panels() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    List<String> wanted = List.of(arguments);
    boolean all = wanted.stream().noneMatch(List.of("m4", "nn5", "tourism", "generated")::contains);
    if (all || wanted.contains("m4")) {
      run(Panel.m4Hourly(), wanted);
    }
    if (all || wanted.contains("nn5")) {
      run(Panel.nn5(), wanted);
    }
    if (all || wanted.contains("tourism")) {
      run(Panel.tourism("MONTHLY"), wanted);
      run(Panel.tourism("QUARTERLY"), wanted);
    }
    if (wanted.contains("generated")) {
      generated(wanted);
    }
  }

  private static void generated(List<String> wanted) {
    for (double shared : new double[] {0, 0.3}) {
      run(Optional.of(GeneratedPanels.quarterly(300, shared, 14)), wanted);
      run(Optional.of(GeneratedPanels.business(4, 300, shared, 41)), wanted);
      run(Optional.of(GeneratedPanels.business(12, 300, shared, 41)), wanted);
    }
    for (GeneratedPanels.Season season : GeneratedPanels.Season.values()) {
      for (List<Integer> periods : List.of(List.of(52), List.of(4, 52), List.<Integer>of())) {
        run(Optional.of(GeneratedPanels.weekly(season, 100, periods, 15)), wanted);
      }
    }
  }

  private static void run(Optional<Panel> found, List<String> wanted) {
    if (found.isEmpty()) {
      System.out.println("skipped: the public data are absent");
      return;
    }
    Panel panel = wanted.contains("--validate") ? found.get().validation() : found.get();
    int at = wanted.indexOf("--every");
    if (at >= 0) {
      panel = panel.every(Integer.parseInt(wanted.get(at + 1)));
    }
    System.out.printf(
        "%s, %d series, %d steps%n", panel.name(), panel.train().size(), panel.steps());
    int cuts = wanted.indexOf("--cuts");
    if (cuts >= 0) {
      cuts(panel, Integer.parseInt(wanted.get(cuts + 1)), wanted.contains("--boosting"));
      return;
    }
    Accuracy ours = row(panel, "ensemble", UnaryOperator.identity());
    if (wanted.contains("--boosting")) {
      compare(panel, ours.losses(), "boosting", BatchOptions::withBoostingAlone);
    }
    if (wanted.contains("--members")) {
      System.out.println("paired bootstrap over series of the pinball loss, 2,000 resamples");
      double[] own = ours.losses();
      compare(
          panel,
          own,
          "without network",
          options -> options.withMembers(name -> !"network".equals(name)));
      compare(
          panel,
          own,
          "without boosting",
          options -> options.withMembers(name -> !"boosting".equals(name)));
      compare(
          panel,
          own,
          "without Bayesian",
          options -> options.withMembers(name -> !"Bayesian".equals(name)));
      compare(panel, own, "boosting", BatchOptions::withBoostingAlone);
      for (String one : ALONE) {
        try {
          compare(panel, own, one, options -> options.withMembers(name -> name.startsWith(one)));
        } catch (IllegalArgumentException e) {
          System.out.printf("%-24s does not suit: %s%n", one, e.getMessage());
        }
      }
    }
  }

  private static void cuts(Panel panel, int count, boolean boosting) {
    Accuracy pooled = new Accuracy();
    Map<String, double[]> losses = new LinkedHashMap<>();
    for (Panel cut : panel.cuts(count)) {
      List<QuantileForecast> forecasts = cut.forecast(UnaryOperator.identity());
      System.out.printf("%-24s %s%n", cut.name(), cut.score(forecasts));
      cut.add(forecasts, pooled);
      if (boosting) {
        add(cut, forecasts, losses, 0);
        add(cut, cut.forecast(BatchOptions::withBoostingAlone), losses, 1);
      }
    }
    System.out.printf("%-24s %s%n", "pooled", pooled);
    if (boosting) {
      PairedBootstrap.print("boosting, series as blocks", mean(losses, 0), mean(losses, 1));
    }
  }

  /** Adds each series' loss to what it has: ours, boosting's, and how often it was scored. */
  private static void add(
      Panel cut, List<QuantileForecast> forecasts, Map<String, double[]> losses, int whose) {
    double[] one = cut.score(forecasts).losses();
    for (int i = 0; i < one.length; i++) {
      double[] sums = losses.computeIfAbsent(forecasts.get(i).seriesId(), _ -> new double[3]);
      sums[whose] += one[i];
      sums[2] += whose;
    }
  }

  private static double[] mean(Map<String, double[]> losses, int whose) {
    return losses.values().stream().mapToDouble(sums -> sums[whose] / sums[2]).toArray();
  }

  private static void compare(
      Panel panel, double[] own, String name, UnaryOperator<BatchOptions> changed) {
    PairedBootstrap.print(name, own, row(panel, name, changed).losses());
  }

  private static Accuracy row(Panel panel, String name, UnaryOperator<BatchOptions> changed) {
    long start = System.nanoTime();
    List<QuantileForecast> forecasts = panel.forecast(changed);
    Accuracy accuracy = panel.score(forecasts);
    System.out.printf("%-24s %s  (%.0f s)%n", name, accuracy, (System.nanoTime() - start) / 1e9);
    if ("ensemble".equals(name)) {
      MemberTable.print(forecasts);
    }
    return accuracy;
  }
}
