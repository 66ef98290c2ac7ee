package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.FailureException;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What holds for the paths of every command, judged before it runs: an answer never takes the place
 * of what the command reads or of its other answer, its name says what it holds, and a project's
 * settings name nothing outside the project.
 */
public final class PathRules {

  /** The options that name a file to write. */
  private static final List<String> OUTS = List.of("--out", "--merges");

  private static final String STORE = "--store";

  private final Surroundings surroundings;
  private final OptionDefaults settings;

  public PathRules(Surroundings surroundings, OptionDefaults settings) {
    this.surroundings = surroundings;
    this.settings = settings;
  }

  /**
   * Judges a command line.
   *
   * @throws UsageException naming the option, the path and what to do
   */
  public void check(ParseResult parsed) {
    ParseResult command = parsed;
    while (command.hasSubcommand()) {
      command = command.subcommand();
    }
    List<Used> others = new ArrayList<>();
    List<Used> outs = new ArrayList<>();
    for (ArgSpec argument : command.commandSpec().args()) {
      for (Path path : paths(argument.getValue())) {
        if (!isOut(argument)) {
          others.addAll(used(argument, path));
        } else if (!path.toString().equals("-")) {
          outs.add(written(argument, path));
        }
      }
    }
    if (command.commandSpec().findOption(STORE) instanceof OptionSpec store
        && !command.hasMatchedOption(STORE)) {
      settings.requireInside(store);
    }
    for (Path file : settings.files()) {
      others.add(new Used("a file of settings", file));
    }
    Path formats = surroundings.home().resolve(".tiktoktoe").resolve("formats");
    others.add(new Used("a file among the saved mappings", formats));
    if (command.hasMatchedOption("--json")) {
      outs.stream()
          .filter(out -> out.what().equals("--out"))
          .forEach(out -> Output.requireJsonName(out.path()));
    }
    for (Used out : outs) {
      requireApart(out, others);
      requireApart(new Used(out.what(), Output.folder(out.path())), others);
      requireApart(out, outs.subList(0, outs.indexOf(out)));
    }
  }

  /** A path of this run and what it is to the user. */
  private record Used(String what, Path path) {}

  private List<Used> used(ArgSpec argument, Path path) {
    if (argument instanceof OptionSpec option && option.longestName().equals(STORE)) {
      Path store = surroundings.directory().resolve(path);
      return List.of(
          new Used("the store", store),
          new Used("the store's log", store.resolveSibling(store.getFileName() + ".wal")),
          new Used(
              "a working file of the store", store.resolveSibling(store.getFileName() + ".spool")));
    }
    return List.of(new Used("what is read", surroundings.resolve(path)));
  }

  private static boolean isOut(ArgSpec argument) {
    return argument instanceof OptionSpec option && OUTS.contains(option.longestName());
  }

  private Used written(ArgSpec argument, Path path) {
    String option = ((OptionSpec) argument).longestName();
    return new Used(option, surroundings.directory().resolve(path));
  }

  private static List<Path> paths(Object value) {
    return switch (value) {
      case Path path -> List.of(path);
      case Optional<?> optional -> optional.stream().flatMap(PathRules::stream).toList();
      case Collection<?> many -> many.stream().flatMap(PathRules::stream).toList();
      case null, default -> List.of();
    };
  }

  private static Stream<Path> stream(Object value) {
    return value instanceof Path path ? Stream.of(path) : Stream.empty();
  }

  private static void requireApart(Used out, List<Used> others) {
    for (Used other : others) {
      if (isSame(out.path(), other.path())) {
        throw new UsageException(
            "%s %s is %s as well (%s). Name another file"
                .formatted(out.what(), out.path(), other.what(), other.path()));
      }
    }
  }

  /** Whether both are one file: under two names too, and where nothing is yet. */
  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(one) && Files.exists(other)
          ? Files.isSameFile(one, other)
          : real(one).equals(real(other));
    } catch (IOException e) {
      throw new FailureException(
          "%s or %s cannot be looked at (%s). Check the paths and their permissions."
              .formatted(one, other, e.getMessage()),
          e);
    }
  }

  private static Path real(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = Output.folder(absolute);
    boolean inFolder = !folder.equals(absolute) && Files.isDirectory(folder);
    return inFolder ? folder.toRealPath().resolve(absolute.getFileName()) : absolute;
  }
}
