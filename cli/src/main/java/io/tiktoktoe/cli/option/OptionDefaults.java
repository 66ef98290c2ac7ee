package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
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
 * lines {@code name = value}.
 */
public final class OptionDefaults implements IDefaultValueProvider {

  /** The options that may be set for good; the others belong to one run. */
  static final Set<String> NAMES =
      Set.of("store", "creator", "source", "zone", "currency", "seed", "json", "verbose");

  private final List<Origin> origins;

  private OptionDefaults(List<Origin> origins) {
    this.origins = origins;
  }

  /** One place of settings; {@code prefix} names it to people. */
  private record Origin(String name, Properties values) {
    String describe(String option) {
      return name.isEmpty() ? variable(option) : option + " in " + name;
    }
  }

  /**
   * Reads environment and files.
   *
   * @throws UsageException if a file cannot be read or sets a name that is unknown
   */
  public static OptionDefaults read(Surroundings surroundings) {
    List<Origin> origins = new ArrayList<>();
    origins.add(new Origin("", ofEnvironment(surroundings)));
    String configHome = surroundings.environment().getOrDefault("XDG_CONFIG_HOME", "");
    Path userDirectory =
        configHome.isEmpty() ? surroundings.home().resolve(".config") : Path.of(configHome);
    readFile(surroundings.directory().resolve(".tiktoktoe").resolve("config"), origins);
    readFile(userDirectory.resolve("tiktoktoe").resolve("config"), origins);
    return new OptionDefaults(origins);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option ? find(longName(option)) : null;
  }

  /** Where the value of an option comes from that the command line does not give. */
  public Optional<String> origin(OptionSpec option) {
    String name = longName(option);
    return origins.stream()
        .filter(origin -> origin.values().containsKey(name))
        .findFirst()
        .map(origin -> origin.describe(name));
  }

  private @Nullable String find(String name) {
    for (Origin origin : origins) {
      String value = origin.values().getProperty(name);
      if (value != null) {
        return value;
      }
    }
    return null;
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

  private static void readFile(Path file, List<Origin> origins) {
    if (!Files.exists(file)) {
      return;
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
    origins.add(new Origin(file.toString(), values));
  }

  private static String variable(String option) {
    return "TIKTOKTOE_" + option.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String longName(OptionSpec option) {
    return option.longestName().replaceFirst("^--?", "");
  }
}
