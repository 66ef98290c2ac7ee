package io.tiktoktoe.simulation.world;

import io.tiktoktoe.simulation.model.FanAction;
import io.tiktoktoe.simulation.model.Intervention;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is changed in one run, asked for by those whom it concerns. */
public final class Interventions {

  private final LocalDate start;
  private final LocalDate end;
  private final Map<String, Integer> contents = new HashMap<>();
  private final int[] platforms = new int[Platform.count()];
  private final Map<String, TreeMap<Integer, Double>> prices = new HashMap<>();
  private final List<Intervention.ActionTaken> actions = new CopyOnWriteArrayList<>();

  private final List<Intervention.ContentSteered> steered = new CopyOnWriteArrayList<>();

  /** Names of contents, products and creators that were met by a change. */
  private final Set<String> met = ConcurrentHashMap.newKeySet();

  /**
   * From the first day to the one that is not simulated any more.
   *
   * @throws IllegalArgumentException if a change names a platform that is not simulated, or holds
   *     only from {@code end} on
   */
  public Interventions(LocalDate start, LocalDate end, List<Intervention> changes) {
    this.start = start;
    this.end = end;
    java.util.Arrays.fill(platforms, Integer.MAX_VALUE);
    changes.forEach(this::add);
  }

  /** Adds one; not while a day is being made. */
  public void add(Intervention change) {
    if (!change.from().isBefore(end)) {
      throw new IllegalArgumentException(
          "change from %s on is beyond the last simulated day (%s). Take an earlier day."
              .formatted(change.from(), end.minusDays(1)));
    }
    switch (change) {
      case Intervention.ContentRemoved one -> contents.put(one.content(), day(one.from()));
      case Intervention.PlatformGone one ->
          platforms[Platform.ofSource(one.source()).ordinal()] = day(one.from());
      case Intervention.PriceChanged one ->
          prices
              .computeIfAbsent(one.product(), absent -> new TreeMap<>())
              .put(day(one.from()), one.factor());
      case Intervention.ActionTaken one -> actions.add(one);
      case Intervention.ContentSteered one -> steered.add(one);
    }
  }

  private int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay() - start.toEpochDay());
  }

  public boolean removed(String content, int day) {
    if (contents.isEmpty() || !contents.containsKey(content)) {
      return false;
    }
    met.add(content);
    return contents.get(content) <= day;
  }

  public boolean gone(Platform platform, int day) {
    return day >= platforms[platform.ordinal()];
  }

  /** Factor on the list price of a product. */
  public double price(String product, int day) {
    if (prices.isEmpty()) {
      return 1;
    }
    TreeMap<Integer, Double> changes = prices.get(product);
    if (changes != null) {
      met.add(product);
    }
    Map.Entry<Integer, Double> last = changes == null ? null : changes.floorEntry(day);
    return last == null ? 1 : last.getValue();
  }

  /** Whether this action is taken on the fans of a segment. */
  public boolean acts(String creator, int segment, FanAction action, int day) {
    for (Intervention.ActionTaken one : actions) {
      if (one.action() == action
          && day >= day(one.from())
          && day < day(one.to())
          && one.creator().equals(creator)
          && one.segment().equals(Segment.at(segment).label())) {
        met.add(creator + "/" + one.segment());
        return true;
      }
    }
    return false;
  }

  /** How a creator is told to make contents on a day, by the change that was named last. */
  public Optional<Intervention.ContentSteered> steered(String creator, int day) {
    Optional<Intervention.ContentSteered> told = Optional.empty();
    for (Intervention.ContentSteered one : steered) {
      if (one.creator().equals(creator) && day >= day(one.from()) && day < day(one.to())) {
        met.add(creator);
        told = Optional.of(one);
      }
    }
    return told;
  }

  /** Fails if a change names a content, product, creator or segment that never occurred. */
  public void requireMet() {
    Set<String> named = new TreeSet<>(contents.keySet());
    named.addAll(prices.keySet());
    actions.forEach(one -> named.add(one.creator() + "/" + one.segment()));
    steered.forEach(one -> named.add(one.creator()));
    named.removeAll(met);
    if (!named.isEmpty()) {
      throw new IllegalArgumentException(
          "change names %s, which did not occur. Take names from the truth of the same options."
              .formatted(named));
    }
  }
}
