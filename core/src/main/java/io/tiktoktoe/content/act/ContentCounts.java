package io.tiktoktoe.content.act;

import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentActs.Kind;
import io.tiktoktoe.content.insight.ContentHistory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Cumulative counts of what people did at each content up to each age of {@link AgeGrid}, and in
 * all.
 */
public final class ContentCounts {

  /** Hours in which a share's weight in the share velocity halves. */
  private static final double HALF_HOURS = 24;

  private static final long EARLY_SECONDS = 28 * 86_400L;

  private static final Kind[] KINDS = Kind.values();

  private final ContentHistory history;
  private final long[] published;
  private final double[][] views;
  private final double[][] watchedShare;
  private final double[][] interactions;
  private final double[][] shares;
  private final double[][] weightedShares;
  private final double[][] follows;
  private final double[][] newFans;
  private final double[][] elsewhere;
  private final long[] machineViews;
  private final long[] fans;
  private final int[] firstContent;

  private ContentCounts(ContentHistory history) {
    int contents = history.contents().size();
    this.history = history;
    this.published =
        history.contents().stream().mapToLong(one -> one.published().getEpochSecond()).toArray();
    this.views = table(contents);
    this.watchedShare = table(contents);
    this.interactions = table(contents);
    this.shares = table(contents);
    this.weightedShares = table(contents);
    this.follows = table(contents);
    this.newFans = table(contents);
    this.elsewhere = table(contents);
    this.machineViews = new long[contents];
    this.fans = new long[contents];
    this.firstContent = new int[history.fans()];
    Arrays.fill(firstContent, ContentActs.NOBODY);
  }

  private static double[][] table(int contents) {
    return new double[AgeGrid.SIZE + 1][contents];
  }

  /** Counts; rows that machines made count as such alone. O(n). */
  public static ContentCounts of(ContentHistory history, boolean[] machine) {
    ContentCounts counts = new ContentCounts(history);
    counts.count(machine);
    for (double[][] table :
        new double[][][] {
          counts.views,
          counts.watchedShare,
          counts.interactions,
          counts.shares,
          counts.weightedShares,
          counts.follows,
          counts.newFans
        }) {
      accumulate(table);
    }
    counts.countElsewhere(machine);
    return counts;
  }

  private static void accumulate(double[][] table) {
    for (int place = 1; place < table.length; place++) {
      for (int i = 0; i < table[place].length; i++) {
        table[place][i] += table[place - 1][i];
      }
    }
  }

  private void count(boolean[] machine) {
    ContentActs acts = history.acts();
    Set<Long> seen = new HashSet<>();
    boolean[] met = new boolean[history.fans()];
    long known = knownFrom(acts);
    for (int i = 0; i < acts.size(); i++) {
      int content = acts.content()[i];
      if (machine[i]) {
        machineViews[content] += acts.kind()[i] == Kind.VIEW.ordinal() ? acts.quantity()[i] : 0;
        continue;
      }
      int fan = acts.fan()[i];
      long age = acts.seconds()[i] - published[content];
      int place = AgeGrid.place(age);
      if (fan >= 0 && !met[fan]) {
        met[fan] = true;
        if (acts.seconds()[i] >= known) {
          firstContent[fan] = content;
          newFans[place][content]++;
        }
      }
      boolean view = acts.kind()[i] == Kind.VIEW.ordinal();
      if (view && fan >= 0 && seen.add(((long) content << 32) | fan)) {
        fans[content]++;
      }
      act(acts, i, content, place, age);
    }
  }

  /** Who is met in the first days of the data was most likely there before. */
  private static long knownFrom(ContentActs acts) {
    if (acts.size() == 0) {
      return 0;
    }
    long first = acts.seconds()[0];
    return first + Math.min(EARLY_SECONDS, (acts.seconds()[acts.size() - 1] - first) / 4);
  }

  private void act(ContentActs acts, int row, int content, int place, long age) {
    double quantity = acts.quantity()[row];
    switch (KINDS[acts.kind()[row]]) {
      case VIEW -> {
        views[place][content] += quantity;
        long length = history.contents().get(content).durationMs();
        double share = length > 0 ? acts.watchedMs()[row] / (double) length : 0;
        watchedShare[place][content] += Math.min(quantity, share);
      }
      case FOLLOW -> follows[place][content] += quantity;
      case LIKE, COMMENT -> interactions[place][content] += quantity;
      case SHARE -> {
        interactions[place][content] += quantity;
        shares[place][content] += quantity;
        weightedShares[place][content] +=
            quantity * Math.pow(0.5, Math.max(0, age) / 3_600.0 / HALF_HOURS);
      }
    }
  }

  /** Views outside the platform where a content has most. */
  private void countElsewhere(boolean[] machine) {
    ContentActs acts = history.acts();
    int platforms = Math.max(1, history.platforms().size());
    double[][] by = new double[AgeGrid.SIZE + 1][published.length * platforms];
    for (int i = 0; i < acts.size(); i++) {
      if (!machine[i] && acts.kind()[i] == Kind.VIEW.ordinal()) {
        int content = acts.content()[i];
        by[AgeGrid.place(acts.seconds()[i] - published[content])][
                content * platforms + acts.platform()[i]] +=
            acts.quantity()[i];
      }
    }
    accumulate(by);
    for (int place = 0; place < by.length; place++) {
      for (int content = 0; content < published.length; content++) {
        double most = 0;
        for (int i = 0; i < platforms; i++) {
          most = Math.max(most, by[place][content * platforms + i]);
        }
        elsewhere[place][content] = views[place][content] - most;
      }
    }
  }

  /** Views up to each age; the last row is in all. */
  public double[][] views() {
    return views;
  }

  /** Sum over views of the share of the length that was watched. */
  public double[][] watchedShare() {
    return watchedShare;
  }

  /** Likes, comments and shares. */
  public double[][] interactions() {
    return interactions;
  }

  /** Shares. */
  public double[][] shares() {
    return shares;
  }

  /** Shares whose weight halves with every day of age. */
  public double[][] weightedShares() {
    return weightedShares;
  }

  /** Hours up to an age, each with the weight of its shares. */
  public static double weightedHours(int place) {
    double hours = AgeGrid.seconds(place) / 3_600.0;
    return HALF_HOURS / Math.log(2) * (1 - Math.pow(0.5, hours / HALF_HOURS));
  }

  /** Follows that name a content. */
  public double[][] follows() {
    return follows;
  }

  /** Fans who were first seen at a content. */
  public double[][] newFans() {
    return newFans;
  }

  /** Views outside the platform where it has most. */
  public double[][] elsewhere() {
    return elsewhere;
  }

  /** Views that no person made, in all. */
  public long[] machineViews() {
    return machineViews;
  }

  /** Named fans who watched, in all. */
  public long[] fans() {
    return fans;
  }

  /** The content at which each fan was first seen; nobody's place for who was there before. */
  public int[] firstContent() {
    return firstContent;
  }

  /** Seconds since 1970 at which each was published. */
  public long[] published() {
    return published;
  }

  /** Views of people in all. */
  public double allViews(int content) {
    return views[AgeGrid.SIZE][content];
  }
}
