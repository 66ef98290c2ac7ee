package io.tiktoktoe.pricing.market;

import io.tiktoktoe.pricing.insight.ElasticityOptions;
import io.tiktoktoe.pricing.portfolio.DemandCell;
import io.tiktoktoe.pricing.portfolio.PricingOptions.SpecialWeeks;
import io.tiktoktoe.pricing.portfolio.ProductFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What moved demand beside its price and is told apart from it (control variables): trend, season,
 * promotions, and special days as far as the weeks suffice to tell them.
 *
 * @param trend whether a straight trend is told apart
 * @param season whether a season of a year is
 * @param promotions whether promotions are
 * @param special days and campaigns
 */
record DemandControls(
    boolean trend, boolean season, boolean promotions, List<SpecialWeeks> special) {

  /** Weeks from which a trend of demand can be told from its price. */
  private static final int TREND_WEEKS = 26;

  /** Weeks from which a season of a year can be. */
  private static final int SEASON_WEEKS = 100;

  private static final double YEAR = 52.1775;

  /** What touched fewer weeks is not told by itself. */
  private static final int LEAST_TOUCHED = 2;

  /** Weeks for each kind of special days. */
  private static final int WEEKS_EACH = 10;

  private static final String OTHERS = "other special days";

  DemandControls {
    special = List.copyOf(special);
  }

  /**
   * As the history of one creator allows.
   *
   * @param last week up to which sales are known
   */
  static DemandControls of(List<ProductFacts> products, List<SpecialWeeks> special, int last) {
    int first =
        products.stream()
            .flatMap(one -> one.demand().stream())
            .mapToInt(DemandCell::week)
            .min()
            .orElse(last);
    int weeks = last - first + 1;
    boolean promotions =
        products.stream().anyMatch(one -> one.demand().stream().anyMatch(DemandCell::promoted));
    return new DemandControls(
        weeks >= TREND_WEEKS, weeks >= SEASON_WEEKS, promotions, telling(special, first, last));
  }

  /** Each kind by itself where it was seen often enough, the others together. */
  private static List<SpecialWeeks> telling(List<SpecialWeeks> special, int first, int last) {
    List<SpecialWeeks> within =
        special.stream()
            .map(one -> within(one, first, last))
            .filter(one -> !one.weeks().isEmpty())
            .sorted(
                Comparator.comparingInt((SpecialWeeks one) -> -one.weeks().size())
                    .thenComparing(SpecialWeeks::name))
            .toList();
    int most = Math.max(1, (last - first + 1) / WEEKS_EACH);
    List<SpecialWeeks> told = new ArrayList<>();
    Map<Integer, Double> others = new HashMap<>();
    for (SpecialWeeks one : within) {
      if (one.weeks().size() >= LEAST_TOUCHED && told.size() < most) {
        told.add(one);
      } else {
        one.weeks().forEach((week, share) -> others.merge(week, share, Math::max));
      }
    }
    if (!others.isEmpty()) {
      told.add(new SpecialWeeks(told.isEmpty() ? within.getFirst().name() : OTHERS, others));
    }
    return told;
  }

  private static SpecialWeeks within(SpecialWeeks one, int first, int last) {
    Map<Integer, Double> weeks = new HashMap<>(one.weeks());
    weeks.keySet().removeIf(week -> week < first || week > last);
    return new SpecialWeeks(one.name(), weeks);
  }

  /** Names of the columns beside price, trend and season. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    if (promotions) {
      names.add("promotion");
    }
    special.forEach(one -> names.add(one.name()));
    return names;
  }

  /**
   * The values of these columns.
   *
   * @param promoted whether most were sold under a promotion
   * @param own whether the row is of the creator whose special days they are
   */
  double[] row(int week, boolean promoted, boolean own) {
    double[] row = new double[names().size()];
    int at = 0;
    if (promotions) {
      row[at++] = promoted ? 1 : 0;
    }
    for (SpecialWeeks one : special) {
      row[at++] = own ? one.weeks().getOrDefault(week, 0.0) : 0;
    }
    return row;
  }

  ElasticityOptions options() {
    return ElasticityOptions.defaults()
        .withCross(ElasticityOptions.Cross.NONE)
        .withTrend(trend)
        .withSeason(season ? YEAR : 0);
  }

  /** What was told apart from the price of a product, in words of the answer. */
  List<String> told(ProductFacts product) {
    List<String> told = new ArrayList<>();
    if (trend) {
      told.add("trend");
    }
    if (season) {
      told.add("season of a year");
    }
    List<DemandCell> rows = DemandBook.telling(product);
    if (rows.stream().anyMatch(DemandCell::promoted)) {
      told.add("promotions");
    }
    TreeSet<Integer> weeks = new TreeSet<>();
    rows.forEach(cell -> weeks.add(cell.week()));
    for (SpecialWeeks one : special) {
      if (!weeks.isEmpty()
          && one.weeks().keySet().stream()
              .anyMatch(week -> week >= weeks.first() && week <= weeks.last())) {
        told.add(one.name());
      }
    }
    if (!product.soldOut().isEmpty()) {
      told.add("days sold out");
    }
    return told;
  }
}
