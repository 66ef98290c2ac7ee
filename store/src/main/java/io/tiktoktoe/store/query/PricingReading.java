package io.tiktoktoe.store.query;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.pricing.insight.PriceExposure;
import io.tiktoktoe.pricing.insight.SurveyAnswer;
import io.tiktoktoe.pricing.portfolio.DemandCell;
import io.tiktoktoe.pricing.portfolio.MarketPrice;
import io.tiktoktoe.pricing.portfolio.MarketPrice.WeekPrice;
import io.tiktoktoe.pricing.portfolio.PricingFacts;
import io.tiktoktoe.pricing.portfolio.ProductFacts;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.ResultRow;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.query.PricedProduct.PriceConversion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the prices and the demand of one creator and of creators alike from one snapshot. */
final class PricingReading {

  /** Days of history that tell of demand. */
  private static final int HISTORY = 730;

  /** Days over which is counted what sells now. */
  private static final int RECENT = 90;

  private static final Duration PAID_FOR = Duration.ofDays(31);
  private static final Duration GRACE = Duration.ofDays(14);

  private static final Set<String> YES = Set.of("true", "1", "yes");

  private final Queries queries;
  private final long creator;
  private final CreatorProfile profile;
  private final LocalDate through;
  private final Instant end;
  private final LocalDateTime from;
  private final LocalDateTime before;
  private final PriceConversion to;

  /** For prices of others: what is lacking for these is not told. */
  private final PriceConversion ofOthers;

  private final Map<Long, Map<String, PricedProduct>> products = new TreeMap<>();
  private final Map<String, List<WeekPrice>> market = new TreeMap<>();

  PricingReading(
      Queries queries,
      long creator,
      CreatorProfile profile,
      LocalDate through,
      ExchangeRates rates) {
    this.queries = queries;
    this.creator = creator;
    this.profile = profile;
    this.through = through;
    this.end = DateRange.ofDays(through, through, profile.zone()).to();
    this.before = StoreRevenueSource.utc(end);
    this.from = before.minusDays(HISTORY);
    Instant newest = newest();
    LocalDate day = LocalDate.ofInstant(newest, ZoneOffset.UTC);
    this.to = new PriceConversion(rates, profile.currency(), day);
    this.ofOthers = new PriceConversion(rates, profile.currency(), day);
  }

  private Instant newest() {
    Instant newest = CreatorReading.coverage(queries, creator, profile.zone()).newest();
    return newest.isBefore(end) ? newest : end;
  }

  PricingFacts read() {
    List<Long> alike =
        queries.rows(
            Sql.file("shared/pricing/alike", before, creator, before, creator),
            row -> row.number("creator"));
    List<Long> all = new ArrayList<>(List.of(creator));
    all.addAll(alike);
    String creators = all.stream().map(String::valueOf).collect(Collectors.joining(", "));
    query("shared/pricing/sold", creators, this::sold, from, before);
    query("shared/pricing/shown", creators, this::shown, from, before, before);
    queries.query(Sql.file("shared/pricing/told", creator, from, before), this::told);
    LocalDateTime recent = before.minusDays(RECENT);
    queries.query(Sql.file("shared/pricing/returned", creator, recent, before), this::returned);
    queries.query(Sql.file("shared/pricing/subscribers", creator, before), this::subscriber);
    return new PricingFacts(
        through, newest(), facts(List.of(creator)), facts(alike), competitors(), to.unknown());
  }

  private void query(
      String name,
      String creators,
      java.util.function.Consumer<ResultRow> rows,
      Object... parameters) {
    String text = SqlTemplate.named(name).with("creators", creators).sql();
    queries.query(new Sql(text, Arrays.asList(parameters)), rows);
  }

  private List<ProductFacts> facts(List<Long> creators) {
    return creators.stream()
        .flatMap(one -> products.getOrDefault(one, Map.of()).values().stream())
        .map(one -> one.facts(through, RECENT))
        .toList();
  }

  private PricedProduct product(long of, String name) {
    return products
        .computeIfAbsent(of, key -> new TreeMap<>())
        .computeIfAbsent(name, PricedProduct::new);
  }

  /** Number of the week of a day, as cells of demand have it. */
  static int week(LocalDate day) {
    return Math.toIntExact(Math.floorDiv(day.toEpochDay(), 7L));
  }

  private PriceConversion to(ResultRow row) {
    return row.number("creator") == creator ? to : ofOthers;
  }

  private void sold(ResultRow row) {
    PricedProduct product = product(row.number("creator"), row.required("product"));
    String currency = row.required("currency");
    LocalDate day = row.day("day");
    double price = to(row).major(row.number("price"), currency);
    if (Double.isNaN(price) || price < 0) {
      return;
    }
    if (row.flag("recurring")) {
      product.recurs();
    }
    product.pricedIn(currency, day);
    double buyers = row.fraction("buyers");
    if (row.flag("demand")) {
      DemandCell cell =
          new DemandCell(week(day), currency, price, false, false, Double.NaN, buyers);
      product.cell(row.flag("promoted") ? cell.underPromotion() : cell, day, day);
    }
    if (!day.isBefore(through.minusDays(RECENT - 1L))) {
      product.gross += to(row).major(row.fraction("gross"), currency);
      product.fees += to(row).major(row.fraction("fees"), currency);
      product.taxes += to(row).major(row.fraction("taxes"), currency);
      // A trial that begins is a sale that pays nothing yet.
      product.payments += price > 0 ? row.number("sales") : 0;
      if (row.flag("demand") && price > 0) {
        product.buyers += buyers;
        product.repeats += Math.max(0, row.number("sales") - buyers);
      }
    }
  }

