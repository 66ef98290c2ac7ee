package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.pricing.insight.PricingConstraints;
import io.tiktoktoe.pricing.portfolio.PriceLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** What all prices must keep to. */
public final class PriceLimitOptions {

  @Option(
      names = "--floor",
      paramLabel = "PRICE",
      description = "Lowest price (a fifth of today's).")
  private Optional<Double> floor = Optional.empty();

  @Option(
      names = "--ceiling",
      paramLabel = "PRICE",
      description = "Highest price (five times today's).")
  private Optional<Double> ceiling = Optional.empty();

  @Option(
      names = "--margin",
      paramLabel = "SHARE",
      description = "Least share of the price that must be left after fees and tax (0).")
  private Optional<Double> margin = Optional.empty();

  @Option(
      names = "--step",
      paramLabel = "SHARE",
      description = "Largest change at once, as a share of today's price (0.2).")
  private Optional<Double> step = Optional.empty();

  @Option(
      names = "--days-between",
      paramLabel = "N",
      description = "Days between two changes (30).")
  private Optional<Integer> daysBetween = Optional.empty();

  @Option(
      names = "--endings",
      paramLabel = "LIST",
      description = "What prices end with, such as .99,.00; all when absent.")
  private Optional<String> endings = Optional.empty();

  @Option(
      names = "--grandfathered",
      arity = "1",
      paramLabel = "yes|no",
      description = "Whether subscribers keep the price that they began with (yes).")
  private Optional<String> grandfathered = Optional.empty();

  /** The constraints as far as they were given. */
  public PriceLimits limits() {
    if (daysBetween.isPresent() && daysBetween.get() < 0) {
      throw new UsageException(
          "--days-between (%d) must be at least 0.".formatted(daysBetween.get()));
    }
    requireOrder();
    return new PriceLimits(
        above("--floor", floor),
        above("--ceiling", ceiling),
        margin(margin),
        above("--step", step),
        daysBetween.map(OptionalInt::of).orElse(OptionalInt.empty()),
        endings.map(PriceLimitOptions::endings).orElse(List.of()),
        grandfathered.map(PriceLimitOptions::flag));
  }

  private static OptionalDouble above(String name, Optional<Double> value) {
    if (value.isPresent() && !(value.get() > 0 && value.get() < 1e12)) {
      throw new UsageException(
          "%s (%s) must be above 0 and below 1e12.".formatted(name, value.get()));
    }
    return optional(value);
  }

  private static OptionalDouble margin(Optional<Double> value) {
    if (value.isPresent() && !(value.get() >= 0 && value.get() < 1)) {
      throw new UsageException(
          "--margin (%s) must be at least 0 and below 1.".formatted(value.get()));
    }
    return optional(value);
  }

  private void requireOrder() {
    if (floor.isPresent() && ceiling.isPresent() && floor.get() > ceiling.get()) {
      throw new UsageException(
          "--floor (%s) must be at most --ceiling (%s).".formatted(floor.get(), ceiling.get()));
    }
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static List<Double> endings(String text) {
    List<Double> endings = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      try {
        endings.add(Double.parseDouble(one.strip()));
      } catch (NumberFormatException e) {
        throw new UsageException(
            "--endings (%s) must be numbers with commas between, such as .99,.00.".formatted(text),
            e);
      }
    }
    if (!endings.stream().allMatch(PricingConstraints::isEnding)) {
      throw new UsageException(
          "--endings (%s) must each be from 0 to below 1 with at most two decimals, such as .99,.00."
              .formatted(text));
    }
    return endings;
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default ->
          throw new UsageException("--grandfathered (%s) must be yes or no.".formatted(text));
    };
  }
}
