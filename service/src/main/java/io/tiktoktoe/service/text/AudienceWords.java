package io.tiktoktoe.service.text;

import io.tiktoktoe.audience.insight.AudienceInsights;
import io.tiktoktoe.audience.insight.AudienceInsights.AudienceSize;
import io.tiktoktoe.audience.insight.AudienceInsights.Drifted;
import io.tiktoktoe.audience.insight.ChurnLine;
import io.tiktoktoe.audience.insight.FanFeature;
import io.tiktoktoe.audience.insight.LeavingOutlook;
import io.tiktoktoe.audience.insight.LeavingReason;
import io.tiktoktoe.audience.insight.SegmentInsight;
import io.tiktoktoe.audience.insight.ValueInsight;
import io.tiktoktoe.audience.lifetime.FittedModel;
import io.tiktoktoe.audience.segment.SegmentQuality;
import io.tiktoktoe.audience.segment.Trait;
import io.tiktoktoe.audience.strategy.EngagementStrategy;
import io.tiktoktoe.audience.strategy.EngagementStrategy.Expected;
import io.tiktoktoe.audience.strategy.EngagementStrategy.Means;
import io.tiktoktoe.audience.strategy.Goal;
import io.tiktoktoe.audience.strategy.PlanScore;
import io.tiktoktoe.audience.strategy.StrategyConstraints;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in English who an audience is, what it is worth and what to do for it. */
public final class AudienceWords {

  /** The model of amounts, beside those of how often and how long. */
  private static final String SPENDING = "Gamma-Gamma";

  private static final int MOST_TRAITS = 3;
  private static final double CLEAR = 0.5;
  private static final double HARDLY = 0.25;
  private static final double LEAST_WEIGHT = 0.01;

  /** Groups of which a tenth would be less than this many fans say little. */
  private static final int SMALL = 50;

  private final AmountText amounts;

  /** With amounts of this currency. */
  public AudienceWords(AmountText amounts) {
    this.amounts = amounts;
  }

  /** How many there are. */
  public String size(AudienceSize size) {
    String joined =
        size.accounts() > size.fans()
            ? " behind %s ids".formatted(AmountText.count(size.accounts()))
            : "";
    String few =
        size.fans() > 0 && size.fans() < SMALL ? " So few fans tell little: read intervals." : "";
    return "%s%s, %s active in the last 30 days, %s paid, %s subscribe, %s came through another fan.%s"
        .formatted(
            size.fans() == 1 ? "1 fan" : AmountText.count(size.fans()) + " fans",
            joined,
            AmountText.count(size.active()),
            AmountText.count(size.payers()),
            AmountText.count(size.subscribers()),
            AmountText.count(size.referred()),
            few);
  }

  /** What they brought. */
  public String money(AudienceSize size) {
    return "They brought %s net; %s came from nobody in particular (advertising, anonymous, erased)."
        .formatted(amounts.exact(size.net()), amounts.exact(size.nobodyNet()));
  }

  /** Who a segment is. */
  public String segment(SegmentInsight segment) {
    if (segment.traits().isEmpty()) {
      return "like the others in what is known of them.";
    }
    return segment.traits().stream()
            .limit(MOST_TRAITS)
            .map(this::inMajor)
            .map(SegmentWords::trait)
            .collect(Collectors.joining("; "))
        + ".";
  }

  /** The same trait, money in whole currency units. */
  private Trait inMajor(Trait trait) {
    if (!FanFeature.isMoney(trait.feature())) {
      return trait;
    }
    double unit = amounts.minor(1);
    return new Trait(
        trait.feature(),
        trait.group(),
        trait.standing(),
        trait.median() / unit,
        trait.medianOfOthers() / unit,
        trait.mean() / unit,
        trait.meanOfOthers() / unit,
        trait.superiority());
  }

