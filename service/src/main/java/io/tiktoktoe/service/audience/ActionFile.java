package io.tiktoktoe.service.audience;

import io.tiktoktoe.audience.strategy.ActionCatalogue;
import io.tiktoktoe.audience.strategy.EngagementAction;
import io.tiktoktoe.audience.strategy.Goal;
import io.tiktoktoe.audience.strategy.UpliftPrior;
import io.tiktoktoe.table.NamedColumn;
import io.tiktoktoe.table.NamedTable;
import io.tiktoktoe.table.TableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a creator's own actions: columns {@code action}, and, each of which may be absent or empty,
 * {@code cost} and {@code hours} (once for a segment), {@code fan_cost} and {@code fan_hours} (for
 * each fan), {@code messages} (to each fan, 1), {@code capacity} (most fans, any number), {@code
 * retention}, {@code monetization} and {@code growth} (relative uplift that is believed, such as
 * 0.1), each with {@code _sd} (standard deviation of the belief, half of it), and {@code source}.
 */
public final class ActionFile {

  private static final List<String> AMOUNTS =
      List.of("cost", "fan_cost", "hours", "fan_hours", "messages", "capacity");

  private static final String OWN = "the creator's own statement";

  private ActionFile() {}

  /**
   * Adds the actions of a file to a catalogue; one of the same name is replaced.
   *
   * @param minorUnits minor units of the creator's currency in one unit of the file's costs, such
   *     as 100 for euros
   * @throws TableException if the file is no table or one of its rows is wrong, naming it
   */
  public static ActionCatalogue addedTo(ActionCatalogue catalogue, Path file, double minorUnits) {
    List<NamedColumn> columns = new ArrayList<>(List.of(NamedColumn.text("action")));
    AMOUNTS.forEach(one -> columns.add(NamedColumn.number(one).optional()));
    for (Goal goal : Goal.values()) {
      columns.add(NamedColumn.number(goal.label()).optional());
      columns.add(NamedColumn.number(goal.label() + "_sd").optional());
    }
    columns.add(NamedColumn.text("source").optional());
    ActionCatalogue all = catalogue;
    List<String> seen = new ArrayList<>();
    try (NamedTable table = NamedTable.open(file, columns)) {
      while (table.next()) {
        EngagementAction action = action(table, minorUnits);
        if (seen.contains(action.code())) {
          throw table.wrong(
              "action %s is there already. Leave one out, or name them apart."
                  .formatted(action.code()));
        }
        seen.add(action.code());
        all = all.with(action);
      }
    }
    if (seen.isEmpty()) {
      throw new TableException(file + " has a header and no rows. Add at least one row.");
    }
    return all;
  }

  private static EngagementAction action(NamedTable table, double minorUnits) {
    try {
      return new EngagementAction(
          table.text("action"),
          minorUnits * number(table, "cost", 0),
          minorUnits * number(table, "fan_cost", 0),
          number(table, "hours", 0),
          number(table, "fan_hours", 0),
          number(table, "messages", 1),
          number(table, "capacity", Double.POSITIVE_INFINITY),
          priors(table));
    } catch (IllegalArgumentException e) {
      TableException wrong = table.wrong(String.valueOf(e.getMessage()));
      wrong.initCause(e);
      throw wrong;
    }
  }

  private static Map<Goal, UpliftPrior> priors(NamedTable table) {
    String source = table.has("source") ? table.text("source") : OWN;
    Map<Goal, UpliftPrior> priors = new EnumMap<>(Goal.class);
    for (Goal goal : Goal.values()) {
      double mean = number(table, goal.label(), Double.NaN);
      if (!Double.isNaN(mean)) {
        double deviation = number(table, goal.label() + "_sd", Math.abs(mean) / 2);
        priors.put(goal, new UpliftPrior(mean, deviation, source));
      }
    }
    if (priors.isEmpty()) {
      throw table.wrong(
          "no uplift is stated. Fill retention, monetization or growth, such as 0.1.");
    }
    return priors;
  }

  private static double number(NamedTable table, String field, double absent) {
    double number = table.has(field) ? table.numberOrMissing(field) : Double.NaN;
    return Double.isNaN(number) ? absent : number;
  }
}
