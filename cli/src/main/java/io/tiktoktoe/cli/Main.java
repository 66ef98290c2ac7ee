package io.tiktoktoe.cli;

import java.util.Locale;

/** Entry of the command line. */
public final class Main {

  private Main() {}

  /** Runs one command and exits with its code: 0 ok, 1 failure, 2 usage, 130 interrupted. */
  public static void main(String[] args) {
    // Numbers read the same everywhere: a locale with decimal commas must not break answers.
    Locale.setDefault(Locale.ROOT);
    Cancellation cancellation = new Cancellation();
    cancellation.onInterrupt();
    int code = Shell.run(Surroundings.ofProcess(cancellation), args);
    cancellation.finish();
    System.exit(code);
  }
}
