package io.tiktoktoe.pipeline;

import io.tiktoktoe.pipeline.insight.BehaviorAnalysis;
import io.tiktoktoe.pipeline.insight.ContentPerformance;
import io.tiktoktoe.pipeline.insight.HealthAnalysis;
import io.tiktoktoe.pipeline.insight.MonetizationAnalysis;
import io.tiktoktoe.pipeline.insight.NoisyNumber;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/** The four analyses of protected data, at the same time. */
record Analyses(
    BehaviorAnalysis behavior,
    ContentPerformance content,
    MonetizationAnalysis monetization,
    HealthAnalysis health) {

  /**
   * Analyses.
   *
   * @param content the name of a content that was published
   * @param creator the name of a creator that was published
   */
  static Analyses of(
      ProtectedAnalyticsData data,
      Currency currency,
      LongFunction<String> content,
      LongFunction<String> creator) {
    // Names are read by this thread: a store's snapshot belongs to it.
    List<NoisyNumber> contents = data.named(ReleaseQuestions.CONTENTS, content);
    List<NoisyNumber> creators = data.named(ReleaseQuestions.CREATORS, creator);
    CompletableFuture<BehaviorAnalysis> behavior =
        CompletableFuture.supplyAsync(() -> userBehavior(data, contents, creators));
    CompletableFuture<ContentPerformance> performance =
        CompletableFuture.supplyAsync(() -> contentPerformance(data, contents));
    CompletableFuture<MonetizationAnalysis> monetization =
        CompletableFuture.supplyAsync(() -> monetization(data, currency));
    HealthAnalysis health = HealthCheck.of(data.health());
    return new Analyses(behavior.join(), performance.join(), monetization.join(), health);
  }

  private static BehaviorAnalysis userBehavior(
      ProtectedAnalyticsData data, List<NoisyNumber> contents, List<NoisyNumber> creators) {
    return new BehaviorAnalysis(
        data.numbers(ReleaseQuestions.PEOPLE).getFirst(),
        new BehaviorAnalysis.Engagement(
            data.numbers(ReleaseQuestions.HOURS),
            data.numbers(ReleaseQuestions.WEEKDAYS),
            data.numbers(ReleaseQuestions.RUNS),
            data.numbers(ReleaseQuestions.NEXT),
            data.numbers(ReleaseQuestions.LADDER),
            data.numbers(ReleaseQuestions.SESSIONS),
            data.mean(ReleaseQuestions.MINUTES)),
        new BehaviorAnalysis.Preferences(
            contents,
            data.numbers(ReleaseQuestions.LENGTHS),
            creators,
            data.numbers(ReleaseQuestions.COUNTRIES)),
        new BehaviorAnalysis.Retention(
            data.numbers(ReleaseQuestions.DAYS),
            data.numbers(ReleaseQuestions.CHURN),
            data.numbers(ReleaseQuestions.LOYALTY)));
  }

  private static ContentPerformance contentPerformance(
      ProtectedAnalyticsData data, List<NoisyNumber> contents) {
    return new ContentPerformance(
        contents,
        data.numbers(ReleaseQuestions.COMPLETION),
        data.numbers(ReleaseQuestions.PLATFORMS));
  }

  private static MonetizationAnalysis monetization(ProtectedAnalyticsData data, Currency currency) {
    List<NoisyNumber> payers = data.numbers(ReleaseQuestions.PAYERS);
    int streams = payers.size() - 1;
    return new MonetizationAnalysis(
        currency,
        payers.subList(0, streams),
        payers.get(streams),
        data.mean(ReleaseQuestions.SPEND),
        data.numbers(ReleaseQuestions.REVENUE));
  }
}
