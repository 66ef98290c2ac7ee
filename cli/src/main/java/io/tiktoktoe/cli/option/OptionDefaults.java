package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where an option's value comes from when the command line does not give it: the environment
 * ({@code TIKTOKTOE_STORE} for {@code --store}), then the project's file {@code .tiktoktoe/config},
 * then the user's {@code ~/.config/tiktoktoe/config}, then the option's default. Both files hold
 * lines {@code name = value}. The project's file names no path outside the project.
 */
public final class OptionDefaults implements IDefaultValueProvider {

  /** The options that may be set for good; the others belong to one run. */
  static final Set<String> NAMES =
      Set.of("store", "creator", "source", "zone", "currency", "seed", "json", "verbose");

  private final List<Origin> origins;

  private OptionDefaults(List<Origin> origins) {
    this.origins = origins;
  }

  /** One place of settings: the environment, or a file, which may only name what lies within. */
  private record Origin(Optional<Path> file, Optional<Path> within, Properties values) {
    String describe(String option) {
      return file.map(path -> option + " in " + path).orElseGet(() -> variable(option));
    }
  }

  /**
   * Reads environment and files.
   *
   * @throws UsageException if a file cannot be read or sets a name that is unknown
   */
  public static OptionDefaults read(Surroundings surroundings) {
    List<Origin> origins = new ArrayList<>();
    origins.add(new Origin(Optional.empty(), Optional.empty(), ofEnvironment(surroundings)));
    String configHome = surroundings.environment().getOrDefault("XDG_CONFIG_HOME", "");
    Path userDirectory =
        configHome.isEmpty() ? surroundings.home().resolve(".config") : Path.of(configHome);
    Path project = surroundings.directory();
    readFile(project.resolve(".tiktoktoe").resolve("config"), Optional.of(project), origins);
    readFile(userDirectory.resolve("tiktoktoe").resolve("config"), Optional.empty(), origins);
    return new OptionDefaults(origins);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option ? find(longName(option)) : null;
  }

  /** Where the value of an option comes from that the command line does not give. */
  public Optional<String> origin(OptionSpec option) {
    String name = longName(option);
    return origin(name).map(origin -> origin.describe(name));
  }

  /** The files that were read. */
  public List<Path> files() {
    return origins.stream().flatMap(origin -> origin.file().stream()).toList();
  }

  /** Every setting that holds, with its value and the place that sets it. */
  public List<String> described() {
    List<String> described = new ArrayList<>();
    for (String name : NAMES.stream().sorted().toList()) {
      origin(name)
          .ifPresent(
              origin ->
                  described.add(
                      "%s = %s is set by %s."
                          .formatted(
                              name,
                              origin.values().getProperty(name),
                              origin
                                  .file()
                                  .map(Path::toString)
                                  .orElse("the environment, " + variable(name)))));
    }
    return described;
  }

  /**
   * Refuses a path that a project's file sets and that leads out of the project: who unpacks a
   * folder has not asked for what lies elsewhere.
   *
   * @throws UsageException naming the file, the path and where it may be set
   */
  public void requireInside(OptionSpec option) {
    String name = longName(option);
    @Nullable Origin origin = origin(name).orElse(null);
    if (origin == null || origin.within().isEmpty()) {
      return;
    }
    Path folder = origin.within().get();
    String value = String.valueOf(origin.values().getProperty(name));
    if (!isInside(folder, folder.resolve(value))) {
      throw new UsageException(
          "%s sets %s, which lies outside its project; name it with %s, with %s or in the user's own settings"
              .formatted(origin.describe(name), value, option.longestName(), variable(name)));
    }
  }

  /** Whether the path lies in the folder, links followed as far as they exist. */
  private static boolean isInside(Path folder, Path path) {
    Path root = folder.toAbsolutePath().normalize();
    Path place = path.toAbsolutePath().normalize();
    if (!place.startsWith(root)) {
      return false;
    }
    Path there = place;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = Output.folder(there);
    }
    try {
      return there.toRealPath().startsWith(root.toRealPath());
    } catch (IOException e) {
      // A link that leads nowhere leads nowhere inside.
      return false;
    }
  }

  private Optional<Origin> origin(String name) {
    return origins.stream().filter(origin -> origin.values().containsKey(name)).findFirst();
  }

  private @Nullable String find(String name) {
    return origin(name).map(origin -> origin.values().getProperty(name)).orElse(null);
  }

  private static Properties ofEnvironment(Surroundings surroundings) {
    Properties values = new Properties();
    for (String name : NAMES) {
      String value = surroundings.environment().get(variable(name));
      if (value != null && !value.isEmpty()) {
        values.setProperty(name, value);
      }
    }
    return values;
  }

  private static void readFile(Path file, Optional<Path> within, List<Origin> origins) {
    if (!Files.exists(file)) {
      return;
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException("settings file %s is no regular file. Move it away".formatted(file));
    }
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(
          "settings file %s cannot be read (%s). Write lines such as store = data/store.duckdb."
              .formatted(file, e.getMessage()),
          e);
    }
    for (String name : values.stringPropertyNames()) {
      if (!NAMES.contains(name)) {
        throw new UsageException(
            "settings file %s sets %s, which is unknown. It may set %s."
                .formatted(file, name, String.join(", ", NAMES.stream().sorted().toList())));
      }
      values.setProperty(name, values.getProperty(name).strip());
    }
    origins.add(new Origin(Optional.of(file), within, values));
  }

  private static String variable(String option) {
    return "TIKTOKTOE_" + option.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String longName(OptionSpec option) {
    return option.longestName().replaceFirst("^--?", "");
  }
}
