package io.tiktoktoe.benchmarks.series;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.benchmarks.series.NabScorer.Profile;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.series.anomaly.AnomalyDetector;
import io.tiktoktoe.series.anomaly.AnomalyOptions;
import io.tiktoktoe.series.anomaly.ScoredPoint;
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

  /** The score of a p-value of one in a thousand, at which the default sensitivity flags. */
  private static final double DEFAULT_FLAGS = .5;

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
    printFlags(corpus);
    printWithoutChoice(corpus, scores);
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

  /** At the flags of the default sensitivity, whose threshold was chosen on no stream. */
  private static void printWithoutChoice(NabCorpus corpus, Map<String, double[]> scores) {
    NabScorer all = scorer(corpus, scores, Profile.STANDARD, "");
    System.out.printf(
        "ours, standard, at the default flags (score .5, no threshold chosen) %.1f%n",
        all.normalized(all.at(DEFAULT_FLAGS)));
    double sum = 0;
    for (String group : corpus.groups()) {
      NabScorer held = scorer(corpus, scores, Profile.STANDARD, group);
      double score = held.normalized(held.at(chosenThreshold(corpus, scores, group)));
      sum += score * windows(corpus, group);
      System.out.printf("held out %-18s %5.1f with the other groups' threshold%n", group, score);
    }
    System.out.printf(
        "cross-validated over groups, threshold alone: %.1f%n", sum / corpus.windowCount());
  }

  private static int windows(NabCorpus corpus, String group) {
    return corpus.streams().stream()
        .filter(stream -> stream.name().startsWith(group))
        .mapToInt(stream -> stream.windows().size())
        .sum();
  }

  /** What the flags at the default sensitivity are worth, group by group. */
  private static void printFlags(NabCorpus corpus) {
    for (String group : corpus.groups()) {
      printFlags(corpus, group);
    }
    printFlags(corpus, "");
  }

  private static void printFlags(NabCorpus corpus, String group) {
    int runs = 0;
    int inside = 0;
    int windows = 0;
    int found = 0;
    for (NabCorpus.Stream stream : corpus.streams()) {
      if (stream.name().startsWith(group)) {
        FlagCount count =
            FlagCount.of(
                stream.windows(),
                AnomalyDetector.detect(
                    Series.of(stream.name(), stream.values()), AnomalyOptions.defaults()));
        runs += count.runs();
        inside += count.inside();
        windows += count.windows();
        found += count.found();
      }
    }
    System.out.printf(
        "flags at sensitivity .95, %-18s precision %.2f (%d of %d runs), recall %.2f (%d of %d)%n",
        group.isEmpty() ? "all" : group,
        (double) inside / Math.max(1, runs),
        inside,
        runs,
        (double) found / Math.max(1, windows),
        found,
        windows);
  }

  /**
   * Each group scored with the configuration and threshold that are best on the other groups, as a
   * detector on streams that nobody has seen.
   */
  private static void printStability(NabCorpus corpus, Map<String, double[]> scores) {
    AnomalyOptions defaults = AnomalyOptions.defaults();
    Map<String, Map<String, double[]>> configurations = new LinkedHashMap<>();
    configurations.put("default", scores);
    for (double memory : new double[] {.1, .3, .5}) {
      for (double quiet : new double[] {.03, .08}) {
        AnomalyOptions options = defaults.withMemory(memory).withQuiet(quiet);
        configurations.put(
            "memory %.1f quiet %.2f".formatted(memory, quiet), scores(corpus, options));
      }
    }
    double sum = 0;
    double thresholds = 0;
    int windows = 0;
    for (String group : corpus.groups()) {
      Choice choice = chosenWithout(corpus, configurations, group);
      NabScorer held =
          scorer(
              corpus,
              Objects.requireNonNull(configurations.get(choice.configuration())),
              Profile.STANDARD,
              group);
      NabScorer same = scorer(corpus, scores, Profile.STANDARD, group);
      double score = held.normalized(held.at(choice.threshold()));
      double plain = same.normalized(same.at(chosenThreshold(corpus, scores, group)));
      int count = windows(corpus, group);
      sum += count * score;
      thresholds += count * plain;
      windows += count;
      System.out.printf(
          "held out %-18s %5.1f with %s and its threshold %.4f, %5.1f with the default%n",
          group, score, choice.configuration(), choice.threshold(), plain);
    }
    System.out.printf(
        "cross-validated over groups: %.1f; threshold alone: %.1f%n",
        sum / windows, thresholds / windows);
  }

  /** What is best on the other groups. */
  private record Choice(String configuration, double threshold) {}

  private static Choice chosenWithout(
      NabCorpus corpus, Map<String, Map<String, double[]>> configurations, String group) {
    Choice best = new Choice("default", 1);
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Map<String, double[]>> one : configurations.entrySet()) {
      NabScorer.Result result = others(corpus, one.getValue(), group).best();
      if (result.score() > most) {
        most = result.score();
        best = new Choice(one.getKey(), result.threshold());
      }
    }
    return best;
  }

  private static double chosenThreshold(
      NabCorpus corpus, Map<String, double[]> scores, String group) {
    return others(corpus, scores, group).best().threshold();
  }

  private static NabScorer others(NabCorpus corpus, Map<String, double[]> scores, String group) {
    NabScorer scorer = new NabScorer(Profile.STANDARD);
    for (NabCorpus.Stream stream : corpus.streams()) {
      if (!stream.name().startsWith(group)) {
        scorer.add(stream, Objects.requireNonNull(scores.get(stream.name()), stream.name()));
      }
    }
    return scorer;
  }
}
