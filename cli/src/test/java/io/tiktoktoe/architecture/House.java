package io.tiktoktoe.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The modules and their doors, read from the {@code module-info.java} of each.
 *
 * <p>{@code training} is a module like any other: what it may touch of the core beside the doors is
 * exported to it alone. {@code benchmarks} has no descriptor, since its harness makes classes at
 * build time and it is never shipped: it is taken for a module without a door that may, beside what
 * is exported, touch the workrooms whose speed it measures, which stand here.
 *
 * @param modules all of them
 */
record House(List<Module> modules) {

  /** Workrooms whose speed is measured, by the module that may therefore touch them. */
  private static final Map<String, Set<String>> MEASURED =
      Map.of(
          "io.tiktoktoe.benchmarks",
          Set.of(
              "io.tiktoktoe.audience.fan",
              "io.tiktoktoe.forecast.network",
              "io.tiktoktoe.privacy.mechanism",
              "io.tiktoktoe.privacy.noise",
              "io.tiktoktoe.store.engine"));

  private static final Pattern NAME = Pattern.compile("\\bmodule\\s+([\\w.]+)\\s*\\{");

  private static final Pattern EXPORT =
      Pattern.compile("\\bexports\\s+([\\w.]+)(?:\\s+to\\s+([\\w.,\\s]+))?;");

  /**
   * One module.
   *
   * @param name as other modules require it
   * @param packages that its main sources hold
   * @param exports packages that others may touch, each with the modules it is exported to; none of
   *     them means all
   */
  record Module(String name, Set<String> packages, Map<String, Set<String>> exports) {

    private boolean opensTo(String other, String inPackage) {
      Set<String> to = exports.get(inPackage);
      return to != null && (to.isEmpty() || to.contains(other));
    }
  }

  /** As the sources are. */
  static House read() {
    return new House(Repository.modules().stream().map(House::module).toList());
  }

  private static Module module(String folder) {
    Set<String> packages =
        Repository.mainSources(folder).stream()
            .map(source -> Use.nameOf(source).inPackage())
            .collect(Collectors.toSet());
    Path descriptor = Repository.root().resolve(folder).resolve("src/main/java/module-info.java");
    if (!Files.exists(descriptor)) {
      return new Module(Use.ROOT + folder, packages, Map.of());
    }
    try {
      return module(Files.readString(descriptor), packages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the text of a descriptor. */
  static Module module(String descriptor, Set<String> packages) {
    String text = descriptor.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", "");
    Matcher name = NAME.matcher(text);
    if (!name.find()) {
      throw new IllegalArgumentException("no module is named in: " + descriptor);
    }
    Map<String, Set<String>> exports = new HashMap<>();
    Matcher export = EXPORT.matcher(text);
    while (export.find()) {
      Set<String> to =
          export.group(2) == null
              ? Set.of()
              : Arrays.stream(export.group(2).split(","))
                  .map(String::strip)
                  .collect(Collectors.toSet());
      exports.put(export.group(1), to);
    }
    return new Module(name.group(1), packages, exports);
  }

  /** Uses that go past another module's doors. */
  List<String> pastDoors(Collection<Use> uses) {
    return Use.listed(uses.stream().filter(this::passesDoors));
  }

  private boolean passesDoors(Use use) {
    Module from = holding(use.from().inPackage());
    Module to = holding(use.to().inPackage());
    String touched = use.to().inPackage();
    return !from.equals(to)
        && !to.opensTo(from.name(), touched)
        && !MEASURED.getOrDefault(from.name(), Set.of()).contains(touched);
  }

  private Module holding(String inPackage) {
    return modules.stream()
        .filter(module -> module.packages().contains(inPackage))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("package " + inPackage + " is in no module."));
  }
}
