package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.fan.Content;
import io.tiktoktoe.simulation.fan.Fan;
import io.tiktoktoe.simulation.law.LibraryLaw;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.world.ContentType;
import io.tiktoktoe.simulation.world.LocalDay;
import io.tiktoktoe.simulation.world.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The contents of one creator that are still watched or accounted for: how attention for them
 * decays and what they cause. The others are told and forgotten.
 */
final class Library {

  /** How fast a rediscovery fades, days. */
  private static final double REDISCOVERY_DAYS = 5;

  private static final long DAY_MS = 86_400_000;

  private final CreatorModel model;
  private final SharedWorld world;
  private final LibraryLaw law;
  private final Consumer<TruthRecord> truth;
  private final List<Content> active = new ArrayList<>();
  private final Set<Content> held = new LinkedHashSet<>();
  private double[] weights = new double[24];
  private final int most;
  private int count;
  private long latest = Long.MIN_VALUE;

  Library(CreatorModel model, SharedWorld world, Consumer<TruthRecord> truth) {
    this.model = model;
    this.world = world;
    this.law = world.laws().contents();
    this.truth = truth;
    this.most =
        law.most() + (int) Math.min(LibraryLaw.MOST_FURTHER, law.mostPerFan() * model.fans());
  }

  private String id(int number) {
    return model.id() + "-p" + (10_001 + number);
  }

  /** A new content at this moment; one in thirty goes viral. */
  Content publish(ContentType type, long at, Draws draws) {
    Content content = new Content(law, count, id(count++), type, at, draws);
    active.add(content);
    latest = Math.max(latest, at);
    return content;
  }

  /** Days since the last content, 0 before the first one. */
  double silentDays(long at) {
    return count == 0 ? 0 : (at - latest) / (double) DAY_MS;
  }

  /** Weighs the contents for one day and lets go those that nobody looks for any more. */
  void beginDay(LocalDay day) {
    for (Content content : active) {
      if (content.published >= day.start()) {
        content.firstDay = Math.clamp((day.end() - content.published) / (double) DAY_MS, 1e-6, 1);
      }
      double age = Math.max(0, (day.end() - content.published) / (double) DAY_MS - 0.5);
      double attention = world.attention().at(content.type, age);
      if (age >= content.rediscovered) {
        double since = age - content.rediscovered;
        attention += 0.8 * Math.exp(-since / REDISCOVERY_DAYS) / REDISCOVERY_DAYS;
      }
      content.weight = (float) (content.appeal * attention);
      content.removed = world.changes().removed(content.id, day.index());
      content.viewsToday = 0;
      content.anonymousToday = 0;
    }
    if (active.size() > most || law.mostPerFan() > 0) {
      active.sort((a, b) -> Float.compare(b.weight, a.weight));
    }
    if (active.size() > most) {
      List<Content> dropped = active.subList(most, active.size());
      dropped.forEach(this::retire);
      dropped.clear();
    }
    weights = Arrays.copyOf(weights, Math.max(weights.length, active.size()));
    double sum = 0;
    for (int i = 0; i < active.size(); i++) {
      sum += active.get(i).weight;
      weights[i] = sum;
    }
  }

  private void retire(Content content) {
    content.watched = false;
    if (content.holders == 0) {
      tell(content);
    } else {
      held.add(content);
    }
  }

  /** Keeps its account open until {@link #release}. */
  void hold(@Nullable Content content) {
    if (content != null) {
      content.holders++;
    }
  }

  /** Ends one {@link #hold}. */
  void release(@Nullable Content content) {
    if (content != null && --content.holders == 0 && !content.watched) {
      held.remove(content);
      tell(content);
    }
  }

  boolean isEmpty() {
    return active.isEmpty();
  }

  /** Sum of today's attention, that for removed contents included. */
  double attention() {
    return active.isEmpty() ? 0 : weights[active.size() - 1];
  }

  /** Factor of what is new, relative to {@code usual} attention, on what people do. */
  double freshness(double usual, double most) {
    return 1 - law.freshness() + law.freshness() * Math.min(most, attention() / usual);
  }

  /** A content drawn by attention; call only if there is one. */
  Content pick(Draws draws) {
    return active.get(draws.pick(weights, active.size()));
  }

  /**
   * What a fan watches: those who give anyway come to what is made for them. Draws the same count
   * of random numbers whatever is chosen.
   */
  Content pick(Fan fan, Draws draws) {
    Content first = pick(draws);
    if (law.confounding() == 0) {
      return first;
    }
    Content second = pick(draws);
    boolean devoted = fan.segment >= Segment.REGULAR.ordinal();
    boolean again = draws.chance(law.confounding()) && first.core != devoted;
    return again ? second : first;
  }

  /** The contents that are watched. */
  List<Content> active() {
    return active;
  }

  /** What this fan saw last, if anything. */
  @Nullable String lastSeen(Fan fan) {
    return fan.lastContent < 0 ? null : id(fan.lastContent);
  }

  /** Tells what each content that is left was and caused. */
  void tellAll() {
    active.forEach(this::tell);
    held.forEach(this::tell);
  }

  private void tell(Content content) {
    truth.accept(
        new TruthRecord.Content(
            model.id(),
            content.id,
            content.type.label,
            Instant.ofEpochMilli(content.published),
            content.durationMs,
            content.appeal,
            world.attention().halfLife(content.type, content.firstDay),
            content.effect,
            content.views,
            content.tips,
            content.subscriptions,
            content.merchandise,
            content.advertising,
            content.follows,
            content.valueOfFollows,
            content.likes,
            content.rediscovered == Integer.MAX_VALUE ? null : content.rediscovered));
  }
}
