package io.tiktoktoe.benchmarks.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.benchmarks.series.NabScorer.Profile;
import io.tiktoktoe.series.anomaly.AnomalyOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against public results; skipped where the public data is absent. */
class SeriesReferenceTest {

  @Test
  void stlAndMstlRepeatFortranStatsmodelsAndR() {
    Map<String, Double> errors = StlAccuracy.errors(data("stl"));

    assertThat(errors).hasSizeGreaterThan(50);
    errors.forEach((name, error) -> assertThat(error).as(name).isLessThan(1e-7));
  }

  @Test
  void theScorerRepeatsPublishedScores() {
    Path folder = data("nab");
    Table published = Table.read(folder.resolve("published_detector_scores_by_file.csv.gz"));

    double error = NumentaBenchmark.scorerError(folder, NabCorpus.read(folder), published);

    assertThat(error).isLessThan(1e-9);
  }

  @Test
  void theDefaultDetectorScoresSixtyOnTheStandardProfile() {
    NabCorpus corpus = NabCorpus.read(data("nab"));
    Map<String, double[]> scores = NumentaBenchmark.scores(corpus, AnomalyOptions.defaults());

    NabScorer scorer = NumentaBenchmark.scorer(corpus, scores, Profile.STANDARD, "");

    assertThat(scorer.normalized(scorer.best().score())).isGreaterThan(60);
  }

  private static Path data(String folder) {
    Optional<Path> found = PublicData.find(folder);
    assumeTrue(found.isPresent(), "skipped: no public data (set TIKTOKTOE_DATA)");
    return found.orElseThrow();
  }
}
