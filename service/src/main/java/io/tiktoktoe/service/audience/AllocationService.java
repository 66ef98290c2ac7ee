package io.tiktoktoe.service.audience;

import io.tiktoktoe.audience.strategy.Goal;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.audience.AllocationAnswer;
import io.tiktoktoe.service.model.audience.AllocationRequest;
import io.tiktoktoe.service.model.audience.AllocationTable;
import io.tiktoktoe.table.NamedColumn;
import io.tiktoktoe.table.NamedTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Allocates actions to the segments of a file within limits, without a store. */
public final class AllocationService {

  private static final List<String> FIELDS =
      List.of("segment", "action", "cost", "retention", "monetization", "growth", "group");

  private AllocationService() {}

  /**
   * Reads the actions of a file. Several rows of one segment are its options, of which at most one
   * is taken.
   *
   * @param names other names of columns: key is the file's, value is segment, action, cost,
   *     retention, monetization, growth, group (may be absent) or a resource
   * @param resources further columns of numbers, at least 0
   * @throws ServiceException.BadRequest if a value of {@code names} is another
   * @throws io.tiktoktoe.table.TableException if the file is no table or one of its rows is wrong
   */
  public static AllocationTable read(
      Path file, Map<String, String> names, List<String> resources, Call call) {
    List<String> small = resources.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
    for (String field : names.values()) {
      if (!FIELDS.contains(field) && !small.contains(field)) {
        throw new ServiceException.BadRequest(
            "map", "{map} names field %s. Use %s.", field, String.join(", ", FIELDS));
      }
    }
    return new AllocationReading(file, small).read(names, call.progress());
  }

  /**
   * Reads how many segments may get each action: columns {@code action} and {@code cap}.
   *
   * @throws io.tiktoktoe.table.TableException if a row is wrong, or an action is not in the table
   */
  public static Map<String, Double> caps(Path file, AllocationTable table) {
    Map<String, Double> caps = new LinkedHashMap<>();
    List<NamedColumn> columns = List.of(NamedColumn.text("action"), NamedColumn.number("cap"));
    try (NamedTable rows = NamedTable.open(file, columns)) {
      while (rows.next()) {
        String action = rows.text("action");
        double cap = rows.number("cap");
        if (!table.actions().contains(action)) {
          throw rows.wrong(
              "action %s is in no row of the actions, which are %s. Check its name."
                  .formatted(action, some(table.actions())));
        }
        if (cap < 0) {
          throw rows.wrong(
              "cap (%s) must be at least 0. Leave the row out for no cap.".formatted(cap));
        }
        if (caps.put(action, cap) != null) {
          throw rows.wrong("action %s has a cap already. Leave one out.".formatted(action));
        }
      }
    }
    return caps;
  }

  private static String some(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(8, names.size())));
    return names.size() > 8 ? first + " and %,d more".formatted(names.size() - 8) : first;
  }

  /**
   * The best plan within the limits, and others to choose from.
   *
   * @throws ServiceException.BadRequest if the request names what the table does not have
   * @throws ServiceException.UnusableInput if no plan keeps all limits, saying which to relax and
   *     by how much
   */
  public static AllocationAnswer allocate(
      AllocationTable table, AllocationRequest request, Call call) {
    List<String> missing = new ArrayList<>(request.limits().keySet());
    missing.removeAll(table.resources().keySet());
    if (!missing.isEmpty()) {
      throw new ServiceException.BadRequest(
          "limit", "{limit} names %s, which was not read.", String.join(", ", missing));
    }
    if (request.leastShare() > 0 && table.groups().isEmpty()) {
      throw new ServiceException.BadRequest(
          "least_share",
          "{least_share} needs a column group in the file. Add it, or rename one with {map}.");
    }
    for (Goal goal : Goal.values()) {
      if (table.values(goal).length != table.cost().length) {
        throw new IllegalArgumentException("the table has no " + goal.label() + ".");
      }
    }
    return new AllocationPlanning(table, request, call.progress()).answer();
  }
}
