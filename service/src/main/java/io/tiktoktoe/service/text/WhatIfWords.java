package io.tiktoktoe.service.text;

import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.WhatIf;

/** Says what would change a forecast. */
final class WhatIfWords {

  private static final String[] SMALL = {"no", "one", "two", "three", "four", "five", "six"};

  private WhatIfWords() {}

  static String of(WhatIf what) {
    return switch (what) {
      case WhatIf.LevelFalls(double share) -> "the level falls by " + share(share);
      case WhatIf.TrendStops() -> "the trend stops";
      case WhatIf.SeasonsRepeat(int count) ->
          "the last %s seasons repeat on average".formatted(count(count));
      case WhatIf.SameAsBefore(int period) ->
          "the same steps come as a season of %d before".formatted(period);
      case WhatIf.Without(String cause) -> "without " + cause;
      case WhatIf.OneMore(String cause) -> "one more " + cause;
      case WhatIf.DriverHigher(String driver, double share) ->
          "%s higher by %s".formatted(driver, share(share));
    };
  }

  static String of(Explanation.Goal goal) {
    if (goal.ended()) {
      return "%s is over and %s its goal of %,.0f: it brought %,.0f, %.0f%% of it"
          .formatted(
              goal.campaign(),
              goal.raised() >= goal.goal() ? "reached" : "missed",
              goal.goal(),
              goal.raised(),
              Math.floor(100 * goal.raised() / goal.goal()));
    }
    if (goal.raised() >= goal.goal()) {
      return "%s has reached its goal of %,.0f: %,.0f so far"
          .formatted(goal.campaign(), goal.goal(), goal.raised());
    }
    // Chances are counted in some thousand futures; beyond a percent they say no more.
    double percent = Math.clamp(100 * goal.chance(), 1, 99);
    String about = 100 * goal.chance() == percent ? "about" : percent < 50 ? "less than" : "over";
    return "%s reaches its goal of %,.0f with a chance of %s %.0f%%; it brought %,.0f so far"
        .formatted(goal.campaign(), goal.goal(), about, percent, goal.raised());
  }

  private static String share(double share) {
    return share == 0.1 ? "a tenth" : "%.0f%%".formatted(100 * share);
  }

  private static String count(int count) {
    return count >= 0 && count < SMALL.length ? SMALL[count] : Integer.toString(count);
  }
}
