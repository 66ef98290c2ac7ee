package io.tiktoktoe.cli.terminal;

import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.work.Progress;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows on one line of a terminal how far the work has come, and stops it when it is to be
 * cancelled. Silent where nobody watches. Thread safe.
 */
public final class ProgressLine implements Progress, AutoCloseable {

  /** Ten times a second is as fast as people read. */
  private static final long REDRAW_NANOS = 100_000_000L;

  /** Work that is over sooner needs no line. */
  private static final long QUIET_NANOS = 400_000_000L;

  private static final String ERASE = "\r\u001b[K";

  private final Surroundings surroundings;
  private final LongSupplier nanoTime;
  private String step = "";
  private long stepStarted;
  private long drawn;
  private boolean visible;

  public ProgressLine(Surroundings surroundings) {
    this(surroundings, System::nanoTime);
  }

  ProgressLine(Surroundings surroundings, LongSupplier nanoTime) {
    this.surroundings = surroundings;
    this.nanoTime = nanoTime;
    stepStarted = nanoTime.getAsLong();
    drawn = stepStarted + QUIET_NANOS - REDRAW_NANOS;
  }

  @Override
  public void report(String newStep, long done, long total) {
    surroundings.cancellation().check();
    if (surroundings.errTerminal()) {
      draw(newStep, done, total);
    }
  }

  @Override
  public void ifAbandoned(Runnable lastStep) {
    surroundings.cancellation().addLastStep(lastStep);
  }

  @Override
  public synchronized void close() {
    if (visible) {
      write(ERASE);
      visible = false;
    }
  }

  private synchronized void draw(String newStep, long done, long total) {
    long now = nanoTime.getAsLong();
    String shown = TextSafety.printable(newStep);
    if (!shown.equals(step)) {
      step = shown;
      stepStarted = now;
    }
    if (now - drawn < REDRAW_NANOS) {
      return;
    }
    drawn = now;
    String line = line(done, total, now - stepStarted);
    int room = surroundings.width() - 1;
    write(ERASE + (line.length() > room ? line.substring(0, room) : line));
    visible = true;
  }

  private String line(long done, long total, long nanos) {
    if (total <= 0) {
      return done <= 0 ? step : "%s  %s".formatted(step, grouped(done));
    }
    double share = Math.min(1, (double) done / total);
    String text =
        "%s  %d%%  %s of %s".formatted(step, (int) (100 * share), grouped(done), grouped(total));
    double seconds = nanos / 1e9;
    // An estimate from the first moments jumps; say nothing until it is worth something.
    return share < 0.02 || seconds < 1
        ? text
        : text + "  %.0f s left".formatted(seconds * (1 - share) / share);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private void write(String text) {
    surroundings.err().write(text);
    surroundings.err().flush();
  }
}
