package io.tiktoktoe.pipeline;

import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.pipeline.insight.WindowTotals;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import io.tiktoktoe.privacy.release.ProtectedStep;
import java.util.List;

/** The few statistics of a closed window, which a month's windows share a budget for. */
final class WindowQuestions {

  static final String PAYING_PEOPLE = "paying people";

  /** A person's minutes and payments in a window count up to this, payments in major units. */
  private static final long MOST_MINUTES = 240;

  private static final long MOST_PAID = 100;

  private WindowQuestions() {}

  static ReleaseRequest of(AnalyticsConfig config) {
    long paid = MOST_PAID * (long) Math.pow(10, config.currency().getDefaultFractionDigits());
    return new ReleaseRequest(
        config.account(),
        config.about(),
        config.period(),
        config.budget(),
        List.of(
            one(ReleaseQuestions.PEOPLE, ReleaseQuestions.ACTIVE, new Measure.People(), 1),
            one(PAYING_PEOPLE, ReleaseQuestions.PAYING, new Measure.People(), 1),
            one(
                ReleaseQuestions.MINUTES,
                ReleaseQuestions.WATCHING,
                new Measure.Total(),
                MOST_MINUTES),
            one(ReleaseQuestions.SPEND, ReleaseQuestions.PAYING, new Measure.Total(), paid)));
  }

  private static Statistic one(String name, String cell, Measure measure, long most) {
    ContributionBounds bounds =
        measure instanceof Measure.People
            ? ContributionBounds.people(1)
            : ContributionBounds.amounts(1, 0, most);
    return Statistic.of(name, measure, new Partitions.Known(List.of(cell)), bounds)
        .withExpected(1_000.0 * most);
  }

  static WindowTotals totals(ProtectedStep step, AnalyticsConfig config) {
    return new WindowTotals(
        config.period(),
        number(step, 0),
        number(step, 1),
        number(step, 2),
        number(step, 3),
        step.shared(),
        step.block(),
        step.isRepeated());
  }

  /** By place, in the order of the questions. */
  private static NoisyNumber number(ProtectedStep step, int place) {
    return NoisyNumber.of(step.numbers().get(place));
  }
}
