package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.cli.report.picture.DemandPicture;
import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.pricing.insight.PricingStrategy;
import io.tiktoktoe.pricing.insight.PricingStrategy.PricePoint;
import io.tiktoktoe.pricing.portfolio.PricingInsights;
import io.tiktoktoe.pricing.portfolio.PricingInsights.BundleOffer;
import io.tiktoktoe.pricing.portfolio.PricingInsights.Substitute;
import io.tiktoktoe.pricing.portfolio.PricingInsights.Tier;
import io.tiktoktoe.pricing.portfolio.PricingInsights.TierPlan;
import io.tiktoktoe.pricing.portfolio.PricingInsights.TypicalOfKind;
import io.tiktoktoe.pricing.portfolio.ProductPricing;
import io.tiktoktoe.pricing.portfolio.ProductPricing.CountryPrice;
import io.tiktoktoe.pricing.portfolio.ProductPricing.SegmentDemand;
import io.tiktoktoe.service.text.AmountText;
import io.tiktoktoe.service.text.PricingWords;
import io.tiktoktoe.stats.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What to charge, how sure that is, and why. */
public final class PricingReport {

  private static final int SHOWN = 8;
  private static final int FRONT = 7;

  private final PricingInsights insights;
  private final AmountText amounts;
  private final Page page;

  private PricingReport(PricingInsights insights, Look look) {
    this.insights = insights;
    this.amounts = look.amounts(insights.creator().currency());
    this.page = new Page(look);
  }

  /** The report as text that ends with a line end. */
  public static String text(PricingInsights insights, Look look) {
    PricingReport report = new PricingReport(insights, look);
    report.write();
    return report.page.text();
  }

  private void write() {
    page.heading(
        "Prices of %s as of %s  (%s)"
            .formatted(
                TextSafety.printable(insights.creator().creator()),
                insights.through(),
                insights.creator().currency().getCurrencyCode()));
    overview();
    for (TypicalOfKind one : insights.typical()) {
      page.sentence(
          "",
          "%s of all creators alike (%d products): elasticity %.2f (%s), between products %.2f."
              .formatted(
                  one.recurring() ? "Subscriptions" : "What is bought once",
                  one.products(),
                  one.elasticity().mean(),
                  plainRange(one.elasticity().interval()),
                  one.elasticity().spread()));
    }
    if (!insights.unconverted().isEmpty()) {
      page.sentence(
          "",
          "Left out for want of an exchange rate: %s. Ingest rates.csv with the missing days."
              .formatted(String.join(", ", insights.unconverted())));
    }
    List<ProductPricing> shown =
        insights.products().stream()
            .sorted(
                Comparator.comparingDouble((ProductPricing one) -> -one.facts().recent().gross()))
            .limit(SHOWN)
            .toList();
    shown.forEach(this::product);
    page.more(insights.products().size() - shown.size(), "products");
    insights.together().ifPresent(this::tiers);
    bundles();
    substitutes();
    RevenueReport.provenance(insights.provenance(), page);
  }

  private void overview() {
    TextTable table =
        new TextTable(
            "product", "today", "elasticity", "95%", "charge", "better", "in 30 days", "95%");
    for (ProductPricing one : insights.products()) {
      ElasticityEstimate elasticity = one.elasticity();
      String name = TextSafety.printable(one.product());
      String slope =
          elasticity.elasticity().isPresent() ? plain(elasticity.elasticity().getAsDouble()) : "-";
      String reach = elasticity.interval().map(PricingReport::plainRange).orElse("-");
      if (one.strategy().isEmpty()) {
        String price = one.facts().price().isPresent() ? "free" : "-";
        table.row(name, price, slope, reach, "-", "-", "-", "-");
        continue;
      }
      PricingStrategy strategy = one.strategy().get();
      boolean kept = strategy.recommended() == strategy.today();
      table.row(
          name,
          amounts.price(strategy.today()),
          slope,
          reach,
          kept ? "keep" : amounts.price(strategy.recommended()),
          kept ? "-" : PricingWords.chance(strategy.chanceBetter()),
          kept ? "-" : amounts.priceChange(strategy.after30().expected()),
          kept ? "-" : range(strategy.after30().interval()));
    }
    page.table(table);
  }

  private void product(ProductPricing product) {
    page.heading(TextSafety.printable(product.product()));
    product
        .strategy()
        .ifPresent(strategy -> page.sentence("", PricingWords.advice(strategy, amounts)));
    page.sentence("", "Learned from %s.".formatted(PricingWords.basis(product.basis())));
    String controlled = PricingWords.controlled(product);
    if (!controlled.isEmpty()) {
      page.sentence("", controlled);
    }
    product.notes().forEach(note -> page.sentence("! ", PricingWords.note(note)));
    product.strategy().ifPresent(strategy -> strategy(product, strategy));
  }

