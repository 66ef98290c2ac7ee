package io.tiktoktoe.service.privacy;

import io.tiktoktoe.privacy.Mechanism;
import io.tiktoktoe.privacy.NoiseChoice;
import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.PrivacyAccountant;
import io.tiktoktoe.privacy.PrivacyCost;
import io.tiktoktoe.service.model.NoiseAnswer;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.table.NamedColumn;
import io.tiktoktoe.table.NamedTable;
import io.tiktoktoe.table.TableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What releases cost in privacy, and which noise an allowance buys. */
public final class PrivacyService {

  private static final List<NamedColumn> COLUMNS =
      List.of(
          NamedColumn.text("mechanism"),
          NamedColumn.number("parameter"),
          NamedColumn.number("sensitivity"),
          NamedColumn.number("count").optional(),
          NamedColumn.number("sampling").optional());

  private PrivacyService() {}

  /**
   * The epsilon of all releases that a file lists: mechanism (gaussian, laplace, discrete_gaussian,
   * discrete_laplace), parameter (sigma or scale), sensitivity, count and sampling (both 1 when
   * absent or empty).
   *
   * @param names other names of columns: key is the file's
   * @param delta chance with which the promise may fail
   * @throws TableException if the file is no table or one of its rows is wrong
   * @throws ServiceException.BadRequest if delta is out of range, or 0 where the noise has no bound
   */
  public static PrivacyCost cost(Path file, Map<String, String> names, double delta) {
    requireDelta(delta);
    List<Mechanism> mechanisms = mechanisms(file, names);
    PrivacyCost cost = PrivacyAccountant.cost(mechanisms, delta);
    if (Double.isInfinite(cost.pld())) {
      throw new ServiceException.BadRequest(
          "delta", "{delta} is 0, for which Gaussian noise has no epsilon. Allow 1e-6, or so.");
    }
    return cost;
  }

  private static List<Mechanism> mechanisms(Path file, Map<String, String> names) {
    List<Mechanism> mechanisms = new ArrayList<>();
    try (NamedTable table = NamedTable.open(file, names, COLUMNS)) {
      while (table.next()) {
        mechanisms.add(mechanism(table));
      }
    }
    if (mechanisms.isEmpty()) {
      throw new TableException(file + " has a header and no rows. Add at least one release.");
    }
    return mechanisms;
  }

  private static Mechanism mechanism(NamedTable table) {
    String name = table.text("mechanism");
    NoiseKind kind =
        NoiseKind.ofLabel(name)
            .orElseThrow(
                () ->
                    table.wrong(
                        "mechanism (%s) is unknown. Use one of %s.".formatted(name, labels())));
    double count = orOne(table, "count");
    if (count != Math.rint(count)) {
      throw table.wrong("count (%s) must be a whole number.".formatted(count));
    }
    try {
      return new Mechanism(
          kind,
          table.number("parameter"),
          table.number("sensitivity"),
          (long) count,
          orOne(table, "sampling"));
    } catch (IllegalArgumentException e) {
      throw table.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static double orOne(NamedTable table, String field) {
    double number = table.has(field) ? table.numberOrMissing(field) : Double.NaN;
    return Double.isNaN(number) ? 1 : number;
  }

  private static String labels() {
    return Arrays.stream(NoiseKind.values())
        .map(NoiseKind::label)
        .collect(Collectors.joining(", "));
  }

  /**
   * The noise of the smallest standard error for a number of statistics together.
   *
   * @param epsilon allowed for all together, from 1e-5 to 100
   * @param delta chance with which the promise may fail, from 0 to below 1
   * @param sensitivity by how much one person moves each statistic at most, above 0
   * @param count how many statistics, at least 1
   * @throws ServiceException.BadRequest if a number is out of range
   */
  public static NoiseAnswer noise(double epsilon, double delta, double sensitivity, long count) {
    requireDelta(delta);
    Budgets.requireEpsilon(epsilon);
    if (!(sensitivity > 0 && sensitivity <= NoiseChoice.MOST_SENSITIVITY)) {
      throw new ServiceException.BadRequest(
          "sensitivity",
          "{sensitivity} %s is out of range. Use by how much one person moves a statistic at most,"
              + " above 0 and up to 1e12.",
          sensitivity);
    }
    if (count < 1 || count > NoiseChoice.MOST_STATISTICS) {
      throw new ServiceException.BadRequest(
          "count", "{count} %s is out of range. Use a number from 1 to 1000000.", count);
    }
    return NoiseAnswer.of(NoiseChoice.of(epsilon, delta, sensitivity, count));
  }

  private static void requireDelta(double delta) {
    if (!(delta >= 0 && delta < 1) || delta > 0 && delta < PrivacyAccountant.LEAST_DELTA) {
      throw new ServiceException.BadRequest(
          "delta",
          "{delta} %s is out of range. Use 0, or a number from 1e-15 to below 1, such as 1e-6.",
          delta);
    }
  }
}
