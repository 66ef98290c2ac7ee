package io.tiktoktoe.revenue.change;

import io.tiktoktoe.revenue.insight.ChangeDrivers;
import io.tiktoktoe.revenue.insight.ChangeFact;
import io.tiktoktoe.revenue.insight.ChangeFact.Chance;
import io.tiktoktoe.revenue.insight.ChangeLine;
import io.tiktoktoe.revenue.insight.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Picks what is worth telling of a change: how much, whether chance does that, who and how. */
final class ChangeFacts {

  /** Share of the change from which on weekdays are worth telling. */
  private static final double WORTH_TELLING = 0.1;

  private static final int MOST_GROUPS = 3;

  private ChangeFacts() {}

  static List<ChangeFact> of(
      ChangeLine total,
      double calendar,
      Map<Dimension, List<ChangeLine>> byDimension,
      ChangeDrivers drivers) {
    List<ChangeFact> facts = new ArrayList<>();
    facts.add(new ChangeFact.NetChanged(total.before(), total.after(), chance(total)));
    if (Math.abs(calendar) >= Math.max(1, Math.abs(total.change()) * WORTH_TELLING)) {
      facts.add(new ChangeFact.WeekdaysAlone(calendar));
    }
    for (Dimension dimension : Dimension.values()) {
      List<ChangeFact.GroupChange> signals =
          byDimension.getOrDefault(dimension, List.of()).stream()
              .filter(ChangeLine::signal)
              .limit(MOST_GROUPS)
              .map(line -> new ChangeFact.GroupChange(line.group(), line.change()))
              .toList();
      if (!signals.isEmpty()) {
        facts.add(new ChangeFact.BeyondChance(dimension, signals));
      }
    }
    if (total.change() != 0) {
      facts.add(new ChangeFact.DrivenBy(drivers));
    }
    return facts;
  }

  private static Chance chance(ChangeLine total) {
    if (total.change() == 0) {
      return Chance.UNCHANGED;
    }
    if (total.pValue() == 1) {
      return Chance.UNKNOWN;
    }
    return total.signal() ? Chance.RARE : Chance.OFTEN;
  }
}
