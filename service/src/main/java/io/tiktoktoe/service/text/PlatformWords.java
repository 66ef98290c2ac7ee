package io.tiktoktoe.service.text;

import io.tiktoktoe.pipeline.insight.AnalyticsInsights;
import io.tiktoktoe.pipeline.insight.InsightKind;
import io.tiktoktoe.pipeline.insight.PlatformInsight;
import io.tiktoktoe.service.model.privacy.PlatformAnswer.Sentence;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says what a release about a platform shows, what to do about it, and how sure that is. */
public record PlatformWords(AmountText amounts) {

  /** In a currency. */
  public static PlatformWords in(Currency currency) {
    return new PlatformWords(new AmountText(currency, "-"));
  }

  /** Every insight, reader by reader. */
  public List<Sentence> of(AnalyticsInsights insights) {
    return Stream.of(
            insights.audience(),
            insights.contentInsights(),
            insights.business(),
            insights.technical())
        .flatMap(List::stream)
        .map(this::sentence)
        .toList();
  }

  private Sentence sentence(PlatformInsight one) {
    return new Sentence(
        one.kind().reader().name().toLowerCase(Locale.ROOT),
        one.kind().code(),
        says(one),
        advice(one.kind()),
        surety(one));
  }

  private String says(PlatformInsight one) {
    String share = percent(one.value());
    return switch (one.kind()) {
      case PEAK_HOUR -> "%s of viewers watch most at %s h.".formatted(share, one.subject());
      case PEAK_WEEKDAY -> "%s of viewers watch most on %s.".formatted(share, one.subject());
      case LONG_SEQUENCES ->
          "%s of viewers usually string 3 or more views together.".formatted(share);
      case MOSTLY_WATCHING -> "%s of people only watch.".formatted(share);
      case USUAL_SESSION ->
          "The usual session is %s (%s of people).".formatted(one.subject(), share);
      case COMING_ONCE -> "%s of people were there on one day only.".formatted(share);
      case LEAVING ->
          "%s of those of the first half did not come again in the second.".formatted(share);
      case LEAVING_SIGN ->
          "Of those who showed \"%s\" %s left; of those who showed nothing special %s."
              .formatted(one.subject(), share, percent(one.reference()));
      case ONE_CREATOR -> "%s of viewers give nearly all views to one creator.".formatted(share);
      case FAVOURITE_LENGTH ->
          "%s of viewers mostly watch contents of %s.".formatted(share, one.subject());
      case WATCHED_TO_THE_END -> "%s of viewers mostly watch %s.".formatted(share, one.subject());
      case SAME_CREATOR_NEXT ->
          "For %s of those who go on watching the next view is of the %s."
              .formatted(share, one.subject());
      case MAIN_PLATFORM -> "%s of people are mainly on %s.".formatted(share, one.subject());
      case LEADING_CREATOR ->
          "%s reaches %s of people, the second %s."
              .formatted(one.subject(), share, percent(one.reference()));
      case PAYING_SHARE -> "%s of people paid.".formatted(share);
      case MAIN_PAYMENT -> "%s of payers mainly pay for %s.".formatted(share, one.subject());
      case MEAN_SPEND -> "Who pays spends %s on average.".formatted(amounts.about(one.value()));
      case MAIN_REVENUE ->
          "%s of what people pay comes from those who mainly pay for %s."
              .formatted(share, one.subject());
      case INCIDENT ->
          "%s rose to %s, usually %s."
              .formatted(one.subject(), number(one.value()), number(one.reference()));
      case DRIFT ->
          "%s is %s in the newest days, before it was %s."
              .formatted(one.subject(), number(one.value()), number(one.reference()));
      case REJECTS -> "%s of rows were refused.".formatted(percentFine(one.value()));
    };
  }

  private static String advice(InsightKind kind) {
    return switch (kind) {
      case PEAK_HOUR -> "Publish and notify an hour before.";
      case PEAK_WEEKDAY -> "Plan launches for the day before.";
      case LONG_SEQUENCES -> "Offer the next content at once: playlists serve these people.";
      case MOSTLY_WATCHING ->
          "Make the first like or follow one tap: it is the step most do not take.";
      case USUAL_SESSION -> "Fit the first content of a visit into it.";
      case COMING_ONCE -> "Give first visitors a reason to come back the next day.";
      case LEAVING -> "Write to those who were active and are not any more.";
      case LEAVING_SIGN -> "Act on this sign when it shows: these people leave more often.";
      case ONE_CREATOR -> "Show related creators: if theirs stops, these people go.";
      case FAVOURITE_LENGTH -> "Favour this length in recommendations.";
      case WATCHED_TO_THE_END -> "Judge contents by how many finish them, beside views.";
      case SAME_CREATOR_NEXT -> "Order what comes next by that.";
      case MAIN_PLATFORM -> "Mend and measure there first.";
      case LEADING_CREATOR -> "Do not let the platform hang on one: help the next ones grow.";
      case PAYING_SHARE -> "Compare it after each change of an offer.";
      case MAIN_PAYMENT -> "Keep this way of paying the smoothest.";
      case MEAN_SPEND -> "Set rewards near it.";
      case MAIN_REVENUE -> "Protect it first, and widen the others.";
      case INCIDENT -> "Find its cause before it comes again; income of these hours is missing.";
      case DRIFT -> "Compare it with what was deployed in these days.";
      case REJECTS -> "Look at export rejected_rows for the reasons.";
    };
  }

  private String surety(PlatformInsight one) {
    if (one.falseChance().isEmpty()) {
      return "measured, without noise";
    }
    String range =
        one.kind() == InsightKind.MEAN_SPEND
            ? amounts.range(one.interval())
            : "%s to %s".formatted(percent(one.interval().lo()), percent(one.interval().hi()));
    return "noise alone allows %s; all of it noise with a chance of %s"
        .formatted(range, chance(one.falseChance().getAsDouble()));
  }

  private static String chance(double p) {
    return p < 0.001 ? "less than 1 in 1,000" : String.format(Locale.ROOT, "%.1f%%", 100 * p);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  private static String percentFine(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
