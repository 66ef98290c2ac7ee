package io.tiktoktoe.benchmarks.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.PriceSensitivity;
import io.tiktoktoe.pricing.insight.SurveyAnswer;
import io.tiktoktoe.pricing.insight.SurveyOptions;
import io.tiktoktoe.table.TableReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The price sensitivity meter against R's pricesensitivitymeter, to the digit. */
class SurveyReferenceTest {

  private static final Offset<Double> ROUNDING = Offset.offset(1e-9);

  @Test
  void everyReferenceRowIsMet() {
    Optional<Path> found = PublicData.find("van_westendorp/psm_reference_r.csv");
    assumeTrue(found.isPresent(), "skipped: no public data (set TIKTOKTOE_DATA)");
    int rows = 0;
    try (TableReader reference = TableReader.open(found.orElseThrow())) {
      while (reference.next()) {
        compare(reference);
        rows++;
      }
    }
    assertThat(rows).isEqualTo(16);
  }

  private static void compare(TableReader reference) {
    SurveyOptions options =
        SurveyOptions.defaults()
            .withInterpolate(reference.cell(1).equals("TRUE"))
            .withCrossing(
                SurveyOptions.Crossing.valueOf(reference.cell(2).toUpperCase(Locale.ROOT)));
    PriceSensitivity.Points points =
        (PriceSensitivity.Points)
            DynamicPricingEngine.priceSensitivity(answers(reference.cell(0)), options);
    assertThat(points.respondents()).isEqualTo(Integer.parseInt(reference.cell(3)));
    assertThat(points.invalid()).isEqualTo(Integer.parseInt(reference.cell(4)));
    meets(points.pmc(), reference, 5);
    meets(points.idp(), reference, 6);
    meets(points.opp(), reference, 7);
    meets(points.pme(), reference, 8);
    if (reference.cell(9).equals("NA")) {
      assertThat(points.trial()).isEmpty();
    } else {
      PriceSensitivity.Trial trial = points.trial().orElseThrow();
      assertThat(trial.price()).isCloseTo(Double.parseDouble(reference.cell(9)), ROUNDING);
      assertThat(trial.revenuePrice()).isCloseTo(Double.parseDouble(reference.cell(10)), ROUNDING);
    }
  }

  private static void meets(OptionalDouble point, TableReader reference, int column) {
    assertThat(point.orElseThrow())
        .as("%s of row %d", reference.columns().get(column), reference.row())
        .isCloseTo(Double.parseDouble(reference.cell(column)), ROUNDING);
  }

  private static List<SurveyAnswer> answers(String sample) {
    List<SurveyAnswer> answers = new ArrayList<>();
    Path file = PublicData.find("van_westendorp/psm_samples_synthetic.csv.gz").orElseThrow();
    try (TableReader rows = TableReader.open(file)) {
      while (rows.next()) {
        if (rows.cell(0).equals(sample)) {
          answers.add(
              new SurveyAnswer(
                  number(rows, 2),
                  number(rows, 3),
                  number(rows, 4),
                  number(rows, 5),
                  number(rows, 6),
                  number(rows, 7)));
        }
      }
    }
    return answers;
  }

  private static double number(TableReader rows, int column) {
    return rows.cell(column).equals("NA") ? Double.NaN : Double.parseDouble(rows.cell(column));
  }
}
