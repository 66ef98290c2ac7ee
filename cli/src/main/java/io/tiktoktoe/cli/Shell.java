package io.tiktoktoe.cli;

import io.tiktoktoe.answer.NamesFields;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.OptionDefaults;
import io.tiktoktoe.cli.option.PathRules;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.terminal.FailureException;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.file.UnreadableFileException.BadOption;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.table.TableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line: options in, exit code out, every error as one message with a remedy. */
final class Shell {

  /** How the parser says that a text is no number. */
  private static final Pattern NO_NUMBER = Pattern.compile("is not an? (double|int|long)$");

  /** What a value that is refused is called in the code. */
  private static final Pattern LEADING_NAME = Pattern.compile("^([a-z][a-zA-Z]*) \\(");

  /** What to write instead, by what the option takes. */
  private static final Map<String, String> NUMBERS =
      Map.of(
          "double", "is no number. Write one with a point, such as 12.5, without a currency",
          "int", "is no whole number from -2147483648 to 2147483647. Write one such as 30",
          "long", "is no whole number of at most 18 digits. Write one such as 30");

  private final Surroundings surroundings;
  private final String[] args;

  private Shell(Surroundings surroundings, String... args) {
    this.surroundings = surroundings;
    this.args = args;
  }

  /** Runs the command that {@code args} name and returns its exit code. */
  static int run(Surroundings surroundings, String... args) {
    int code = new Shell(surroundings, args).run();
    try {
      surroundings.out().flush();
    } catch (IOException e) {
      if (isReaderGone(e)) {
        return code;
      }
      if (code == Command.OK) {
        surroundings.err().println("tiktoktoe: " + notWritten(e));
      }
      return code == Command.OK ? Command.FAILURE : code;
    } finally {
      surroundings.err().flush();
    }
    return code;
  }

  private int run() {
    try {
      OptionDefaults settings = OptionDefaults.read(surroundings);
      CommandLine root = new CommandLine(new Tiktoktoe());
      Commands.addTo(root, surroundings, args);
      configure(root, settings);
      return root.execute(args);
    } catch (UsageException e) {
      return usage(String.valueOf(e.getMessage()), "");
    } catch (StackOverflowError e) {
      trace(e);
      print("tiktoktoe: an input nests deeper than can be read. Flatten it.");
      return Command.FAILURE;
    } catch (RuntimeException e) {
      return fail(e);
    } catch (LinkageError e) {
      trace(e);
      print("tiktoktoe: a part of the program is missing (%s). Build it again.".formatted(e));
      return Command.FAILURE;
    } catch (OutOfMemoryError e) {
      trace(e);
      print("tiktoktoe: out of memory. Give Java more, such as JAVA_TOOL_OPTIONS=-Xmx4g.");
      return Command.FAILURE;
    }
  }

  private void configure(CommandLine root, OptionDefaults settings) {
    root.getCommandSpec().version("tiktoktoe " + Provenance.VERSION);
    root.setDefaultValueProvider(settings);
    root.setOut(new PrintWriter(surroundings.out()));
    root.setErr(surroundings.err());
    root.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            surroundings.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    root.setUsageHelpWidth(Math.max(80, surroundings.width()));
    root.registerConverter(Double.class, Shell::number);
    root.registerConverter(double.class, Shell::number);
    root.setExpandAtFiles(false);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setOverwrittenOptionsAllowed(false);
    root.setExecutionStrategy(parsed -> execute(parsed, new PathRules(surroundings, settings)));
    root.setParameterExceptionHandler((e, unused) -> wrongUsage(e, settings));
    root.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
  }

  /** A number that can be reckoned with. */
  private static Double number(String text) {
    double value;
    try {
      value = Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'%s' %s".formatted(text, NUMBERS.get("double")));
    }
    if (!Double.isFinite(value)) {
      throw new TypeConversionException(
          "'%s' is no number that can be reckoned with. Use a finite one with a point, such as 12.5"
              .formatted(text));
    }
    return value;
  }

  private static int execute(ParseResult parsed, PathRules rules) {
    List<CommandLine> commands = parsed.asCommandLineList();
    boolean asksForHelp =
        commands.stream()
            .anyMatch(one -> one.isUsageHelpRequested() || one.isVersionHelpRequested());
    try {
      if (!asksForHelp) {
        rules.check(parsed);
      }
    } catch (UsageException | FailureException e) {
      throw new ExecutionException(commands.getLast(), String.valueOf(e.getMessage()), e);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private int wrongUsage(ParameterException e, OptionDefaults settings) {
    String message =
        NO_NUMBER
            .matcher(String.valueOf(e.getMessage()).strip())
            .replaceFirst(no -> NUMBERS.getOrDefault(no.group(1), no.group()));
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().getFirst();
      if (!e.getCommandLine().getSubcommands().isEmpty() && !first.startsWith("-")) {
        message = "there is no command '%s'".formatted(first);
      }
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        message += "; did you mean " + String.join(" or ", suggestions) + "?";
      }
    }
    Optional<String> origin = originOf(e, settings);
    if (origin.isPresent()) {
      message += " (set by " + origin.get() + ")";
    }
    return usage(message, e.getCommandLine().getCommandSpec().qualifiedName());
  }

  private Optional<String> originOf(ParameterException e, OptionDefaults settings) {
    return e.getArgSpec() instanceof OptionSpec option
            && Arrays.stream(args).noneMatch(arg -> arg.startsWith(option.longestName()))
        ? settings.origin(option)
        : Optional.empty();
  }

