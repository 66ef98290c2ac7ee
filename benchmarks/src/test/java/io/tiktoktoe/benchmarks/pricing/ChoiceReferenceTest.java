package io.tiktoktoe.benchmarks.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.ChoiceEstimate;
import io.tiktoktoe.pricing.insight.ChoiceSituation;
import io.tiktoktoe.table.TableReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The conditional logit against another program's estimates of yogurt choices. */
class ChoiceReferenceTest {

  private static final List<String> NAMES = List.of("price", "feat", "hiland", "weight", "yoplait");

  @Test
  void yogurtAsAnotherProgramFitsIt() {
    Optional<Path> found = PublicData.find("pricing/logitr_yogurt.csv.gz");
    assumeTrue(found.isPresent(), "skipped: no public data (set TIKTOKTOE_DATA)");
    ChoiceEstimate told = DynamicPricingEngine.choices(read(found.orElseThrow()), NAMES, 0);
    double[] utilities = {-.366584, .491433, -3.715600, -.641184, .734571};
    double[] worth = {Double.NaN, 1.34057, -10.13573, -1.74908, 2.00383};
    assertThat(told.choices()).isEqualTo(2_412);
    assertThat(told.logLikelihood()).isCloseTo(-2656.8879, within(1e-3));
    for (int feature = 0; feature < utilities.length; feature++) {
      assertThat(told.features().get(feature).utility())
          .isCloseTo(utilities[feature], within(2e-5));
      if (feature > 0) {
        assertThat(told.features().get(feature).worth()).isCloseTo(worth[feature], within(1e-3));
      }
    }
  }

  private static List<ChoiceSituation> read(Path file) {
    List<ChoiceSituation> choices = new ArrayList<>();
    try (TableReader rows = TableReader.open(file)) {
      String situation = "";
      List<List<Double>> alternatives = new ArrayList<>();
      int chosen = 0;
      while (rows.next()) {
        if (!rows.cell(1).equals(situation) && !alternatives.isEmpty()) {
          choices.add(new ChoiceSituation(alternatives, chosen));
          alternatives = new ArrayList<>();
        }
        situation = rows.cell(1);
        chosen = rows.cell(3).equals("1") ? alternatives.size() : chosen;
        String brand = rows.cell(6);
        alternatives.add(
            List.of(
                Double.parseDouble(rows.cell(4)),
                Double.parseDouble(rows.cell(5)),
                brand.equals("hiland") ? 1.0 : 0,
                brand.equals("weight") ? 1.0 : 0,
                brand.equals("yoplait") ? 1.0 : 0));
      }
      choices.add(new ChoiceSituation(alternatives, chosen));
    }
    return choices;
  }
}
