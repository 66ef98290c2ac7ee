package io.tiktoktoe.cli.terminal;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.file.NamedOutput;
import io.tiktoktoe.work.Cancellation;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;

/**
 * What a command sees of the world, so that tests can give it another one.
 *
 * @param out where answers go; may throw when the reader has gone
 * @param err where errors, notes and progress go
 * @param outTerminal whether a person reads {@code out} on a terminal
 * @param errTerminal whether a person reads {@code err} on a terminal
 * @param environment the environment variables
 * @param directory the directory that relative paths start from
 * @param home the user's home directory
 * @param clock tells the time
 * @param cancellation says when to stop
 */
public record Surroundings(
    Writer out,
    PrintWriter err,
    boolean outTerminal,
    boolean errTerminal,
    Map<String, String> environment,
    Path directory,
    Path home,
    InstantSource clock,
    Cancellation cancellation) {

  private static final int DEFAULT_WIDTH = 80;
  private static final int MIN_WIDTH = 40;
  private static final int MAX_WIDTH = 120;

  /** Those of this process. */
  public static Surroundings ofProcess(Cancellation cancellation) {
    return new Surroundings(
        writer(FileDescriptor.out, "standard output"),
        new PrintWriter(writer(FileDescriptor.err, "standard error")),
        isTerminal(1),
        isTerminal(2),
        System.getenv(),
        Path.of(""),
        home(System.getProperty("user.home", ""), System.getenv()),
        InstantSource.system(),
        cancellation);
  }

  /** Java says ? for a user without a home folder, which must not become a folder of this name. */
  public static Path home(String property, Map<String, String> environment) {
    Path home = Path.of(property.equals("?") ? environment.getOrDefault("HOME", "") : property);
    return home.isAbsolute() ? home : Path.of("/");
  }

  /** A file named on the command line; {@code -} is standard input. */
  public Path resolve(Path file) {
    return file.toString().equals("-") ? Path.of("/dev/stdin") : directory.resolve(file);
  }

  /** Tells the person something beside the answer, on its own line. */
  public void note(String text) {
    err.println("note: " + TextSafety.printable(text));
    err.flush();
  }

  /** Columns of the terminal, as far as it says; between 40 and 120. */
  public int width() {
    try {
      int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", "").strip());
      // Terminals that do not know their width say 0.
      return columns > 0 ? Math.clamp(columns, MIN_WIDTH, MAX_WIDTH) : DEFAULT_WIDTH;
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }

  /** Whether colours help: a person reads, and neither NO_COLOR nor a dumb terminal forbids it. */
  public boolean colour() {
    return outTerminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Whether the reader's locale shows more than ASCII; yes unless it says otherwise. */
  boolean unicode() {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(name, "");
      if (!locale.isEmpty()) {
        String upper = locale.toUpperCase(Locale.ROOT);
        return upper.contains("UTF-8") || upper.contains("UTF8");
      }
    }
    return true;
  }

  /** How reports may be shown on standard output. */
  public Look look() {
    return new Look(width(), colour(), unicode());
  }

  private static Writer writer(FileDescriptor descriptor, String name) {
    return new BufferedWriter(
        new OutputStreamWriter(
            new NamedOutput(new FileOutputStream(descriptor), name), StandardCharsets.UTF_8),
        1 << 16);
  }

  /** Java tells of both ends at once only; the process file system tells them apart. */
  private static boolean isTerminal(int descriptor) {
    try {
      Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
      return target.startsWith("/dev/pts")
          || target.toString().startsWith("/dev/tty")
          || target.toString().equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null && System.console().isTerminal();
    }
  }
}
