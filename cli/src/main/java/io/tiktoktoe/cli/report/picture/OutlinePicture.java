package io.tiktoktoe.cli.report.picture;

import io.tiktoktoe.audience.insight.AudienceInsights.Join;
import io.tiktoktoe.audience.insight.AudienceInsights.Outline;
import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The outline of a dendrogram: which segments are nearest, the longer the bar the further apart.
 */
public final class OutlinePicture {

  private static final int WIDEST = 30;
  private static final int NARROWEST = 5;

  /** What stands beside names and bars, in columns. */
  private static final int HEIGHTS = 13;

  private OutlinePicture() {}

  public static void write(Outline outline, Page page) {
    page.line("");
    page.aside("  nearest segments first; a longer bar joins what differs more");
    double highest = outline.joins().stream().mapToDouble(Join::height).max().orElse(0);
    String bar = page.look().either("─", "-");
    String end = page.look().either("┤ ", "| ");
    int names = outline.joins().stream().mapToInt(join -> Look.columns(name(join))).max().orElse(0);
    int widest = Math.clamp(page.look().width() - names - HEIGHTS, NARROWEST, WIDEST);
    for (Join join : outline.joins()) {
      int length = highest > 0 ? (int) Math.round(widest * join.height() / highest) : 0;
      String name = name(join);
      page.line(
          "  "
              + name
              + " ".repeat(Math.max(0, names - Look.columns(name)))
              + "  "
              + bar.repeat(Math.max(1, length))
              + end
              + "%.2f".formatted(join.height()));
    }
  }

  private static String name(Join join) {
    return side(join.left()) + " + " + side(join.right());
  }

  private static String side(List<Integer> segments) {
    String numbers = segments.stream().map(String::valueOf).collect(Collectors.joining(" "));
    return segments.size() == 1 ? numbers : "(" + numbers + ")";
  }
}
