package io.tiktoktoe.service.text;

import io.tiktoktoe.risk.exposure.ContentRisk;
import io.tiktoktoe.risk.exposure.Liquidity;
import io.tiktoktoe.risk.exposure.MitigationAction;
import io.tiktoktoe.risk.exposure.ScenarioLoss;
import io.tiktoktoe.risk.exposure.ShockRisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what may hit income from outside. */
public final class ExposureWords {

  private static final double LEAST_TOLD = 0.001;

  private ExposureWords() {}

  /** What falls, as in {@code tiktok shows to fewer}. */
  public static String kind(ShockRisk shock) {
    return switch (shock.kind()) {
      case ALGORITHM -> shock.source() + " shows to fewer";
      case POLICY -> shock.source() + " pays less for ads";
      case DEMONETISATION -> "own ads fall by half";
    };
  }

  /** From whom shocks are learned and what is not known. */
  public static String learned() {
    return "Learned from falls of weekly views and of ad income for each view that creators of this"
        + " store had together (\"own ads\": alone, as after a copyright claim or demonetisation);"
        + " \"would see\" is the share of such falls that so few creators would have shown: where"
        + " it is small, that none was seen says little.";
  }

  /** How few contents income hangs on. */
  public static String content(ContentRisk content, AmountText amounts) {
    String loss =
        Double.isNaN(content.loss())
            ? "no income names a content"
            : "%s in 30 days go with it".formatted(amounts.about(content.loss()));
    return "%s brings %s of the %s that %d contents bring (95%%: %s to %s); as concentrated as %.1f equal ones; %s."
        .formatted(
            content.top(),
            percent(content.topShare()),
            content.measure(),
            content.contents(),
            percent(content.interval().lo()),
            percent(content.interval().hi()),
            content.effective(),
            loss);
  }

  /** Whether planned spending can be paid. */
  public static String liquidity(Liquidity liquidity, AmountText amounts) {
    String first =
        liquidity
            .first()
            .map(day -> "from %s on it is in one of twenty futures".formatted(day))
            .orElse("on no day is it in one of twenty futures");
    String needed =
        liquidity.needed() > 0
            ? " %s more at the start would do in 19 of 20 futures."
                .formatted(amounts.about(liquidity.needed()))
            : "";
    return "With %s on the account and payouts after %d days it is below zero before %s in %s of futures (95%%: %s to %s); %s.%s"
        .formatted(
            amounts.exact(liquidity.cash()),
            liquidity.payoutDays(),
            liquidity.until(),
            chance(liquidity.chance()),
            chance(liquidity.interval().lo()),
            chance(liquidity.interval().hi()),
            first,
            needed);
  }

  /** On which days a part of a scenario holds. */
  public static String days(ScenarioLoss.PartLoss part, ScenarioLoss loss) {
    boolean ends = part.until().isBefore(loss.from().plusDays(loss.days() - 1L));
    return ends ? "%s to %s".formatted(part.from(), part.until()) : part.from().toString();
  }

  /** What is left under a scenario. */
  public static String left(ScenarioLoss loss, AmountText amounts) {
    String idle =
        loss.parts().stream()
            .filter(part -> part.loss() == 0)
            .map(ScenarioLoss.PartLoss::part)
            .map(
                " \"%s\" changes nothing: what it names brought or cost nothing lately."::formatted)
            .collect(Collectors.joining());
    return "From %s on: 30 days bring %s instead of %s, in one of twenty futures less than %s (without it %s)."
            .formatted(
                loss.from(),
                amounts.about(loss.expected()),
                amounts.about(loss.expected() + loss.loss30()),
                amounts.about(loss.floor()),
                amounts.about(loss.floorBefore()))
        + idle;
  }

  /** Where a cost is taken from. */
  public static String assumption(MitigationAction.Assumption assumption) {
    return switch (assumption) {
      case HALF_LOST_WHILE_MOVING -> "half of what moves is lost for 30 days";
      case SIX_PERCENT_A_YEAR -> "idle money could bring 6% a year";
      case A_FIFTH_OFF -> "a fifth off for those kept";
      case ONE_PERCENT_A_YEAR -> "a forward costs 1% a year";
      case HALF_A_PERCENT_OF_SALES -> "checks cost .5% of sales, stop half";
      case TWO_PERCENT_OF_ADS -> "rights cost 2% of ads, halve claims";
    };
  }

  /** Risks against which it is not known what helps, and why; empty without any. */
  public static String unknown(List<MitigationAction.Unknown> unknown) {
    List<String> told = new ArrayList<>();
    for (MitigationAction.Reason reason : MitigationAction.Reason.values()) {
      String risks =
          unknown.stream()
              .filter(one -> one.reason() == reason)
              .map(MitigationAction.Unknown::risk)
              .collect(Collectors.joining(", "));
      if (!risks.isEmpty()) {
        told.add("%s: %s".formatted(reason(reason), risks));
      }
    }
    return told.isEmpty() ? "" : "Not known what helps, as %s.".formatted(String.join("; ", told));
  }

  private static String reason(MitigationAction.Reason reason) {
    return switch (reason) {
      case NONE_SEEN -> "none was seen";
      case TOO_FEW_SEEN -> "it cannot be told from nothing";
      case NO_SUCH_EVENT -> "no event tells of one";
      case NO_FORECAST -> "there is no forecast";
    };
  }

  /** A chance that is never told as none or as certain. */
  public static String chance(double chance) {
    if (chance < LEAST_TOLD) {
      return "below 0.1%";
    }
    return chance > 1 - LEAST_TOLD ? "above 99.9%" : percent(chance);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }
}
