package io.tiktoktoe.stats.cluster;

import io.tiktoktoe.work.Parallel;
import io.tiktoktoe.work.Progress;
import java.util.Arrays;
import java.util.List;

/**
 * Exact nearest-centre search: centres in groups around pivots, a group being skipped when the
 * triangle inequality tells that none of it can be nearest. Within a group columns lie one after
 * the other, so that distances of several centres are computed together.
 */
final class NearestCentre {

  /** Rows of one piece of work. */
  private static final int PIECE = 1 << 13;

  private final int columns;
  private final List<Group> groups;

  /**
   * Centres that lie together.
   *
   * @param pivot one of them
   * @param radius greatest distance of one from the pivot
   * @param numbers of the centres
   * @param places of the centres, column by column
   */
  private record Group(double[] pivot, double radius, int[] numbers, double[][] places) {}

  /** Over centres that stand one after the other. O(centres^1.5 * columns). */
  NearestCentre(double[] centres, int columns) {
    this.columns = columns;
    int count = centres.length / columns;
    int pivots = (int) Math.max(1, Math.round(Math.sqrt(count) / 2));
    int[] groupOf = new int[count];
    double[] squares = new double[count];
    int[] pivotAt = new int[pivots];
    Arrays.fill(squares, Double.POSITIVE_INFINITY);
    for (int group = 0; group < pivots; group++) {
      pivotAt[group] = group == 0 ? 0 : farthest(squares);
      for (int centre = 0; centre < count; centre++) {
        double square = square(centres, centre, centres, pivotAt[group], columns);
        if (square < squares[centre]) {
          squares[centre] = square;
          groupOf[centre] = group;
        }
      }
    }
    Group[] made = new Group[pivots];
    for (int group = 0; group < pivots; group++) {
      made[group] = group(centres, groupOf, squares, group, pivotAt[group]);
    }
    groups = List.of(made);
  }

  private Group group(double[] centres, int[] groupOf, double[] squares, int group, int pivot) {
    int size = (int) Arrays.stream(groupOf).filter(of -> of == group).count();
    int[] numbers = new int[size];
    double[][] places = new double[columns][size];
    double farthest = 0;
    int at = 0;
    for (int centre = 0; centre < groupOf.length; centre++) {
      if (groupOf[centre] == group) {
        for (int column = 0; column < columns; column++) {
          places[column][at] = centres[centre * columns + column];
        }
        farthest = Math.max(farthest, squares[centre]);
        numbers[at++] = centre;
      }
    }
    double[] place = Arrays.copyOfRange(centres, pivot * columns, (pivot + 1) * columns);
    return new Group(place, Math.sqrt(farthest), numbers, places);
  }

  private static int farthest(double[] squares) {
    int farthest = 0;
    for (int at = 1; at < squares.length; at++) {
      farthest = squares[at] > squares[farthest] ? at : farthest;
    }
    return farthest;
  }

  private static double square(double[] ones, int one, double[] others, int other, int columns) {
    double sum = 0;
    for (int column = 0; column < columns; column++) {
      double difference = ones[one * columns + column] - others[other * columns + column];
      sum += difference * difference;
    }
    return sum;
  }

  /** The nearest centre of every row, the same whatever the number of threads. */
  int[] of(Points points, int threads, Progress progress) {
    int[] nearest = new int[points.rows()];
    int pieces = (points.rows() + PIECE - 1) / PIECE;
    Parallel.map(
        "giving fans to the nearest",
        pieces,
        threads,
        progress,
        piece -> {
          int from = piece * PIECE;
          int to = Math.min(points.rows(), from + PIECE);
          Search search = new Search();
          for (int row = from; row < to; row++) {
            nearest[row] = search.nearest(points.values(), row * columns);
          }
          return to - from;
        });
    return nearest;
  }

  /** Working space of one thread. */
  private final class Search {
    private final double[] toPivots = new double[groups.size()];
    private final double[] sums =
        new double[groups.stream().mapToInt(group -> group.numbers().length).max().orElse(0)];
    private double least;
    private int nearest;

    int nearest(double[] values, int at) {
      least = Double.POSITIVE_INFINITY;
      int first = 0;
      for (int group = 0; group < toPivots.length; group++) {
        toPivots[group] = Math.sqrt(toPivot(groups.get(group).pivot(), values, at));
        first = toPivots[group] < toPivots[first] ? group : first;
      }
      visit(groups.get(first), values, at);
      for (int group = 0; group < toPivots.length; group++) {
        double bound = toPivots[group] - groups.get(group).radius();
        if (group != first && (bound <= 0 || bound * bound < least)) {
          visit(groups.get(group), values, at);
        }
      }
      return nearest;
    }

    private double toPivot(double[] pivot, double[] values, int at) {
      double sum = 0;
      for (int column = 0; column < columns; column++) {
        double difference = pivot[column] - values[at + column];
        sum += difference * difference;
      }
      return sum;
    }

    private void visit(Group group, double[] values, int at) {
      int size = group.numbers().length;
      Arrays.fill(sums, 0, size, 0);
      for (int column = 0; column < columns; column++) {
        addSquares(group.places()[column], values[at + column], sums, size);
      }
      for (int centre = 0; centre < size; centre++) {
        if (sums[centre] < least) {
          least = sums[centre];
          nearest = group.numbers()[centre];
        }
      }
    }

    private static void addSquares(double[] places, double value, double[] sums, int size) {
      for (int at = 0; at < size; at++) {
        double difference = places[at] - value;
        sums[at] += difference * difference;
      }
    }
  }
}
