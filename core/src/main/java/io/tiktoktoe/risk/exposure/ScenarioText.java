package io.tiktoktoe.risk.exposure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The language of stress scenarios. Parts are divided by semicolons or lines: {@code platform
 * tiktok closes from 2026-03-01}, {@code ads -30%}, {@code stream merchandise lost}, {@code refunds
 * doubled}, {@code currency USD -20% until 2026-06-30}.
 */
public final class ScenarioText {

  private static final Pattern WHEN =
      Pattern.compile("\\s+(from|until)\\s+(\\S+)$", Pattern.CASE_INSENSITIVE);

  private static final Pattern PERCENT =
      Pattern.compile(
          "(.*?)\\s+([-+\u2212\u2013]?)\\s*(\\d+(?:[.,]\\d+)?)\\s*(%|percent|per cent)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TIMES =
      Pattern.compile("(.*?)\\s+[x\u00d7*]\\s*(\\d+(?:[.,]\\d+)?)$", Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("(.*?)\\s+(\\p{L}+)$");

  private static final Map<String, Double> WORDS =
      Map.ofEntries(
          Map.entry("closed", 0.0),
          Map.entry("closes", 0.0),
          Map.entry("lost", 0.0),
          Map.entry("gone", 0.0),
          Map.entry("halved", 0.5),
          Map.entry("doubled", 2.0),
          Map.entry("tripled", 3.0));

  private static final String CHANGES =
      "Say how, such as -30%, +50%, x0.7, doubled, halved, lost or closed";

  private static final String TARGETS =
      "Begin with platform NAME, stream NAME, ads, currency CODE, refunds or chargebacks";

  private ScenarioText() {}

  /**
   * One scenario from one text.
   *
   * @throws IllegalArgumentException naming the part that cannot be read and how to write it
   */
  public static StressScenario parse(String text) {
    List<ScenarioPart> parts = new ArrayList<>();
    for (String one : text.split("[;\\n]")) {
      String line = one.replace('\u00a0', ' ').strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        parts.add(part(line));
      }
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "scenario \"%s\" says nothing. Write one like: platform tiktok closes; ads -30%%"
              .formatted(text.strip()));
    }
    return new StressScenario(
        String.join("; ", parts.stream().map(ScenarioPart::text).toList()), parts);
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

  private static ScenarioPart part(String text) {
    String rest = text;
    Optional<LocalDate> from = Optional.empty();
    Optional<LocalDate> until = Optional.empty();
    for (Matcher when = WHEN.matcher(rest); when.find(); when = WHEN.matcher(rest)) {
      boolean begins = when.group(1).equalsIgnoreCase("from");
      LocalDate day = day(text, when.group(2), begins);
      if (begins) {
        from = Optional.of(day);
      } else {
        until = Optional.of(day);
      }
      rest = rest.substring(0, when.start());
    }
    if (from.isPresent() && until.isPresent() && from.get().isAfter(until.get())) {
      throw wrong(text, "begins %s after it ends %s. Swap them".formatted(from.get(), until.get()));
    }
    String changed = rest;
    Matcher percent = PERCENT.matcher(changed);
    Matcher times = TIMES.matcher(changed);
    Matcher word = WORD.matcher(changed);
    if (percent.matches()) {
      return target(text, percent.group(1), percent(text, percent), from, until);
    }
    if (times.matches()) {
      return target(text, times.group(1), number(times.group(2)), from, until);
    }
    if (word.matches() && WORDS.containsKey(word.group(2).toLowerCase(Locale.ROOT))) {
      double factor = WORDS.getOrDefault(word.group(2).toLowerCase(Locale.ROOT), 0.0);
      return target(text, word.group(1), factor, from, until);
    }
    throw wrong(text, "says no change that is understood. " + CHANGES);
  }

  private static double percent(String text, Matcher percent) {
    double change = number(percent.group(3)) / 100;
    if (percent.group(2).isEmpty()) {
      String digits = percent.group(3);
      throw wrong(
          text,
          "does not say whether %s%% more or less. Write -%s%% or +%s%%"
              .formatted(digits, digits, digits));
    }
    double factor = percent.group(2).equals("+") ? 1 + change : 1 - change;
    if (factor < 0) {
      throw wrong(text, "takes away more than all. Write -100%, or lost");
    }
    return factor;
  }

  private static double number(String digits) {
    return Double.parseDouble(digits.replace(',', '.'));
  }

  private static ScenarioPart target(
      String text,
      String what,
      double factor,
      Optional<LocalDate> from,
      Optional<LocalDate> until) {
    String[] words = what.strip().split("\\s+", 2);
    String first = words[0].toLowerCase(Locale.ROOT);
    String name = words.length > 1 ? words[1].replaceAll("^\"|\"$", "").strip() : "";
    ScenarioPart.Target target;
    switch (first) {
      case "platform" -> target = ScenarioPart.Target.PLATFORM;
      case "stream" -> target = ScenarioPart.Target.STREAM;
      case "currency" -> target = ScenarioPart.Target.CURRENCY;
      case "ads", "ad", "advertising" -> {
        target = ScenarioPart.Target.STREAM;
        name = "advertising";
      }
      case "tips", "subscriptions", "merchandise" -> {
        target = ScenarioPart.Target.STREAM;
        name = first;
      }
      case "refunds" -> target = ScenarioPart.Target.REFUNDS;
      case "chargebacks" -> target = ScenarioPart.Target.CHARGEBACKS;
      default -> throw wrong(text, "names nothing that is known. " + TARGETS);
    }
    boolean named = target.ordinal() <= ScenarioPart.Target.CURRENCY.ordinal();
    if (named && name.isEmpty()) {
      throw wrong(text, "does not say which %s. Name it after the word".formatted(first));
    }
    return new ScenarioPart(target, named ? name : "", factor, from, until, text);
  }

  private static LocalDate day(String text, String day, boolean begins) {
    try {
      if (day.length() == "2026-03".length()) {
        YearMonth month = YearMonth.parse(day);
        return begins ? month.atDay(1) : month.atEndOfMonth();
      }
      return LocalDate.parse(day);
    } catch (DateTimeException e) {
      IllegalArgumentException wrong =
          wrong(text, "has %s, which is no day. Write 2026-03-01 or 2026-03".formatted(day));
      wrong.initCause(e);
      throw wrong;
    }
  }

  private static IllegalArgumentException wrong(String text, String what) {
    return new IllegalArgumentException("scenario part \"%s\" %s.".formatted(text, what));
  }
}
