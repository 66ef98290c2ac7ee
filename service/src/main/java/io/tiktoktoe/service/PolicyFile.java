package io.tiktoktoe.service;

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
 * each policy with its chance of the arm that was shown.
 */
final class PolicyFile {

  private static final String POLICY = "policy";
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
    if (places.keySet().stream().allMatch(this::hasChance)) {
      policies.put(POLICY, ofArms(columns));
    } else {
      requireNoneOfArms();
      for (String column : columns) {
        policies.put(
            column, LoggedChoices.ofShown(arms, rewards, propensities, table.numbers(column)));
      }
    }
    return policies;
  }

  /** Columns of some arms only are a policy with a gap, not policies that bear names of arms. */
  private void requireNoneOfArms() {
    List<String> with = places.keySet().stream().filter(this::hasChance).toList();
    if (!with.isEmpty()) {
      String without =
          places.keySet().stream().filter(arm -> !hasChance(arm)).findFirst().orElseThrow();
      throw new ServiceException.UnusableInput(
          "%s: column policy_%s is there, but not policy_%s, an arm of the file too. Add it (0"
              + " where the policy never shows it), or give columns for the arm that was shown"
              + " other names than those of arms.",
          file.path(), with.getFirst(), without);
    }
  }

  private boolean hasChance(String arm) {
    return table.has(POLICY + "_" + arm);
  }

  /** Every column is an arm, also one that the log never showed. */
  private LoggedChoices ofArms(List<String> columns) {
    String before = POLICY + "_";
    columns.stream()
        .filter(column -> column.startsWith(before))
        .forEach(column -> places.putIfAbsent(column.substring(before.length()), places.size()));
    double[][] chances = new double[table.rows()][places.size()];
    places.forEach(
        (arm, place) -> {
          double[] column = table.numbers(POLICY + "_" + arm);
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
