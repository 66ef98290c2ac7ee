package io.tiktoktoe.pipeline;

import io.tiktoktoe.content.insight.MarketTrends;
import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.pipeline.insight.AnalyticsInsights;
import io.tiktoktoe.pipeline.insight.AnalyticsInsights.PrivacyStatement;
import io.tiktoktoe.pipeline.insight.AnalyticsStream;
import io.tiktoktoe.pipeline.insight.InsightKind.Reader;
import io.tiktoktoe.pipeline.insight.MarketStream;
import io.tiktoktoe.pipeline.insight.PeerBenchmark;
import io.tiktoktoe.pipeline.insight.PlatformInsight;
import io.tiktoktoe.pipeline.insight.WindowStream;
import io.tiktoktoe.pipeline.insight.WindowTotals;
import io.tiktoktoe.privacy.ledger.StreamRecord;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.release.ContributionSource;
import io.tiktoktoe.privacy.release.PrivateReleases;
import io.tiktoktoe.privacy.release.ProtectedRelease;
import io.tiktoktoe.privacy.release.ProtectedStep;
import io.tiktoktoe.privacy.release.ReleaseOutcome;
import io.tiktoktoe.privacy.release.ReleasePlan;
import io.tiktoktoe.privacy.release.StepOutcome;
import io.tiktoktoe.privacy.release.StreamReleases;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Integrated analytics pipeline: insight about a platform under user-level differential privacy.
 * Protection comes first; the analyses see protected data only, and what noise alone could have
 * made is not said. Thread safe.
 */
public final class IntegratedAnalyticsPipeline {

  private final PrivateReleases releases;

  private IntegratedAnalyticsPipeline(PrivateReleases releases) {
    this.releases = releases;
  }

  /** A pipeline whose releases are charged where these are. */
  public static IntegratedAnalyticsPipeline of(PrivateReleases releases) {
    return new IntegratedAnalyticsPipeline(releases);
  }

  /** How a release would spend its budget; reads and charges nothing. */
  public static ReleasePlan plan(AnalyticsConfig config) {
    return PrivateReleases.plan(ReleaseQuestions.of(config));
  }

  /**
   * Charges the budget, protects, analyses and says what stands out. Equal configurations give the
   * same answer about people at no further cost, without reading them again; machines are always
   * read. One pass over the stream; some hundred bytes of memory a person.
   *
   * @throws NotReleasedException if the budget does not suffice or its ledger cannot be trusted; no
   *     event of a person was read then
   */
  public AnalyticsInsights processAnalytics(AnalyticsStream data, AnalyticsConfig config) {
    ProtectedAnalyticsData safe = protect(data, config);
    Analyses analyses = Analyses.of(safe, config.currency(), data::content, data::creator);
    return insights(analyses, safe.release(), config);
  }

  /**
   * Charges, protects and totals one closed window of a stream, as {@link #processAnalytics} does a
   * period. All windows of any 30 days together cost the configuration's budget.
   *
   * @param data read after the charge
   * @param stream where windows are charged
   * @param windows as many as may be answered within 30 days
   * @throws NotReleasedException if the budget does not suffice or its ledger cannot be trusted
   */
  public static WindowTotals processWindow(
      WindowStream data, AnalyticsConfig config, StreamReleases stream, int windows) {
    StepOutcome outcome =
        stream.release(
            WindowQuestions.of(config),
            windows,
            released ->
                data.read(released, events -> new PersonContributions(events, config).whole()));
    return switch (outcome) {
      case StepOutcome.Released(ProtectedStep step) -> WindowQuestions.totals(step, config);
      case StepOutcome.NotReleased(ReleaseOutcome why) -> throw new NotReleasedException(why);
    };
  }

  /**
   * Windows that were released of the stream to which a configuration's window belongs; reads no
   * data and charges nothing.
   */
  public static StreamRecord released(AnalyticsConfig config, StreamReleases stream, int windows) {
    return stream.released(WindowQuestions.of(config), windows);
  }

  /** Whether a configuration's window was released, be it by an older program; reads no data. */
  public static boolean isReleased(AnalyticsConfig config, StreamReleases stream) {
    return stream.isReleased(WindowQuestions.of(config));
  }

  /**
   * Charges and releases how many creators earn how much in tips per thousand views.
   *
   * @param config its currency must be US dollars, in which the cells are
   * @throws NotReleasedException if the budget does not suffice or its ledger cannot be trusted
   */
  public PeerBenchmark benchmarkPeers(AnalyticsStream data, AnalyticsConfig config) {
    return PeerContributions.benchmark(
        released(PeerContributions.question(config), new PeerContributions(data)), config);
  }

  /**
   * Where a creator stands among peers.
   *
   * @param views that they had in the benchmark's period
   * @param tips that they had then, US cents
   */
  public static Optional<PeerBenchmark.Standing> standing(
      PeerBenchmark benchmark, long views, long tips) {
    double cents = 1_000.0 * tips / Math.max(1, views);
    return benchmark.standing(views, cents / 100, PeerContributions.cell(cents));
  }

  /**
   * Charges and releases how the shares of types and categories of contents changed, in people and
   * in what they paid. Equal configurations give the same answer at no further cost.
   *
   * @param config its period holds both periods
   * @param middle first instant of the later one
   * @throws NotReleasedException if the budget does not suffice or its ledger cannot be trusted
   */
  public MarketTrends marketTrends(MarketStream data, AnalyticsConfig config, Instant middle) {
    return MarketChanges.of(
        released(MarketContributions.question(config), new MarketContributions(data, config)),
        config,
        middle);
  }

  private ProtectedAnalyticsData protect(AnalyticsStream data, AnalyticsConfig config) {
    ProtectedRelease release = release(ReleaseQuestions.of(config), data, config);
    return new ProtectedAnalyticsData(release, data.health());
  }

  private ProtectedRelease release(
      ReleaseRequest request, AnalyticsStream data, AnalyticsConfig config) {
    return released(request, new PersonContributions(data, config));
  }

  private ProtectedRelease released(ReleaseRequest request, ContributionSource source) {
    return switch (releases.release(request, source)) {
      case ReleaseOutcome.Released(ProtectedRelease release) -> release;
      case ReleaseOutcome.Refused refused -> throw new NotReleasedException(refused);
      case ReleaseOutcome.Blocked blocked -> throw new NotReleasedException(blocked);
    };
  }

  private static AnalyticsInsights insights(
      Analyses analyses, ProtectedRelease release, AnalyticsConfig config) {
    ReleasePlan plan = release.plan();
    Contrasts tried = Insights.people(new Contrasts(plan.noise()), analyses);
    List<PlatformInsight> told = tried.told();
    return new AnalyticsInsights(
        config.period(),
        new PrivacyStatement(
            config.budget().epsilon(),
            config.budget().delta(),
            "one person, all that they did in the period",
            plan.noise().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            release.isRepeated(),
            List.of("health", "technical")),
        analyses.behavior(),
        analyses.content(),
        analyses.monetization(),
        analyses.health(),
        of(told, Reader.AUDIENCE),
        of(told, Reader.CONTENT),
        of(told, Reader.BUSINESS),
        Insights.machines(analyses.health()),
        tried.tries());
  }

  private static List<PlatformInsight> of(List<PlatformInsight> told, Reader reader) {
    return told.stream().filter(one -> one.kind().reader() == reader).toList();
  }
}
