package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.metric.Stream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a part of a stress scenario hits, as told: {@code platform tiktok}, {@code ads}, {@code ad
 * rates on youtube}, {@code USD}, {@code all income}.
 *
 * @param name which platform, stream or currency; empty where there is one only
 * @param platform only there; empty for everywhere
 */
record ScenarioTarget(Target target, String name, String platform) {

  /** What can be hit. */
  enum Target {
    PLATFORM,
    STREAM,
    CURRENCY,
    REFUNDS,
    CHARGEBACKS,
    /** One content: a copyright claim, a deletion. */
    CONTENT,
    /** All income. */
    INCOME,
    /** A platform, currency, stream or content that is only named. */
    NAMED
  }

  private static final String OF_INCOME =
      "(?: (?:income|revenues?|earnings|rates?|money|payments?|sales|pay|prices?|payouts?))?";

  private static final String ADS =
      "(?:stream )?(?:ads?|adverts?|advertising|advertisements?|adsense|cpms?|rpms?|brand deals?)";
  private static final String TIPS = "(?:stream )?(?:tips?|tipping|gifts?|donations?)";
  private static final String SUBSCRIPTIONS =
      "(?:stream )?(?:subscriptions?|subs|subscribers?|members(?:hips?)?)";
  private static final String MERCHANDISE = "(?:stream )?(?:merchandise|merch)";
  private static final String REFUNDS = "(?:refunds?|refund rates?)";
  private static final String CHARGEBACKS = "(?:chargebacks?|charge-backs?|disputes?)";
  private static final String ALL =
      "(?:everything|all|total|income|revenue|earnings|all income|total income|my income|all"
          + " revenue|total revenue)";

  private static final String KNOWN =
      "Begin with platform NAME, stream NAME, ads, tips, subscriptions, merchandise, currency CODE,"
          + " content NAME, refunds, chargebacks or income";

  /** Which kind a word names, and the name that goes with it. */
  private enum Kind {
    ADVERTISING(ADS, Target.STREAM, Stream.ADVERTISING.label()),
    TIP(TIPS, Target.STREAM, Stream.TIPS.label()),
    SUBSCRIPTION(SUBSCRIPTIONS, Target.STREAM, Stream.SUBSCRIPTIONS.label()),
    MERCH(MERCHANDISE, Target.STREAM, Stream.MERCHANDISE.label()),
    REFUND(REFUNDS, Target.REFUNDS, ""),
    CHARGEBACK(CHARGEBACKS, Target.CHARGEBACKS, ""),
    INCOME(ALL, Target.INCOME, "");

    private final Pattern alone;
    private final Pattern before;
    private final Pattern after;
    private final Target target;
    private final String name;

    Kind(String words, Target target, String name) {
      String all = "(?:my |the |our |all )?" + words + OF_INCOME;
      this.alone = pattern(all);
      this.before = pattern(all + " (?:on|from|of|at|in|via|by|through) (?:platform )?(.+)");
      this.after = pattern("(?:platform )?(.+?)(?:'s)? " + words + OF_INCOME);
      this.target = target;
      this.name = name;
    }
  }

  private static Pattern pattern(String what) {
    return Pattern.compile(what, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static final Pattern TITLED =
      pattern("(?:my |the )?(platform|stream|currency|provider|content|video)\\b ?(.*)");

  /**
   * Reads it.
   *
   * @param text the whole part, for messages
   * @param what without its change and its days
   */
  static ScenarioTarget read(String text, String what) {
    String told =
        what.strip()
            .replaceAll("(?i)^(?:if|when|the|my|our|a claim on) (?=\\S)", "")
            .replaceAll("(?i) of (?:its|their|my|the) (?:income|revenue|earnings)$", "");
    for (Kind kind : Kind.values()) {
      if (kind.alone.matcher(told).matches()) {
        return new ScenarioTarget(kind.target, kind.name, "");
      }
    }
    Matcher titled = TITLED.matcher(told);
    if (titled.matches()) {
      return titled(text, titled);
    }
    for (Kind kind : Kind.values()) {
      Matcher before = kind.before.matcher(told);
      Matcher after = kind.after.matcher(told);
      if (before.matches() || after.matches()) {
        String where = name(before.matches() ? before.group(1) : after.group(1));
        return kind.target == Target.INCOME
            ? new ScenarioTarget(Target.NAMED, where, "")
            : new ScenarioTarget(kind.target, kind.name, where);
      }
    }
    String name = name(told);
    if (name.isEmpty()) {
      throw ScenarioText.wrong(text, "does not say what changes. " + KNOWN);
    }
    return new ScenarioTarget(Target.NAMED, name, "");
  }

  private static ScenarioTarget titled(String text, Matcher titled) {
    String title = titled.group(1).toLowerCase(Locale.ROOT);
    String name = name(titled.group(2));
    if (name.isEmpty()) {
      throw ScenarioText.wrong(
          text, "does not say which %s. Name it after the word".formatted(title));
    }
    Target target =
        switch (title) {
          case "stream" -> Target.STREAM;
          case "currency" -> Target.CURRENCY;
          case "content", "video" -> Target.CONTENT;
          default -> Target.PLATFORM;
        };
    return new ScenarioTarget(target, name, "");
  }

  private static String name(String told) {
    String name = told.strip().replaceAll("(?i)^(?:on|from|of|at|in|via|through) (?=\\S)", "");
    return name.replaceAll("^[\"']|[\"']$", "").strip();
  }
}
