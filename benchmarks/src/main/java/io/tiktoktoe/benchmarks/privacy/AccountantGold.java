package io.tiktoktoe.benchmarks.privacy;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.privacy.Mechanism;
import io.tiktoktoe.privacy.NoiseChoice;
import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.PrivacyAccountant;
import io.tiktoktoe.privacy.PrivacyCost;
import io.tiktoktoe.table.TableReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The privacy accountant against published tables: largest relative distance, how far any value
 * lies below the exact one, and the time of 365 compositions.
 */
public final class AccountantGold {

  private double largest;
  private double below;
  private String worst = "";
  private int count;

  private AccountantGold() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    Optional<Path> folder = PublicData.find("dp");
    if (folder.isEmpty()) {
      System.out.println("skipped: there is no folder of public data");
    } else {
      gaussian(folder.get().resolve("gaussian_composition_epsilon.csv"));
      laplace(folder.get().resolve("laplace_composition_epsilon.csv"));
      noise(folder.get().resolve("analytic_gaussian_sigma.csv"));
    }
    speed();
  }

  private static void gaussian(Path file) {
    AccountantGold pld = new AccountantGold();
    AccountantGold sampled = new AccountantGold();
    AccountantGold rdp = new AccountantGold();
    for (List<String> row : rows(file)) {
      Mechanism one = Mechanism.once(NoiseKind.GAUSSIAN, number(row, 0), 1).times(whole(row, 1));
      double delta = number(row, 2);
      PrivacyCost cost = PrivacyAccountant.cost(List.of(one), delta);
      pld.compare(row, cost.pld(), number(row, 3));
      rdp.compare(row, cost.rdp(), number(row, 5));
      // Nearly everybody is in the sample: the same, by the way of general mechanisms.
      Mechanism nearly = one.sampled(1 - 1e-12);
      sampled.compare(row, PrivacyAccountant.cost(List.of(nearly), delta).pld(), number(row, 3));
    }
    pld.print("Gaussian, closed form beside exact");
    sampled.print("Gaussian, loss distribution beside exact");
    rdp.print("Gaussian, Renyi beside published");
  }

  private static void laplace(Path file) {
    AccountantGold pld = new AccountantGold();
    AccountantGold rdp = new AccountantGold();
    for (List<String> row : rows(file)) {
      boolean discrete = row.get(0).equals("discrete_laplace");
      NoiseKind kind = discrete ? NoiseKind.DISCRETE_LAPLACE : NoiseKind.LAPLACE;
      double scale = discrete ? 1 / number(row, 1) : number(row, 1);
      Mechanism one = Mechanism.once(kind, scale, 1).times(whole(row, 3));
      PrivacyCost cost = PrivacyAccountant.cost(List.of(one), number(row, 4));
      pld.compare(row, cost.pld(), number(row, 5));
      if (!row.get(6).isEmpty()) {
        rdp.compare(row, cost.rdp(), number(row, 6));
      }
    }
    pld.print("Laplace and discrete, loss distribution beside published");
    rdp.print("Laplace, Renyi beside published");
  }

  private static void noise(Path file) {
    AccountantGold sigma = new AccountantGold();
    for (List<String> row : rows(file)) {
      NoiseChoice choice = NoiseChoice.of(number(row, 0), number(row, 1), number(row, 2), 100);
      if (choice.mechanism().kind() == NoiseKind.GAUSSIAN) {
        // A hundred statistics are as one of ten times the sensitivity.
        sigma.compare(row, choice.standardError() / 10, number(row, 3));
      }
    }
    sigma.print("analytic Gaussian sigma beside published");
  }

  private void compare(List<String> row, double ours, double published) {
    double distance = (ours - published) / published;
    if (Math.abs(distance) > largest) {
      largest = Math.abs(distance);
      worst = String.join(",", row) + " gave " + ours;
    }
    below = Math.max(below, -distance);
    count++;
  }

  private void print(String name) {
    System.out.printf(
        Locale.ROOT,
        "%-58s %4d values, largest distance %.1e, below by %.1e; %s%n",
        name,
        count,
        largest,
        below,
        worst);
  }

  private static void speed() {
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      PrivacyCost cost =
          PrivacyAccountant.cost(
              List.of(
                  Mechanism.once(NoiseKind.LAPLACE, 300, 1).times(200),
                  Mechanism.once(NoiseKind.GAUSSIAN, 200, 1).times(165)),
              1e-6);
      System.out.printf(
          Locale.ROOT,
          "365 compositions of two kinds: epsilon %.6f in %.0f ms%n",
          cost.pld(),
          (System.nanoTime() - start) / 1e6);
    }
  }

  private static double number(List<String> row, int column) {
    return Double.parseDouble(row.get(column));
  }

  private static long whole(List<String> row, int column) {
    return (long) number(row, column);
  }

  static List<List<String>> rows(Path file) {
    List<List<String>> rows = new ArrayList<>();
    try (TableReader table = TableReader.open(file)) {
      while (table.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
          row.add(table.cell(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