  /** How well segments are kept apart. */
  public String quality(SegmentQuality quality, AudienceInsights insights) {
    if (insights.segments().size() == 1) {
      return "One group: no split of these fans stands out.";
    }
    String how =
        quality.silhouette() >= CLEAR
            ? "clear"
            : quality.silhouette() >= HARDLY ? "there, with wide borders" : "hardly apart";
    return "The groups are %s (silhouette %.2f, stability %.2f, %s of the differences explained)."
        .formatted(
            how,
            quality.silhouette(),
            quality.stability(),
            AmountText.percent(quality.explained()));
  }

  /** What changed in the segments. */
  public String drift(Drifted drift) {
    String what =
        switch (drift.outcome()) {
          case KEPT -> "The segments of %s still hold: %s of %s fans moved to another.";
          case MADE_ANEW ->
              "The segments of %s did not fit any more and were made anew: %s of %s fans bear"
                  + " another number.";
          case FIRST -> "There were no segments on %s (%s of %s fans compared).";
        };
    return what.formatted(
        drift.since(), AmountText.count(drift.moved()), AmountText.count(drift.known()));
  }

  /** What all will bring. */
  public String value(ValueInsight value) {
    List<String> said = new ArrayList<>();
    said.add(
        "All together: %s (95%%: %s), discounted."
            .formatted(amounts.about(value.lifetimeValue()), amounts.range(value.interval())));
    String models =
        value.models().stream()
            .filter(model -> model.weight() >= LEAST_WEIGHT)
            .map(AudienceWords::model)
            .collect(Collectors.joining(", "));
    said.add(models.isEmpty() ? "Nobody bought: nothing is known." : "Told by " + models + ".");
    value
        .holdout()
        .ifPresent(
            held ->
                held.scores().stream()
                    .filter(score -> score.model().equals("stacked"))
                    .forEach(
                        score ->
                            said.add(
                                "On the %.0f weeks held out: %.0f purchases expected, %.0f came (bias %s)."
                                    .formatted(
                                        held.weeks(),
                                        score.expected(),
                                        score.actual(),
                                        AmountText.percent(score.bias())))));
    return String.join(" ", said);
  }

  private static String model(FittedModel model) {
    return model.name().equals(SPENDING)
        ? "amounts by " + SPENDING
        : model.name() + " " + AmountText.percent(model.weight());
  }

  /** What a churn rate is of. */
  public String name(ChurnLine line) {
    return switch (line.kind()) {
      case SUBSCRIPTION ->
          line.name().equals("all")
              ? "subscriptions"
              : line.name().isEmpty() ? "(no product)" : line.name();
      case USE -> "use";
    };
  }

  /** The denominator of a churn rate. */
  public String exposure(ChurnLine line) {
    return switch (line.kind()) {
      case SUBSCRIPTION -> "%,.0f days".formatted(line.exposure());
      case USE -> "%,.0f fans".formatted(line.exposure());
    };
  }

  /**
   * Chance to end within 30 days: of a rate at risk, which may be above 1, what it makes of one.
   */
  public static double chance(ChurnLine line, double rate) {
    return line.kind() == ChurnLine.Kind.SUBSCRIPTION ? -Math.expm1(-Math.max(0, rate)) : rate;
  }

  /** What the chances mean. */
  public String churnDefinition() {
    return "Subscriptions: chance that one ends within 30 days, 1 - exp(-ends in 30 days at risk),"
        + " paid ones over the last 90 days, gifts apart. Use: of the fans active in the 30 days"
        + " before, those of whom nothing was seen in the next 30.";
  }

  /** Who will be silent. */
  public String leaving(LeavingOutlook leaving) {
    return switch (leaving.method()) {
      case NONE ->
          "Who will be silent cannot be told: no fan was active with 30 days after it to look at.";
      case BASE_RATE ->
          "Of %s active fans about %.0f will be silent for 30 days; too few left so far to tell them apart."
              .formatted(AmountText.count(leaving.atRisk()), leaving.expected());
      case HAZARD ->
          "Of %s active fans about %.0f will be silent for the next 30 days; foretold for the last 30, shares were off by %s on average."
              .formatted(
                  AmountText.count(leaving.atRisk()),
                  leaving.expected(),
                  AmountText.percent(leaving.calibrationError()));
    };
  }

