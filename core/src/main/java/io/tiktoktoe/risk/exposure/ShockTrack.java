package io.tiktoktoe.risk.exposure;

/**
 * A panel member for break detection: one creator's weekly figures on one platform.
 *
 * @param creator number of the creator within the store; tells only who is the same
 * @param source the platform
 * @param firstWeek weeks since 1970 of the first figure
 * @param views watched in each week, 0 where nothing is known
 * @param advertising what advertising brought in each week, in any one unit of money
 */
@SuppressWarnings("ArrayRecordComponent") // Only carried: copied on the way in.
public record ShockTrack(
    long creator, String source, int firstWeek, double[] views, double[] advertising) {

  public ShockTrack {
    views = views.clone();
    advertising = advertising.clone();
    if (views.length != advertising.length) {
      throw new IllegalArgumentException(
          "views (%d weeks) and advertising (%d weeks) must be equally long."
              .formatted(views.length, advertising.length));
    }
  }

  int endWeek() {
    return firstWeek + views.length;
  }

  /** Views of a week, NaN where too few to tell a level. */
  double views(int week) {
    int at = week - firstWeek;
    return at >= 0 && at < views.length && views[at] >= ShockLearning.LEAST_VIEWS
        ? views[at]
        : Double.NaN;
  }

  /** Advertising for each view of a week, NaN where either is missing. */
  double pay(int week) {
    double watched = views(week);
    double paid = Double.isNaN(watched) ? Double.NaN : advertising[week - firstWeek];
    return paid > 0 ? paid / watched : Double.NaN;
  }
}
