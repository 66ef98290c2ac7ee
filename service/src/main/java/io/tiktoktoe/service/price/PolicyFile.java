package io.tiktoktoe.service.price;

import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.price.PolicyAnswer;
import io.tiktoktoe.service.model.price.PolicyRow;
import io.tiktoktoe.service.model.price.PriceFile;
import io.tiktoktoe.stats.bandit.LoggedChoices;
import io.tiktoktoe.stats.bandit.OffPolicy;
import io.tiktoktoe.table.ColumnTable;
import io.tiktoktoe.table.ColumnsFile;
import io.tiktoktoe.table.TableException;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a log of choices from a plain file: {@code arm}, {@code reward}, {@code propensity}, and a
 * policy in columns that begin with {@code policy}: one for each arm ({@code policy_A}), or one for
 * each policy with its chance of the arm that was shown; none of these is named like an arm.
 */
final class PolicyFile {

  private static final String POLICY = "policy";
  private static final String POLICY_OF = "policy_";
  private static final String UNIFORM = "uniform";
  private static final List<String> NAMED = List.of("arm", "reward", "propensity");

  private static final ColumnsFile.Wanted LOG =
      new ColumnsFile.Wanted(
          List.of("reward", "propensity"),
          List.of("arm"),
          List.of(),
          List.of(),
          name -> name.toLowerCase(Locale.ROOT).startsWith(POLICY));

  private final PriceFile file;
  private final ColumnTable table;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final int[] arms;
  private final double[] rewards;
  private final double[] propensities;

  private PolicyFile(PriceFile file, ColumnTable table) {
    this.file = file;
    this.table = table;
    this.rewards = table.numbers("reward");
    this.propensities = table.numbers("propensity");
    this.arms =
        table.texts("arm").stream()
            .mapToInt(arm -> places.computeIfAbsent(arm, key -> places.size()))
            .toArray();
  }

  /** Evaluates the policies of the file, or the one that is asked for. */
  static PolicyAnswer evaluate(PriceFile file, Optional<String> asked, Progress progress) {
    ColumnTable table = ColumnsFile.read(file.path(), file.names(), LOG, progress);
    PolicyFile log = new PolicyFile(file, table);
    List<PolicyRow> rows = new ArrayList<>();
    List<PolicyAnswer.Overlap> overlaps = new ArrayList<>();
    try {
      log.policies(asked)
          .forEach(
              (name, choices) -> {
                OffPolicy.Evaluation one = OffPolicy.evaluate(choices);
                one.values().forEach(value -> rows.add(PolicyRow.of(name, value)));
                overlaps.add(
                    new PolicyAnswer.Overlap(name, one.effectiveSize(), one.largestShare()));
              });
    } catch (IllegalArgumentException e) {
      throw new TableException("%s: %s".formatted(file.path(), e.getMessage()), e);
    }
    return new PolicyAnswer(rows, overlaps, table.rows());
  }

  private Map<String, LoggedChoices> policies(Optional<String> asked) {
    Map<String, LoggedChoices> policies = new LinkedHashMap<>();
    if (asked.isPresent()) {
      policies.put(asked.get(), fixed(asked.get()));
      return policies;
    }
    List<String> columns = table.furtherNumbers(NAMED);
    table.furtherTexts(NAMED).stream()
        .findFirst()
        .ifPresent(
            column -> {
              throw new ServiceException.UnusableInput(
                  "%s: column %s must hold chances from 0 to 1 in every row.", file.path(), column);
            });
    if (columns.isEmpty()) {
      throw new ServiceException.UnusableInput(
          "%s: no column begins with policy, so there is nothing to evaluate. Add a column policy"
              + " with the chance of the arm shown, columns policy_ARM for all arms, or ask for"
              + " {policy} uniform or an arm.",
          file.path());
    }
    Map<String, String> ofArms = armColumns(columns);
    if (ofArms.keySet().containsAll(places.keySet())) {
      policies.put(POLICY, ofArms(ofArms));
    } else {
      requireNoArm(ofArms);
      for (String column : columns) {
        policies.put(
            column, LoggedChoices.ofShown(arms, rewards, propensities, table.numbers(column)));
      }
    }
    return policies;
  }

  /** The columns {@code policy_ARM} by the arm they name, which may be one never shown. */
  private static Map<String, String> armColumns(List<String> columns) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String column : columns) {
      if (column.toLowerCase(Locale.ROOT).startsWith(POLICY_OF)) {
        found.put(column.substring(POLICY_OF.length()), column);
      }
    }
    return found;
  }

  /**
   * A policy named like an arm is a policy of arms that lacks one: its numbers mean another thing.
   */
  private void requireNoArm(Map<String, String> columns) {
    for (Map.Entry<String, String> column : columns.entrySet()) {
      if (places.containsKey(column.getKey())) {
        throw new ServiceException.UnusableInput(
            "%s: column %s is of arm %s, and arm %s has none. Add a column policy_%s, or rename"
                + " columns of policies so that none is named like an arm.",
            file.path(), column.getValue(), column.getKey(), lacking(columns), lacking(columns));
      }
    }
  }

  private String lacking(Map<String, String> columns) {
    return places.keySet().stream().filter(arm -> !columns.containsKey(arm)).findFirst().orElse("");
  }

  /** Every column is an arm, also one that the log never showed. */
  private LoggedChoices ofArms(Map<String, String> columns) {
    columns.keySet().forEach(arm -> places.putIfAbsent(arm, places.size()));
    double[][] chances = new double[table.rows()][places.size()];
    places.forEach(
        (arm, place) -> {
          String name = columns.get(arm);
          double[] column = name == null ? new double[0] : table.numbers(name);
          for (int row = 0; row < column.length; row++) {
            chances[row][place] = column[row];
          }
        });
    return LoggedChoices.ofArms(arms, rewards, propensities, chances);
  }

  /** Every arm alike, or one arm always. */
  private LoggedChoices fixed(String asked) {
    double[] chances = new double[places.size()];
    if (asked.equals(UNIFORM)) {
      Arrays.fill(chances, 1.0 / chances.length);
    } else if (places.containsKey(asked)) {
      chances[places.get(asked)] = 1;
    } else {
      throw new ServiceException.BadRequest(
          POLICY,
          "{policy} (%s) is neither uniform nor an arm of the file, such as %s",
          asked,
          places.keySet().iterator().next());
    }
    double[][] all = new double[table.rows()][];
    Arrays.fill(all, chances);
    return LoggedChoices.ofArms(arms, rewards, propensities, all);
  }
}
