package io.tiktoktoe.risk;

import io.tiktoktoe.stats.Interval;
import java.util.List;

/**
 * Income concentration (Herfindahl-Hirschman index): how much income hangs on few sources.
 *
 * @param dimension {@code platform}, {@code stream} or {@code fan}
 * @param index Herfindahl-Hirschman index of the shares as observed, in (0, 1]
 * @param corrected an estimate of the index behind the chance in a finite sample, which is lower,
 *     in (0, 1]
 * @param interval holds the corrected index with probability 0.95
 * @param effectiveSources how many equal sources would be as concentrated as the observed: 1 /
 *     index
 * @param shares the sources, largest first; of fans the ten largest, unnamed
 */
public record Concentration(
    String dimension,
    double index,
    double corrected,
    Interval interval,
    double effectiveSources,
    List<Share> shares) {

  public Concentration {
    shares = List.copyOf(shares);
  }

  /**
   * One source's part.
   *
   * @param name of the source
   * @param amount positive income, minor units
   * @param share of all positive income, in [0, 1]
   */
  public record Share(String name, long amount, double share) {}
}
