package io.tiktoktoe.service.audience;

import io.tiktoktoe.audience.influence.Influence;
import io.tiktoktoe.audience.influence.InfluenceOptions;
import io.tiktoktoe.audience.influence.InfluenceScores;
import io.tiktoktoe.audience.segment.FanSegment;
import io.tiktoktoe.audience.segment.SegmentOptions;
import io.tiktoktoe.audience.segment.SegmentQuality;
import io.tiktoktoe.audience.segment.Segmentation;
import io.tiktoktoe.audience.segment.Segments;
import io.tiktoktoe.service.model.AnswerSink;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.stats.cluster.ClusterCount;
import io.tiktoktoe.stats.cluster.Dendrogram;
import io.tiktoktoe.table.FeatureFile;
import io.tiktoktoe.table.LinkFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Segments and influence from plain files, without a store. */
public final class AudienceFiles {

  private static final List<String> LINK_FIELDS = List.of("from", "to", "weight");

  private AudienceFiles() {}

  /**
   * The segment of a row.
   *
   * @param id of the row
   * @param segment its number, from 1
   */
  public record Assigned(String id, int segment) {}

  /**
   * The segments of a file.
   *
   * @param k how many segments
   * @param quality how well they keep rows apart
   * @param reason why so many; empty when the number was given
   * @param candidates what spoke for each number of segments; empty when it was given
   * @param features names of the columns, in the order of each segment's medians
   * @param missing how many values were missing: the column's median stood in for them
   * @param segments in ascending order of number
   * @param assigned the segment of each row, in the order of the file
   */
  public record SegmentedFile(
      int k,
      SegmentQuality quality,
      Optional<ClusterCount.Reason> reason,
      List<ClusterCount.Candidate> candidates,
      List<String> features,
      long missing,
      List<FanSegment> segments,
      List<Assigned> assigned) {

    public SegmentedFile {
      candidates = List.copyOf(candidates);
      features = List.copyOf(features);
      segments = List.copyOf(segments);
    }
  }

  /**
   * What came of a file: the answer, and the segments as core gives them.
   *
   * @param answer to be shown
   * @param segments with dendrogram and model
   */
  public record Segmented(SegmentedFile answer, Segments segments) {}

  /**
   * Segments of the rows of a file: column id, and columns of numbers.
   *
   * @param names other names of columns: key is the file's, value is id
   * @param features columns to use; all but id when empty
   * @param seed of redraws and micro-clusters
   * @throws ServiceException.BadRequest if the request cannot be or does not fit the file
   * @throws io.tiktoktoe.table.TableException if the file is no table or one of its rows is wrong
   */
  public static Segmented segments(
      Path file,
      Map<String, String> names,
      List<String> features,
      SegmentOptions options,
      long seed,
      Call call) {
    requireFields(names, List.of("id"));
    FeatureFile.Identified rows = FeatureFile.read(file, names, features, call.progress());
    SegmentOptions parallel = options.withThreads(Runtime.getRuntime().availableProcessors());
    requireFitting(rows.ids().size(), options);
    Segments found =
        Segmentation.of(rows.fans(), parallel, new SplittableRandom(seed), call.progress());
    SegmentedFile answer =
        new SegmentedFile(
            found.segments().size(),
            found.quality(),
            found.count().map(ClusterCount::reason),
            found.count().map(ClusterCount::candidates).orElse(List.of()),
            rows.fans().features().stream().map(feature -> feature.name()).toList(),
            found.missing(),
            found.segments(),
            assigned(rows.ids(), found.numbers()));
    return new Segmented(answer, found);
  }

  private static void requireFields(Map<String, String> names, List<String> fields) {
    for (String field : names.values()) {
      if (!fields.contains(field)) {
        throw new ServiceException.BadRequest(
            "map", "{map} names field %s. Use %s.", field, String.join(", ", fields));
      }
    }
  }

  private static void requireFitting(int rows, SegmentOptions options) {
    if (options.segments().orElse(1) > rows) {
      throw new ServiceException.BadRequest(
          "segments",
          "{segments} (%s) must be at most the number of rows (%s). Ask for fewer, or for auto.",
          options.segments().getAsInt(),
          rows);
    }
    if (options.linkage() != io.tiktoktoe.stats.cluster.Linkage.WARD
        && rows > SegmentOptions.EXACT_ROWS) {
      throw new ServiceException.BadRequest(
          "linkage",
          "{linkage} (%s) is for at most %s rows, here are %s. Use ward, or give a sample.",
          options.linkage().word(),
          SegmentOptions.EXACT_ROWS,
          rows);
    }
  }

  private static List<Assigned> assigned(List<String> ids, int[] numbers) {
    return new AbstractList<>() {
      @Override
      public Assigned get(int row) {
        return new Assigned(ids.get(row), numbers[row]);
      }

      @Override
      public int size() {
        return numbers.length;
      }
    };
  }

  /**
   * One join of a dendrogram.
   *
   * @param step from 1
   * @param left the first of what it joined: -i is row i, a positive number the step that made it
   * @param right the second
   * @param height how far apart they were
   * @param size rows in what it made
   */
  public record Merge(int step, int left, int right, double height, int size) {}

  /**
   * The joins of a file's rows, in ascending order of height.
   *
   * @throws ServiceException.BadRequest if rows were too many to be joined one by one
   * @throws IOException if the sink throws it
   */
  public static void merges(Segments segments, AnswerSink<Merge> sink) throws IOException {
    if (!segments.exact()) {
      throw new ServiceException.BadRequest(
          "merges",
          "{merges} is for at most %s rows, here are %s. Leave it out, or give a sample.",
          SegmentOptions.EXACT_ROWS,
          segments.numbers().length);
    }
    int steps = segments.dendrogram().map(Dendrogram::steps).orElse(0);
    for (int step = 0; step < steps; step++) {
      Dendrogram tree = segments.dendrogram().orElseThrow();
      sink.accept(
          new Merge(
              step + 1, tree.left(step), tree.right(step), tree.height(step), tree.size(step)));
    }
  }

  /**
   * A node and its score.
   *
   * @param node its name
   * @param score PageRank, at least 0, all together 1
   */
  public record Scored(String node, double score) {}

  /**
   * PageRank of the nodes of a file of links: columns from, to and perhaps weight.
   *
   * @param names other names of columns: key is the file's, value is from, to or weight
   * @param sink takes the nodes by falling score; equal ones as the file first has them
   * @throws ServiceException.BadRequest if the request cannot be
   * @throws io.tiktoktoe.table.TableException if the file is no table or one of its rows is wrong
   * @throws IOException if the sink throws it
   */
  public static InfluenceScores influence(
      Path file,
      Map<String, String> names,
      InfluenceOptions options,
      Call call,
      AnswerSink<Scored> sink)
      throws IOException {
    requireFields(names, LINK_FIELDS);
    LinkFile.Named named = LinkFile.read(file, names, call.progress());
    InfluenceOptions parallel = options.withThreads(Runtime.getRuntime().availableProcessors());
    InfluenceScores scores = Influence.of(named.links(), parallel, call.progress());
    Integer[] order = new Integer[named.nodes().size()];
    Arrays.setAll(order, node -> node);
    Arrays.sort(order, Comparator.comparingDouble((Integer node) -> -scores.scores()[node]));
    for (int node : order) {
      sink.accept(new Scored(named.nodes().get(node), scores.scores()[node]));
    }
    return scores;
  }
}
