package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.metric.Stream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Refuses scenarios that name what a creator does not have, or days that are not forecast. */
final class ScenarioCheck {

  /** So many contents are named in a message. */
  private static final int LARGEST = 5;

  private final RiskFacts facts;
  private final String reporting;

  /**
   * @param reporting the reporting currency's code
   */
  ScenarioCheck(RiskFacts facts, String reporting) {
    this.facts = facts;
    this.reporting = reporting;
  }

  /**
   * The scenario's shocks, with the days and names that they mean.
   *
   * @param start first day that is forecast
   * @param end first day after those
   */
  List<ScenarioShock> shocks(StressScenario scenario, LocalDate start, LocalDate end) {
    return scenario.parts().stream().map(part -> shock(part, start, end)).toList();
  }

  private ScenarioShock shock(StressScenario.Part part, LocalDate start, LocalDate end) {
    ScenarioTarget target = part.target();
    ScenarioTarget.Target hit = target.target();
    String name = target.name();
    if (!target.platform().isEmpty()) {
      among(part, "platform", target.platform(), platforms());
    }
    switch (hit) {
      case PLATFORM -> among(part, "platform", name, platforms());
      case STREAM -> among(part, "stream", name, streams());
      case CURRENCY -> currency(part, name);
      case CONTENT -> content(part, name);
      case NAMED -> hit = named(part, name);
      case REFUNDS, CHARGEBACKS, INCOME -> {
        // Everybody has them.
      }
    }
    return new ScenarioShock(
        hit,
        name,
        target.platform(),
        part.factor(),
        hit == ScenarioTarget.Target.CONTENT ? share(name) : 1,
        first(part, start, end),
        last(part, start, end),
        part.text());
  }

  private void currency(StressScenario.Part part, String name) {
    if (name.equalsIgnoreCase(reporting)) {
      throw wrong(
          part,
          "names %s, in which the report is, so that nothing would change. Name another: %s"
              .formatted(reporting, some(currencies())));
    }
    among(part, "currency", name, currencies());
  }

  /** What a name alone stands for. */
  private ScenarioTarget.Target named(StressScenario.Part part, String name) {
    if (isAmong(name, platforms())) {
      return ScenarioTarget.Target.PLATFORM;
    }
    if (isAmong(name, streams())) {
      return ScenarioTarget.Target.STREAM;
    }
    if (isAmong(name, currencies()) || name.equalsIgnoreCase(reporting)) {
      currency(part, name);
      return ScenarioTarget.Target.CURRENCY;
    }
    if (isAmong(name, contents())) {
      content(part, name);
      return ScenarioTarget.Target.CONTENT;
    }
    throw wrong(
        part,
        "names %s, which is no platform, other currency or content that brought anything in the last %d days (platforms: %s; currencies: %s) and no other income (%s, refunds, chargebacks, income)"
                .formatted(
                    name,
                    facts.days(),
                    some(platforms()),
                    some(currencies()),
                    String.join(", ", streams()))
            + ". Name one of these");
  }

  private List<String> contents() {
    return facts.contents().stream().map(ContentIncome::content).toList();
  }

  private void content(StressScenario.Part part, String name) {
    if (!isAmong(name, contents())) {
      List<String> largest = contents().stream().limit(LARGEST).toList();
      throw wrong(
          part,
          "names content %s, which brought nothing in the last %d days. The largest: %s"
              .formatted(name, facts.days(), some(largest)));
    }
    if (share(name) == 0) {
      throw wrong(
          part,
          "names content %s, which no income names, so that nothing would change. Leave it out"
              .formatted(name));
    }
  }

  /** Share of all income, gross, that names a content. */
  private double share(String content) {
    double all = facts.parts().stream().mapToDouble(one -> Math.max(0, one.gross())).sum();
    double own =
        facts.contents().stream()
            .filter(one -> one.content().equalsIgnoreCase(content))
            .mapToDouble(ContentIncome::income)
            .sum();
    return all > 0 ? Math.clamp(own / all, 0, 1) : 0;
  }

  private static List<String> streams() {
    return Arrays.stream(Stream.values()).map(Stream::label).toList();
  }

  private List<String> platforms() {
    return List.copyOf(new TreeSet<>(facts.parts().stream().map(IncomePart::source).toList()));
  }

  private List<String> currencies() {
    TreeSet<String> codes =
        new TreeSet<>(facts.parts().stream().map(IncomePart::currency).toList());
    codes.remove(reporting);
    return List.copyOf(codes);
  }

  private void among(StressScenario.Part part, String kind, String name, List<String> known) {
    if (!isAmong(name, known)) {
      throw wrong(
          part,
          "names %s %s, which brought nothing in the last %d days. There %s: %s"
              .formatted(kind, name, facts.days(), known.size() == 1 ? "is" : "are", some(known)));
    }
  }

  private static boolean isAmong(String name, List<String> known) {
    return known.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static String some(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static LocalDate first(StressScenario.Part part, LocalDate start, LocalDate end) {
    LocalDate last = end.minusDays(1);
    LocalDate first = part.days().first(start).orElse(start);
    if (first.isBefore(start)) {
      throw wrong(
          part,
          "begins %s, in the past: the first day that is forecast is %s. Leave the day out to begin then"
              .formatted(first, start));
    }
    if (first.isAfter(last)) {
      throw wrong(
          part,
          "begins %s, after %s, the last day that is forecast. Name an earlier one"
              .formatted(first, last));
    }
    return first;
  }

  private static LocalDate last(StressScenario.Part part, LocalDate start, LocalDate end) {
    LocalDate last = part.days().last(start).orElse(end.minusDays(1));
    if (last.isBefore(start)) {
      throw wrong(
          part,
          "ends %s, in the past: days from %s to %s are forecast. Name one of them"
              .formatted(last, start, end.minusDays(1)));
    }
    if (last.isBefore(part.days().first(start).orElse(start))) {
      throw wrong(
          part,
          "begins %s after it ends %s. Swap them"
              .formatted(part.days().first(start).orElse(start), last));
    }
    return last;
  }

  private static IllegalArgumentException wrong(StressScenario.Part part, String what) {
    return ScenarioText.wrong(part.text(), what);
  }
}
