package io.tiktoktoe.benchmarks.simulation;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.simulation.model.TruthRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long contents live and what they do; how what happened is delivered. */
final class ContentFacets {

  private static final int LONG_DAYS = 365;
  private static final int LATE_DAYS = 90;

  private ContentFacets() {}

  static List<Facet> of(Observed observed) {
    List<Facet> facets = new ArrayList<>();
    facets.add(late(observed));
    double[] likes =
        observed.truth(TruthRecord.Content.class).stream()
            .mapToDouble(one -> Math.log(one.likeRate()))
            .toArray();
    facets.add(
        new Facet(
            "contents: deviation of log like rate",
            0.33,
            0.43,
            "live-selling posts .38",
            Measures.deviation(likes)));
    double[] effects =
        observed.truth(TruthRecord.Content.class).stream()
            .mapToDouble(TruthRecord.Content::effect)
            .toArray();
    double[] appeals =
        observed.truth(TruthRecord.Content.class).stream()
            .mapToDouble(TruthRecord.Content::appeal)
            .toArray();
    facets.add(
        new Facet(
            "contents: rank correlation of effect and appeal",
            -0.7,
            -0.2,
            "confounding",
            Measures.rankCorrelation(effects, appeals)));
    facets.add(lag(observed, "youtube", 24, 72));
    facets.add(lag(observed, "tiktok", 18, 72));
    facets.add(lag(observed, "twitch", 0, 1));
    facets.add(stamps(observed));
    return facets;
  }

  /** Of videos that are old enough, the share of views after 90 days. */
  private static Facet late(Observed observed) {
    Instant end = observed.options().end().atStartOfDay().toInstant(ZoneOffset.UTC);
    Map<String, Instant> published = new HashMap<>();
    for (TruthRecord.Content one : observed.truth(TruthRecord.Content.class)) {
      if (one.type().equals("video")
          && one.published().isBefore(end.minus(Duration.ofDays(LONG_DAYS)))) {
        published.put(one.content(), one.published());
      }
    }
    double all = 0;
    double late = 0;
    for (Event.Interaction one : observed.all(Event.Interaction.class)) {
      Instant since = published.get(String.valueOf(one.context().content()));
      if (one.kind() == EventType.VIEW && since != null) {
        all += one.behaviour().count();
        if (Duration.between(since, one.context().time()).toDays() >= LATE_DAYS) {
          late += one.behaviour().count();
        }
      }
    }
    return new Facet(
        "contents: views of a video after 90 days", 0.1, 0.25, "video platforms", late / all);
  }

  private static Facet lag(Observed observed, String source, double low, double high) {
    List<Double> hours = new ArrayList<>();
    for (int i = 0; i < observed.events().size(); i++) {
      Event event = observed.events().get(i);
      if (event.type() == EventType.VIEW && event.context().source().equals(source)) {
        Duration lag = Duration.between(event.context().time(), observed.arrivals().get(i));
        hours.add(lag.toMinutes() / 60.0);
      }
    }
    return new Facet(
        "delivery: median hours until views of " + source + " arrive",
        low,
        high,
        "platform reports",
        Measures.quantile(Measures.array(hours), 0.5));
  }

  /** Reports of views without id that carry the moment of publishing. */
  private static Facet stamps(Observed observed) {
    Map<String, Instant> published = new HashMap<>();
    observed
        .truth(TruthRecord.Content.class)
        .forEach(one -> published.put(one.content(), one.published()));
    double all = 0;
    double at = 0;
    for (Event.Interaction one : observed.all(Event.Interaction.class)) {
      if (one.kind() == EventType.VIEW && one.context().fan() == null) {
        all++;
        Instant since = published.get(String.valueOf(one.context().content()));
        at += one.context().time().equals(since) ? 1 : 0;
      }
    }
    return new Facet("delivery: reports stamped at publishing", 0, 0, "by definition", at / all);
  }
}
