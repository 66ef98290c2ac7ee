package io.tiktoktoe.service.text;

import io.tiktoktoe.answer.Message;
import io.tiktoktoe.audience.strategy.EngagementStrategy.Means;
import io.tiktoktoe.audience.strategy.Goal;
import io.tiktoktoe.audience.strategy.StrategyAdvice.RelaxAlone;
import io.tiktoktoe.audience.strategy.StrategyAdvice.RelaxTogether;
import io.tiktoktoe.audience.strategy.StrategyConstraints;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Says what resource constraints are worth, and which to relax where no plan keeps them. */
final class MeansWords {

  private static final String SHARE = "share:";

  private final AmountText amounts;
  private final StrategyConstraints means;

  MeansWords(AmountText amounts, StrategyConstraints means) {
    this.amounts = amounts;
    this.means = means;
  }

  /** Whether this asks for a constraint to be relaxed. */
  static boolean isRelaxed(Message advice) {
    return advice instanceof RelaxAlone || advice instanceof RelaxTogether;
  }

  /** Which constraints to change to what; what is to be done alone goes before what together. */
  String relax(List<Message> advice) {
    List<String> alone = new ArrayList<>();
    List<String> together = new ArrayList<>();
    for (Message one : advice) {
      if (one instanceof RelaxAlone change) {
        alone.add(change(change.limit(), change.bound(), change.needed()));
      } else if (one instanceof RelaxTogether change) {
        together.add(change(change.limit(), change.bound(), change.needed()));
      }
    }
    return "Nothing: no plan keeps all of these means. Change "
        + (alone.isEmpty() ? String.join(" and ", together) : String.join(", or ", alone))
        + ".";
  }

  /** The change as the means are named; rounded so that it is enough. */
  private String change(String limit, double bound, double needed) {
    if (limit.equals("budget")) {
      return "the budget to %s (now %s)"
          .formatted(amounts.exact((long) Math.ceil(needed)), amounts.about(bound));
    }
    if (limit.startsWith(SHARE)) {
      double share = means.leastShare() * needed / bound;
      return "the least share to %.3f (now %s), as %s asks"
          .formatted(
              Math.floor(1_000 * share) / 1_000,
              means.leastShare(),
              limit.substring(SHARE.length()));
    }
    String name = limit.equals("contacts") ? "messages" : limit;
    boolean more = needed >= bound;
    double enough = (more ? Math.ceil(100 * needed) : Math.floor(100 * needed)) / 100;
    return "%s to %.2f (now %.2f)".formatted(name, enough, bound);
  }

  /**
   * What a little more of a means would bring. The price holds near the bound only, so the step is
   * no larger than the bound itself.
   */
  static String worth(Means means, Goal first, AmountText amounts) {
    boolean money = means.limit().equals("budget");
    double unit = money ? amounts.minor(1) : 1;
    double step = means.limit().equals("hours") ? 1 : money || messages(means) ? 100 : 1;
    double least = money ? 1 / unit : messages(means) ? 1 : 0.1;
    while (step > least * 1.5 && step * unit > means.bound()) {
      step /= 10;
    }
    double gain = step * unit * means.price();
    return "%s would be worth %s %s."
        .formatted(
            more(means.limit(), plain(step)),
            first == Goal.MONETIZATION ? amounts.about(gain) : plain(gain),
            switch (first) {
              case RETENTION -> "more fans kept";
              case MONETIZATION -> "more income";
              case GROWTH -> "more new fans";
            });
  }

  private static boolean messages(Means means) {
    return means.limit().equals("contacts");
  }

  private static String more(String limit, String step) {
    return switch (limit) {
      case "budget" -> step + " more to spend";
      case "hours" -> step.equals("1") ? "One more hour" : step + " more hours";
      case "contacts" -> step.equals("1") ? "One more message" : step + " more messages";
      default -> step + " more of " + limit;
    };
  }

  /** Two digits that count, without an exponent. */
  private static String plain(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }
}
