package io.tiktoktoe.content;

import io.tiktoktoe.content.act.AgeGrid;
import io.tiktoktoe.content.act.ContentCounts;
import io.tiktoktoe.content.act.MachineViews;
import io.tiktoktoe.content.attribution.Attributing;
import io.tiktoktoe.content.attribution.Attribution;
import io.tiktoktoe.content.card.Cohorts;
import io.tiktoktoe.content.card.ReportCards;
import io.tiktoktoe.content.decay.Decays;
import io.tiktoktoe.content.decay.FinalForecast;
import io.tiktoktoe.content.holdout.HoldoutTelling;
import io.tiktoktoe.content.indirect.IndirectValues;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentHoldouts;
import io.tiktoktoe.content.insight.ContentOptions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fitted content metrics of one creator: what was counted, attributed and fitted over all contents,
 * from which each is assessed. Immutable to callers; used by one thread.
 */
public final class ContentMetrics {

  private final ContentHistory history;
  private final ContentCounts counts;
  private final Attribution attribution;
  private final Cohorts cohorts;
  private final ReportCards cards;
  private final Decays decays;
  private final FinalForecast forecast;
  private final IndirectValues indirect;
  private final ContentHoldouts holdouts;
  private final Map<String, Integer> places = new HashMap<>();

  ContentMetrics(ContentHistory history, ZoneId zone, ContentOptions options) {
    boolean[] machine = MachineViews.of(history.acts());
    long end = history.dataThrough().getEpochSecond();
    this.history = history;
    this.counts = ContentCounts.of(history, machine);
    this.attribution = Attributing.of(history, machine, options);
    this.cohorts = new Cohorts(history.contents(), zone);
    this.cards = new ReportCards(counts, attribution, cohorts, end);
    this.decays = Decays.of(history, machine, options.seed());
    double[] direct =
        IntStream.range(0, history.contents().size())
            .mapToDouble(attribution::directTotal)
            .toArray();
    this.forecast = new FinalForecast(counts, decays, cohorts, direct, end);
    this.indirect = new IndirectValues(history, counts);
    this.holdouts = HoldoutTelling.of(history, attribution);
    for (int i = 0; i < history.contents().size(); i++) {
      int place = i;
      places.put(history.contents().get(i).id(), place);
      history.contents().get(i).copies().forEach(copy -> places.putIfAbsent(copy, place));
    }
  }

  /** What all of it comes from. */
  public ContentHistory history() {
    return history;
  }

  /** The place of a content by its id or that of a copy. */
  public Optional<Integer> place(String id) {
    return Optional.ofNullable(places.get(id));
  }

  ContentCounts counts() {
    return counts;
  }

  Attribution attribution() {
    return attribution;
  }

  Cohorts cohorts() {
    return cohorts;
  }

  ReportCards cards() {
    return cards;
  }

  Decays decays() {
    return decays;
  }

  FinalForecast forecast() {
    return forecast;
  }

  ContentHoldouts holdouts() {
    return holdouts;
  }

  IndirectValues indirect() {
    return indirect;
  }

  /**
   * Direct value of each content within an age, minor units, in the order of the history.
   *
   * @param age up to 30 days; the next age at which contents are compared is taken
   */
  public double[] directWithin(Duration age) {
    int place = Math.min(AgeGrid.SIZE - 1, AgeGrid.place(age.toSeconds()));
    return attribution().directWithin()[place].clone();
  }
}
