package io.tiktoktoe.cli;

import io.tiktoktoe.cli.terminal.Interrupt;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.work.Cancellation;
import java.util.Locale;

/** Entry of the command line. */
public final class Main {

  private Main() {}

  /**
   * Runs one command and exits with its code: 0 ok, 1 failure, 2 usage, 130 interrupted. A process
   * that a signal ends exits with 128 and the signal's number: 130 after Ctrl-C, 143 after a
   * request to terminate.
   */
  public static void main(String[] args) {
    // Numbers read the same everywhere: a locale with decimal commas must not break answers.
    Locale.setDefault(Locale.ROOT);
    Cancellation cancellation = new Cancellation();
    Interrupt interrupt = Interrupt.cancelling(cancellation);
    int code = Shell.run(Surroundings.ofProcess(cancellation), args);
    interrupt.finish();
    System.exit(code);
  }
}
