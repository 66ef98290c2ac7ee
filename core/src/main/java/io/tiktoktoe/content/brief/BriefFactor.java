package io.tiktoktoe.content.brief;

import java.util.Locale;

/** A design factor: what of a content its maker chooses. */
public enum BriefFactor {
  TYPE,
  CATEGORY,
  PLATFORM,
  LENGTH,
  HOURS,
  WEEKDAY;

  /** Its name in tables and answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
