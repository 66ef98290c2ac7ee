package io.tiktoktoe.architecture;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which way uses may go between areas, an area being the first part of a package below the root
 * with all below it.
 *
 * @param levels areas, lowest first: one may use those of lower levels and no other
 */
record Arrows(List<Set<String>> levels) {

  /** The house as docs/architecture.md shows it; some areas are still to be built. */
  static final Arrows OF_THE_HOUSE =
      new Arrows(
          List.of(
              Set.of("work"),
              Set.of("event", "stats"),
              Set.of("calendar", "metric", "answer", "series"),
              Set.of("outlook"),
              Set.of("forecast", "privacy"),
              Set.of("risk"),
              Set.of("revenue", "audience", "pricing", "content"),
              Set.of("pipeline"),
              Set.of("simulation", "training"),
              Set.of("file"),
              Set.of("personal"),
              Set.of("sql"),
              Set.of("stage", "text"),
              Set.of("store", "table"),
              Set.of("connect"),
              Set.of("service"),
              Set.of("cli", "server", "spark"),
              Set.of("benchmarks")));

  /** Uses of the same or a higher level. */
  List<String> upward(Collection<Use> uses) {
    return Use.listed(
        uses.stream()
            .filter(use -> !use.from().area().equals(use.to().area()))
            .filter(use -> level(use.to().area()) >= level(use.from().area())));
  }

  private int level(String area) {
    for (int level = 0; level < levels.size(); level++) {
      if (levels.get(level).contains(area)) {
        return level;
      }
    }
    throw new IllegalArgumentException(
        "area %s has no level. Give it a place in %s.".formatted(area, getClass().getName()));
  }

  /** Uses that lie on a circle of packages, each package taken by itself. */
  static List<String> onCircles(Collection<Use> uses) {
    Map<String, Set<String>> next = new HashMap<>();
    for (Use use : uses) {
      next.computeIfAbsent(use.from().inPackage(), from -> new TreeSet<>())
          .add(use.to().inPackage());
    }
    Map<String, Set<String>> reached = new HashMap<>();
    next.keySet().forEach(from -> reached.put(from, reachable(next, from)));
    return Use.listed(
        uses.stream()
            .filter(
                use ->
                    reached
                        .getOrDefault(use.to().inPackage(), Set.of())
                        .contains(use.from().inPackage())));
  }

  private static Set<String> reachable(Map<String, Set<String>> next, String start) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      for (String one : next.getOrDefault(open.pop(), Set.of())) {
        if (seen.add(one)) {
          open.push(one);
        }
      }
    }
    return seen;
  }
}
