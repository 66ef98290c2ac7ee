package io.tiktoktoe.content.card;

import io.tiktoktoe.content.insight.ContentCohort;
import io.tiktoktoe.content.insight.CreatorContent;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Comparison cohorts by kernel weights: of the contents published about the same time by the same
 * creator, those of the same kind, about the same length and hour of publishing count most.
 */
public final class Cohorts {

  /** Contents on either side in the order of publication that are looked at. */
  private static final int NEAREST = 250;

  private static final double OTHER_KIND = 0.1;
  private static final double LENGTH_SCALE = 0.7;
  private static final double HOUR_SCALE = 4;

  /** What the hour of publishing can take away at most. */
  private static final double HOUR_SHARE = 0.5;

  private static final double DAYS_SCALE = 180;
  private static final double DAY_SECONDS = 86_400;
  private static final double OUTER = 0.05;

  private final List<CreatorContent> contents;
  private final double[] hours;
  private final int[] order;
  private final int[] placeInOrder;

  /** The cohorts of one creator's contents, whose hours are those of a zone. */
  public Cohorts(List<CreatorContent> contents, ZoneId zone) {
    this.contents = contents;
    this.hours =
        contents.stream()
            .mapToDouble(
                one -> one.published().atZone(zone).toLocalTime().toSecondOfDay() / 3_600.0)
            .toArray();
    this.order =
        IntStream.range(0, contents.size())
            .boxed()
            .sorted(Comparator.comparing(i -> contents.get(i).published()))
            .mapToInt(Integer::intValue)
            .toArray();
    this.placeInOrder = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      placeInOrder[order[i]] = i;
    }
  }

  /**
   * Others with their weights.
   *
   * @param members places of contents
   * @param weights above 0
   */
  public record Weighted(int[] members, double[] weights) {

    /** As many equally near ones they count as. */
    double effective() {
      double sum = Arrays.stream(weights).sum();
      double squares = Arrays.stream(weights).map(one -> one * one).sum();
      return squares > 0 ? sum * sum / squares : 0;
    }
  }

  /**
   * Those that one is compared with.
   *
   * @param oldestSeconds only what was published up to then has the age that is asked for
   */
  public Weighted of(int content, long oldestSeconds) {
    int from = Math.max(0, placeInOrder[content] - NEAREST);
    int to = Math.min(order.length, placeInOrder[content] + NEAREST + 1);
    int[] members = new int[to - from];
    double[] weights = new double[to - from];
    int size = 0;
    for (int i = from; i < to; i++) {
      int other = order[i];
      if (other != content && contents.get(other).published().getEpochSecond() <= oldestSeconds) {
        members[size] = other;
        weights[size++] = weight(content, other);
      }
    }
    return new Weighted(Arrays.copyOf(members, size), Arrays.copyOf(weights, size));
  }

  private double weight(int a, int b) {
    CreatorContent one = contents.get(a);
    CreatorContent other = contents.get(b);
    double kind = one.kind() == other.kind() ? 1 : OTHER_KIND;
    double length =
        Math.log((one.durationMs() + 1_000.0) / (other.durationMs() + 1_000.0)) / LENGTH_SCALE;
    double hour = hoursApart(a, b) / HOUR_SCALE;
    double days =
        Math.abs(one.published().getEpochSecond() - other.published().getEpochSecond())
            / DAY_SECONDS
            / DAYS_SCALE;
    return kind
        * Math.max(OUTER, Math.exp(-length * length / 2))
        * (1 - HOUR_SHARE + HOUR_SHARE * Math.exp(-hour * hour / 2))
        * Math.exp(-days);
  }

  private double hoursApart(int a, int b) {
    double apart = Math.abs(hours[a] - hours[b]);
    return Math.min(apart, 24 - apart);
  }

  /** What the cohort is, in figures. */
  public ContentCohort described(int content, Weighted cohort) {
    double sum = Arrays.stream(cohort.weights()).sum();
    double same = 0;
    double apart = 0;
    int[] byLength =
        IntStream.range(0, cohort.members().length)
            .boxed()
            .sorted(Comparator.comparingLong(i -> contents.get(cohort.members()[i]).durationMs()))
            .mapToInt(Integer::intValue)
            .toArray();
    long shortest = contents.get(content).durationMs();
    long longest = shortest;
    double running = 0;
    for (int i : byLength) {
      int other = cohort.members()[i];
      double share = cohort.weights()[i] / sum;
      same += contents.get(other).kind() == contents.get(content).kind() ? share : 0;
      apart += share * hoursApart(content, other);
      long length = contents.get(other).durationMs();
      shortest = running < 0.1 ? length : shortest;
      longest = running < 0.9 ? length : longest;
      running += share;
    }
    return new ContentCohort(
        contents.get(content).kind(),
        cohort.members().length,
        cohort.effective(),
        same,
        shortest,
        longest,
        apart);
  }
}