  private int usage(String message, String command) {
    String name = command.isEmpty() ? "tiktoktoe" : command;
    String stop = message.endsWith(".") || message.endsWith("?") ? "" : ".";
    print("%s: %s%s Try '%s --help'.".formatted(name, message, stop, name));
    return Command.USAGE;
  }

  private int failed(Exception e, CommandLine command) throws Exception {
    return switch (e) {
      case ParameterException parameter -> throw parameter;
      case UsageException usage -> {
        trace(e);
        yield usage(
            withOption(String.valueOf(usage.getMessage()), command),
            command.getCommandSpec().qualifiedName());
      }
      case ServiceException.BadRequest bad -> {
        trace(e);
        yield usage(asOptions(bad, command), command.getCommandSpec().qualifiedName());
      }
      case BadOption bad -> {
        trace(e);
        yield usage(asOptions(bad, command), command.getCommandSpec().qualifiedName());
      }
      case TableException.UnknownColumn unknown -> {
        trace(e);
        yield usage(asOptions(unknown, command), command.getCommandSpec().qualifiedName());
      }
      case CancellationException cancelled -> {
        print("tiktoktoe: interrupted; what was finished before is kept.");
        yield Command.INTERRUPTED;
      }
      case Exception output when isReaderGone(output) -> Command.OK;
      case Exception named when e instanceof NamesFields fields ->
          fail(named, asOptions(fields, command));
      default -> fail(e);
    };
  }

  /** Names the option where a message begins with what the code calls it: {@code horizon (0)}. */
  private static String withOption(String message, CommandLine command) {
    Matcher name = LEADING_NAME.matcher(message);
    if (!name.find()) {
      return message;
    }
    String option = "--" + kebab(name.group(1));
    return command.getCommandSpec().findOption(option) == null
        ? message
        : option + message.substring(name.end(1));
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The service names fields of a request; most are options or parameters here. */
  private static String asOptions(NamesFields e, CommandLine command) {
    String message =
        e.message(
            field -> {
              String option = "--" + kebab(field);
              if (command.getCommandSpec().findOption(option) != null) {
                return option;
              }
              return command.getCommandSpec().positionalParameters().stream()
                  .map(ArgSpec::paramLabel)
                  .filter(field::equalsIgnoreCase)
                  .findFirst()
                  .orElse(field);
            });
    return withOption(message, command);
  }

  private int fail(Exception e) {
    return fail(e, message(e));
  }

  private int fail(Exception e, String message) {
    trace(e);
    print("tiktoktoe: " + message);
    return Command.FAILURE;
  }

  private static String message(Exception e) {
    if (e instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
      return message(unchecked.getCause());
    }
    String message = e.getMessage();
    boolean forPeople =
        e.getClass().getName().startsWith("io.tiktoktoe.")
            || e instanceof IllegalArgumentException
            || e instanceof IllegalStateException;
    if (forPeople && message != null && message.contains(" ")) {
      return message;
    }
    Optional<FileSystemException> file = file(e);
    boolean full = isFull(file.map(Exception::getMessage).orElse(String.valueOf(message)));
    if (full) {
      return notWritten(e);
    }
    if (file.isPresent()) {
      return "%s cannot be read or written (%s). Check the path, the disk and permissions."
          .formatted(file.get().getFile(), reason(file.get()));
    }
    if (e instanceof IOException) {
      return "cannot read or write (%s). Check the disk and permissions.".formatted(message);
    }
    return "unexpected problem (%s: %s). Run it again with --verbose and report what it says."
        .formatted(e.getClass().getSimpleName(), message);
  }

  private static boolean isFull(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return lower.contains("no space left")
        || lower.contains("disk quota")
        || lower.contains("file too large");
  }

  private static String reason(FileSystemException e) {
    return switch (e) {
      case NoSuchFileException missing -> "it does not exist";
      case AccessDeniedException denied -> "this user may not";
      case FileAlreadyExistsException there -> "a file of this name is in the way";
      case NotDirectoryException file -> "it is no folder";
      default -> e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    };
  }

  private static String notWritten(Exception e) {
    return file(e)
        .map(
            file ->
                "%s could not be written (%s). Free space there or name another place with --out or --store."
                    .formatted(file.getFile(), file.getReason()))
        .orElse(
            "the answer could not be written (%s). Free space or name another place with --out."
                .formatted(e.getMessage()));
  }

  /** What names the file that failed. */
  private static Optional<FileSystemException> file(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileSystemException named) {
        return Optional.of(named);
      }
    }
    return Optional.empty();
  }

  private void trace(Throwable e) {
    if (Arrays.asList(args).contains("--verbose")) {
      StringWriter text = new StringWriter();
      e.printStackTrace(new PrintWriter(text, true));
      text.toString().lines().forEach(line -> surroundings.err().println(traceLine(line)));
    }
  }

  /** Frames keep their indent. */
  private static String traceLine(String line) {
    return line.startsWith("\t")
        ? "\t" + TextSafety.printable(line.substring(1))
        : TextSafety.printable(line);
  }

  private void print(String line) {
    surroundings.err().println(TextSafety.printable(line));
    surroundings.err().flush();
  }

  /** Whether a reader such as head has seen enough: no reason to complain. */
  private static boolean isReaderGone(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (cause instanceof IOException
          && (message.contains("broken pipe") || message.contains("pipe is being closed"))) {
        return true;
      }
    }
    return false;
  }
}
