package io.tiktoktoe.simulation.model;

import java.util.Locale;

/** How hard the simulated world is for those who analyse it. */
public enum WorldKind {
  /** As far as public data tell like the real one: shocks, drift, bursts, lags, confounding. */
  HARD,
  /**
   * An economy of its own for each seed, between nearly calm and somewhat harder than the hard
   * world. For learning and checking what must hold in more than one economy.
   */
  VARIED,
  /** As textbook models assume: stationary, independent, unconfounded. For unit tests. */
  KIND;

  /** Its name in options. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The world of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static WorldKind of(String label) {
    for (WorldKind kind : values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("world (%s) must be hard, varied or kind.".formatted(label));
  }
}
