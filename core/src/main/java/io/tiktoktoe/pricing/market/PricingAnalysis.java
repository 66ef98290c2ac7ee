package io.tiktoktoe.pricing.market;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.pricing.elasticity.ElasticityModel;
import io.tiktoktoe.pricing.insight.Elasticities;
import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import io.tiktoktoe.pricing.insight.MarketContext;
import io.tiktoktoe.pricing.portfolio.DemandCell;
import io.tiktoktoe.pricing.portfolio.PricingFacts;
import io.tiktoktoe.pricing.portfolio.PricingInsights;
import io.tiktoktoe.pricing.portfolio.PricingInsights.TypicalOfKind;
import io.tiktoktoe.pricing.portfolio.PricingOptions;
import io.tiktoktoe.pricing.portfolio.ProductFacts;
import io.tiktoktoe.pricing.portfolio.ProductPricing;
import io.tiktoktoe.work.Parallel;
import io.tiktoktoe.work.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What to charge for everything that one creator sells: elasticities pooled over the products of
 * all creators alike, kind by kind, then each product by itself, then tiers and bundles together.
 */
public final class PricingAnalysis {

  /** Weeks from which a trend of demand can be told from its price. */
  private static final int TREND_WEEKS = 26;

  /** Weeks from which a season of a year can be. */
  private static final int SEASON_WEEKS = 100;

  private static final double YEAR = 52.1775;

  private final CreatorProfile creator;
  private final PricingFacts facts;
  private final PricingOptions options;
  private final Progress progress;
  private final int last;
  private final List<TypicalOfKind> typical = new ArrayList<>();

  private PricingAnalysis(
      CreatorProfile creator, PricingFacts facts, PricingOptions options, Progress progress) {
    this.creator = creator;
    this.facts = facts;
    this.options = options;
    this.progress = progress;
    this.last =
        Stream.concat(facts.products().stream(), facts.alike().stream())
            .flatMap(one -> one.demand().stream())
            .mapToInt(DemandCell::week)
            .max()
            .orElse(0);
  }

  /**
   * Analyses them.
   *
   * @throws IllegalArgumentException if constraints contradict each other
   */
  public static PricingInsights of(
      CreatorProfile creator, PricingFacts facts, PricingOptions options, Progress progress) {
    return new PricingAnalysis(creator, facts, options, progress).insights();
  }

  private PricingInsights insights() {
    Map<String, ElasticityEstimate> elasticities = new TreeMap<>();
    for (boolean recurring : new boolean[] {true, false}) {
      elasticities.putAll(elasticities(recurring));
    }
    List<ProductFacts> wanted =
        facts.products().stream()
            .filter(one -> options.product().map(one.name()::equals).orElse(true))
            .sorted(Comparator.comparing(ProductFacts::name))
            .toList();
    List<OneProduct> priced =
        Parallel.map(
            "pricing products",
            wanted.size(),
            options.threads(),
            progress,
            at -> product(wanted.get(at), elasticities));
    List<Priced> sold = priced.stream().flatMap(one -> one.priced().stream()).toList();
    return new PricingInsights(
        creator,
        facts.through(),
        priced.stream().map(OneProduct::told).toList(),
        typical,
        new Substitutes(facts, options).found(last, progress),
        TierPricing.of(sold, options.seed()),
        Bundles.of(sold, options.seed()),
        facts.unconverted(),
        provenance());
  }

  private OneProduct product(ProductFacts product, Map<String, ElasticityEstimate> elasticities) {
    ElasticityEstimate elasticity =
        Optional.ofNullable(elasticities.get(product.name())).orElseThrow();
    MarketContext context = Contexts.of(product, elasticity, facts, options);
    return OneProduct.of(product, elasticity, context, options);
  }

  /** Elasticities of the creator's products of one kind. */
  private Map<String, ElasticityEstimate> elasticities(boolean recurring) {
    List<ProductFacts> all =
        Stream.concat(facts.products().stream(), facts.alike().stream())
            .filter(one -> one.recurring() == recurring)
            .toList();
    // A product without any row is told of, too: with what others have.
    Elasticities told =
        ElasticityModel.estimate(
            DemandBook.of(all, List.of(), last), control(), options.threads(), progress);
    told.typical().ifPresent(one -> typical.add(new TypicalOfKind(recurring, all.size(), one)));
    Map<String, ElasticityEstimate> own = new TreeMap<>();
    for (int at = 0; at < all.size(); at++) {
      String key = String.valueOf(at);
      ProductFacts product = all.get(at);
      if (at < facts.products().size() && facts.products().contains(product)) {
        own.put(
            product.name(),
            told.products().stream()
                .filter(one -> one.product().equals(key))
                .findFirst()
                .map(one -> one.named(product.name()))
                .orElseGet(() -> unseen(product, told)));
      }
    }
    return own;
  }

  private static ElasticityEstimate unseen(ProductFacts product, Elasticities told) {
    return ElasticityEstimate.unseen(
        product.name(),
        told.typical()
            .map(one -> new ElasticityEstimate.Alike(one.mean(), one.unseen())));
  }

  private ElasticityOptions control() {
    int first =
        facts.products().stream()
            .flatMap(one -> one.demand().stream())
            .mapToInt(DemandCell::week)
            .min()
            .orElse(last);
    int weeks = last - first + 1;
    return ElasticityOptions.defaults()
        .withCross(ElasticityOptions.Cross.NONE)
        .withTrend(weeks >= TREND_WEEKS)
        .withSeason(weeks >= SEASON_WEEKS ? YEAR : 0);
  }

  private Provenance provenance() {
    Map<String, String> used = new TreeMap<>();
    used.put("creator", creator.creator());
    used.put("currency", creator.currency().getCurrencyCode());
    used.put("through", LocalDate.from(facts.through()).toString());
    options.product().ifPresent(name -> used.put("product", name));
    if (!options.competitors().isEmpty()) {
      used.put("competitors", String.join(", ", options.competitors()));
    }
    return new Provenance(
        facts.dataThrough(), "pricing", used, options.seed(), Provenance.VERSION);
  }
}
