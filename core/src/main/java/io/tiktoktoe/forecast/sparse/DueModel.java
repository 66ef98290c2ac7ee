package io.tiktoktoe.forecast.sparse;

import io.tiktoktoe.forecast.future.Dependence;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.stats.Substreams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Model averaging over calendar rules: sales due on {@linkplain DueDays some days} have a chance
 * and sizes of their own, the rest another model of the same kind, and both together stand beside
 * one without the rule, as far as the rule is believed. Immutable.
 */
final class DueModel {

  /** Rules within rules: a salary on two days of the month and a grant once a year. */
  private static final int MOST_RULES = 3;

  /** Above this a rule is believed alone. */
  private static final double CERTAIN = 0.98;

  private final int end;
  private final Hurdle plain;
  private final Optional<Split> split;

  /**
   * Sales apart by a rule.
   *
   * @param weight how far it is believed
   */
  private record Split(double weight, IntPredicate due, Hurdle onDays, DueModel rest) {

    /** The steps ahead on which something is due, counted from 0. */
    int[] ahead(int end, int steps) {
      return IntStream.range(0, steps).filter(h -> due.test(end + h)).toArray();
    }
  }

  private DueModel(int end, Hurdle plain, Optional<Split> split) {
    this.end = end;
    this.plain = plain;
    this.split = split;
  }

  /**
   * From values by step, NaN where unknown.
   *
   * @param period of the short season
   * @param longSeason a long season, such as a year of days; 1 for none
   * @param first day of the first value, where steps are days
   */
  static DueModel of(double[] observed, int period, int longSeason, Optional<LocalDate> first) {
    return of(observed, period, longSeason, first, MOST_RULES);
  }

  private static DueModel of(
      double[] observed, int period, int longSeason, Optional<LocalDate> first, int rules) {
    Hurdle plain = Hurdle.of(observed, period, longSeason);
    Optional<Split> split = Optional.empty();
    if (first.isPresent() && rules > 0) {
      double[] without = new double[observed.length];
      Arrays.setAll(without, plain::past);
      split =
          DueDays.find(observed, first.get(), without)
              .map(found -> split(found, observed, period, longSeason, first, rules));
    }
    return new DueModel(observed.length, plain, split);
  }

  private static Split split(
      DueDays found,
      double[] observed,
      int period,
      int longSeason,
      Optional<LocalDate> first,
      int rules) {
    double[] rest = observed.clone();
    double[] onDays = new double[observed.length];
    int count = 0;
    for (int t = 0; t < observed.length; t++) {
      if (found.due().test(t)) {
        onDays[count++] = observed[t];
        rest[t] = Double.NaN;
      } else if (found.example().test(t)) {
        rest[t] = Double.NaN;
      }
    }
    return new Split(
        found.weight() > CERTAIN ? 1 : found.weight(),
        found.due(),
        Hurdle.of(Arrays.copyOf(onDays, count), 1, 1),
        of(rest, period, longSeason, first, rules - 1));
  }

  /**
   * What may be sold at a step, by one of the models.
   *
   * @param weight of the model
   * @param chance of a sale
   */
  private record Part(double weight, double chance, SaleSizes sizes) {

    double quantile(double probability) {
      double above = probability - (1 - chance);
      return above <= 0 ? 0 : sizes.quantile(above / chance);
    }
  }

  /** The distributions so many steps ahead. */
  Marginals marginals(int steps, long seed) {
    List<List<Part>> parts = new ArrayList<>();
    for (int h = 0; h < steps; h++) {
      parts.add(new ArrayList<>());
    }
    collect(parts, 1);
    double[] quantiles = new double[steps * QuantileGrid.SIZE];
    double[] mean = new double[steps];
    for (int h = 0; h < steps; h++) {
      for (Part part : parts.get(h)) {
        mean[h] += part.weight * part.chance * part.sizes.mean();
      }
      fill(parts.get(h), quantiles, h * QuantileGrid.SIZE);
    }
    return new Marginals(quantiles, mean, futures(seed), Dependence.NONE);
  }

  private void collect(List<List<Part>> parts, double weight) {
    double believed = split.map(Split::weight).orElse(0.0);
    double[] chances = plain.chances(parts.size());
    for (int h = 0; h < chances.length; h++) {
      parts.get(h).add(new Part(weight * (1 - believed), chances[h], plain.sizes()));
    }
    split.ifPresent(
        found -> {
          int[] due = found.ahead(end, parts.size());
          List<List<Part>> others = new ArrayList<>(parts);
          double[] onDays = found.onDays.chances(due.length);
          for (int i = 0; i < due.length; i++) {
            parts.get(due[i]).add(new Part(weight * believed, onDays[i], found.onDays.sizes()));
            others.set(due[i], new ArrayList<>());
          }
          found.rest.collect(others, weight * believed);
        });
  }

  /** Quantiles of a mixture of hurdle distributions. */
  private static void fill(List<Part> parts, double[] quantiles, int offset) {
    List<Part> able = parts.stream().filter(part -> part.weight > 0).toList();
    for (int q = 0; q < QuantileGrid.SIZE && able.size() == 1; q++) {
      quantiles[offset + q] = able.getFirst().quantile(QuantileGrid.probability(q));
    }
    if (able.size() == 1) {
      return;
    }
    double none = able.stream().mapToDouble(part -> part.weight * (1 - part.chance)).sum();
    List<double[]> cells = new ArrayList<>();
    for (Part part : able) {
      for (double size : part.sizes.cells()) {
        cells.add(new double[] {size, part.weight * part.chance / part.sizes.cells().length});
      }
    }
    cells.sort(Comparator.comparingDouble(cell -> cell[0]));
    double through = none;
    int at = 0;
    for (int q = 0; q < QuantileGrid.SIZE; q++) {
      double probability = QuantileGrid.probability(q);
      while (at < cells.size() && through < probability) {
        through += cells.get(at)[1];
        at++;
      }
      quantiles[offset + q] = at == 0 ? 0 : cells.get(at - 1)[0];
    }
  }

  /** Futures, each of one of the models. */
  private Marginals.Sampler futures(long seed) {
    Marginals.Sampler without = plain.futures(seed);
    if (split.isEmpty()) {
      return without;
    }
    Split found = split.get();
    Marginals.Sampler rest = found.rest.futures(seed + 1);
    Marginals.Sampler onDays = found.onDays.futures(seed + 2);
    return (path, latent, values, offset) -> {
      if (Substreams.of(seed, "due days", path).nextDouble() >= found.weight) {
        without.draw(path, latent, values, offset);
        return;
      }
      rest.draw(path, latent, values, offset);
      int[] due = found.ahead(end, latent.length);
      double[] scores = Arrays.stream(due).mapToDouble(h -> latent[h]).toArray();
      double[] sold = new double[due.length];
      onDays.draw(path, scores, sold, 0);
      for (int i = 0; i < due.length; i++) {
        values[offset + due[i]] = sold[i];
      }
    };
  }
}
