package io.tiktoktoe.risk.exposure;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a part of a stress scenario changes: {@code -30%}, {@code falls by 30%}, {@code 30%
 * less}, {@code x0.7}, {@code halved}, {@code closes}, before or after what it changes.
 *
 * @param factor what it is multiplied by
 * @param rest the text that is left without it
 */
record ScenarioChange(double factor, String rest) {

  /** What grows more is another business. */
  private static final double MOST = 100;

  private static final String LESS =
      "falls?|crash(?:es)?|collapses?|plunges?|fell|drops?|dropped|sinks?|shrinks?|declines?|decreases?|decreased|down|cuts?|loses?"
          + "|losing|less|lower|lowered|fewer|reduced|reduces?|worse|off|minus";

  private static final String MORE =
      "rises?|grows?|grew|increases?|increased|up|gains?|raised|more|higher|better|plus|climbs?";

  private static final Pattern PERCENT =
      pattern(
          "(?:(?<verb>"
              + LESS
              + "|"
              + MORE
              + ") )?(?:by )?(?<sign>[-+]?) ?"
              + "(?<number>\\d+(?:[.,]\\d+)?) ?(?:%|percent|per cent|pct)"
              + "(?: (?<after>"
              + LESS
              + "|"
              + MORE
              + "))?");

  private static final Pattern TIMES =
      pattern("(?:[x\u00d7*] ?|times )(?<number>\\d+(?:[.,]\\d+)?)");

  /** Longer ones first: "shuts down" before "down". */
  private static final Map<String, Double> WORDS =
      Map.ofEntries(
          Map.entry(
              "(?:is |are |gets |get |goes |go |went )?(?:closed|closes?|closing|closure|shuts?"
                  + " down|shutdown|shuts?|lost|lose|losing|loss of|gone|banned|bans?"
                  + " me|bans?|blocked|blocks? me|stopped|claimed|taken"
                  + " down|stops?|ends?|ended|dies|dead|disappears?|vanish(?:es)?|bankrupt|(?:goes"
                  + " |is |are |went |breaks?"
                  + " )down|fails?|failed|failure|dropped|removed|demoneti[sz]ed|offline|away|without|no"
                  + " more)",
              0.0),
          Map.entry("(?:is |are |gets |get )?(?:halved|halves?|half)", 0.5),
          Map.entry("(?:is |are |gets |get )?(?:doubled|doubles?|twice)", 2.0),
          Map.entry("(?:is |are |gets |get )?(?:tripled|triples?)", 3.0));

  private static final String HOW =
      "Say how, such as -30%, +50%, x0.7, doubled, halved, lost or closed";

  private static Pattern pattern(String what) {
    return Pattern.compile(
        "(?<=^|\\s)(?:" + what + ")(?=\\s|$)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Whether something ends for good in a part: what then happens in March lasts. */
  boolean ends() {
    return factor == 0;
  }

  /**
   * Takes the change out of a part.
   *
   * @throws IllegalArgumentException if there is none, or one that cannot be
   */
  static ScenarioChange read(String text) {
    String bare = withoutNames(text);
    Matcher percent = PERCENT.matcher(bare);
    if (percent.find()) {
      if (PERCENT.matcher(bare).results().count() > 1) {
        throw ScenarioText.wrong(text, "says two changes. Divide parts by a semicolon");
      }
      return new ScenarioChange(percent(text, percent), without(text, percent));
    }
    Matcher times = TIMES.matcher(bare);
    if (times.find()) {
      return new ScenarioChange(possible(text, number(times)), without(text, times));
    }
    Optional<ScenarioChange> last = Optional.empty();
    int at = -1;
    for (Map.Entry<String, Double> word : WORDS.entrySet()) {
      for (Matcher found = pattern(word.getKey()).matcher(bare); found.find(); ) {
        // "The fail shop closes": of several words the last tells.
        if (found.end() > at) {
          at = found.end();
          last = Optional.of(new ScenarioChange(word.getValue(), without(text, found)));
        }
      }
    }
    return last.orElseThrow(
        () -> ScenarioText.wrong(text, "says no change that is understood. " + HOW));
  }

  /** Names in quotes are no words: as many blanks stand for them. */
  private static String withoutNames(String text) {
    return Pattern.compile("\"[^\"]*\"")
        .matcher(text)
        .replaceAll(one -> "_".repeat(one.group().length()));
  }

  private static double percent(String text, Matcher found) {
    String digits = found.group("number");
    String verb =
        Optional.ofNullable(found.group("verb"))
            .orElse(Optional.ofNullable(found.group("after")).orElse(""))
            .toLowerCase(Locale.ROOT);
    boolean less = verb.matches(LESS) || found.group("sign").equals("-");
    boolean more = verb.matches(MORE) || found.group("sign").equals("+");
    if (less == more) {
      throw ScenarioText.wrong(
          text,
          "does not say whether %s%% more or less. Write -%s%% or +%s%%"
              .formatted(digits, digits, digits));
    }
    double change = number(found) / 100;
    double factor = more ? 1 + change : 1 - change;
    if (factor < 0) {
      throw ScenarioText.wrong(text, "takes away more than all. Write -100%, or lost");
    }
    return possible(text, factor);
  }

  private static double possible(String text, double factor) {
    if (factor > MOST) {
      throw ScenarioText.wrong(
          text, "multiplies by %.0f, at most %.0f can be. Name less".formatted(factor, MOST));
    }
    return factor;
  }

  private static double number(Matcher found) {
    return Double.parseDouble(found.group("number").replace(',', '.'));
  }

  private static String without(String text, Matcher found) {
    return (text.substring(0, found.start()) + " " + text.substring(found.end()))
        .strip()
        .replaceAll("\\s+", " ");
  }
}
