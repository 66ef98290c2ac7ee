package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.PrivacyCost;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import java.util.List;

/**
 * Plan of a release: how its budget is spent so that the weighted squared relative errors of all
 * statistics are the least. It looks at no data.
 *
 * @param request the question
 * @param noise Laplace or Gaussian for the whole release, whichever errs less
 * @param price what it takes from the budget
 * @param spent what the accountant says that it costs, at most the budget
 * @param statistics how each fares
 */
public record ReleasePlan(
    ReleaseRequest request,
    NoiseKind noise,
    Price price,
    PrivacyCost spent,
    List<PlannedStatistic> statistics) {

  public ReleasePlan {
    statistics = List.copyOf(statistics);
  }
}
