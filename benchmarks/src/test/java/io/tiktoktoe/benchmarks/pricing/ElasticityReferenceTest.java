package io.tiktoktoe.benchmarks.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.pricing.insight.Elasticities;
import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import io.tiktoktoe.table.TableReader;
import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Elasticities against published figures and least squares of other programs. */
class ElasticityReferenceTest {

  @Test
  void journalsAsPublished() {
    Optional<Path> found = PublicData.find("pricing/aer_journals.csv.gz");
    assumeTrue(found.isPresent(), "skipped: no public data (set TIKTOKTOE_DATA)");
    DemandHistory.Builder rows = DemandHistory.withControls(List.of());
    try (TableReader reader = TableReader.open(found.orElseThrow())) {
      int price = reader.columns().indexOf("citeprice");
      int sold = reader.columns().indexOf("subs");
      while (reader.next()) {
        rows.add(
            "journals",
            reader.cell(0),
            0,
            Double.parseDouble(reader.cell(price)),
            Double.parseDouble(reader.cell(sold)),
            false);
      }
    }
    ElasticityEstimate journals = estimate(rows.build()).products().getFirst();
    assertThat(journals.own().orElseThrow()).isCloseTo(-.5330535, within(1e-6));
    assertThat(journals.standardError().orElseThrow()).isCloseTo(.0345, within(.0003));
    assertThat(journals.elasticity().orElseThrow()).isCloseTo(-.5331, within(.003));
    assertThat(journals.interval().orElseThrow().contains(-.5331)).isTrue();
  }

  @Test
  void orangeJuiceAsLeastSquares() {
    Path file = orangeJuice();
    Elasticities all = estimate(OrangeJuice.read(file, Double.POSITIVE_INFINITY));
    Path gold = PublicData.find("pricing/own_ols_oj_elasticities.csv").orElseThrow();
    int brands = 0;
    try (TableReader reader = TableReader.open(gold)) {
      while (reader.next()) {
        ElasticityEstimate brand =
            all.products().stream()
                .filter(one -> one.product().equals("brand " + reader.cell(0)))
                .findFirst()
                .orElseThrow();
        double least = Double.parseDouble(reader.cell(2));
        assertThat(brand.own().orElseThrow()).isCloseTo(least, within(1e-8));
        assertThat(brand.elasticity().orElseThrow()).isCloseTo(least, within(.3));
        assertThat(brand.cross()).hasSize(10);
        brands++;
      }
    }
    assertThat(brands).isEqualTo(11);
  }

  @Test
  void orangeJuiceHeldOut() {
    assertThat(OrangeJuice.holdOutError(orangeJuice())).isLessThanOrEqualTo(.545);
  }

  private static Path orangeJuice() {
    Optional<Path> found = OrangeJuice.find();
    assumeTrue(found.isPresent(), "skipped: no public data (set TIKTOKTOE_DATA)");
    return found.orElseThrow();
  }

  private static Elasticities estimate(DemandHistory history) {
    return DynamicPricingEngine.elasticities(
        history, ElasticityOptions.defaults(), 2, Progress.SILENT);
  }
}
