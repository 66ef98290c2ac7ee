package io.tiktoktoe.audience.influence;

import io.tiktoktoe.stats.RankCorrelation;
import io.tiktoktoe.stats.graph.LinkMatrix;
import io.tiktoktoe.stats.graph.PageRank;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Influence by PageRank: the front door. */
public final class Influence {

  /** Groups that scores are set against revenue in. */
  private static final int GROUPS = 10;

  private Influence() {}

  /**
   * PageRank of every node, random jumps going to all alike. A node without a link to follow jumps.
   * O(links) an iteration.
   *
   * @throws IllegalArgumentException if there is no node
   */
  public static InfluenceScores of(Links links, InfluenceOptions options, Progress progress) {
    double[] alike = new double[links.nodes()];
    Arrays.fill(alike, 1);
    return of(links, alike, options, progress);
  }

  /**
   * Personalised PageRank: jumps go to nodes in proportion to {@code personalisation}, those from
   * nodes without a link too.
   *
   * @param personalisation at least 0 and finite, not all 0, such as the revenue of each fan
   * @throws IllegalArgumentException if there is no node, or the personalisation is another
   */
  public static InfluenceScores of(
      Links links, double[] personalisation, InfluenceOptions options, Progress progress) {
    LinkMatrix matrix =
        LinkMatrix.of(
            links.nodes(),
            links.size(),
            links::from,
            links::to,
            links::weight,
            options.undirected());
    PageRank.Answer answer =
        PageRank.of(
            matrix,
            jumps(links.nodes(), personalisation),
            options.damping(),
            options.tolerance(),
            options.iterations(),
            options.threads(),
            progress);
    return new InfluenceScores(
        answer.scores(),
        answer.iterations(),
        answer.change(),
        answer.change() <= options.tolerance());
  }

  private static double[] jumps(int nodes, double[] personalisation) {
    if (nodes < 1 || personalisation.length != nodes) {
      throw new IllegalArgumentException(
          "personalisation (%d values) must be one for each of the nodes (%d), at least 1."
              .formatted(personalisation.length, nodes));
    }
    double sum = 0;
    double most = 0;
    for (int node = 0; node < nodes; node++) {
      double value = personalisation[node];
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "personalisation of node %d (%s) must be at least 0 and finite."
                .formatted(node, value));
      }
      most = Math.max(most, value);
    }
    if (most == 0) {
      throw new IllegalArgumentException(
          "personalisation must not be all 0. Leave it out to jump to all nodes alike.");
    }
    double[] jumps = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      jumps[node] = personalisation[node] / most;
      sum += jumps[node];
    }
    for (int node = 0; node < nodes; node++) {
      jumps[node] /= sum;
    }
    return jumps;
  }

  /**
   * How scores agree with the revenue that came through each node. O(n log n).
   *
   * @param referredRevenue of the fans whom each node brought, in minor units of one currency
   * @throws IllegalArgumentException if they are not as many, at least one, or revenue is not
   *     finite
   */
  public static InfluenceCalibration calibration(double[] scores, double[] referredRevenue) {
    int nodes = scores.length;
    if (nodes < 1 || referredRevenue.length != nodes) {
      throw new IllegalArgumentException(
          "scores (%d) and referred revenue (%d) must be as many, at least 1."
              .formatted(nodes, referredRevenue.length));
    }
    if (!Arrays.stream(referredRevenue).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "referred revenue must be finite. Use 0 for a fan who brought nobody.");
    }
    Integer[] order = new Integer[nodes];
    Arrays.setAll(order, node -> node);
    Arrays.sort(order, Comparator.comparingDouble((Integer node) -> -scores[node]));
    double allScores = Arrays.stream(scores).sum();
    double allRevenue = Arrays.stream(referredRevenue).sum();
    List<InfluenceCalibration.Group> groups = new ArrayList<>();
    int count = Math.min(GROUPS, nodes);
    for (int group = 0; group < count; group++) {
      int from = (int) ((long) nodes * group / count);
      int to = (int) ((long) nodes * (group + 1) / count);
      double score = 0;
      double revenue = 0;
      for (int at = from; at < to; at++) {
        score += scores[order[at]];
        revenue += referredRevenue[order[at]];
      }
      groups.add(
          new InfluenceCalibration.Group(
              to - from, score / (to - from), share(score, allScores), share(revenue, allRevenue)));
    }
    return new InfluenceCalibration(
        RankCorrelation.spearman(scores, referredRevenue),
        groups.getFirst().shareOfRevenue(),
        groups);
  }

  private static double share(double part, double all) {
    return all == 0 ? 0 : part / all;
  }
}
