package io.tiktoktoe.benchmarks.privacy;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.privacy.DiscreteMass;
import io.tiktoktoe.privacy.Mechanism;
import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.PrivacyAccountant;
import io.tiktoktoe.privacy.mechanism.PartitionSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Partition selection, masses of discrete noise, concentrated privacy and smallest noises beside
 * published tables: largest relative distance, and how far any value lies below (selection: above).
 */
public final class PrivacyTables {

  private PrivacyTables() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    Optional<Path> folder = PublicData.find("dp");
    if (folder.isEmpty()) {
      System.out.println("skipped: there is no folder of public data");
      return;
    }
    selection(folder.get().resolve("partition_selection_keep_probability.csv"));
    masses(folder.get().resolve("discrete_distributions_pmf.csv"));
    concentrated(folder.get().resolve("zcdp_eps_from_rho_ibm.csv"));
    expectations(folder.get().resolve("published_expectations.csv"));
  }

  private static void selection(Path file) {
    Distance distance = new Distance();
    for (List<String> row : AccountantGold.rows(file)) {
      PartitionSelection selection =
          PartitionSelection.shared(number(row, 1), number(row, 2), (int) number(row, 3));
      // A larger chance than the optimum would break the promise.
      distance.add(row, number(row, 5), selection.chance((long) number(row, 4)));
    }
    distance.print("partition selection beside published chances (below: ours above)");
  }

  private static void masses(Path file) {
    Distance distance = new Distance();
    for (List<String> row : AccountantGold.rows(file)) {
      boolean gaussian = row.get(0).equals("discrete_gaussian_sigma2");
      DiscreteMass masses =
          gaussian
              ? DiscreteMass.of(NoiseKind.DISCRETE_GAUSSIAN, Math.sqrt(number(row, 1)))
              : DiscreteMass.of(NoiseKind.DISCRETE_LAPLACE, 1 / number(row, 1));
      distance.add(row, masses.mass(number(row, 2)), number(row, 3));
    }
    distance.print("masses of discrete noise beside published");
  }

  private static void concentrated(Path file) {
    Distance distance = new Distance();
    for (List<String> row : AccountantGold.rows(file)) {
      double ours = PrivacyAccountant.concentrated(number(row, 0), number(row, 1));
      distance.add(row, ours, number(row, 2));
    }
    distance.print("concentrated privacy beside published");
  }

  /** A noise a little above the published least must do, one a little below must not. */
  private static void expectations(Path file) {
    int right = 0;
    int tried = 0;
    int others = 0;
    for (List<String> row : AccountantGold.rows(file)) {
      Optional<NoiseKind> kind = kind(row.get(0));
      if (kind.isEmpty()) {
        others++;
      } else {
        tried++;
        boolean fits = isLeast(kind.get(), row);
        right += fits ? 1 : 0;
        if (!fits) {
          System.out.println("  differs: " + String.join(",", row));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "published smallest noises: %d of %d are ours; %d rows are of other methods%n",
        right,
        tried,
        others);
  }

  private static Optional<NoiseKind> kind(String quantity) {
    return switch (quantity) {
      case "smallest Laplace b" -> Optional.of(NoiseKind.LAPLACE);
      case "smallest discrete Laplace a" -> Optional.of(NoiseKind.DISCRETE_LAPLACE);
      case "smallest Gaussian std", "smallest subsampled Gaussian std" ->
          Optional.of(NoiseKind.GAUSSIAN);
      default -> Optional.empty();
    };
  }

  private static boolean isLeast(NoiseKind kind, List<String> row) {
    double value = number(row, 2);
    double tolerance = Math.max(number(row, 3), 1e-6 * value);
    // The published parameter of discrete Laplace noise is one over its scale.
    boolean inverse = kind == NoiseKind.DISCRETE_LAPLACE;
    double more = inverse ? 1 / (value - tolerance) : value + tolerance;
    double less = inverse ? 1 / (value + tolerance) : value - tolerance;
    double epsilon = named(row.get(1), "eps", 1);
    return cost(kind, more, row.get(1)) <= epsilon && cost(kind, less, row.get(1)) > epsilon;
  }

  private static double cost(NoiseKind kind, double parameter, String inputs) {
    Mechanism one =
        Mechanism.once(kind, parameter, named(inputs, "sens", 1))
            .times((long) named(inputs, "k", 1))
            .sampled(named(inputs, "q", 1));
    return PrivacyAccountant.cost(List.of(one), named(inputs, "delta", 0)).pld();
  }

  private static double named(String inputs, String name, double otherwise) {
    String[] words = inputs.split(" ");
    for (int i = 0; i + 1 < words.length; i++) {
      if (words[i].equals(name)) {
        return Double.parseDouble(words[i + 1]);
      }
    }
    return otherwise;
  }

  private static double number(List<String> row, int column) {
    return Double.parseDouble(row.get(column));
  }

  /** How far values lie from published ones. */
  private static final class Distance {

    private double largest;
    private double below;
    private int count;
    private String worst = "";

    void add(List<String> row, double value, double published) {
      double distance = published == 0 ? value : (value - published) / published;
      if (Math.abs(distance) > largest) {
        largest = Math.abs(distance);
        worst = String.join(",", row);
      }
      below = Math.max(below, -distance);
      count++;
    }

    void print(String name) {
      System.out.printf(
          Locale.ROOT,
          "%-64s %4d values, largest distance %.1e, below by %.1e; %s%n",
          name,
          count,
          largest,
          below,
          worst);
    }
  }
}
