package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.mechanism.NoiseGrid;
import io.tiktoktoe.privacy.mechanism.PartitionSelection;
import io.tiktoktoe.privacy.noise.BitSource;
import io.tiktoktoe.privacy.noise.IntegerNoise;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.List;
import java.util.Optional;

/** Draws a release: bounds what was contributed, selects, measures, and adds noise. */
final class Drawing {

  /** Chances of selection are rounded down to multiples of one over this. */
  private static final long CHANCES = 1L << 62;

  private final ReleaseRequest request;
  private final Spending spending;
  private final BitSource bits;
  private final IntegerNoise source;

  Drawing(ReleaseRequest request, Spending spending, BitSource bits) {
    this.request = request;
    this.spending = spending;
    this.bits = bits;
    this.source = new IntegerNoise(bits);
  }

  /** Draws one statistic by its place in the request. */
  NoisyAnswer.Noisy draw(int place, Contributions raw) {
    Statistic statistic = request.statistics().get(place);
    Bounding bounded = Bounding.of(statistic, raw, bits);
    Optional<PartitionSelection> selection = spending.selection(statistic);
    if (selection.isPresent()) {
      bounded = bounded.of(selected(statistic, bounded, selection.get()));
    }
    Measurement measurement = new Measurement(statistic, bounded, spending.noise());
    List<Part> parts = Part.of(statistic);
    ContributionBounds bounds = statistic.bounds();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).role() == Part.Role.CLAMP) {
        bounds = clamped(place, i, measurement, bounded.labels().size());
      }
    }
    NoisyAnswer.Numbers counts = NoisyAnswer.Numbers.NONE;
    NoisyAnswer.Numbers sums = NoisyAnswer.Numbers.NONE;
    for (int i = 0; i < parts.size(); i++) {
      Part part = part(statistic, i, bounds);
      NoiseGrid grid = spending.grid(place, i, part);
      switch (part.role()) {
        case COUNT ->
            counts = new NoisyAnswer.Numbers(grid, grid.noised(measurement.counts(), source));
        case SUM ->
            sums = new NoisyAnswer.Numbers(grid, grid.noised(measurement.sums(bounds), source));
        case CLAMP -> {
          // It was drawn above.
        }
      }
    }
    return new NoisyAnswer.Noisy(bounded.labels(), bounds.highest(), counts, sums);
  }

  /** A part under bounds that may have become smaller. */
  static Part part(Statistic statistic, int place, ContributionBounds bounds) {
    return Part.of(withBounds(statistic, bounds)).get(place);
  }

  static Statistic withBounds(Statistic statistic, ContributionBounds bounds) {
    return new Statistic(
        statistic.name(),
        statistic.measure(),
        statistic.partitions(),
        bounds,
        statistic.weight(),
        statistic.expected());
  }

  /** The same bounds with another highest amount. */
  static ContributionBounds withHighest(ContributionBounds bounds, long highest) {
    return new ContributionBounds(
        bounds.partitions(), bounds.events(), bounds.lowest(), highest, bounds.adaptive());
  }

  private boolean[] selected(Statistic statistic, Bounding bounded, PartitionSelection selection) {
    long[] people = new Measurement(statistic, bounded, spending.noise()).people();
    boolean[] selected = new boolean[people.length];
    for (int cell = 0; cell < people.length; cell++) {
      long chance = (long) Math.floor(selection.chance(people[cell]) * CHANCES);
      selected[cell] = source.happens(chance, CHANCES);
    }
    return selected;
  }

  private ContributionBounds clamped(int place, int part, Measurement measurement, int cells) {
    Statistic statistic = request.statistics().get(place);
    ContributionBounds bounds = statistic.bounds();
    Part clamp = Part.of(statistic).get(part);
    NoiseGrid grid = spending.grid(place, part, clamp);
    double[] noisy = grid.units(grid.noised(measurement.sizes(), source));
    Part sum = Part.of(statistic).getFirst();
    double perUnit = spending.grid(place, 0, sum).deviation() / bounds.highest();
    long highest =
        AmountClamp.choose(
            noisy, grid.deviation(), bounds.highest(), cells, bounds.partitions(), perUnit);
    return withHighest(bounds, highest);
  }
}
