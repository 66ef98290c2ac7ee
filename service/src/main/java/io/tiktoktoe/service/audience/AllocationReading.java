package io.tiktoktoe.service.audience;

import io.tiktoktoe.audience.strategy.Goal;
import io.tiktoktoe.service.model.audience.AllocationTable;
import io.tiktoktoe.table.NamedColumn;
import io.tiktoktoe.table.NamedTable;
import io.tiktoktoe.table.TableException;
import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of one file of actions and lays them out by segment. */
final class AllocationReading {

  /** Rows between two reports of progress. */
  private static final int PROGRESS_ROWS = 1 << 16;

  private final Path file;
  private final List<String> resources;
  private final Map<String, Integer> segments = new LinkedHashMap<>();
  private final Map<String, Integer> actions = new LinkedHashMap<>();
  private final List<String> groups = new ArrayList<>();
  private int[] segment = new int[1024];
  private int[] action = new int[1024];

  /** Cost, the goals and the resources. */
  private final double[][] columns;

  private int count;

  AllocationReading(Path file, List<String> resources) {
    this.file = file;
    this.resources = resources;
    this.columns = new double[1 + Goal.values().length + resources.size()][1024];
  }

  AllocationTable read(Map<String, String> names, Progress progress) {
    List<NamedColumn> asked =
        new ArrayList<>(
            List.of(
                NamedColumn.text("segment"),
                NamedColumn.text("action"),
                NamedColumn.number("cost"),
                NamedColumn.text("group").optional()));
    for (Goal goal : Goal.values()) {
      asked.add(NamedColumn.number(goal.label()));
    }
    resources.forEach(one -> asked.add(NamedColumn.number(one)));
    try (NamedTable table = NamedTable.open(file, names, asked)) {
      while (table.next()) {
        add(table);
        if (table.row() % PROGRESS_ROWS == 0) {
          progress.report("reading " + file, table.row(), -1);
        }
      }
      if (count == 0) {
        throw new TableException(file + " has a header and no rows. Add at least one row.");
      }
      return laidOut(table.otherColumns());
    }
  }

  private void add(NamedTable table) {
    if (count == segment.length) {
      grow();
    }
    String name = table.text("segment");
    int known = segments.size();
    segment[count] = segments.computeIfAbsent(name, absent -> segments.size());
    if (table.has("group")) {
      addGroup(table, segment[count], known);
    }
    action[count] = actions.computeIfAbsent(table.text("action"), absent -> actions.size());
    int column = 0;
    columns[column++][count] = notNegative(table, "cost");
    for (Goal goal : Goal.values()) {
      columns[column++][count] = table.number(goal.label());
    }
    for (String resource : resources) {
      columns[column++][count] = notNegative(table, resource);
    }
    count++;
  }

  private void addGroup(NamedTable table, int of, int known) {
    String group = table.text("group");
    if (of == known) {
      groups.add(group);
    } else if (!groups.get(of).equals(group)) {
      throw table.wrong(
          "segment %s is of group %s here and of %s before. Give it one group."
              .formatted(table.text("segment"), group, groups.get(of)));
    }
  }

  private static double notNegative(NamedTable table, String column) {
    double value = table.number(column);
    if (value < 0) {
      throw table.wrong(
          "%s (%s) must be at least 0. Count what comes in under a goal.".formatted(column, value));
    }
    return value;
  }

  private void grow() {
    int larger = count + (count >> 1);
    segment = Arrays.copyOf(segment, larger);
    action = Arrays.copyOf(action, larger);
    for (int column = 0; column < columns.length; column++) {
      columns[column] = Arrays.copyOf(columns[column], larger);
    }
  }

  /** Rows by segment, those of one segment in the order of the file (counting sort). */
  private AllocationTable laidOut(List<String> unused) {
    int[] first = new int[segments.size() + 1];
    for (int row = 0; row < count; row++) {
      first[segment[row] + 1]++;
    }
    for (int at = 1; at < first.length; at++) {
      first[at] += first[at - 1];
    }
    int[] next = first.clone();
    int[] place = new int[count];
    for (int row = 0; row < count; row++) {
      place[row] = next[segment[row]]++;
    }
    requireOnce(first, place);
    Map<Goal, double[]> goals = new EnumMap<>(Goal.class);
    for (Goal goal : Goal.values()) {
      goals.put(goal, placed(columns[1 + goal.ordinal()], place));
    }
    Map<String, double[]> uses = new LinkedHashMap<>();
    for (int at = 0; at < resources.size(); at++) {
      uses.put(resources.get(at), placed(columns[1 + Goal.values().length + at], place));
    }
    int[] actionsPlaced = new int[count];
    for (int row = 0; row < count; row++) {
      actionsPlaced[place[row]] = action[row];
    }
    return new AllocationTable(
        List.copyOf(segments.keySet()),
        groups,
        List.copyOf(actions.keySet()),
        first,
        actionsPlaced,
        placed(columns[0], place),
        goals,
        uses,
        unused);
  }

  private double[] placed(double[] values, int[] place) {
    double[] placed = new double[count];
    for (int row = 0; row < count; row++) {
      placed[place[row]] = values[row];
    }
    return placed;
  }

  private void requireOnce(int[] first, int[] place) {
    int[] rowAt = new int[count];
    for (int row = 0; row < count; row++) {
      rowAt[place[row]] = row;
    }
    int[] seen = new int[actions.size()];
    Arrays.fill(seen, -1);
    for (int of = 0; of + 1 < first.length; of++) {
      for (int at = first[of]; at < first[of + 1]; at++) {
        int one = action[rowAt[at]];
        if (seen[one] >= first[of]) {
          throw twice(rowAt[seen[one]], rowAt[at]);
        }
        seen[one] = at;
      }
    }
  }

  private TableException twice(int earlier, int later) {
    return new TableException(
        "%s: rows %d and %d give segment %s the action %s twice. Leave one out, or name them apart."
            .formatted(
                file,
                earlier + 1,
                later + 1,
                List.copyOf(segments.keySet()).get(segment[later]),
                List.copyOf(actions.keySet()).get(action[later])));
  }
}
