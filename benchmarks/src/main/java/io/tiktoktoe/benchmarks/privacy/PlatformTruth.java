package io.tiktoktoe.benchmarks.privacy;

import com.sun.management.OperatingSystemMXBean;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.pipeline.IntegratedAnalyticsPipeline;
import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.pipeline.insight.AnalyticsInsights;
import io.tiktoktoe.pipeline.insight.HealthAnalysis;
import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.pipeline.insight.PlatformInsight;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.release.PrivateReleases;
import io.tiktoktoe.service.IngestService;
import io.tiktoktoe.service.SimulationService;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.IngestRequest;
import io.tiktoktoe.service.model.SimulateRequest;
import io.tiktoktoe.service.model.SimulatedEconomy;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.PlatformSlice;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The default release on a simulated economy beside the same release with next to no noise: which
 * insights survive, how wrong they are, how many are false; how many planted incidents are found;
 * CPU time of a release. Run: {@code ./benchmarks/run privacy.PlatformTruth CREATORS EVENTS}, 2000
 * and 900000 for about 10^5 fans.
 */
public final class PlatformTruth {

  private static final int RELEASES = 5;

  private static final LocalDate START = LocalDate.parse("2025-03-01");

  private static final int MONTHS = 3;

  private static final Instant NOW = Instant.parse("2025-07-01T00:00:00Z");

  private final Store store;
  private final DateRange period;

  private PlatformTruth(Store store) {
    this.store = store;
    this.period = DateRange.ofDays(START, START.plusMonths(MONTHS).minusDays(1), ZoneOffset.UTC);
  }

  /** Takes how many creators and events. */
  public static void main(String[] arguments) throws IOException {
    int creators = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
    long events = arguments.length > 1 ? Long.parseLong(arguments[1]) : 150_000;
    Path folder = Files.createTempDirectory("tiktoktoe-platform");
    Call call = Call.at(NOW);
    SimulatedEconomy economy =
        SimulationService.simulate(
            SimulateRequest.into(
                SimulationService.economy(creators, START, MONTHS, events, 5), folder),
            call);
    Path file = folder.resolve("store.duckdb");
    IngestService.at(file, StoreOptions.defaults())
        .ingest(
            IngestRequest.of(List.of(economy.events(), economy.truth().resolve("rates.csv"))),
            call,
            taken -> {});
    try (Store store = Store.open(file, StoreOptions.defaults())) {
      new PlatformTruth(store).compare(economy.truth().resolve("truth_incident.csv"));
    }
  }

  private void compare(Path incidents) throws IOException {
    AnalyticsInsights clear = release(new PrivacyBudget(100, 1e-6));
    System.out.printf("%,.0f persons were there%n", clear.behavior().people().value());
    Map<String, PlatformInsight> truth = new HashMap<>();
    about(clear).forEach(one -> truth.put(name(one), one));
    Map<String, double[]> told = new HashMap<>();
    int wrong = 0;
    int others = 0;
    double cpu = 0;
    for (int run = 0; run < RELEASES; run++) {
      double before = cpuSeconds();
      AnalyticsInsights noisy = release(PrivacyBudget.USUAL);
      cpu += (cpuSeconds() - before) / RELEASES;
      for (PlatformInsight one : about(noisy).toList()) {
        PlatformInsight exact = truth.get(name(one));
        if (exact == null && isMore(clear, one)) {
          others++;
          continue;
        }
        if (exact == null) {
          wrong++;
          System.out.println("  not so without noise: " + name(one) + " " + one.value());
          continue;
        }
        double[] sums = told.computeIfAbsent(name(one), key -> new double[3]);
        sums[0]++;
        sums[1] += Math.abs(one.value() - exact.value());
        sums[2] += one.interval().contains(exact.value()) ? 1 : 0;
      }
    }
    truth.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(one -> print(one.getKey(), one.getValue(), told.get(one.getKey())));
    System.out.printf(
        Locale.ROOT,
        "%d releases: %d of %d true insights survive on average; %d true ones of a cell that is not"
            + " the largest, %d false; %.1f CPU s a release%n",
        RELEASES,
        Math.round(told.values().stream().mapToDouble(sums -> sums[0]).sum() / RELEASES),
        truth.size(),
        others,
        wrong,
        cpu);
    errors(clear);
    incidents(clear.health(), incidents);
  }

