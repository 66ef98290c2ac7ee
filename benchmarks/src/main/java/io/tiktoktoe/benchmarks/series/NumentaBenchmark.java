package io.tiktoktoe.benchmarks.series;

import io.tiktoktoe.benchmarks.PublicData;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Numenta benchmark over the groups at hand. */
public final class NumentaBenchmark {

  private NumentaBenchmark() {}

  /** Prints scores. */
  public static void main(String[] args) {
    Optional<Path> folder = PublicData.find("nab");
    if (folder.isEmpty()) {
      System.out.println("skipped: no public data (set TIKTOKTOE_DATA)");
      return;
    }
    checkScorer(folder.get(), NabCorpus.read(folder.get()));
  }

  private static void checkScorer(Path folder, NabCorpus corpus) {
    Map<String, Table> theirs =
        Table.read(folder.resolve("published_windowedGaussian_row_scores.csv.gz")).groupBy("file");
    Map<String, Double> published = new TreeMap<>();
    Map<String, Double> totals = new TreeMap<>();
    Table table = Table.read(folder.resolve("published_detector_scores_by_file.csv.gz"));
    double[] scores = table.numbers("Score");
    double[] thresholds = table.numbers("Threshold");
    for (int i = 0; i < scores.length; i++) {
      String[] row = table.rows().get(i);
      if (row[1].equals("standard")) {
        totals.merge(row[0], scores[i], Double::sum);
      }
      if (row[0].equals("windowedGaussian")) {
        published.put(row[1] + " " + row[2], scores[i]);
      }
    }
    double worst = 0;
    for (NabScorer.Profile profile : NabScorer.Profile.values()) {
      String key = profile.name().toLowerCase().replace("_fp_", "_FP_").replace("_fn_", "_FN_");
      double threshold = 0;
      for (int i = 0; i < scores.length; i++) {
        String[] row = table.rows().get(i);
        if (row[0].equals("windowedGaussian") && row[1].equals(key)) {
          threshold = thresholds[i];
        }
      }
      for (NabCorpus.Stream stream : corpus.streams()) {
        double ours =
            new NabScorer(profile)
                .add(stream, theirs.get(stream.name()).numbers("anomaly_score"))
                .at(threshold);
        double d = Math.abs(ours - published.get(key + " " + stream.name()));
        worst = Math.max(worst, d);
      }
    }
    System.out.println("largest difference " + worst);
    int windows = corpus.windowCount();
    System.out.println("windows " + windows);
    totals.forEach(
        (name, total) ->
            System.out.printf("%s %.2f%n", name, 100 * (total + windows) / (2.0 * windows)));
    NabScorer s = new NabScorer(NabScorer.Profile.STANDARD);
    for (NabCorpus.Stream stream : corpus.streams())
      s.add(stream, theirs.get(stream.name()).numbers("anomaly_score"));
    System.out.println(s.best() + " " + s.normalized(s.best().score()));
  }
}
