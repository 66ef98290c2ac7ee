package io.tiktoktoe.benchmarks.series;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.benchmarks.series.NabScorer.Profile;
import io.tiktoktoe.series.AnomalyDetector;
import io.tiktoktoe.series.AnomalyOptions;
import io.tiktoktoe.series.ScoredPoint;
import io.tiktoktoe.series.Series;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Our detector on the Numenta benchmark's groups at hand, beside the published detectors.
 *
 * <p>One configuration, the default, for all streams; one threshold per profile for all streams, as
 * in the published results. First the scorer is held against the published scores of
 * windowedGaussian. With the argument {@code stability} other configurations and left-out groups
 * follow.
 */
public final class NumentaBenchmark {

  private static final String STANDARD = "standard";

  private NumentaBenchmark() {}

  /** Prints the scores; a few seconds per configuration. */
  public static void main(String[] args) {
    Optional<Path> folder = PublicData.find("nab");
    if (folder.isEmpty()) {
      System.out.println("skipped: no public data (set TIKTOKTOE_DATA)");
      return;
    }
    NabCorpus corpus = NabCorpus.read(folder.get());
    Table published = Table.read(folder.get().resolve("published_detector_scores_by_file.csv.gz"));
    System.out.printf(
        "scorer: largest difference from published windowedGaussian scores %.1e%n",
        scorerError(folder.get(), corpus, published));
    printPublished(corpus, published);
    Map<String, double[]> scores = scores(corpus, AnomalyOptions.defaults());
    for (Profile profile : Profile.values()) {
      printOurs(corpus, scores, profile);
    }
    if (args.length > 0) {
      printStability(corpus, scores);
    }
  }

  /** Anomaly scores of every stream by its name. */
  static Map<String, double[]> scores(NabCorpus corpus, AnomalyOptions options) {
    Map<String, double[]> scores = new LinkedHashMap<>();
    for (NabCorpus.Stream stream : corpus.streams()) {
      scores.put(
          stream.name(),
          AnomalyDetector.detect(Series.of(stream.name(), stream.values()), options).stream()
              .mapToDouble(ScoredPoint::score)
              .toArray());
    }
    return scores;
  }

  /** The streams whose name starts with {@code group}, scored together. */
  static NabScorer scorer(
      NabCorpus corpus, Map<String, double[]> scores, Profile profile, String group) {
    NabScorer scorer = new NabScorer(profile);
    for (NabCorpus.Stream stream : corpus.streams()) {
      if (stream.name().startsWith(group)) {
        scorer.add(stream, Objects.requireNonNull(scores.get(stream.name()), stream.name()));
      }
    }
    return scorer;
  }

  /** How far our scorer is from the published per-file scores, all profiles. */
  static double scorerError(Path folder, NabCorpus corpus, Table published) {
    Map<String, Table> rowScores =
        Table.read(folder.resolve("published_windowedGaussian_row_scores.csv.gz")).groupBy("file");
    double[] thresholds = published.numbers("Threshold");
    double[] expected = published.numbers("Score");
    double worst = 0;
    for (int i = 0; i < expected.length; i++) {
      String detector = published.text(i, "Detector");
      if (detector.equals("windowedGaussian")) {
        Profile profile = Profile.valueOf(published.text(i, "Profile").toUpperCase(Locale.ROOT));
        NabCorpus.Stream stream = corpus.stream(published.text(i, "File"));
        double[] rows =
            Objects.requireNonNull(rowScores.get(stream.name()), stream.name())
                .numbers("anomaly_score");
        double ours = new NabScorer(profile).add(stream, rows).at(thresholds[i]);
        worst = Math.max(worst, Math.abs(ours - expected[i]));
      }
    }
    return worst;
  }

  private static void printPublished(NabCorpus corpus, Table published) {
    Map<String, Double> sums = new TreeMap<>();
    Map<String, Integer> files = new TreeMap<>();
    double[] scores = published.numbers("Score");
    for (int i = 0; i < scores.length; i++) {
      if (published.text(i, "Profile").equals(STANDARD)) {
        sums.merge(published.text(i, "Detector"), scores[i], Double::sum);
        files.merge(published.text(i, "Detector"), 1, Integer::sum);
      }
    }
    System.out.println("published detectors on these groups, standard profile:");
    int windows = corpus.windowCount();
    // A detector that was not published for every stream cannot be compared.
    sums.keySet().removeIf(name -> files.getOrDefault(name, 0) < corpus.streams().size());
    sums.forEach(
        (detector, sum) ->
            System.out.printf("  %-18s %5.1f%n", detector, 100 * (sum + windows) / (2 * windows)));
  }

  private static void printOurs(NabCorpus corpus, Map<String, double[]> scores, Profile profile) {
    NabScorer all = scorer(corpus, scores, profile, "");
    NabScorer.Result best = all.best();
    System.out.printf(
        "ours, %-18s %5.1f (threshold %.4f)%n",
        profile.name().toLowerCase(Locale.ROOT), all.normalized(best.score()), best.threshold());
    for (String group : corpus.groups()) {
      NabScorer one = scorer(corpus, scores, profile, group);
      System.out.printf("  %-18s %5.1f%n", group, one.normalized(one.at(best.threshold())));
    }
  }

  private static void printStability(NabCorpus corpus, Map<String, double[]> scores) {
    for (String group : corpus.groups()) {
      for (String other : corpus.groups()) {
        if (!group.equals(other)) {
          NabScorer held = scorer(corpus, scores, Profile.STANDARD, group);
          double threshold = scorer(corpus, scores, Profile.STANDARD, other).best().threshold();
          System.out.printf(
              "%s with the threshold of %s: %.1f%n",
              group, other, held.normalized(held.at(threshold)));
        }
      }
    }
    AnomalyOptions defaults = AnomalyOptions.defaults();
    for (double memory : new double[] {.1, .2, .3, .4, .5}) {
      for (double quiet : new double[] {.03, .05, .08}) {
        AnomalyOptions options = defaults.withMemory(memory).withQuiet(quiet);
        NabScorer scorer = scorer(corpus, scores(corpus, options), Profile.STANDARD, "");
        System.out.printf(
            "memory %.1f quiet %.2f: %.1f%n",
            memory, quiet, scorer.normalized(scorer.best().score()));
      }
    }
  }
}
