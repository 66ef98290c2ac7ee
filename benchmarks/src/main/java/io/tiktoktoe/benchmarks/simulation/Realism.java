package io.tiktoktoe.benchmarks.simulation;

import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.WorldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Facets of the simulated economy beside what public data show: 100 creators over 36 months for
 * three seeds. Arguments: {@code hard} (default) or {@code kind}, then seeds.
 */
public final class Realism {

  private static final int CREATORS = 100;
  private static final int MONTHS = 36;

  private Realism() {}

  /** Prints the table: a facet holds if its mean over the seeds lies within the range. */
  public static void main(String[] arguments) {
    WorldKind world = WorldKind.of(arguments.length > 0 ? arguments[0] : "hard");
    List<Long> seeds = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      seeds.add(Long.parseLong(arguments[i]));
    }
    if (seeds.isEmpty()) {
      seeds.addAll(List.of(7L, 8L, 9L));
    }
    List<List<Facet>> columns = new ArrayList<>();
    for (long seed : seeds) {
      columns.add(measure(world, seed));
    }
    System.out.printf("world: %s, seeds %s%n", world.label(), seeds);
    int held = 0;
    int everywhere = 0;
    for (int row = 0; row < columns.getFirst().size(); row++) {
      List<Facet> facets = new ArrayList<>();
      for (List<Facet> column : columns) {
        facets.add(column.get(row));
      }
      everywhere += facets.stream().allMatch(Facet::holds) ? 1 : 0;
      held += print(facets) ? 1 : 0;
    }
    System.out.printf(
        "%d of %d facets lie within their range on average, %d for every seed%n",
        held, columns.getFirst().size(), everywhere);
  }

  /**
   * Prints one facet of every seed with the mean and its standard error; whether the mean lies
   * within the range.
   */
  private static boolean print(List<Facet> facets) {
    double[] values = facets.stream().mapToDouble(Facet::value).toArray();
    Facet first = facets.getFirst();
    double mean = Measures.mean(values);
    Facet average = new Facet(first.name(), first.low(), first.high(), first.source(), mean);
    double error =
        values.length < 2 ? Double.NaN : Measures.deviation(values) / Math.sqrt(values.length);
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(String.format(Locale.ROOT, "%9.3f", value));
    }
    long outside = facets.stream().filter(facet -> !facet.holds()).count();
    System.out.printf(
        Locale.ROOT,
        "%-62s %7.2f to %7.2f  %-26s mean %9.3f +- %6.3f %s  %s%n",
        first.name(),
        first.low(),
        Math.min(9999, first.high()),
        first.source(),
        mean,
        error,
        text,
        !average.holds() ? "OUTSIDE" : outside > 0 ? outside + " of the seeds outside" : "");
    return average.holds();
  }

  private static List<Facet> measure(WorldKind world, long seed) {
    EconomyOptions options =
        EconomyOptions.defaults()
            .withWorld(world)
            .withCreators(CREATORS)
            .withMonths(MONTHS)
            .withSeed(seed);
    Observed observed = Observed.of(options);
    List<Facet> facets = new ArrayList<>(TipFacets.of(observed));
    facets.addAll(CreatorFacets.of(observed));
    facets.addAll(FanFacets.of(observed));
    facets.addAll(MoneyFacets.of(observed));
    facets.addAll(ContentFacets.of(observed));
    facets.addAll(TellingFacets.of(observed));
    facets.add(
        new Facet(
            "events over the wanted number",
            0.75,
            1.25,
            "by definition",
            observed.events().size() / (double) options.events()));
    return facets;
  }
}
