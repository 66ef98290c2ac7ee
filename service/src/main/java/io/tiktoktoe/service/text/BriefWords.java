package io.tiktoktoe.service.text;

import io.tiktoktoe.content.brief.BriefAudience;
import io.tiktoktoe.content.brief.BriefScore;
import io.tiktoktoe.content.brief.ContentBrief;
import io.tiktoktoe.content.brief.ContentBriefing;
import io.tiktoktoe.content.brief.PastBrief;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.service.model.content.BriefAnswer;
import io.tiktoktoe.stats.Interval;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what to make next. */
public final class BriefWords {

  private BriefWords() {}

  /** Why there is none. */
  public static String none(BriefAnswer answer) {
    return "Nothing to go by: of %d contents, %d must have been out for %d days and some have brought income that can be attributed to them. Come back then."
        .formatted(answer.contents(), ContentBriefing.LEAST_CONTENTS, ContentBriefing.DAYS);
  }

  /** What, where, how long, when. */
  public static String what(ContentBrief brief) {
    String about = brief.category().isEmpty() ? "" : " about " + brief.category();
    String length =
        brief.longestMs() == 0
            ? ""
            : " of %s to %s".formatted(time(brief.shortestMs()), time(brief.longestMs()));
    return "Make a %s%s%s for %s, and publish it on %s %s between %d:00 and %d:00."
        .formatted(
            brief.type() == ContentKind.LIVE ? "live stream" : brief.type().label(),
            about,
            length,
            brief.platform().isEmpty() ? "any platform" : brief.platform(),
            brief.day().getDayOfWeek().name().charAt(0)
                + brief.day().getDayOfWeek().name().substring(1).toLowerCase(Locale.ROOT),
            brief.day(),
            brief.fromHour(),
            brief.toHour());
  }

  private static String time(long millis) {
    long seconds = Math.max(1, Math.round(millis / 1000.0));
    return seconds < 120
        ? seconds + " s"
        : seconds < 7_200
            ? "%d min".formatted(Math.round(seconds / 60.0))
            : "%.1f h".formatted(seconds / 3600.0);
  }

  /** For whom. */
  public static String audience(ContentBrief brief) {
    return brief
        .audience()
        .map(
            group ->
                "Made for %s: they watch such contents more than others do."
                    .formatted(named(group)))
        .orElse("For everyone: no group watches such contents surely more than others.");
  }

  static String named(BriefAudience group) {
    return switch (group) {
      case PAYERS -> "those who have paid before";
      case REGULARS -> "regulars who have not paid yet";
      case NEWCOMERS -> "newcomers";
    };
  }

  /** What it should bring, and beside what. */
  public static String expected(ContentBrief brief, AmountText amounts) {
    return "Expected: %s within %d days (95%%: %s); one such content by itself brings %s with 95%%. As you lately make them one is expected to bring %s; this one %s (95%%: %s)."
        .formatted(
            amounts.about(brief.expected()),
            ContentBriefing.DAYS,
            amounts.range(brief.interval()),
            amounts.range(brief.spread()),
            amounts.about(brief.usual()),
            times(brief.times()) + " as much",
            range(brief.timesInterval()));
  }

  /** On what it stands and what would change it. */
  public static String grounds(ContentBrief brief) {
    return "Learned from %d contents, %d of them of this type on this platform; effects of choices made seldom are shrunk, so the best of many is not believed more than it deserves. An association: those who made them chose when. %s"
        .formatted(
            brief.contents(),
            brief.alike(),
            brief.timesInterval().lo() > 1
                ? "It is surely better than the habit."
                : "It is not surely better than the habit: a few tries would tell.");
  }

  /** What released trends of all creators add to it; empty without any. */
  public static String market(ContentBrief brief) {
    if (brief.market().isEmpty()) {
      return "";
    }
    String told =
        brief.market().stream()
            .map(
                one ->
                    "%s %s %s of the month before (95%%: %s)"
                        .formatted(
                            MarketWords.choice(one),
                            one.level(),
                            times(one.times()),
                            range(one.interval())))
            .collect(Collectors.joining(", "));
    return "Market trend in it, from a private release of all creators: %s; together %s of what the own history says."
        .formatted(told, times(brief.marketTimes()));
  }

  /** What came of a brief that was kept. */
  public static String past(BriefScore score, AmountText amounts) {
    PastBrief brief = score.brief();
    String told =
        "As of %s a %s%s was advised and expected to bring %s: "
            .formatted(
                brief.asOf(),
                brief.type() == ContentKind.LIVE ? "live stream" : brief.type().label(),
                brief.platform().isEmpty() ? "" : " on " + brief.platform(),
                amounts.inOwn(brief.expected(), brief.currency())
                    + (brief.market() == 1
                        ? ""
                        : " (%s of it by the market's trend)".formatted(times(brief.market()))));
    if (score.followed() == 0) {
      return told
          + "nothing was made as it says within %d days.".formatted(ContentBriefing.RECENT_DAYS);
    }
    if (score.judged() == 0) {
      return told
          + "%d made as it says; none has been out for %d days yet."
              .formatted(score.followed(), ContentBriefing.DAYS);
    }
    return told
        + "%d made as it says brought %s each, %d others of those days %s. %s"
            .formatted(
                score.judged(),
                amounts.about(score.mean()),
                score.others(),
                amounts.about(score.othersMean()),
                score
                    .gain()
                    .map(
                        gain ->
                            "A difference of %s (95%%: %s), an association."
                                .formatted(
                                    amounts.about(gain.difference()),
                                    amounts.range(gain.interval())))
                    .orElse("Too few to tell a difference."));
  }

  /** A multiple, such as {@code x1.3}. */
  public static String times(double times) {
    return String.format(Locale.ROOT, "x%.2f", times);
  }

  /** A range of multiples. */
  public static String range(Interval interval) {
    return times(interval.lo()) + " to " + times(interval.hi());
  }
}
