package io.tiktoktoe.pipeline;

import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.pipeline.insight.MarketAct;
import io.tiktoktoe.pipeline.insight.MarketSink;
import io.tiktoktoe.pipeline.insight.MarketStream;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import io.tiktoktoe.privacy.release.ContributionSource;
import io.tiktoktoe.privacy.release.Contributions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * People and payments by type and category of what is watched, in two periods. A person counts in
 * each period in one type and one category, those watched most, so that one person moves two cells
 * of a table by one.
 */
final class MarketContributions implements ContributionSource, MarketSink {

  static final String PEOPLE_BY_TYPE = "people by type";
  static final String INCOME_BY_TYPE = "income by type";
  static final String PEOPLE_BY_CATEGORY = "people by category";
  static final String INCOME_BY_CATEGORY = "income by category";

  /** A person's two periods. */
  private static final int CELLS_OF_A_PERSON = 2;

  /** Categories of a person that are told apart, and letters of one. */
  private static final int MOST_CATEGORIES = 1_000;

  private static final int MOST_LETTERS = 60;

  /** More views of one kind are as many: they decide only what is watched most. */
  private static final long MOST_VIEWS = 1_000_000;

  /** A person's payments of a month count up to this, major units: more would be more noise. */
  private static final long MOST_PAID = 50;

  /** Who watches what comes before what they pay: shares of people are much surer. */
  private static final double OF_PEOPLE = 30;

  private static final ContentKind[] KINDS = ContentKind.values();

  private final MarketStream stream;
  private final long most;
  private final Map<String, Contributions> filled = new HashMap<>();
  private final Map<Long, Tally> shared = new HashMap<>();
  private Tally tally = new Tally();
  private boolean read;

  MarketContributions(MarketStream stream, AnalyticsConfig config) {
    this.stream = stream;
    this.most = mostPaid(config.currency());
  }

  /** What is asked; the kinds of contents are known to everybody, categories are selected. */
  static ReleaseRequest question(AnalyticsConfig config) {
    long paid = mostPaid(config.currency());
    ContributionBounds people = ContributionBounds.people(CELLS_OF_A_PERSON);
    ContributionBounds amounts = ContributionBounds.amounts(CELLS_OF_A_PERSON, 0, paid);
    Partitions types = new Partitions.Known(types());
    Partitions categories = new Partitions.Selected();
    return new ReleaseRequest(
        config.account(),
        config.about(),
        config.period(),
        config.budget(),
        List.of(
            Statistic.of(PEOPLE_BY_TYPE, new Measure.People(), types, people).withWeight(OF_PEOPLE),
            Statistic.of(PEOPLE_BY_CATEGORY, new Measure.People(), categories, people)
                .withWeight(OF_PEOPLE),
            Statistic.of(INCOME_BY_TYPE, new Measure.Total(), types, amounts)
                .withExpected(150.0 * paid),
            Statistic.of(INCOME_BY_CATEGORY, new Measure.Total(), categories, amounts)
                .withExpected(150.0 * paid)));
  }

  /** Up to so much of what a person paid in a month counts, minor units. */
  static long mostPaid(Currency currency) {
    return MOST_PAID * (long) Math.pow(10, currency.getDefaultFractionDigits());
  }

  private static List<String> types() {
    List<String> cells = new ArrayList<>();
    for (int period = 0; period < CELLS_OF_A_PERSON; period++) {
      for (ContentKind kind : KINDS) {
        cells.add(label(period, kind.label()));
      }
    }
    return cells;
  }

  /** The cell of a level in a period: 0 is the earlier one. */
  static String label(int period, String level) {
    return (period == 0 ? "before " : "now ") + level;
  }

  /** What one person did. */
  private static final class Tally {
    private final long[][] kinds = new long[CELLS_OF_A_PERSON][KINDS.length];
    private final List<Map<String, Long>> categories = List.of(new TreeMap<>(), new TreeMap<>());
    private final long[] paid = new long[CELLS_OF_A_PERSON];

    void add(MarketAct act, long most) {
      int period = act.late() ? 1 : 0;
      long views = Math.clamp(act.views(), 0, MOST_VIEWS);
      act.kind().ifPresent(kind -> addTo(kinds[period], kind.ordinal(), views, MOST_VIEWS));
      String category = act.category().strip();
      if (views > 0 && !category.isEmpty() && category.length() <= MOST_LETTERS) {
        addCategory(period, category, views);
      }
      addTo(paid, period, Math.clamp(act.amount(), 0, most), most);
    }

    private static void addTo(long[] sums, int at, long more, long most) {
      sums[at] = Math.min(most, sums[at] + more);
    }

    private void addCategory(int period, String category, long views) {
      Map<String, Long> own = categories.get(period);
      if (own.size() < MOST_CATEGORIES || own.containsKey(category)) {
        own.merge(category, views, (a, b) -> Math.min(MOST_VIEWS, a + b));
      }
    }

    void add(Tally other, long most) {
      for (int period = 0; period < CELLS_OF_A_PERSON; period++) {
        for (int kind = 0; kind < KINDS.length; kind++) {
          addTo(kinds[period], kind, other.kinds[period][kind], MOST_VIEWS);
        }
        addTo(paid, period, other.paid[period], most);
        int own = period;
        other.categories.get(period).forEach((name, views) -> addCategory(own, name, views));
      }
    }

    Optional<String> kind(int period) {
      int place = KnownCells.most(kinds[period]);
      return place < 0 ? Optional.empty() : Optional.of(KINDS[place].label());
    }

    /** The first of the alphabet of several. */
    Optional<String> category(int period) {
      return categories.get(period).entrySet().stream()
          .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
          .map(Map.Entry::getKey);
    }
  }

  @Override
  public Contributions read(Statistic statistic) {
    if (!read) {
      read = true;
      Arrays.asList(PEOPLE_BY_TYPE, INCOME_BY_TYPE, PEOPLE_BY_CATEGORY, INCOME_BY_CATEGORY)
          .forEach(name -> filled.put(name, new Contributions()));
      stream.acts(this);
      shared.forEach(this::contribute);
      shared.clear();
    }
    return Optional.ofNullable(filled.remove(statistic.name())).orElseGet(Contributions::new);
  }

  @Override
  public void act(MarketAct act) {
    tally.add(act, most);
  }

  @Override
  public void endOfAccount(long person, boolean more) {
    if (more) {
      shared.computeIfAbsent(person, key -> new Tally()).add(tally, most);
    } else {
      contribute(person, tally);
    }
    tally = new Tally();
  }

  private void contribute(long person, Tally one) {
    for (int at = 0; at < CELLS_OF_A_PERSON; at++) {
      int period = at;
      long paid = one.paid[period];
      one.kind(period)
          .ifPresent(
              kind -> add(person, PEOPLE_BY_TYPE, INCOME_BY_TYPE, label(period, kind), paid));
      one.category(period)
          .ifPresent(
              name ->
                  add(person, PEOPLE_BY_CATEGORY, INCOME_BY_CATEGORY, label(period, name), paid));
    }
  }

  private void add(long person, String people, String income, String label, long paid) {
    Optional.ofNullable(filled.get(people))
        .ifPresent(rows -> rows.add(person, rows.partition(label), 1, 1));
    if (paid > 0) {
      Optional.ofNullable(filled.get(income))
          .ifPresent(rows -> rows.add(person, rows.partition(label), 1, paid));
    }
  }
}
