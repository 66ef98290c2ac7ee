package io.tiktoktoe.risk.exposure;

import java.util.List;

/**
 * A stress scenario: shocks that happen together. A class, not a record: how its parts were told is
 * nobody else's.
 */
public final class StressScenario {

  /** Every subset of the parts is computed: twice as many with each. */
  public static final int MOST_PARTS = 10;

  /**
   * One shock as told; what it means for a creator is known when its names and days are {@linkplain
   * ScenarioCheck found}.
   *
   * @param target what is hit
   * @param factor what it is multiplied by; 0 when it is lost
   * @param days when
   * @param text as it was told
   */
  record Part(ScenarioTarget target, double factor, ScenarioDays days, String text) {}

  private final String title;
  private final List<Part> parts;

  /**
   * @param title what it is called
   * @param parts its shocks, at least one and at most {@value #MOST_PARTS}
   */
  StressScenario(String title, List<Part> parts) {
    this.title = title;
    this.parts = List.copyOf(parts);
    if (parts.isEmpty() || parts.size() > MOST_PARTS) {
      throw new IllegalArgumentException(
          "scenario %s has %d parts, it must have 1 to %d. Split it into several scenarios."
              .formatted(title, parts.size(), MOST_PARTS));
    }
  }

  /** What it is called. */
  public String title() {
    return title;
  }

  List<Part> parts() {
    return parts;
  }
}
