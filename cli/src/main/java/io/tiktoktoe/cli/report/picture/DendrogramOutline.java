package io.tiktoktoe.cli.report.picture;

import io.tiktoktoe.audience.segment.Segments;
import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.stats.cluster.Dendrogram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The top of a dendrogram as an indented outline: which segments are nearest to each other. */
public final class DendrogramOutline {

  private final Dendrogram tree;
  private final int[] numbers;
  private final int undone;
  private final Look look;
  private final List<String> lines = new ArrayList<>();

  private DendrogramOutline(Dendrogram tree, int[] numbers, int segments, Look look) {
    this.tree = tree;
    this.numbers = numbers;
    this.undone = segments - 1;
    this.look = look;
  }

  /** The lines; none where there is one segment, or no dendrogram under its numbers. */
  public static List<String> lines(Segments segments, Look look) {
    int count = segments.segments().size();
    if (count < 2 || segments.dendrogram().isEmpty()) {
      return List.of();
    }
    DendrogramOutline outline =
        new DendrogramOutline(segments.dendrogram().get(), segments.leafNumbers(), count, look);
    outline.draw(outline.tree.steps(), "  ", "", "");
    return outline.lines;
  }

  /** Draws what a step made, in R's numbers, {@code lead} before it and {@code below} its parts. */
  private void draw(int part, String indent, String lead, String below) {
    boolean split = part > tree.steps() - undone;
    if (!split) {
      lines.add(indent + lead + segment(part));
      return;
    }
    String height = String.format(Locale.ROOT, "%.4g", tree.height(part - 1));
    lines.add(indent + lead + "apart by " + height);
    String next = indent + below;
    draw(tree.left(part - 1), next, look.either("├─ ", "|- "), look.either("│  ", "|  "));
    draw(tree.right(part - 1), next, look.either("└─ ", "`- "), "   ");
  }

  /** The segment that most leaves below went to. */
  private String segment(int part) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int row : tree.rowsOf(part)) {
      counts.merge(numbers[row], 1, Integer::sum);
    }
    int number =
        counts.entrySet().stream()
            .max(Map.Entry.<Integer, Integer>comparingByValue())
            .orElseThrow()
            .getKey();
    return "segment " + number;
  }
}
