package io.tiktoktoe.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The contents of one creator: how attention for them decays and what they cause. */
final class Library {

  /** Share of a content's views in the exponential part; the rest decays as a power law. */
  private static final double EXPONENTIAL_SHARE = 0.7;

  /** Exponent of the power-law part of attention. */
  private static final double POWER = 1.4;

  /** Scale in days of the power-law part. */
  private static final double POWER_DAYS = 3;

  /** Contents that are still watched; of older ones only what attracts most. */
  private static final int MOST_ACTIVE = 16;

  private static final long DAY_MS = 86_400_000;

  /** Attention is looked up in steps of a sixth of a day, up to five years. */
  private static final double SIXTHS = 6;

  private static final int TABLE_SIXTHS = 5 * 365 * 6;
  private static final double[][] ATTENTION = attentionBySixth();
  private static final double[] HALF_LIVES =
      Arrays.stream(ContentType.values()).mapToDouble(Library::findHalfLife).toArray();

  private final CreatorModel model;
  private final List<Content> all = new ArrayList<>();
  private final List<Content> active = new ArrayList<>();
  private double[] weights = new double[MOST_ACTIVE + 8];

  Library(CreatorModel model) {
    this.model = model;
  }

  /** One content with the running account of what it caused, micro USD. */
  static final class Content {
    final int number;
    final String id;
    final ContentType type;
    final long published;
    final long durationMs;
    final double appeal;
    final double effect;
    double weight;
    long views;
    long viewsToday;
    long anonymousToday;
    long tips;
    long subscriptions;
    long merchandise;
    long advertising;
    long follows;

    Content(
        int number,
        String id,
        ContentType type,
        long published,
        long durationMs,
        double appeal,
        double effect) {
      this.number = number;
      this.id = id;
      this.type = type;
      this.published = published;
      this.durationMs = durationMs;
      this.appeal = appeal;
      this.effect = effect;
    }
  }

  /** A new content at this moment; one in thirty goes viral. */
  Content publish(ContentType type, long at, Draws draws) {
    double appeal = draws.lognormal(1, 0.7) * (draws.chance(0.03) ? draws.pareto(1.1, 12) * 2 : 1);
    long duration =
        type.medianSeconds == 0
            ? 0
            : Math.round(1000 * draws.lognormal(type.medianSeconds, type.lengthSigma));
    String id = model.id() + "-p" + (10_001 + all.size());
    Content content =
        new Content(
            all.size(), id, type, at, duration, appeal, type.effect * draws.lognormal(0.88, 0.5));
    all.add(content);
    active.add(content);
    return content;
  }

  /** Attention per day at this age in days, in units of a content of appeal 1. */
  static double attention(ContentType type, double age) {
    double exponential = Math.exp(-age / type.decayDays) / type.decayDays;
    double power = (POWER - 1) / POWER_DAYS * Math.pow(1 + age / POWER_DAYS, -POWER);
    return EXPONENTIAL_SHARE * exponential + (1 - EXPONENTIAL_SHARE) * power;
  }

  private static double[][] attentionBySixth() {
    double[][] table = new double[ContentType.values().length][TABLE_SIXTHS + 1];
    for (ContentType type : ContentType.values()) {
      for (int sixth = 0; sixth <= TABLE_SIXTHS; sixth++) {
        table[type.ordinal()][sixth] = attention(type, sixth / SIXTHS);
      }
    }
    return table;
  }

  /** Age in days by which half of all views come. */
  static double halfLife(ContentType type) {
    return HALF_LIVES[type.ordinal()];
  }

  private static double findHalfLife(ContentType type) {
    double low = 0;
    double high = 1000;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      double seen =
          EXPONENTIAL_SHARE * -Math.expm1(-middle / type.decayDays)
              + (1 - EXPONENTIAL_SHARE) * (1 - Math.pow(1 + middle / POWER_DAYS, 1 - POWER));
      if (seen < 0.5) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** Weighs the contents for one day and drops those that nobody looks for any more. */
  void beginDay(LocalDay day) {
    for (Content content : active) {
      double age = Math.max(0, (day.end() - content.published) / (double) DAY_MS - 0.5);
      int sixth = (int) Math.min(TABLE_SIXTHS, age * SIXTHS);
      content.weight = content.appeal * ATTENTION[content.type.ordinal()][sixth];
    }
    if (active.size() > MOST_ACTIVE) {
      active.sort((a, b) -> Double.compare(b.weight, a.weight));
      active.subList(MOST_ACTIVE, active.size()).clear();
    }
    weights = Arrays.copyOf(weights, Math.max(weights.length, active.size()));
    double sum = 0;
    for (int i = 0; i < active.size(); i++) {
      sum += active.get(i).weight;
      weights[i] = sum;
    }
  }

  boolean isEmpty() {
    return active.isEmpty();
  }

  /** Sum of today's attention. */
  double attention() {
    return active.isEmpty() ? 0 : weights[active.size() - 1];
  }

  /** A content drawn by attention; call only if there is one. */
  Content pick(Draws draws) {
    return active.get(draws.pick(weights, active.size()));
  }

  /** The contents that are watched. */
  List<Content> active() {
    return active;
  }

  /** What this fan saw last, if anything. */
  @Nullable Content lastSeen(Audience audience, int slot) {
    int number = audience.lastContent(slot);
    return number < 0 ? null : all.get(number);
  }

  /** Tells what each content was and caused. */
  void tell(Consumer<TruthRecord> truth) {
    for (Content content : all) {
      truth.accept(
          new TruthRecord.Content(
              model.id(),
              content.id,
              content.type.label,
              Instant.ofEpochMilli(content.published),
              content.durationMs,
              content.appeal,
              halfLife(content.type),
              content.effect,
              content.views,
              content.tips,
              content.subscriptions,
              content.merchandise,
              content.advertising,
              content.follows));
    }
  }
}
