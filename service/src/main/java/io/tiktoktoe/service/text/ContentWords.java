package io.tiktoktoe.service.text;

import io.tiktoktoe.content.insight.AttributionTotals;
import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentCohort;
import io.tiktoktoe.content.insight.ContentForecast;
import io.tiktoktoe.content.insight.ContentHoldout;
import io.tiktoktoe.content.insight.ContentMeasure;
import io.tiktoktoe.content.insight.ContentState;
import io.tiktoktoe.content.insight.ContentValuation;
import io.tiktoktoe.content.insight.ContentWorth;
import io.tiktoktoe.content.insight.DecayCurve;
import io.tiktoktoe.content.insight.HoldoutCalibration;
import io.tiktoktoe.content.insight.Timeframe;
import io.tiktoktoe.content.insight.TouchRule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Says in English what contents did, what they are worth and beside what they are judged. */
public final class ContentWords {

  private final AmountText amounts;

  /** What the highest of a ranking is worth once chance is taken off. */
  public String shrunk(ContentValuation top, int contents) {
    ContentWorth worth = top.worth();
    return "The highest of %s is high by chance, too: shrunk by its error, %s is worth %s (95%%: %s) instead of %s."
        .formatted(
            AmountText.count(contents),
            top.content().id(),
            amounts.about(worth.shrunk()),
            amounts.range(worth.shrunkInterval()),
            amounts.exact(worth.directTotal()));
  }

  /** The same of one content. */
  public String shrunk(ContentWorth worth) {
    return "Shrunk to the mean of its kind by that doubt, as who is picked from many deserves (winner's curse): %s (95%%: %s)."
        .formatted(amounts.about(worth.shrunk()), amounts.range(worth.shrunkInterval()));
  }

  /** With amounts of this currency. */
  public ContentWords(AmountText amounts) {
    this.amounts = amounts;
  }

  /** What counts as a touch, in one exact sentence. */
  public static String touch(TouchRule rule) {
    return "A touch is a view, like, comment or share of a content by the fan who pays, at most %s"
            .formatted(length(rule.window()))
        + " before the payment (what one does at one content within an hour is one touch), or a"
        + " live stream that is on air when a payment names it; advertising, brand deals and"
        + " payments without a fan's name count as touched by the content that they name.";
  }

  /** A length of whole hours in words, such as {@code 6 hours} or {@code 1 day}. */
  public static String length(Duration window) {
    long hours = window.toHours();
    return hours % 24 == 0
        ? hours == 24 ? "1 day" : hours / 24 + " days"
        : hours == 1 ? "1 hour" : hours + " hours";
  }

  /** What each figure of a content's worth means, by its key. */
  public static Map<String, String> definitions(TouchRule rule) {
    String window = length(rule.window());
    Map<String, String> all = new LinkedHashMap<>();
    all.put("touch", touch(rule));
    all.put(
        "direct",
        "Direct: the part of each payment that would not have come without the content's touches in"
            + " the "
            + window
            + " before it (Shapley values of the conversion hazard); all contents and what is"
            + " unattributed add up to the books.");
    all.put(
        "shrunk",
        "Shrunk: direct, drawn to the mean of its kind by its own error (empirical Bayes); the"
            + " highest of many is high by chance, too.");
    all.put(
        "lifetime",
        "With lifetime: direct, each subscription at what it paid so far and is expected to pay"
            + " within a year instead of what it paid so far.");
    all.put(
        "influenced",
        "Influenced: all of each payment with any touch of the content in the "
            + window
            + " before it; contents that touched the same payment each count it.");
    all.put(
        "last_touch",
        "Last touch: all of each payment goes to the last content touched in the "
            + window
            + " before it.");
    all.put(
        "first_touch",
        "First touch: all of each payment goes to the first content touched in the "
            + window
            + " before it.");
    all.put("linear", "Linear: each payment in equal parts to all touches of the " + window + ".");
    all.put(
        "time_decay",
        "Time decay: each payment in parts that halve with every day from the touch to it.");
    all.put(
        "markov",
        "Markov: influenced payments in proportion to what would be lost if whoever comes to the"
            + " content left.");
    all.put(
        "holdout",
        "Withheld by chance: what the fans whom a content was offered paid within the "
            + window
            + " after the draw beyond what those from whom it was kept paid a head, times how many"
            + " they are (their earlier payments taken out, Welch's interval); attributed is what"
            + " direct says of the same payments, calibrated all direct value of the content drawn"
            + " to what holdouts found, by what each knows.");
    all.put(
        "indirect",
        "Indirect: what goes with the content's views in weekly regressions; associations, in no"
            + " sum.");
    return all;
  }

