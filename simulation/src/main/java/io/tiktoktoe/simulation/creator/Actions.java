package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.Purpose;
import io.tiktoktoe.simulation.model.FanAction;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import io.tiktoktoe.simulation.world.Segment;
import java.util.Locale;
import java.util.function.Consumer;

/** What actions of one creator do to each segment; part of the creator's nature. */
final class Actions {

  private Actions() {}

  /**
   * What the action multiplies: leaving and churn ({@link FanAction#THANK}), willingness to pay
   * ({@link FanAction#OFFER}), shares ({@link FanAction#INVITE}).
   */
  static double factor(long creator, int segment, FanAction action) {
    double drawn =
        Draws.uniform(Draws.key(creator, Purpose.ACTION, segment * 8L + action.ordinal()));
    return switch (action) {
      case THANK -> 1 - 0.5 * drawn;
      case OFFER -> 1 + 0.4 * drawn;
      case INVITE -> 1 + 1.5 * drawn;
    };
  }

  static void tell(CreatorModel model, Audience audience, Consumer<TruthRecord> truth) {
    int[] fans = new int[Segment.values().length];
    audience.forEach(fan -> fans[fan.segment]++);
    for (Segment segment : Segment.values()) {
      for (FanAction action : FanAction.values()) {
        truth.accept(
            new WorldTruth.ActionEffect(
                model.id(),
                segment.label(),
                action.name().toLowerCase(Locale.ROOT),
                factor(model.key(), segment.ordinal(), action),
                fans[segment.ordinal()]));
      }
    }
  }
}
