package io.tiktoktoe.cli.report;

import io.tiktoktoe.audience.segment.FanSegment;
import io.tiktoktoe.audience.segment.Segments;
import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.picture.DendrogramOutline;
import io.tiktoktoe.service.text.AmountText;
import io.tiktoktoe.service.text.SegmentWords;
import java.util.List;

/** Which segments there are, what sets them apart and which are nearest to each other. */
public final class SegmentReport {

  private SegmentReport() {}

  /** The report as text that ends with a line end. */
  public static String text(Segments segments, Look look) {
    Page page = new Page(look);
    write(segments, page);
    return page.text();
  }

  /** The segments as part of another page. */
  static void write(Segments segments, Page page) {
    int count = segments.segments().size();
    page.heading(
        "%d segment%s of %,d".formatted(count, count == 1 ? "" : "s", segments.numbers().length));
    for (FanSegment segment : segments.segments()) {
      String mark =
          "%d  %,d (%s)  "
              .formatted(segment.number(), segment.fans(), AmountText.percent(segment.share()));
      page.sentence(mark, SegmentWords.description(segment));
    }
    page.sentence("", SegmentWords.quality(segments));
    List<String> outline = DendrogramOutline.lines(segments, page.look());
    if (!outline.isEmpty()) {
      page.heading("Which segments are nearest");
      outline.forEach(page::line);
    }
  }
}
