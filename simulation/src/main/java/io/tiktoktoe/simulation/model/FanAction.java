package io.tiktoktoe.simulation.model;

import java.util.Locale;

/** What a creator can do for a segment of fans. */
public enum FanAction {
  /** Attention that keeps them: they leave and cancel less often. */
  THANK,
  /** A reason to buy: more of them buy at the same price. */
  OFFER,
  /** A reason to bring others: they share more. */
  INVITE;

  /** Its name in events and files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FanAction of(String label) {
    for (FanAction action : values()) {
      if (action.label().equals(label)) {
        return action;
      }
    }
    throw new IllegalArgumentException(
        "action (%s) must be thank, offer or invite.".formatted(label));
  }
}
