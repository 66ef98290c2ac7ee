package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.metric.Stream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Refuses scenarios that name what a creator does not have, or days that are not forecast. */
final class ScenarioCheck {

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
   * @param start first day that is forecast
   * @param end first day after those
   */
  void check(StressScenario scenario, LocalDate start, LocalDate end) {
    for (ScenarioPart part : scenario.parts()) {
      name(part);
      days(part, start, end);
    }
  }

  private void name(ScenarioPart part) {
    switch (part.target()) {
      case PLATFORM -> among(part, "platform", platforms());
      case STREAM ->
          among(part, "stream", Arrays.stream(Stream.values()).map(Stream::label).toList());
      case CURRENCY -> {
        if (part.name().equalsIgnoreCase(reporting)) {
          throw wrong(
              part,
              "names %s, in which the report is, so that nothing would change. Name another: %s"
                  .formatted(reporting, some(currencies())));
        }
        among(part, "currency", currencies());
      }
      case REFUNDS, CHARGEBACKS -> {
        // Everybody has them.
      }
    }
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

  private void among(ScenarioPart part, String kind, List<String> known) {
    if (known.stream().noneMatch(part.name()::equalsIgnoreCase)) {
      throw wrong(
          part,
          "names %s %s, which brought nothing in the last %d days. There %s: %s"
              .formatted(
                  kind, part.name(), facts.days(), known.size() == 1 ? "is" : "are", some(known)));
    }
  }

  private static String some(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static void days(ScenarioPart part, LocalDate start, LocalDate end) {
    LocalDate last = end.minusDays(1);
    part.from()
        .filter(day -> day.isBefore(start))
        .ifPresent(
            day -> {
              throw wrong(
                  part,
                  "begins %s, in the past: the first day that is forecast is %s. Leave the day out to begin then"
                      .formatted(day, start));
            });
    part.until()
        .filter(day -> day.isBefore(start))
        .ifPresent(
            day -> {
              throw wrong(
                  part,
                  "ends %s, in the past: days from %s to %s are forecast. Name one of them"
                      .formatted(day, start, last));
            });
    part.from()
        .filter(day -> day.isAfter(last))
        .ifPresent(
            day -> {
              throw wrong(
                  part,
                  "begins %s, after %s, the last day that is forecast. Name an earlier one"
                      .formatted(day, last));
            });
  }

  private static IllegalArgumentException wrong(ScenarioPart part, String what) {
    return new IllegalArgumentException("scenario part \"%s\" %s.".formatted(part.text(), what));
  }
}
