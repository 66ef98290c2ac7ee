package io.tiktoktoe.stats.graph;

import io.tiktoktoe.work.Parallel;
import io.tiktoktoe.work.Progress;
import java.util.List;

/**
 * PageRank (Brin and Page 1998): the share of time that a walk spends at each node, which follows a
 * link with probability {@code damping}, in proportion to weights, and otherwise jumps; from a node
 * without a link it always jumps. Jumps go to all nodes alike or, personalised (Haveliwala 2002),
 * in given proportions. By power iteration from the jumps' distribution.
 *
 * <p>Sums are taken over the same pieces whatever the number of threads, so that the answer is the
 * same to the last bit.
 */
public final class PageRank {

  /** Links of one piece of work, about. */
  private static final int PIECE = 1 << 17;

  private final LinkMatrix links;
  private final double[] jumps;
  private final double damping;
  private final int[] pieces;
  private final int threads;
  private double[] now;
  private double[] next;
  private final double[] sent;

  private PageRank(LinkMatrix links, double[] jumps, double damping, int threads) {
    this.links = links;
    this.jumps = jumps;
    this.damping = damping;
    this.threads = threads;
    now = jumps.clone();
    next = new double[jumps.length];
    sent = new double[jumps.length];
    pieces = pieces(links);
  }

  /**
   * Where it ended.
   *
   * @param scores of the nodes, together 1
   * @param iterations that were made
   * @param change sum of absolute changes of scores in the last
   */
  public record Answer(double[] scores, int iterations, double change) {}

  /**
   * Iterates until scores change by no more than {@code tolerance} in all.
   *
   * @param jumps where jumps go: at least 0, together 1
   * @param damping from 0 to below 1
   * @param tolerance of the sum of absolute changes
   * @param most iterations at most, at least 1
   * @param threads that work together
   */
  public static Answer of(
      LinkMatrix links,
      double[] jumps,
      double damping,
      double tolerance,
      int most,
      int threads,
      Progress progress) {
    PageRank ranks = new PageRank(links, jumps, damping, threads);
    double change = Double.POSITIVE_INFINITY;
    int iterations = 0;
    while (iterations < most && (change > tolerance || tolerance == 0)) {
      progress.report("ranking", iterations, -1);
      change = ranks.iterate();
      iterations++;
    }
    return new Answer(ranks.now, iterations, change);
  }

  private double iterate() {
    double stuck = sum(this::send);
    double change = sum((from, to) -> receive(from, to, stuck));
    double[] before = now;
    now = next;
    next = before;
    return change;
  }

  /** Work on the nodes from inclusive to exclusive, and a number of it. */
  @FunctionalInterface
  private interface Piece {
    double work(int from, int to);
  }

  private double sum(Piece piece) {
    int count = pieces.length - 1;
    List<Double> parts =
        Parallel.map(
            "ranking",
            count,
            threads,
            Progress.SILENT,
            at -> piece.work(pieces[at], pieces[at + 1]));
    return parts.stream().mapToDouble(part -> part).sum();
  }

  /** What each node sends for a weight of 1; the score of those without a link. */
  private double send(int from, int to) {
    double stuck = 0;
    for (int node = from; node < to; node++) {
      double outgoing = links.outgoing(node);
      sent[node] = outgoing > 0 ? now[node] / outgoing : 0;
      stuck += outgoing > 0 ? 0 : now[node];
    }
    return stuck;
  }

  private double receive(int from, int to, double stuck) {
    double change = 0;
    double jumping = 1 - damping + damping * stuck;
    for (int node = from; node < to; node++) {
      double score = jumping * jumps[node] + damping * links.into(node, sent);
      change += Math.abs(score - now[node]);
      next[node] = score;
    }
    return change;
  }

  /** Borders between runs of nodes with about as many links and nodes. */
  private static int[] pieces(LinkMatrix links) {
    int nodes = links.nodes();
    long work = (long) links.before(nodes) + nodes;
    int count = (int) Math.max(1, work / PIECE);
    int[] borders = new int[count + 1];
    int node = 0;
    for (int piece = 1; piece < count; piece++) {
      long due = work * piece / count;
      while (node < nodes && (long) links.before(node) + node < due) {
        node++;
      }
      borders[piece] = node;
    }
    borders[count] = nodes;
    return borders;
  }
}