  private void shown(ResultRow row) {
    PricedProduct product = product(row.number("creator"), row.required("product"));
    String currency = row.required("currency");
    LocalDate day = row.day("day");
    double price = to(row).major(row.number("price"), currency);
    if (Double.isNaN(price) || price < 0) {
      return;
    }
    product.pricedIn(currency, day);
    product.cell(
        new DemandCell(
            week(day),
            currency,
            price,
            row.flag("drawn"),
            row.flag("had_paid"),
            row.fraction("shown"),
            row.fraction("bought"),
            row.flag("promoted")),
        day,
        row.day("newest"));
  }

  private void returned(ResultRow row) {
    double amount = to.major(row.fraction("amount"), row.required("currency"));
    if (!Double.isNaN(amount)) {
      PricedProduct product = product(creator, row.required("product"));
      product.returned += row.flag("won") ? -amount : amount;
      product.returns += row.flag("won") ? 0 : row.number("returns");
    }
  }

  private void subscriber(ResultRow row) {
    PricedProduct product = product(creator, row.required("product"));
    product.recurs();
    Instant time = row.instant("time");
    Instant recent = end.minus(Duration.ofDays(RECENT));
    if (row.flag("ended")) {
      product.ended += time.isBefore(recent) ? 0 : 1;
      return;
    }
    Instant until = row.isNull("paid_until") ? time.plus(PAID_FOR) : row.instant("paid_until");
    Instant due = until.plus(GRACE);
    if (due.isBefore(end)) {
      product.ended += due.isBefore(recent) ? 0 : 1;
    } else {
      product.subscribers++;
    }
  }

  private void told(ResultRow row) {
    EventType type = EventType.ofWireName(row.required("type")).orElseThrow();
    Map<String, String> attributes = AttributeText.parse(row.text("attributes"));
    String name = row.required("product");
    LocalDate day = LocalDate.ofInstant(row.instant("time"), ZoneOffset.UTC);
    switch (type) {
      case PRICE_OBSERVED -> observed(row, name, attributes, day);
      case SURVEY_GABOR_GRANGER -> {
        double price = to.major(row.number("amount"), row.required("currency"));
        if (price > 0) {
          boolean would = attributes.getOrDefault("would_buy", "").equals("true");
          product(creator, name)
              .asked(row.required("person"), new PriceExposure(price, 1, would ? 1 : 0, true));
        }
      }
      default -> answer(row, product(creator, name), attributes);
    }
  }

  private void observed(ResultRow row, String name, Map<String, String> attributes, LocalDate day) {
    String competitor = attributes.getOrDefault("competitor", "");
    double price = to.major(row.number("amount"), row.required("currency"));
    if (!(price > 0)) {
      return;
    }
    if (competitor.isBlank()) {
      product(creator, name).pricedIn(row.required("currency"), day);
      product(creator, name).observed(price, day);
      product(creator, name).stock(day, YES.contains(attributes.getOrDefault("sold_out", "")));
    } else {
      market
          .computeIfAbsent(competitor + '\n' + name, key -> new ArrayList<>())
          .add(new WeekPrice(week(day), price));
    }
  }

  /** Answers carry no currency: they are in that of the product. */
  private void answer(ResultRow row, PricedProduct product, Map<String, String> attributes) {
    String currency = row.isNull("currency") ? product.currency() : row.required("currency");
    double[] prices = new double[4];
    String[] names = {"too_cheap", "cheap", "expensive", "too_expensive"};
    for (int at = 0; at < names.length; at++) {
      prices[at] = number(attributes.getOrDefault(names[at], ""), currency);
      if (!(prices[at] > 0)) {
        return;
      }
    }
    product.answered(
        row.required("person"), SurveyAnswer.of(prices[0], prices[1], prices[2], prices[3]));
  }

  private double number(String text, String currency) {
    try {
      double major = Double.parseDouble(text);
      return currency.isEmpty() ? major : to.ofMajor(major, currency);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private List<MarketPrice> competitors() {
    List<MarketPrice> competitors = new ArrayList<>();
    Map<String, PricedProduct> own = products.getOrDefault(creator, Map.of());
    market.forEach(
        (key, prices) -> {
          String name = key.substring(key.indexOf('\n') + 1);
          prices.sort(Comparator.comparingInt(WeekPrice::week));
          competitors.add(
              new MarketPrice(
                  key.substring(0, key.indexOf('\n')),
                  name,
                  own.containsKey(name) ? Optional.of(name) : Optional.empty(),
                  prices,
                  0));
        });
    LocalDateTime year = before.minusDays(365);
    queries.query(
        Sql.file(
            "shared/pricing/shared_buyers",
            creator,
            year,
            before,
            creator,
            year,
            before,
            creator,
            year,
            before),
        row -> {
          double price = ofOthers.major(row.number("price"), row.required("currency"));
          if (price > 0) {
            LocalDate newest = LocalDate.ofInstant(row.instant("newest"), ZoneOffset.UTC);
            competitors.add(
                new MarketPrice(
                    row.required("competitor"),
                    row.required("product"),
                    Optional.empty(),
                    List.of(new WeekPrice(week(newest), price)),
                    row.fraction("buyers_too") / Math.max(1, row.fraction("buyers"))));
          }
        });
    return competitors;
  }
}