  /** Why one may leave. */
  public String reasons(List<LeavingReason> reasons) {
    return reasons.stream().map(AudienceWords::reason).collect(Collectors.joining(", "));
  }

  private static String reason(LeavingReason reason) {
    return switch (reason) {
      case LONG_SILENCE -> "long silence";
      case FADING -> "comes less often";
      case SELDOM -> "comes seldom";
      case NEW_HERE -> "new here";
      case BUYS_LITTLE -> "buys little";
      case TAKES_NO_PART -> "takes no part";
      case NO_SUBSCRIPTION -> "no subscription";
      case PAYMENT_FAILED -> "payment failed";
    };
  }

  /** Within which means is planned. */
  public String constraints(StrategyConstraints means) {
    List<String> said = new ArrayList<>();
    said.add("budget " + amounts.about(means.budget()));
    if (Double.isFinite(means.hours())) {
      said.add("%.0f hours".formatted(means.hours()));
    }
    if (Double.isFinite(means.contacts())) {
      said.add("%,.0f messages".formatted(means.contacts()));
    }
    if (means.leastShare() > 0) {
      said.add("at least %s of each segment".formatted(AmountText.percent(means.leastShare())));
    }
    return "Within: " + String.join(", ", said) + ".";
  }

  /** What a plan should bring. */
  public String expected(Expected one) {
    String footing =
        switch (one.footing()) {
          case PRIOR -> "stated in general, not tried here";
          case DECISIONS -> "learned from past decisions";
          case EXPERIMENT -> "learned from experiments";
        };
    return "%s: %s, at least %s on the lower bound; %s."
        .formatted(
            goal(one.goal()),
            amount(one.goal(), one.mean()),
            amount(one.goal(), one.lower()),
            footing);
  }

  private static String goal(Goal goal) {
    return switch (goal) {
      case RETENTION -> "Fans kept";
      case MONETIZATION -> "Income";
      case GROWTH -> "New fans";
    };
  }

  private String amount(Goal goal, double value) {
    return goal == Goal.MONETIZATION ? amounts.about(value) : "%.1f".formatted(value);
  }

  /** How sure it is that no plan is better; nothing to say where none keeps the means. */
  public String proof(EngagementStrategy strategy) {
    if (relaxes(strategy)) {
      return "";
    }
    return strategy.certified()
        ? "No plan within these means is better (proved)."
        : "At most %s better is possible.".formatted(AmountText.percent(strategy.gap()));
  }

  /** Why there is no plan, and which of the means would have to be how much wider. */
  public String nothing(EngagementStrategy strategy, StrategyConstraints means) {
    return relaxes(strategy)
        ? new MeansWords(amounts, means).relax(strategy.advice())
        : "Nothing: no action is worth it within these means.";
  }

  private static boolean relaxes(EngagementStrategy strategy) {
    return strategy.advice().stream().anyMatch(MeansWords::isRelaxed);
  }

  /** What a little more of a means would bring. */
  public String worth(Means means, Goal first) {
    return MeansWords.worth(means, first, amounts);
  }

  /** What was expected of a past plan, in the unit of its measure. */
  public String expected(double expected, String measure) {
    return measure.equals(Goal.MONETIZATION.label())
        ? amounts.about(expected) + " income"
        : "%.1f %s".formatted(expected, measure);
  }

  /** What a past plan brought. */
  public String score(PlanScore score) {
    return "%s (95%%: %s to %s)"
        .formatted(
            amount(score.goal(), score.effect()),
            amount(score.goal(), score.interval().lo()),
            amount(score.goal(), score.interval().hi()));
  }
}
