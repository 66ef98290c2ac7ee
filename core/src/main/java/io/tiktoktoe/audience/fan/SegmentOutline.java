package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.AudienceInsights.Join;
import io.tiktoktoe.audience.insight.AudienceInsights.Outline;
import io.tiktoktoe.audience.segment.FanSegment;
import io.tiktoktoe.audience.segment.SegmentModel;
import io.tiktoktoe.audience.segment.SegmentModel.Centre;
import io.tiktoktoe.stats.cluster.Dendrogram;
import io.tiktoktoe.stats.cluster.HierarchicalClustering;
import io.tiktoktoe.stats.cluster.Linkage;
import io.tiktoktoe.stats.cluster.Points;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which segments are nearest to each other: Ward's clustering of their centres. */
public final class SegmentOutline {

  private SegmentOutline() {}

  /** The joins of the segments that have fans; empty for fewer than two. */
  public static Optional<Outline> of(SegmentModel model, List<FanSegment> segments) {
    Map<Integer, Integer> sizes =
        segments.stream().collect(Collectors.toMap(FanSegment::number, FanSegment::fans));
    List<Centre> centres =
        model.centres().stream()
            .filter(centre -> sizes.getOrDefault(centre.number(), 0) > 0)
            .toList();
    if (centres.size() < 2) {
      return Optional.empty();
    }
    double[] places =
        centres.stream()
            .flatMap(centre -> centre.place().stream())
            .mapToDouble(Double::doubleValue)
            .toArray();
    double[] weights =
        centres.stream().mapToDouble(centre -> sizes.getOrDefault(centre.number(), 1)).toArray();
    Points points = Points.weighted(places, model.columns().size(), weights);
    return Optional.of(
        new Outline(
            joins(HierarchicalClustering.of(points, Linkage.WARD, Progress.SILENT), centres)));
  }

  private static List<Join> joins(Dendrogram tree, List<Centre> centres) {
    List<TreeSet<Integer>> members = new ArrayList<>();
    List<Join> joins = new ArrayList<>();
    for (int step = 0; step < tree.steps(); step++) {
      TreeSet<Integer> left = side(tree.left(step), members, centres);
      TreeSet<Integer> right = side(tree.right(step), members, centres);
      TreeSet<Integer> both = new TreeSet<>(left);
      both.addAll(right);
      joins.add(new Join(List.copyOf(left), List.copyOf(right), tree.height(step)));
      members.add(both);
    }
    return joins;
  }

  private static TreeSet<Integer> side(
      int part, List<TreeSet<Integer>> members, List<Centre> centres) {
    return part > 0
        ? members.get(part - 1)
        : new TreeSet<>(List.of(centres.get(-part - 1).number()));
  }
}
