package io.tiktoktoe.audience;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.audience.fan.ChurnRates;
import io.tiktoktoe.audience.fan.Engagement;
import io.tiktoktoe.audience.fan.FanInfluence;
import io.tiktoktoe.audience.fan.FanValue;
import io.tiktoktoe.audience.fan.FanWorth;
import io.tiktoktoe.audience.fan.LeavingModel;
import io.tiktoktoe.audience.fan.PlanHistory;
import io.tiktoktoe.audience.fan.RetentionCohorts;
import io.tiktoktoe.audience.fan.SegmentOutline;
import io.tiktoktoe.audience.fan.SegmentSummaries;
import io.tiktoktoe.audience.fan.SegmentedAudience;
import io.tiktoktoe.audience.fan.ValueDeciles;
import io.tiktoktoe.audience.insight.AudienceInsights;
import io.tiktoktoe.audience.insight.AudienceInsights.AudienceSize;
import io.tiktoktoe.audience.insight.AudienceInsights.Drifted;
import io.tiktoktoe.audience.insight.AudienceOptions;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.DecisionTrial;
import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.audience.insight.LeavingOutlook.LikelyLeaver;
import io.tiktoktoe.audience.insight.ValueInsight;
import io.tiktoktoe.audience.segment.SegmentUpdate;
import io.tiktoktoe.audience.segment.Segments;
import io.tiktoktoe.audience.strategy.EngagementStrategy;
import io.tiktoktoe.audience.strategy.StrategyConstraints;
import io.tiktoktoe.audience.strategy.StrategyPlanner;
import io.tiktoktoe.audience.strategy.TargetSegment;
import io.tiktoktoe.audience.strategy.Uplifts;
import io.tiktoktoe.stats.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One analysis of an audience, from its parts to the whole. */
final class AudienceAnalysis {

  private static final int MOST_LEAVERS = 10;

  /** Share of what fans will bring that may be spent where the creator says nothing. */
  private static final double USUAL_BUDGET = 0.05;

  private static final double USUAL_CONTACTS = 2;

  private final CreatorProfile creator;
  private final AudienceSegments audience;
  private final Optional<AudienceSegments> before;
  private final AudienceOptions options;
  private final FanTable fans;
  private final Engagement engagement;
  private final FanWorth worths;
  private final FanWorth.Values worth;
  private final FanInfluence influence;
  private final LeavingModel leaving;
  private final PlanHistory history;

  AudienceAnalysis(
      CreatorProfile creator,
      AudienceSegments audience,
      Optional<AudienceSegments> before,
      List<DecisionTrial> trials,
      AudienceOptions options) {
    this.creator = creator;
    this.audience = audience;
    this.before = before;
    this.options = options;
    this.fans = audience.fans();
    this.engagement = Engagement.of(fans);
    this.worths = FanWorth.of(audience, options);
    this.worth = worths.expected(options.horizonDays());
    this.influence = FanInfluence.of(audience, options.progress());
    this.leaving = LeavingModel.of(audience);
    this.history = new PlanHistory(audience.facts().decisions(), trials, options);
  }

  AudienceInsights insights() {
    Optional<SegmentUpdate> update =
        fans.size() == 0
            ? Optional.empty()
            : Optional.of(SegmentedAudience.of(audience, before, options));
    Optional<Segments> segments = update.map(SegmentUpdate::segments);
    int[] numbers = segments.map(Segments::numbers).orElse(new int[0]);
    SegmentSummaries summaries =
        new SegmentSummaries(
            audience,
            segments.map(Segments::segments).orElse(List.of()),
            numbers,
            worth,
            engagement,
            FanValue.of(worth, engagement, influence, options),
            leaving.risks());
    FanWorth.Values soon = worths.expected(AudienceOptions.PLAN_DAYS);
    StrategyConstraints means = options.means().within(usual(soon), creator.currency());
    EngagementStrategy strategy = plan(summaries.targets(soon), means);
    return new AudienceInsights(
        creator,
        fans.through(),
        size(),
        summaries.insights(strategy),
        segments.map(Segments::quality),
        segments.flatMap(one -> SegmentOutline.of(one.model(), one.segments())),
        update.flatMap(this::drifted),
        value(),
        ChurnRates.of(audience),
        leaving.outlook(),
        leavers(numbers, strategy),
        RetentionCohorts.of(fans, audience.facts()),
        means,
        strategy,
        history.plans(),
        provenance());
  }