  /** What a content is compared with. */
  public static String comparedWith(ContentCohort cohort) {
    if (cohort.contents() == 0) {
      return "Compared with nothing: no other content of this creator had its age yet.";
    }
    return "Compared with %s other content%s of this creator at the same age, weighted as about %.0f"
            .formatted(
                AmountText.count(cohort.contents()),
                cohort.contents() == 1 ? "" : "s",
                Math.max(1, cohort.effective()))
        + " alike: %s of the weight are of type %s, lengths mostly %s to %s, published on average %.1f hours of the day apart."
            .formatted(
                AmountText.percent(cohort.sameKind()),
                cohort.kind().label(),
                length(cohort.shortestMs()),
                length(cohort.longestMs()),
                cohort.hoursApart());
  }

  /** A length of a content. */
  public static String length(long durationMs) {
    long seconds = durationMs / 1_000;
    if (seconds == 0) {
      return "none";
    }
    return seconds < 3_600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
  }

  /** How its figures are to be read. */
  public static String state(ContentState state) {
    return switch (state) {
      case OUT -> "";
      case YOUNG -> "It is younger than a day: percentiles are mostly those of contents alike.";
      case AHEAD -> "It is published after this day: nothing is known of it yet.";
      case UNSEEN ->
          "Nobody watched it as far as is known: percentiles are those of contents alike.";
      case REMOVED -> "It was taken down: it brings nothing more.";
    };
  }

  /** That machines' views are left out; empty where there are none. */
  public static String machines(ContentValuation one) {
    return one.machineViews() == 0
        ? ""
        : "%s views are left out: their accounts made more than %d views of one content, or %d of all, within a day."
            .formatted(
                AmountText.count(one.machineViews()),
                ContentActs.MOST_OF_ONE,
                ContentActs.MOST_OF_ALL);
  }

  /** A warning where one person's payments are all there is; else nothing. */
  public static String payers(int payers) {
    return payers == 1 ? "One fan alone paid for it: what it is worth to others is not known." : "";
  }

  /** How attention fades. */
  public static String decay(DecayCurve curve) {
    if (curve.halfLifeDays().isEmpty()) {
      return "When half of its first year's views will have come is not known yet: at least %s."
          .formatted(days(curve.halfLife().lo()));
    }
    return "Half of its first year's views come within %s (95%%: %s to %s); %s of them came so far."
        .formatted(
            days(curve.halfLifeDays().get()),
            days(curve.halfLife().lo()),
            days(curve.halfLife().hi()),
            AmountText.percent(curve.seen()));
  }

  /** A half-life in hours or days; the least that it is where it is not known yet. */
  public static String halfLife(DecayCurve curve) {
    double days = curve.halfLifeDays().orElse(curve.halfLife().lo());
    return (curve.halfLifeDays().isPresent() ? "" : "over ")
        + (days < 2
            ? String.format(Locale.ROOT, "%.0f h", 24 * days)
            : String.format(Locale.ROOT, "%.0f d", days));
  }

  private static String days(double days) {
    return days < 2
        ? String.format(Locale.ROOT, "%.0f h", 24 * days)
        : String.format(Locale.ROOT, days < 10 ? "%.1f days" : "%.0f days", days);
  }