  private void strategy(ProductPricing product, PricingStrategy strategy) {
    if (strategy.recommended() != strategy.today()) {
      page.sentence(
          "",
          "It would bring %s more over 30 days (%s) and %s over 90 (%s), net of fees and tax."
              .formatted(
                  amounts.priceChange(strategy.after30().expected()),
                  range(strategy.after30().interval()),
                  amounts.priceChange(strategy.after90().expected()),
                  range(strategy.after90().interval())));
    }
    String bound = PricingWords.bound(strategy, amounts);
    if (!bound.isEmpty()) {
      page.sentence("", bound);
    }
    page.sentence(
        "",
        "Half of those who would buy at some price would pay %s (%s)%s."
            .formatted(
                amounts.price(strategy.willingness().median()),
                range(strategy.willingness().interval()),
                strategy.willingness().sources().isEmpty()
                    ? ""
                    : ": "
                        + strategy.willingness().sources().stream()
                            .map(shift -> PricingWords.moved(shift, amounts))
                            .collect(Collectors.joining("; "))));
    DemandPicture.write(strategy, page);
    front(strategy);
    segments(product);
    ladder(product);
    strategy
        .test()
        .ifPresent(
            test ->
                page.sentence(
                    "",
                    "A test of %s would tell more."
                        .formatted(
                            test.arms().stream()
                                .map(arm -> amounts.price(arm.price()))
                                .collect(Collectors.joining(", ")))));
  }

  private void front(PricingStrategy strategy) {
    List<PricePoint> efficient = strategy.prices().stream().filter(PricePoint::efficient).toList();
    if (efficient.size() < 2) {
      return;
    }
    TextTable table =
        new TextTable("nothing beats", "net a day", "share", "satisfaction", "better than today");
    int every = Math.max(1, (efficient.size() - 1) / (FRONT - 1));
    for (int at = 0; at < efficient.size(); at += every) {
      PricePoint one = efficient.get(at);
      table.row(
          amounts.price(one.price()),
          amounts.price(one.revenue()),
          "%.0f%%".formatted(100 * one.share()),
          "%.2f".formatted(one.satisfaction()),
          one.price() == strategy.today() ? "today" : PricingWords.chance(one.chanceBetter()));
    }
    page.table(table);
  }

  private void segments(ProductPricing product) {
    if (product.segments().size() < 2) {
      return;
    }
    TextTable table = new TextTable("fans", "saw a price", "bought", "half would pay");
    for (SegmentDemand one : product.segments()) {
      table.row(
          one.segment(),
          "%,.0f".formatted(one.shown()),
          "%,.0f".formatted(one.bought()),
          amounts.price(one.median()));
    }
    page.table(table);
  }

  private void ladder(ProductPricing product) {
    if (product.ladder().isEmpty()) {
      return;
    }
    TextTable table = new TextTable("country", "level", "price");
    for (CountryPrice one : product.ladder()) {
      table.row(one.country(), plain(one.factor()), amounts.price(one.price()));
    }
    page.table(table);
  }

  private void tiers(TierPlan plan) {
    page.heading("Tiers together");
    TextTable table = new TextTable("tier", "today", "alone", "together", "taken from others");
    for (Tier one : plan.tiers()) {
      table.row(
          TextSafety.printable(one.product()),
          amounts.price(one.today()),
          amounts.price(one.alone()),
          amounts.price(one.together()),
          Double.isNaN(one.taken()) ? "-" : "%.0f%%".formatted(100 * one.taken()));
    }
    page.table(table);
    page.sentence(
        "",
        "Together they would bring %s over 30 days (%s), with a chance of %s of more than today."
            .formatted(
                amounts.priceChange(plan.gain30()),
                range(plan.interval()),
                PricingWords.chance(plan.chanceBetter())));
    page.sentence(
        "",
        "Taken from others: of the buyers whom a price lower by a tenth wins, those who would have"
            + " taken another tier.");
  }

  private void bundles() {
    if (insights.bundles().isEmpty()) {
      return;
    }
    page.heading("Bundles");
    TextTable table = new TextTable("both", "apart", "together", "in 30 days", "95%");
    for (BundleOffer one : insights.bundles()) {
      table.row(
          TextSafety.printable(one.first() + " + " + one.second()),
          amounts.price(one.separate()),
          amounts.price(one.price()),
          amounts.priceChange(one.gain30()),
          range(one.interval()));
    }
    page.table(table);
  }

  private void substitutes() {
    if (insights.substitutes().isEmpty()) {
      return;
    }
    page.heading("What fans may buy instead");
    TextTable table =
        new TextTable("product", "<instead", "<of", "price", "cross", "95%", "shared");
    insights.substitutes().stream()
        .limit(2L * SHOWN)
        .forEach(
            one ->
                table.row(
                    TextSafety.printable(one.product()),
                    TextSafety.printable(one.other()),
                    TextSafety.printable(of(one)),
                    amounts.price(one.price()),
                    one.cross().map(PricingReport::plain).orElse("-"),
                    one.interval().map(PricingReport::plainRange).orElse("-"),
                    one.sharedBuyers() > 0 ? "%.0f%%".formatted(100 * one.sharedBuyers()) : "-"));
    page.table(table);
    page.more(insights.substitutes().size() - 2 * SHOWN, "pairs");
  }

  private static String of(Substitute one) {
    return one.competitor().orElse("own");
  }

  private String range(Interval interval) {
    return amounts.price(interval.lo()) + " to " + amounts.price(interval.hi());
  }

  private static String plainRange(Interval interval) {
    return plain(interval.lo()) + " to " + plain(interval.hi());
  }

  /** A number without a unit. */
  private static String plain(double value) {
    // What rounds to nothing has no sign.
    return String.format(Locale.ROOT, "%,.2f", Math.abs(value) < 0.005 ? 0 : value);
  }
}
