package io.tiktoktoe.service.model.audience;

import io.tiktoktoe.audience.lifetime.FittedModel;
import io.tiktoktoe.audience.lifetime.GroupValue;
import io.tiktoktoe.audience.lifetime.Holdout;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What customers will bring.
 *
 * @param until last day of observation
 * @param horizonDays days ahead
 * @param models with their parameters, log likelihood and weight; rates are per week
 * @param trial how the models did on the last part of the observation itself, from which the
 *     weights come; empty when it was too short
 * @param holdout how they do on purchases after it; empty when the file has none
 * @param total all customers together
 * @param leftOut rows of the file that were not used, by reason
 * @param customers one row a customer, made while they are read
 */
public record LifetimeAnswer(
    LocalDate until,
    double horizonDays,
    List<FittedModel> models,
    Optional<Holdout> trial,
    Optional<Holdout> holdout,
    GroupValue total,
    Map<String, Long> leftOut,
    Iterable<Map<String, Object>> customers) {

  public LifetimeAnswer {
    models = List.copyOf(models);
  }
}
