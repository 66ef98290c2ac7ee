package io.tiktoktoe.pricing.market;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.pricing.elasticity.ElasticityModel;
import io.tiktoktoe.pricing.insight.Elasticities;
import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.pricing.insight.MarketContext;
import io.tiktoktoe.pricing.portfolio.DemandCell;
import io.tiktoktoe.pricing.portfolio.PricingFacts;
import io.tiktoktoe.pricing.portfolio.PricingInsights;
import io.tiktoktoe.pricing.portfolio.PricingInsights.TypicalOfKind;
import io.tiktoktoe.pricing.portfolio.PricingOptions;
import io.tiktoktoe.pricing.portfolio.ProductFacts;
import io.tiktoktoe.pricing.portfolio.ProductPricing.Basis;
import io.tiktoktoe.pricing.portfolio.ProductPricing.DoubleCheck;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.work.Parallel;
import io.tiktoktoe.work.Progress;
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

  /** With fewer rows nothing flexible can be learned of the controls. */
  private static final int LEAST_ROWS = 30;

  private final CreatorProfile creator;
  private final PricingFacts facts;
  private final PricingOptions options;
  private final Progress progress;
  private final int last;
  private final DemandControls controls;
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
    this.controls = DemandControls.of(facts.products(), options.special(), last);
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
        new Substitutes(facts, options, controls).found(last, progress),
        TierPricing.of(sold, options.seed()),
        Bundles.of(sold, options.seed()),
        facts.unconverted(),
        provenance());
  }

  private OneProduct product(ProductFacts product, Map<String, ElasticityEstimate> elasticities) {
    ElasticityEstimate pooled = Optional.ofNullable(elasticities.get(product.name())).orElseThrow();
    Optional<DoubleCheck> check = check(product, pooled);
    // Advice must not rest on one of two ways that disagree.
    ElasticityEstimate elasticity =
        check
            .filter(one -> !one.agrees())
            .map(one -> pooled.doubtedBy(one.elasticity(), one.interval()))
            .orElse(pooled);
    MarketContext context = Contexts.of(product, elasticity, facts, options);
    return OneProduct.of(product, elasticity, context, options, controls.told(product), check);
  }

  /**
   * The elasticity by cross-fitted double machine learning, where the creator set the prices: what
   * chance drew has nothing to be taken out.
   */
  private Optional<DoubleCheck> check(ProductFacts product, ElasticityEstimate used) {
    Basis basis = DemandBook.basis(product);
    boolean set = basis == Basis.SHOWN_PRICES || basis == Basis.SALES;
    if (!set || used.own().isEmpty() || used.observations() < LEAST_ROWS) {
      return Optional.empty();
    }
    ElasticityEstimate flexible =
        ElasticityModel.estimate(
                DemandBook.of(List.of(product), 1, List.of(), controls, last),
                controls.options().withDoubleMl(true),
                1,
                Progress.SILENT)
            .products()
            .getFirst();
    return flexible
        .ownInterval()
        .map(interval -> doubleCheck(flexible.own().orElseThrow(), interval, used));
  }

  private static DoubleCheck doubleCheck(
      double elasticity, Interval interval, ElasticityEstimate used) {
    boolean agrees =
        interval.contains(used.elasticity().orElseThrow())
            || used.interval().orElseThrow().contains(elasticity);
    return new DoubleCheck(elasticity, interval, agrees);
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
            DemandBook.of(all, own(recurring), List.of(), controls, last),
            controls.options(),
            options.threads(),
            progress);
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
        told.typical().map(one -> new ElasticityEstimate.Alike(one.mean(), one.unseen())));
  }

  /** How many of the creator's own products are of a kind: they come first. */
  private int own(boolean recurring) {
    return Math.toIntExact(
        facts.products().stream().filter(one -> one.recurring() == recurring).count());
  }

  private Provenance provenance() {
    Map<String, String> used = new TreeMap<>();
    used.put("creator", creator.creator());
    used.put("currency", creator.currency().getCurrencyCode());
    used.put("through", facts.through().toString());
    options.product().ifPresent(name -> used.put("product", name));
    if (!controls.special().isEmpty()) {
      used.put(
          "special",
          String.join(", ", controls.special().stream().map(one -> one.name()).toList()));
    }
    if (!options.competitors().isEmpty()) {
      used.put("competitors", String.join(", ", options.competitors()));
    }
    return new Provenance(facts.dataThrough(), "pricing", used, options.seed(), Provenance.VERSION);
  }
}
