package io.tiktoktoe.audience.strategy;

import java.util.Locale;

/** An objective of engagement: what an action is meant to change in the days of the horizon. */
public enum Goal {
  /** Fans who stay and would have left. */
  RETENTION,
  /** Net income, minor units of the creator's currency. */
  MONETIZATION,
  /** New fans. */
  GROWTH;

  /** Its name in files and answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
