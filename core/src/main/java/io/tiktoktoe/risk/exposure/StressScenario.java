package io.tiktoktoe.risk.exposure;

import java.util.List;

/**
 * A stress scenario: shocks that happen together.
 *
 * @param title what it is called
 * @param parts its shocks, at least one and at most {@value #MOST_PARTS}
 */
public record StressScenario(String title, List<ScenarioPart> parts) {

  /** Every subset of the parts is computed: twice as many with each. */
  public static final int MOST_PARTS = 10;

  public StressScenario {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || parts.size() > MOST_PARTS) {
      throw new IllegalArgumentException(
          "scenario %s has %d parts, it must have 1 to %d. Split it into several scenarios."
              .formatted(title, parts.size(), MOST_PARTS));
    }
  }
}
