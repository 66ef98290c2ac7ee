package io.tiktoktoe.cli.option;

import io.tiktoktoe.audience.insight.AudienceOptions;
import io.tiktoktoe.audience.insight.PlanMeans;
import io.tiktoktoe.audience.insight.ValueMetric;
import io.tiktoktoe.audience.segment.SegmentOptions;
import io.tiktoktoe.audience.strategy.Goal;
import io.tiktoktoe.audience.strategy.StrategyOptions;
import io.tiktoktoe.cli.terminal.UsageException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A creator's objectives and means, and how an audience is grouped and valued. */
public final class PlanOptions {

  @Option(
      names = "--budget",
      paramLabel = "AMOUNT",
      description =
          "What may be spent in 30 days, in the reporting currency; a twentieth of what fans are"
              + " expected to bring when absent.")
  private Optional<String> budget = Optional.empty();

  @Option(
      names = "--hours",
      paramLabel = "N",
      description = "Hours of work that there are in 30 days; any number when absent.")
  private Optional<Double> hours = Optional.empty();

  @Option(
      names = "--messages",
      paramLabel = "N",
      description = "Messages to fans in all; two each when absent.")
  private Optional<Double> messages = Optional.empty();

  @Option(
      names = "--least-share",
      paramLabel = "SHARE",
      description = "Share of each segment's fans for whom something is done at least, 0 to 1 (0).")
  private Optional<Double> leastShare = Optional.empty();

  @Option(
      names = "--priorities",
      paramLabel = "GOALS",
      description = "Goals, most important first (retention,monetization,growth).")
  private Optional<String> priorities = Optional.empty();

  @Option(
      names = "--weights",
      paramLabel = "W,W,W",
      description =
          "Weights of lifetime value, engagement and influence in a segment's value (0.4,0.3,0.3).")
  private Optional<String> weights = Optional.empty();

  @Option(
      names = "--segments",
      paramLabel = "auto|K",
      description = "How many segments; auto finds the number, from 1 to 8 (auto).")
  private Optional<String> segments = Optional.empty();

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      description = "Days over which lifetime value is counted (365).")
  private Optional<Double> horizon = Optional.empty();

  /** The options under which an audience is analysed. */
  public AudienceOptions options(long seed) {
    try {
      AudienceOptions base = AudienceOptions.defaults();
      return new AudienceOptions(
          weights.map(PlanOptions::weights).orElse(base.weights()),
          segments.map(PlanOptions::segments).orElse(base.segments()),
          horizon.orElse(base.horizonDays()),
          base.annualDiscount(),
          base.catalogue(),
          new PlanMeans(budget.map(PlanOptions::amount), hours, messages, leastShare),
          priorities.map(PlanOptions::priorities).orElse(base.strategy()),
          seed,
          base.progress());
    } catch (IllegalArgumentException e) {
      throw new UsageException(named(String.valueOf(e.getMessage())), e);
    }
  }

  /** The message with the value's name as it is given on the command line. */
  private static String named(String message) {
    return "--"
        + message
            .replace("leastShare", "least-share")
            .replace("horizonDays", "horizon")
            .replaceFirst("^--", "");
  }

  private static BigDecimal amount(String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw new UsageException(
          "--budget (%s) must be an amount, such as 50 or 12.50.".formatted(text), e);
    }
  }

  private static Map<ValueMetric, Double> weights(String text) {
    String[] parts = text.split(",", -1);
    ValueMetric[] metrics = ValueMetric.values();
    if (parts.length != metrics.length) {
      throw new UsageException(
          "--weights (%s) must be three numbers, such as 0.4,0.3,0.3.".formatted(text));
    }
    Map<ValueMetric, Double> weights = new EnumMap<>(ValueMetric.class);
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      try {
        double weight = Double.parseDouble(parts[i].strip());
        sum += weight >= 0 ? weight : Double.NaN;
        weights.put(metrics[i], weight);
      } catch (NumberFormatException e) {
        throw new UsageException(
            "--weights (%s) must be three numbers, such as 0.4,0.3,0.3.".formatted(text), e);
      }
    }
    if (!(sum > 0 && Double.isFinite(sum))) {
      throw new UsageException(
          "--weights (%s) must be at least 0 and not all 0, such as 0.4,0.3,0.3.".formatted(text));
    }
    return weights;
  }

  private static SegmentOptions segments(String text) {
    if (text.equalsIgnoreCase("auto")) {
      return AudienceOptions.defaults().segments();
    }
    try {
      return AudienceOptions.defaults().segments().withSegments(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new UsageException("--segments (%s) must be auto or a number.".formatted(text), e);
    }
  }

  private static StrategyOptions priorities(String text) {
    List<Goal> goals = new ArrayList<>();
    for (String word : text.split(",", -1)) {
      try {
        goals.add(Goal.valueOf(word.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new UsageException(
            "--priorities (%s) must name retention, monetization and growth.".formatted(text), e);
      }
    }
    if (goals.size() != Goal.values().length || goals.stream().distinct().count() < goals.size()) {
      throw new UsageException(
          "--priorities (%s) must name retention, monetization and growth once each."
              .formatted(text));
    }
    return StrategyOptions.defaults().withPriorities(goals);
  }
}
