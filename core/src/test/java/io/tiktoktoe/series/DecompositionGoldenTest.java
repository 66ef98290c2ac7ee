package io.tiktoktoe.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against R on made-up series; decomposition-golden.R beside the file rewrites it. */
class DecompositionGoldenTest {

  private static final int OBSERVED = 1;
  private static final int TREND = 2;
  private static final int SEASONAL = 3;
  private static final int SEASONAL2 = 4;
  private static final int REMAINDER = 5;
  private static final int WEIGHT = 6;

  @ParameterizedTest
  @ValueSource(strings = {"plain7", "robust7", "periodic", "robustPeriodic", "degrees", "jumps"})
  void stlMatchesR(String name) {
    List<double[]> golden = golden(name);

    Decomposition.Parts parts =
        (Decomposition.Parts) Stl.decompose(observed(name, golden), options(name));

    assertColumn(parts.trend(), golden, TREND);
    assertColumn(parts.seasonal(), golden, SEASONAL);
    assertColumn(parts.remainder(), golden, REMAINDER);
    assertColumn(parts.weights(), golden, WEIGHT);
  }

  @Test
  void mstlMatchesR() {
    List<double[]> golden = golden("mstl");

    Decomposition.Parts parts =
        (Decomposition.Parts)
            Mstl.decompose(observed("mstl", golden), MstlOptions.defaults(12, 60));

    assertColumn(parts.trend(), golden, TREND);
    assertColumn(parts.seasonal(12), golden, SEASONAL);
    assertColumn(parts.seasonal(60), golden, SEASONAL2);
    assertColumn(parts.remainder(), golden, REMAINDER);
  }

  private static StlOptions options(String name) {
    StlOptions options = StlOptions.defaults(7);
    return switch (name) {
      case "plain7" -> options;
      case "robust7" -> options.withRobust(true);
      case "periodic" -> options.withPeriodicSeason();
      case "robustPeriodic" -> options.withPeriodicSeason().withRobust(true);
      case "degrees" -> options.withSeasonalWindow(9).withDegrees(1, 0, 0);
      case "jumps" -> options.withWindows(11, 21, 9).withJumps(3, 5, 4).withIterations(3, 4);
      default -> throw new IllegalArgumentException("name (" + name + ") must be a golden case.");
    };
  }

  private static void assertColumn(double[] ours, List<double[]> golden, int column) {
    assertThat(ours).hasSize(golden.size());
    for (int step = 0; step < ours.length; step++) {
      assertThat(ours[step])
          .as("step %d, column %d", step, column)
          .isCloseTo(golden.get(step)[column], within(1e-9));
    }
  }

  private static Series observed(String name, List<double[]> golden) {
    return Series.of(name, golden.stream().mapToDouble(row -> row[OBSERVED]).toArray());
  }

  private static List<double[]> golden(String name) {
    List<double[]> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    DecompositionGoldenTest.class.getResourceAsStream("decomposition-golden.csv")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split(",");
        if (fields[0].equals(name)) {
          double[] row = new double[fields.length];
          for (int column = 1; column < fields.length; column++) {
            row[column] = Double.parseDouble(fields[column]);
          }
          rows.add(row);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(
          "golden file (decomposition-golden.csv) must be readable.", e);
    }
    assertThat(rows).as("golden rows of %s", name).isNotEmpty();
    return rows;
  }
}
