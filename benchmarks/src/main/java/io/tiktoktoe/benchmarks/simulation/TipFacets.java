package io.tiktoktoe.benchmarks.simulation;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How large tips are and how they come in bursts, finales and campaigns. */
final class TipFacets {

  private static final String CHARITY = "charity streams 2017-2020";
  private static final int ENOUGH = 8;
  private static final long BIN_SECONDS = 300;
  private static final int STREAM_BINS = 12;

  /** Tips of a bin from which a stream can be told apart from chance; charity streams have more. */
  private static final double ENOUGH_A_BIN = 1.5;

  private TipFacets() {}

  static List<Facet> of(Observed observed) {
    List<Facet> facets = new ArrayList<>(sizes(observed));
    facets.addAll(streams(observed));
    facets.add(campaigns(observed));
    return facets;
  }

  private static List<Facet> sizes(Observed observed) {
    long[] cents =
        observed.all(Event.Tip.class).stream()
            .filter(tip -> tip.payment().gross().currency().getCurrencyCode().equals("USD"))
            .mapToLong(tip -> tip.payment().gross().minorUnits())
            .sorted()
            .toArray();
    double n = cents.length;
    double fives = Arrays.stream(cents).filter(cent -> cent % 500 == 0).count() / n;
    double usual = Arrays.stream(cents).filter(cent -> cent == 2500).count() / n;
    int top = cents.length / 100;
    double all = Arrays.stream(cents).sum();
    double largest = Arrays.stream(cents, cents.length - top, cents.length).sum() / all;
    double hill = 0;
    for (int i = cents.length - top; i < cents.length; i++) {
      hill += Math.log((double) cents[i] / cents[cents.length - top - 1]) / top;
    }
    return List.of(
        new Facet("tips: multiples of five", 0.9, 1, CHARITY, fives),
        new Facet("tips of 25", 0.24, 0.36, CHARITY, usual),
        new Facet(
            "tips: different amounts", 100, 2000, CHARITY, Arrays.stream(cents).distinct().count()),
        new Facet("tips: Hill exponent of the first 1%", 1.3, 1.9, CHARITY, 1 / hill),
        new Facet("tips: share of the first 1%", 0.11, 0.18, CHARITY, largest));
  }

  private static List<Facet> streams(Observed observed) {
    Map<String, List<Instant>> tips = new HashMap<>();
    for (Event.Tip tip : observed.all(Event.Tip.class)) {
      String content = tip.context().content();
      if (content != null) {
        tips.computeIfAbsent(content, absent -> new ArrayList<>()).add(tip.context().time());
      }
    }
    Map<String, WorldTruth.Campaign> goals = new HashMap<>();
    for (WorldTruth.Campaign one : observed.truth(WorldTruth.Campaign.class)) {
      if (one.content() != null) {
        goals.put(one.content(), one);
      }
    }
    double excess = 0;
    int streams = 0;
    double finale = 0;
    double inGoals = 0;
    for (TruthRecord.Content content : observed.truth(TruthRecord.Content.class)) {
      if (!content.type().equals("live")) {
        continue;
      }
      double[] parts = parts(content, tips.getOrDefault(content.content(), List.of()), observed);
      if (goals.containsKey(content.content())) {
        inGoals += Arrays.stream(parts).sum();
        finale += Arrays.stream(parts).skip(parts.length - parts.length / 10).sum();
        continue;
      }
      double sum = Arrays.stream(parts).sum();
      if (parts.length >= STREAM_BINS * 10 && sum >= ENOUGH) {
        double[] bins = bins(parts, content.durationMs() / 1000);
        double mean = Measures.mean(bins);
        double deviation = Measures.deviation(bins);
        if (mean >= ENOUGH_A_BIN) {
          excess += (deviation * deviation - mean) / (mean * mean);
          streams++;
        }
      }
    }
    double relative = Math.sqrt(Math.max(0, excess) / streams);
    return List.of(
        new Facet("live: excess deviation of 5 minutes", 0.58, 0.82, CHARITY, relative),
        new Facet("live with a goal: last tenth", 0.28, 0.42, CHARITY, finale / inGoals));
  }

  /** Tips in 1,000 equal parts of a stream; those after it are left out. */
  private static double[] parts(
      TruthRecord.Content content, List<Instant> tips, Observed observed) {
    double[] parts = new double[1000];
    for (Instant tip : tips) {
      double at =
          (tip.toEpochMilli() - content.published().toEpochMilli())
              / (double) Math.max(1, content.durationMs());
      if (at >= 0 && at < 1) {
        parts[(int) (at * parts.length)]++;
      }
    }
    return parts;
  }

  private static double[] bins(double[] parts, long seconds) {
    int count = (int) Math.clamp(seconds / BIN_SECONDS, 4, 200);
    double[] bins = new double[count];
    for (int i = 0; i < parts.length; i++) {
      bins[(int) ((long) i * count / parts.length)] += parts[i];
    }
    return bins;
  }

  private static Facet campaigns(Observed observed) {
    Map<String, double[]> income = new HashMap<>();
    Map<String, ZoneId> zones = new HashMap<>();
    observed.truth(TruthRecord.Creator.class).forEach(one -> zones.put(one.creator(), one.zone()));
    for (Event.Tip tip : observed.all(Event.Tip.class)) {
      String creator = tip.context().creator();
      LocalDate day = LocalDate.ofInstant(tip.context().time(), zones.get(creator));
      income
          .computeIfAbsent(creator, absent -> new double[observed.options().days()])[
          observed.day(day)]++;
    }
    double opening = 0;
    double all = 0;
    for (WorldTruth.Campaign one : observed.truth(WorldTruth.Campaign.class)) {
      double[] days = income.get(one.creator());
      int from = observed.day(one.from());
      int to = observed.day(one.to());
      if (days == null || one.content() != null || to - from < 14) {
        continue;
      }
      int first = Math.max(2, (int) Math.round(0.1 * (to - from)));
      opening += Arrays.stream(days, from, Math.min(to, from + first)).sum();
      all += Arrays.stream(days, from, to).sum();
    }
    return new Facet(
        "campaigns: opening tenth", 0.25, 0.45, "crowdfunding, first days", opening / all);
  }
}
