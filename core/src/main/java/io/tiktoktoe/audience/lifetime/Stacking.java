package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.audience.lifetime.base.CountingModel;
import io.tiktoktoe.audience.lifetime.base.CustomerBaseModel;
import io.tiktoktoe.audience.lifetime.base.GroupedSummaries;
import io.tiktoktoe.audience.lifetime.base.ParetoNbd;
import io.tiktoktoe.audience.lifetime.base.PurchaseFit;
import io.tiktoktoe.audience.lifetime.base.StackingWeights;
import io.tiktoktoe.work.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the models of the pool, fits them and weighs them. */
final class Stacking {

  /** Most regular times between purchases that are tried. */
  private static final int MOST_REGULAR = 8;

  /** Different customers whose times between purchases tell how regular they are. */
  private static final int SAMPLE = 5_000;

  private Stacking() {}

  static LifetimeModel fit(PurchaseLog log, int until, LifetimeOptions options) {
    PurchaseSummaries customers = PurchaseSummaries.of(log, until);
    GroupedSummaries groups = grouped(customers);
    List<CustomerBaseModel> pool = wanted(pool(groups), options);
    Optional<PastTrial.Trial> trial =
        PastTrial.of(log, until, options.horizonDays()).map(part -> part.run(pool, options));
    return fit(customers, groups, pool, trial, fit -> BuyingSeasons.of(log, until, fit), options);
  }

  static LifetimeModel fit(PurchaseSummaries customers, LifetimeOptions options) {
    GroupedSummaries groups = grouped(customers);
    return fit(
        customers,
        groups,
        wanted(irregular(), options),
        Optional.empty(),
        fit -> BuyingSeasons.none(),
        options);
  }

  private static LifetimeModel fit(
      PurchaseSummaries customers,
      GroupedSummaries groups,
      List<CustomerBaseModel> pool,
      Optional<PastTrial.Trial> trial,
      Function<PurchaseFit, BuyingSeasons> seasons,
      LifetimeOptions options) {
    List<PurchaseFit> fits =
        Parallel.map(
            "fitting models",
            pool.size(),
            options.threads(),
            options.progress(),
            at -> PurchaseFit.of(pool.get(at), groups));
    double[] weights =
        trial
            .map(PastTrial.Trial::weights)
            .orElseGet(
                () ->
                    StackingWeights.byLikelihood(
                        fits.stream().map(PurchaseFit::estimate).toList()));
    Optional<GammaGamma> spend =
        GammaGamma.possible(customers) ? Optional.of(GammaGamma.of(customers)) : Optional.empty();
    double[][] draws = trial.map(PastTrial.Trial::draws).orElse(new double[0][]);
    return new StackedModel(
        fits,
        weights,
        draws,
        seasons.apply(heaviest(fits, weights)),
        spend,
        trial.map(PastTrial.Trial::told),
        options);
  }

  private static PurchaseFit heaviest(List<PurchaseFit> fits, double[] weights) {
    int best = 0;
    for (int m = 1; m < weights.length; m++) {
      best = weights[m] > weights[best] ? m : best;
    }
    return fits.get(best);
  }

  private static GroupedSummaries grouped(PurchaseSummaries customers) {
    GroupedSummaries groups = customers.grouped();
    if (groups.groups == 0) {
      throw new IllegalArgumentException(
          "Nobody had bought by the end of observation. Choose a later one.");
    }
    return groups;
  }

  /** Models of purchases at random times. */
  private static List<CustomerBaseModel> irregular() {
    return List.of(
        new CountingModel(CountingModel.Dropout.REPEAT, 1),
        new CountingModel(CountingModel.Dropout.EVERY, 1),
        new ParetoNbd(),
        new CountingModel(CountingModel.Dropout.NONE, 1));
  }

  /** These and models of regular times, as regular as the customers are most likely to be. */
  private static List<CustomerBaseModel> pool(GroupedSummaries groups) {
    List<CustomerBaseModel> pool = new ArrayList<>(irregular());
    if (!Double.isNaN(groups.logGaps) && groups.repeaters() > 0) {
      int every = regularity(groups.sample(Math.max(1, groups.groups / SAMPLE)));
      pool.add(new CountingModel(CountingModel.Dropout.EVERY, every));
      pool.add(new CountingModel(CountingModel.Dropout.NONE, every));
    }
    return List.copyOf(pool);
  }

  private static List<CustomerBaseModel> wanted(
      List<CustomerBaseModel> pool, LifetimeOptions options) {
    if (options.models().isEmpty()) {
      return pool;
    }
    List<CustomerBaseModel> some =
        pool.stream().filter(model -> options.models().contains(model.name())).toList();
    if (some.isEmpty()) {
      throw unknown(String.join(", ", options.models()), pool.stream());
    }
    return some;
  }

  static IllegalArgumentException unknown(String name, Stream<CustomerBaseModel> pool) {
    return new IllegalArgumentException(
        "model %s is not among those fitted. Use one of %s."
            .formatted(name, pool.map(CustomerBaseModel::name).collect(Collectors.joining(", "))));
  }

  /** k of the MBG/CNBD-k with the highest likelihood, from 2 on. */
  private static int regularity(GroupedSummaries groups) {
    double best = Double.NEGATIVE_INFINITY;
    for (int every = 2; every <= MOST_REGULAR; every++) {
      CountingModel model = new CountingModel(CountingModel.Dropout.EVERY, every);
      double likelihood = PurchaseFit.of(model, groups).estimate().logLikelihood();
      if (likelihood <= best) {
        return every - 1;
      }
      best = likelihood;
    }
    return MOST_REGULAR;
  }

  static RetentionModel fit(SubscriptionTerms terms, LifetimeOptions options) {
    return Retention.of(terms, options);
  }

  static FanValues together(FanValues purchases, FanValues subscriptions) {
    return Retention.together(purchases, subscriptions);
  }
}
