package io.tiktoktoe.service.text;

import io.tiktoktoe.content.brief.BriefAdvice;
import io.tiktoktoe.content.insight.MarketTrend;
import java.util.Locale;

/** Says what to make next and why, one ground at a time. */
final class BriefAdviceWords {

  private BriefAdviceWords() {}

  static AdviceText of(BriefAdvice advice) {
    return switch (advice) {
      case BriefAdvice.MakeType make -> make(make);
      case BriefAdvice.MakeFor make -> makeFor(make);
      case BriefAdvice.PublishOn publish -> publish(publish);
      case BriefAdvice.FollowMarket follow -> follow(follow);
    };
  }

  private static AdviceText make(BriefAdvice.MakeType make) {
    return new AdviceText(
        "Make a %s next.".formatted(make.type().equals("live") ? "live stream" : make.type()),
        "%s by their type: %d contents, other choices held, shrunk towards the usual."
            .formatted(BriefWords.times(make.times()), make.contents()),
        "Contents to come bring by type what those of the past did.",
        turning(make.turning(), "of that type"));
  }

  private static AdviceText makeFor(BriefAdvice.MakeFor make) {
    return new AdviceText(
        "Make it for %s.".formatted(BriefWords.named(make.audience())),
        "%s beside the others: %d contents of which they watched more than of the middle one, shrunk."
            .formatted(BriefWords.times(make.times()), make.contents()),
        "What draws them is what pays, not they who would have paid anyway.",
        turning(make.turning(), "that they watch more"));
  }

  private static AdviceText publish(BriefAdvice.PublishOn publish) {
    return new AdviceText(
        "Publish on %s.".formatted(publish.platform()),
        "%s by their platform: %d contents, other choices held, shrunk; lately %s of what those there brought before."
            .formatted(
                BriefWords.times(publish.times()),
                publish.contents(),
                BriefWords.times(publish.lately())),
        "The platform goes on showing contents as it did.",
        turning(publish.turning(), "there"));
  }

  private static AdviceText follow(BriefAdvice.FollowMarket follow) {
    MarketTrend trend = follow.trend();
    return new AdviceText(
        "Go with the market: %s %s grows.".formatted(MarketWords.choice(trend), trend.level()),
        "Market trend: its share of %s of all creators was %s of the month before (95%%: %s; a private release), %.0f%% of which the own history does not have yet."
            .formatted(
                MarketWords.measure(trend),
                BriefWords.times(trend.times()),
                BriefWords.range(trend.interval()),
                100 * follow.unseen()),
        "Fans follow the market.",
        "the next month's release telling no growth.");
  }

  private static String turning(double times, String which) {
    return String.format(
        Locale.ROOT,
        "the next %d contents %s having a geometric mean below %s of the usual.",
        BriefAdvice.NEXT,
        which,
        BriefWords.times(times));
  }
}
