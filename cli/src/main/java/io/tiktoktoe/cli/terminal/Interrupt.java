package io.tiktoktoe.cli.terminal;

import io.tiktoktoe.work.Cancellation;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C and the request to terminate. Both start the shutdown of the process; the work is then
 * cancelled and gets a moment to roll back and close, so that nothing is left half done.
 */
public final class Interrupt {

  /** What a process ends with that SIGINT stopped: 128 and the signal's number. */
  public static final int EXIT_CODE = 130;

  /** How long the work may take to stop; the store survives a kill. */
  private static final long GRACE_SECONDS = 5;

  /** What shells add to the number of a signal. */
  private static final int FATAL_SIGNAL = 128;

  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  private final Cancellation cancellation;
  private final CountDownLatch finished = new CountDownLatch(1);

  /** Of the signal that came; 0 while none came here. */
  private volatile int exitCode;

  private Interrupt(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /**
   * From now on cancels the work when the process is asked to end. Never returns if it was asked
   * before: nothing has begun then that could be left half done.
   */
  public static Interrupt cancelling(Cancellation cancellation) {
    Interrupt interrupt = new Interrupt(cancellation);
    SIGNALS.forEach(interrupt::on);
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(interrupt::stop, "interrupt"));
    } catch (IllegalStateException e) {
      awaitEnd(e);
    }
    return interrupt;
  }

  /** Waits for the end of the process, which another thread has begun. */
  private static void awaitEnd(IllegalStateException endHasBegun) {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      endHasBegun.addSuppressed(e);
      throw endHasBegun;
    }
  }

  /**
   * Ends the process with 128 and the signal's number, as Java does by itself; only, it is known
   * afterwards which signal it was. One that the caller has the process ignore stays ignored.
   */
  private void on(String name) {
    Signal signal = new Signal(name);
    try {
      SignalHandler before =
          Signal.handle(
              signal,
              came -> {
                exitCode = FATAL_SIGNAL + came.getNumber();
                System.exit(exitCode);
              });
      if (before.equals(SignalHandler.SIG_IGN)) {
        Signal.handle(signal, SignalHandler.SIG_IGN);
      }
    } catch (IllegalArgumentException e) {
      // This system has no such signal, or its Java was told to leave it alone.
      return;
    }
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
        try {
          cancellation.abandon();
        } finally {
          leave();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A signal that came before this listened is handled by a thread of Java's, named after it, which
   * waits now for the shutdown that it started.
   */
  private static int codeOfEarlySignal() {
    Set<String> threads =
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .collect(Collectors.toSet());
    for (String name : SIGNALS) {
      if (threads.contains("SIG" + name + " handler")) {
        return FATAL_SIGNAL + new Signal(name).getNumber();
      }
    }
    return EXIT_CODE;
  }

  /**
   * Ends the process without the exit handlers of native libraries: the engine's would take away
   * what a statement that still runs works with, and crash.
   */
  private void leave() {
    Linker linker = Linker.nativeLinker();
    MethodHandle exit =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("_exit"),
            FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
    try {
      exit.invokeExact(exitCode == 0 ? codeOfEarlySignal() : exitCode);
    } catch (Throwable e) {
      throw new IllegalStateException("the process cannot end", e);
    }
  }
}
