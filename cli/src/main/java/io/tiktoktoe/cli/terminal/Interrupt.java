package io.tiktoktoe.cli.terminal;

import io.tiktoktoe.store.model.Cancellation;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and the request to terminate. Both start the shutdown of the process; the work is then
 * cancelled and gets a moment to roll back and close, so that nothing is left half done.
 */
public final class Interrupt {

  /** What a process ends with that SIGINT stopped: 128 and the signal's number. */
  public static final int EXIT_CODE = 130;

  /** How long the work may take to stop; the store survives a kill. */
  private static final long GRACE_SECONDS = 5;

  private final Cancellation cancellation;
  private final CountDownLatch finished = new CountDownLatch(1);

  private Interrupt(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /** From now on cancels the work when the process is asked to end. */
  public static Interrupt cancelling(Cancellation cancellation) {
    Interrupt interrupt = new Interrupt(cancellation);
    Runtime.getRuntime().addShutdownHook(new Thread(interrupt::stop, "interrupt"));
    return interrupt;
  }

  /** Says that the work has ended. */
  public void finish() {
    finished.countDown();
  }

  private void stop() {
    if (finished.getCount() == 0) {
      return;
    }
    cancellation.request();
    try {
      if (!finished.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("tiktoktoe: stopped without waiting for the running step.");
        leave();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends the process without the exit handlers of native libraries: the engine's would take away
   * what a statement that still runs works with, and crash.
   */
  private static void leave() {
    Linker linker = Linker.nativeLinker();
    MethodHandle exit =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("_exit"),
            FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
    try {
      exit.invokeExact(EXIT_CODE);
    } catch (Throwable e) {
      throw new IllegalStateException("the process cannot end", e);
    }
  }
}
