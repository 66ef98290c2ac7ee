package io.tiktoktoe.service.text;

import io.tiktoktoe.service.model.audience.AllocationAnswer;
import io.tiktoktoe.service.model.audience.AllocationAnswer.LimitUse;
import io.tiktoktoe.stats.allocate.AllocationOutcome.Infeasible;
import io.tiktoktoe.stats.allocate.AllocationOutcome.Relaxation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words of an allocation of actions to segments. */
public final class AllocationWords {

  private static final int MOST_PRICES = 5;

  private AllocationWords() {}

  /** What the plan comes to, how sure that is, and what more means would bring. */
  public static List<String> notes(AllocationAnswer answer) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "%s for %s: retention %s, monetization %s, growth %s."
            .formatted(
                answer.plan().size() == 1
                    ? "1 segment gets something"
                    : "%,d segments get something".formatted(answer.plan().size()),
                number(answer.totals().cost()),
                number(answer.totals().retention()),
                number(answer.totals().monetization()),
                number(answer.totals().growth())));
    String first =
        answer.priorities().isEmpty() ? "weighed sum" : answer.priorities().getFirst().label();
    notes.add(
        answer.exact()
            ? "no plan within the limits has more %s; that is proved.".formatted(first)
            : "no plan within the limits has more %s than %s; the plan is within %.4f%% of that."
                .formatted(first, number(answer.bound()), 100 * answer.gap()));
    answer.limits().stream()
        .filter(one -> one.price() > 0)
        .limit(MOST_PRICES)
        .forEach(
            one ->
                notes.add(
                    "one %s of %s would bring about %s more %s."
                        .formatted(eased(one), named(one), number(one.price()), first)));
    if (answer.front().size() > 1) {
      notes.add(
          "%d plans lie on the Pareto front%s; --json tells them."
              .formatted(answer.front().size(), answer.certified() ? ", proved" : ""));
    }
    return notes;
  }

  /** What leaves a plan more room: more means, or less that is asked for. */
  private static String eased(LimitUse limit) {
    return switch (limit.kind()) {
      case BUDGET, CAP, LIMIT -> "more";
      case FLOOR, SHARE -> "less";
    };
  }

  private static String named(LimitUse limit) {
    return switch (limit.kind()) {
      case BUDGET -> "budget";
      case CAP -> "the cap of " + limit.name();
      case LIMIT -> limit.name();
      case FLOOR -> "what is given up of " + limit.name();
      case SHARE -> "the share of group " + limit.name();
    };
  }

  /** Why there is no plan and what to relax. */
  public static String infeasible(Infeasible none) {
    String why = "no plan keeps all limits";
    if (!none.alone().isEmpty()) {
      return why
          + ". Change one of these: "
          + none.alone().stream().map(AllocationWords::change).collect(Collectors.joining("; or "))
          + ".";
    }
    if (!none.together().isEmpty()) {
      return why
          + ". Change all of these: "
          + none.together().stream()
              .map(AllocationWords::change)
              .collect(Collectors.joining("; and "))
          + ".";
    }
    return why + ". Relax those from below.";
  }

  private static String change(Relaxation one) {
    return "%s from %s to %s".formatted(one.limit(), exact(one.bound()), exact(one.needed()));
  }

  /** A number that still works when it is typed in. */
  private static String exact(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