  private Optional<Drifted> drifted(SegmentUpdate update) {
    return before
        .filter(one -> one.fans().size() > 0)
        .map(
            one ->
                new Drifted(
                    one.fans().through(),
                    update.outcome(),
                    update.known(),
                    update.moved(),
                    update.drifts()));
  }

  private EngagementStrategy plan(List<TargetSegment> targets, StrategyConstraints means) {
    Uplifts priors = Uplifts.priors(options.catalogue(), targets);
    Uplifts learned =
        history
            .trials(targets, options.catalogue().actions())
            .map(trials -> priors.learning(trials, options.seed()))
            .orElse(priors);
    return StrategyPlanner.plan(
        targets, options.catalogue(), learned, means, options.strategy(), options.progress());
  }

  /** A twentieth of what the fans will bring, and two messages each. */
  private StrategyConstraints usual(FanWorth.Values soon) {
    return StrategyConstraints.ofBudget(Math.max(0, USUAL_BUDGET * soon.total()))
        .withContacts(USUAL_CONTACTS * fans.size());
  }

  private AudienceSize size() {
    int active = 0;
    int payers = 0;
    int subscribers = 0;
    int referred = 0;
    for (int fan = 0; fan < fans.size(); fan++) {
      active += Double.isNaN(leaving.risks()[fan]) ? 0 : 1;
      payers += fans.count(FanCount.SALES, fan) > 0 ? 1 : 0;
      subscribers += fans.count(FanCount.SUBSCRIPTIONS, fan) > 0 ? 1 : 0;
      referred += fans.referrer()[fan] >= 0 ? 1 : 0;
    }
    return new AudienceSize(
        fans.size(),
        active,
        payers,
        subscribers,
        fans.total(FanCount.ACCOUNTS),
        referred,
        fans.total(FanCount.NET),
        audience.nobodyNet());
  }

  private ValueInsight value() {
    double variance = 0;
    for (double one : worth.variance()) {
      variance += one;
    }
    double total = worth.total();
    return new ValueInsight(
        options.horizonDays(),
        total,
        Interval.normal(total, Math.sqrt(variance), Interval.WIDE)
            .clamp(0, Double.POSITIVE_INFINITY),
        worths.models(),
        worths.holdout(),
        ValueDeciles.of(worth.mean(), fans),
        influence.calibration());
  }

  private List<LikelyLeaver> leavers(int[] numbers, EngagementStrategy strategy) {
    return leaving.shortlist(worth.mean(), MOST_LEAVERS).stream()
        .map(
            fan -> {
              double risk = leaving.risks()[fan];
              Interval interval = leaving.interval(fan);
              return new LikelyLeaver(
                  Long.toString(fans.ids()[fan]),
                  numbers[fan],
                  risk,
                  interval.lo(),
                  interval.hi(),
                  worth.mean()[fan],
                  risk * worth.mean()[fan],
                  fans.recency(fan),
                  leaving.reasons(fan),
                  SegmentSummaries.action(strategy, numbers[fan]));
            })
        .toList();
  }

  private Provenance provenance() {
    Map<String, String> told = new TreeMap<>();
    told.put("horizon_days", Double.toString(options.horizonDays()));
    told.put("annual_discount", Double.toString(options.annualDiscount()));
    told.put("weights", new TreeMap<>(options.weights()).toString());
    return new Provenance(
        audience.facts().dataThrough(),
        "audience value optimizer",
        told,
        options.seed(),
        Provenance.VERSION);
  }
}
