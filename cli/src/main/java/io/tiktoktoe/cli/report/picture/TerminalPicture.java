package io.tiktoktoe.cli.report.picture;

import io.tiktoktoe.cli.report.page.Look;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal shows as a picture (SVG): text in the look's weights and colours. O(text). */
public final class TerminalPicture {

  private static final double CHARACTER_WIDTH = 7.6;
  private static final int LINE_HEIGHT = 17;
  private static final int MARGIN = 18;

  /** From the top to the foot of the first line. */
  private static final int FIRST_LINE = 31;

  private static final Pattern CODE = Pattern.compile("\u001b\\[(\\d+)m");

  private static final Map<String, String> STYLES =
      Map.of(
          "1", " font-weight=\"bold\" fill=\"#ffffff\"",
          "2", " fill=\"#9aa1ac\"",
          "31", " fill=\"#ff9b8a\"",
          "32", " fill=\"#7fd1a0\"",
          "36", " fill=\"#6cb6ff\"");

  private TerminalPicture() {}

  /**
   * A picture of these lines.
   *
   * @param label what is read aloud in its place
   * @param lines what the terminal would get, escape codes included
   */
  public static String of(String label, List<String> lines) {
    int columns = lines.stream().mapToInt(Look::columns).max().orElse(0);
    StringBuilder svg =
        new StringBuilder(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" role="img" aria-label="%s">
            <rect width="100%%" height="100%%" rx="8" fill="#16181d"/>
            <g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace" \
            font-size="12.6" fill="#d7dae0" xml:space="preserve">
            """
                .formatted(
                    2 * MARGIN + (int) Math.ceil(columns * CHARACTER_WIDTH),
                    FIRST_LINE + lines.size() * LINE_HEIGHT,
                    escaped(label)));
    for (int at = 0; at < lines.size(); at++) {
      if (!lines.get(at).isBlank()) {
        svg.append(line(lines.get(at), FIRST_LINE + at * LINE_HEIGHT));
      }
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  /** One line, stretched to its columns: fonts differ in width. */
  private static String line(String text, int y) {
    StringBuilder spans = new StringBuilder();
    Matcher code = CODE.matcher(text);
    String style = "";
    int from = 0;
    while (code.find()) {
      spans.append(span(style, text.substring(from, code.start())));
      style = STYLES.getOrDefault(code.group(1), "");
      from = code.end();
    }
    spans.append(span(style, text.substring(from)));
    return "<text x=\"%d\" y=\"%d\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\">%s</text>\n"
        .formatted(
            MARGIN,
            y,
            String.format(Locale.ROOT, "%.1f", Look.columns(text) * CHARACTER_WIDTH),
            spans);
  }

  private static String span(String style, String text) {
    String shown = escaped(text);
    return style.isEmpty() || text.isEmpty() ? shown : "<tspan" + style + ">" + shown + "</tspan>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
