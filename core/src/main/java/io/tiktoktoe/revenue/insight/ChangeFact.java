package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.answer.Message;
import java.util.List;

/** One fact about a change of net income; amounts are minor units. */
public sealed interface ChangeFact extends Message {

  /** How a change compares with chance. */
  enum Chance {
    /** Nothing changed. */
    UNCHANGED,
    /** The history is too short to tell. */
    UNKNOWN,
    /** Chance alone rarely does that. */
    RARE,
    /** Chance alone does that often. */
    OFTEN
  }

  /** By how much net income changed, and whether chance does that. */
  record NetChanged(long before, long after, Chance chance) implements ChangeFact {

    @Override
    public String code() {
      return "net-changed";
    }
  }

  /** What the weekdays of the two periods alone would have changed. */
  record WeekdaysAlone(double change) implements ChangeFact {

    @Override
    public String code() {
      return "weekdays-alone";
    }
  }

  /** Groups of a dimension that changed beyond chance, the largest change first. */
  record BeyondChance(Dimension dimension, List<GroupChange> groups) implements ChangeFact {

    public BeyondChance {
      groups = List.copyOf(groups);
    }

    @Override
    public String code() {
      return "beyond-chance";
    }
  }

  /** By how much one group changed. */
  record GroupChange(String group, long change) {}

  /** What drove the change. */
  record DrivenBy(ChangeDrivers drivers) implements ChangeFact {

    @Override
    public String code() {
      return "driven-by";
    }
  }
}
