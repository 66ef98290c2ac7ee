package io.tiktoktoe.service.model.privacy;

import io.tiktoktoe.pipeline.insight.WindowDrift;
import io.tiktoktoe.pipeline.insight.WindowTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Windows of a stream that are over.
 *
 * @param width of a window
 * @param epsilon of all windows of any 30 days together
 * @param delta of all windows of any 30 days together
 * @param most windows that are released within 30 days
 * @param currency of amounts
 * @param windows those released, oldest first
 * @param drifts what the newest window differs in beyond noise from those before
 * @param open when the window that is open began
 * @param closesAt it is released by whoever asks from then on
 * @param refused why the newest of them are missing; empty if none is
 */
public record WindowAnswer(
    Duration width,
    double epsilon,
    double delta,
    int most,
    Currency currency,
    List<WindowTotals> windows,
    List<WindowDrift> drifts,
    Instant open,
    Instant closesAt,
    Optional<String> refused) {

  public WindowAnswer {
    windows = List.copyOf(windows);
    drifts = List.copyOf(drifts);
  }
}
