package io.tiktoktoe.risk.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The language of stress scenarios. Parts are divided by semicolons, lines, commas or "and": {@code
 * TikTok closes in March, -30% ad rates}, {@code platform tiktok closes from 2026-03-01}, {@code
 * youtube ads fall by 30%}, {@code stream merchandise lost}, {@code refunds doubled}, {@code
 * currency USD -20% until 2026-06-30}.
 */
public final class ScenarioText {

  /** What divides parts: semicolons, lines, and commas before a blank, but not within quotes. */
  private static final Pattern DIVIDER =
      Pattern.compile("(?:[;\\n]|,(?=\\s))(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  private static final Pattern AND =
      Pattern.compile(
          "(?:^and | and (?:then )?|\\s\\+\\s(?!\\d)| & )(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)",
          Pattern.CASE_INSENSITIVE);

  private ScenarioText() {}

  /**
   * One scenario from one text.
   *
   * @throws IllegalArgumentException naming the part that cannot be read and how to write it
   */
  public static StressScenario parse(String text) {
    List<StressScenario.Part> parts = new ArrayList<>();
    for (String one : DIVIDER.split(plain(text), -1)) {
      String line = one.strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        add(line, parts);
      }
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "scenario \"%s\" says nothing. Write one like: platform tiktok closes; ads -30%%"
              .formatted(text.strip()));
    }
    return new StressScenario(
        String.join("; ", parts.stream().map(StressScenario.Part::text).toList()), parts);
  }

  /**
   * Scenarios of a file: a line {@code [title]} begins a new one; lines before the first title are
   * one scenario called {@code scenario}.
   *
   * @throws IllegalArgumentException naming the part that cannot be read and how to write it
   */
  public static List<StressScenario> parseAll(List<String> lines) {
    List<StressScenario> all = new ArrayList<>();
    String title = "scenario";
    StringBuilder body = new StringBuilder();
    for (String line : lines) {
      String stripped = line.strip();
      if (stripped.startsWith("[") && stripped.endsWith("]")) {
        add(all, title, body);
        title = stripped.substring(1, stripped.length() - 1).strip();
        body.setLength(0);
        body.append(' ');
      } else if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        body.append(stripped).append('\n');
      }
    }
    add(all, title, body);
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "the file holds no scenario. Write a line like: platform tiktok closes from 2026-03-01");
    }
    return all;
  }

  private static void add(List<StressScenario> all, String title, StringBuilder body) {
    if (body.length() == 0) {
      return;
    }
    if (body.toString().isBlank()) {
      throw new IllegalArgumentException(
          "scenario [%s] has no parts. Add a line like: ads -30%%, or leave the title out."
              .formatted(title));
    }
    all.add(new StressScenario(title, parse(body.toString()).parts()));
  }

  /** One part, or several with "and" between them when each of them says a change. */
  private static void add(String line, List<StressScenario.Part> into) {
    List<StressScenario.Part> several = new ArrayList<>();
    String[] pieces = AND.split(line, -1);
    try {
      for (String piece : pieces) {
        several.add(part(piece.strip()));
      }
    } catch (IllegalArgumentException e) {
      // "My shop and me" is a name, "between March and May" are days: then it is one part.
      several = List.of(part(line));
    }
    into.addAll(several);
  }

  private static StressScenario.Part part(String text) {
    String told = text.replaceAll("[.!?]$", "").strip();
    ScenarioChange change = ScenarioChange.read(told);
    ScenarioDays.Told days = ScenarioDays.read(text, change.rest(), change.ends());
    ScenarioTarget target = ScenarioTarget.read(text, days.rest());
    return new StressScenario.Part(target, change.factor(), days.days(), text);
  }

  /** Blanks, quotes and signs as one would type them; quotation marks of all countries. */
  private static String plain(String text) {
    return text.replaceAll("[\u00a0\u2007\u202f\t\r]", " ")
        .replaceAll("[\u2212\u2013\u2014]", "-")
        .replaceAll("[\u201c\u201d\u201e\u00ab\u00bb]", "\"")
        .replace('\u2019', '\'')
        .replaceAll(" +", " ");
  }

  static IllegalArgumentException wrong(String text, String what) {
    return new IllegalArgumentException("scenario part \"%s\" %s.".formatted(text, what));
  }
}
