package io.tiktoktoe.service.text;

import io.tiktoktoe.revenue.insight.Contribution;
import io.tiktoktoe.revenue.insight.RevenueAnomaly.Finding;
import io.tiktoktoe.series.anomaly.ScoredPoint;
import io.tiktoktoe.stats.Interval;
import java.util.List;

/** Says what was unusual about income, by how much and who made it. */
final class AnomalyWords {

  private AnomalyWords() {}

  static String of(
      Amounts amounts,
      String scope,
      long actual,
      Interval range,
      ScoredPoint.Kind kind,
      boolean onePayment,
      List<Contribution> cause) {
    String size = size(amounts, scope, actual, range) + kind(kind, Finding.of(actual, range));
    if (cause.isEmpty()) {
      return size + "; no single group made it" + (onePayment ? ", but one payment." : ".");
    }
    List<String> groups =
        cause.stream().map(one -> one.dimension().label() + " " + one.group()).toList();
    double share = 1;
    for (Contribution one : cause) {
      share *= one.share();
    }
    return "%s; %.0f%% of the difference came from %s%s."
        .formatted(
            size,
            100 * share,
            String.join(", ", groups),
            onePayment ? ", most of it in one payment" : "");
  }

  /** What kind it is, where more than single amounts were unusual. */
  private static String kind(ScoredPoint.Kind kind, Finding finding) {
    return switch (kind) {
      case POINT -> "";
      case LEVEL -> ", a new level";
      case SHAPE -> finding == Finding.WITHIN ? "" : ", in a course unlike that of earlier weeks";
      case ABSENCE -> ": nothing came";
    };
  }

  private static String size(Amounts amounts, String scope, long actual, Interval range) {
    String what =
        (scope.equals("total") ? "Net income of " : "Net income from " + scope + " of ")
            + amounts.exact(actual);
    String usual = amounts.about(range.lo()) + " to " + amounts.about(range.hi());
    return what
        + switch (Finding.of(actual, range)) {
          case WITHIN -> " is unusual in its course, though within the expected ";
          case ABOVE -> " is above the expected ";
          case BELOW -> " is below the expected ";
        }
        + usual;
  }
}