  /** Whether a cell that is not the largest holds more than its even share, as was told. */
  private static boolean isMore(AnalyticsInsights clear, PlatformInsight told) {
    List<NoisyNumber> table =
        switch (told.kind()) {
          case PEAK_HOUR -> clear.behavior().engagement().viewingHours();
          case PEAK_WEEKDAY -> clear.behavior().engagement().viewingWeekdays();
          case MAIN_PLATFORM -> clear.content().platforms();
          case MAIN_PAYMENT -> clear.monetization().payers();
          case MAIN_REVENUE -> clear.monetization().revenue();
          default -> List.of();
        };
    double all = table.stream().mapToDouble(NoisyNumber::value).sum();
    return table.stream()
        .anyMatch(
            one -> one.label().equals(told.subject()) && one.value() > told.reference() * all);
  }

  private static void print(String name, PlatformInsight exact, double @Nullable [] sums) {
    if (sums == null) {
      System.out.printf(Locale.ROOT, "  %-45s %10.3f  never told%n", name, exact.value());
    } else {
      System.out.printf(
          Locale.ROOT,
          "  %-45s %10.3f  told %.0f of %d times, mean error %.4f, in its interval %.0f%n",
          name,
          exact.value(),
          sums[0],
          RELEASES,
          sums[1] / sums[0],
          sums[2]);
    }
  }

  /** By how much the numbers of a release differ, beside what it says. */
  private void errors(AnalyticsInsights clear) {
    int within = 0;
    List<NoisyNumber> exact = counts(clear);
    double half = 0;
    for (int run = 0; run < RELEASES; run++) {
      List<NoisyNumber> numbers = counts(release(PrivacyBudget.USUAL));
      half = numbers.getFirst().halfWidth95();
      for (int at = 0; at < exact.size(); at++) {
        double error = Math.abs(numbers.get(at).value() - exact.get(at).value());
        within += error <= numbers.get(at).halfWidth95() ? 1 : 0;
      }
    }
    System.out.printf(
        "%d of %d counts lie within their stated 95%% (± %.0f persons)%n",
        within, RELEASES * exact.size(), half);
  }

  private static List<NoisyNumber> counts(AnalyticsInsights of) {
    return Stream.of(
            List.of(of.behavior().people()),
            of.behavior().engagement().viewingHours(),
            of.behavior().engagement().viewingWeekdays(),
            of.behavior().engagement().sessionDurations(),
            of.behavior().retention().userReturns(),
            of.behavior().retention().churnIndicators(),
            of.behavior().preferences().countries())
        .flatMap(List::stream)
        .toList();
  }

  private void incidents(HealthAnalysis health, Path truth) throws IOException {
    List<String> rows = Files.readAllLines(truth);
    int planted = 0;
    int found = 0;
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      Instant from = Instant.parse(cells[1]);
      Instant to = Instant.parse(cells[2]);
      if (period.contains(from)
          && health.measures().stream().anyMatch(one -> one.platform().equals(cells[0]))) {
        planted++;
        found +=
            health.incidents().stream()
                    .anyMatch(
                        one ->
                            one.platform().equals(cells[0])
                                && one.from().isBefore(to)
                                && one.to().isAfter(from))
                ? 1
                : 0;
      }
    }
    System.out.printf(
        "incidents: %d of %d planted found; %d told on two measures%n",
        found, planted, health.incidents().size());
  }

  private static Stream<PlatformInsight> about(AnalyticsInsights insights) {
    return Stream.of(insights.audience(), insights.contentInsights(), insights.business())
        .flatMap(List::stream);
  }

  private static String name(PlatformInsight one) {
    return one.kind().code() + " " + one.subject();
  }

  private AnalyticsInsights release(PrivacyBudget budget) {
    AnalyticsConfig config =
        AnalyticsConfig.of(
                new BudgetAccount("benchmark", "truth"), "made", period, Money.currency("USD"))
            .withBudget(budget);
    return store.platform(
        PlatformSlice.of(period.from(), period.to()),
        Money.currency("USD"),
        data ->
            IntegratedAnalyticsPipeline.of(PrivateReleases.chargedTo(new LooseLedger()))
                .processAnalytics(data, config));
  }

  private static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }
}