  /** What it will have brought. */
  public String forecast(ContentForecast forecast) {
    return "By the age of a year: %s views (95%%: %s to %s) and %s direct (95%%: %s)."
        .formatted(
            AmountText.count(Math.round(forecast.finalViews())),
            AmountText.count(Math.round(forecast.views().lo())),
            AmountText.count(Math.round(forecast.views().hi())),
            amounts.about(forecast.finalValue()),
            amounts.range(forecast.value()));
  }

  /** What fans tell from whom a content was kept by chance, beside what is attributed. */
  public String holdout(ContentHoldout one) {
    String fans =
        "%s was offered to %s fans by chance (%s watched, %s paid) and kept from %s (%s watched, %s paid)."
            .formatted(
                one.content(),
                AmountText.count(one.shown().fans()),
                AmountText.count(one.shown().watched()),
                AmountText.count(one.shown().payers()),
                AmountText.count(one.withheld().fans()),
                AmountText.count(one.withheld().watched()),
                AmountText.count(one.withheld().payers()));
    String found =
        one.incremental()
            .map(
                effect ->
                    " It brought %s (95%%: %s); attributed of the same payments: %s."
                        .formatted(
                            amounts.about(effect.value()),
                            amounts.range(effect.interval()),
                            amounts.about(one.attributed())))
            .orElse(
                " What it brought is not known yet: each side needs 20 fans whose time is over, and"
                    + " not everybody may have paid the same.");
    String both =
        one.calibrated()
            .map(
                value ->
                    " With both, its direct value is %s (95%%: %s)."
                        .formatted(amounts.about(value.value()), amounts.range(value.interval())))
            .orElse("");
    return fans + found + both + leftOut(one);
  }

  private static String leftOut(ContentHoldout one) {
    return one.mixed() + one.running() == 0
        ? ""
        : " Left out: %s fans whose time is not over, %s who were drawn both ways."
            .formatted(AmountText.count(one.running()), AmountText.count(one.mixed()));
  }

  /** How far attribution is right for one type of content. */
  public static String calibration(HoldoutCalibration one) {
    return String.format(
        Locale.ROOT,
        "Of type %s, contents bring %.2f times what is attributed (95%%: %.2f to %.2f; %d withheld"
            + " by chance).",
        one.kind().label(),
        one.factor(),
        one.interval().lo(),
        one.interval().hi(),
        one.holdouts());
  }

  /** How attributed income adds up with the books. */
  public String totals(AttributionTotals totals) {
    long ledger = sum(totals.ledger());
    return "Books before costs %s = direct %s + unattributed %s (would have come anyway, no touch, or nobody in particular). Of %s payments %s had a touch; they brought %s."
        .formatted(
            amounts.exact(ledger),
            amounts.exact(sum(totals.direct())),
            amounts.exact(sum(totals.unattributed())),
            AmountText.count(totals.payments()),
            AmountText.count(totals.touched()),
            amounts.exact(totals.influenced()));
  }

  private static long sum(Map<?, Long> byStream) {
    return byStream.values().stream().mapToLong(Long::longValue).sum();
  }

  /** A measure's name. */
  public static String measure(ContentMeasure measure) {
    return measure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A timeframe's name. */
  public static String timeframe(Timeframe timeframe) {
    return switch (timeframe) {
      case IMMEDIATE -> "3 hours";
      case DAY -> "day";
      case WEEK -> "week";
      case MONTH -> "month";
    };
  }

  /** A measured value in its unit. */
  public String value(ContentMeasure measure, double value) {
    return switch (measure) {
      case VIEWS, SUBSCRIBER_GROWTH, NEW_FOLLOWERS, AUDIENCE_EXPANSION ->
          String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
      case COMPLETION, CROSS_PLATFORM -> AmountText.percent(value);
      case INTERACTIONS -> String.format(Locale.ROOT, "%.3f a view", value);
      case SHARE_VELOCITY -> String.format(Locale.ROOT, "%.2f an hour", value);
      case DIRECT_REVENUE, MERCHANDISE, BRAND_DEALS -> amounts.about(value);
    };
  }
}
