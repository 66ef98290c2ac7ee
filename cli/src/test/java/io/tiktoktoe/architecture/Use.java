package io.tiktoktoe.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One class of ours touches another of another package.
 *
 * @param from package and simple name of the top-level class that touches
 * @param to of the one that is touched
 */
record Use(Name from, Name to) {

  static final String ROOT = "io.tiktoktoe.";

  private static final Pattern OURS =
      Pattern.compile("\\b(io\\.tiktoktoe(?:\\.[a-z]\\w*)+)\\.([A-Z]\\w*)");

  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"");

  /** A top-level class. */
  record Name(String inPackage, String simple) implements Comparable<Name> {

    /** The first part of the package below the root, such as {@code forecast}. */
    String area() {
      return inPackage.substring(ROOT.length()).split("\\.")[0];
    }

    @Override
    public int compareTo(Name other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return inPackage + "." + simple;
    }
  }

  /** For planted offences: full names of two top-level classes. */
  static Use of(String from, String to) {
    return new Use(name(from), name(to));
  }

  private static Name name(String full) {
    int dot = full.lastIndexOf('.');
    return new Name(full.substring(0, dot), full.substring(dot + 1));
  }

  /**
   * Every use that main sources name, imports for Javadoc alone among them, of all modules: also of
   * those that the tests of this module have not on their path.
   */
  static Set<Use> namedIn(Collection<Path> mainSources) {
    return mainSources.stream()
        .flatMap(Use::namedIn)
        .collect(Collectors.toCollection(() -> new TreeSet<>(ORDER)));
  }

  private static Stream<Use> namedIn(Path source) {
    Name from = nameOf(source);
    String text;
    try {
      text = COMMENT_OR_TEXT.matcher(Files.readString(source)).replaceAll(" ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Matcher ours = OURS.matcher(text);
    return ours.results()
        .map(found -> new Use(from, new Name(found.group(1), found.group(2))))
        .filter(Use::leavesPackage);
  }

  /** The top-level class of a main source. */
  static Name nameOf(Path source) {
    String path = source.toString().replace('\\', '/');
    String inside = path.substring(path.indexOf("/src/main/java/") + "/src/main/java/".length());
    return name(inside.substring(0, inside.length() - ".java".length()).replace('/', '.'));
  }

  /** Every use in byte code: also of what is not named, such as the type of an inferred value. */
  static Set<Use> compiled(JavaClasses classes) {
    Set<Use> uses = new TreeSet<>(ORDER);
    for (JavaClass one : classes) {
      for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith(ROOT)) {
          Use use = new Use(topLevel(one), topLevel(target));
          if (use.leavesPackage()) {
            uses.add(use);
          }
        }
      }
    }
    return uses;
  }

  private static Name topLevel(JavaClass one) {
    String simple = one.getName().substring(one.getPackageName().length() + 1);
    int inner = simple.indexOf('$');
    return new Name(one.getPackageName(), inner < 0 ? simple : simple.substring(0, inner));
  }

  private static final java.util.Comparator<Use> ORDER =
      java.util.Comparator.comparing(Use::from).thenComparing(Use::to);

  private boolean leavesPackage() {
    return !from.inPackage().equals(to.inPackage());
  }

  @Override
  public String toString() {
    return from + " -> " + to;
  }

  /** Those of a list that a rule calls an offence, as text. */
  static List<String> listed(Stream<Use> offences) {
    return offences.map(Use::toString).distinct().toList();
  }
}
