package io.tiktoktoe.cli.command;

import io.tiktoktoe.cli.option.CommonOptions;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.terminal.Interrupt;
import io.tiktoktoe.cli.terminal.ProgressLine;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command: its options are filled in, then it is called once and returns the exit code. */
public abstract class Command implements Callable<Integer> {

  /** Done. */
  public static final int OK = 0;

  /** The work could not be done. */
  public static final int FAILURE = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** Stopped by the user. */
  public static final int INTERRUPTED = Interrupt.EXIT_CODE;

  @Mixin protected CommonOptions common = new CommonOptions();

  protected final Surroundings surroundings;

  protected Command(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public final Integer call() throws Exception {
    try (ProgressLine progress = new ProgressLine(surroundings)) {
      return run(progress);
    }
  }

  /** Does the work and returns the exit code. */
  protected abstract int run(Progress progress) throws Exception;

  /** What the service is called under: now, and with this progress. */
  protected final Call call(Progress progress) {
    return new Call(surroundings.clock().instant(), progress);
  }

  /** Writes one line of the answer. */
  protected final void line(String text) throws IOException {
    for (String line : text.lines().toList()) {
      surroundings.out().write(TextSafety.printable(line) + System.lineSeparator());
    }
  }

  /** Tells the person something beside the answer, on its own line. */
  public final void note(String text) {
    surroundings.note(text);
  }
}
