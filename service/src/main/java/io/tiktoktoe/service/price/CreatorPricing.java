package io.tiktoktoe.service.price;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.calendar.WholeDays;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Decision;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.PricingStrategy;
import io.tiktoktoe.pricing.portfolio.PriceLimits;
import io.tiktoktoe.pricing.portfolio.PricingFacts;
import io.tiktoktoe.pricing.portfolio.PricingInsights;
import io.tiktoktoe.pricing.portfolio.PricingOptions;
import io.tiktoktoe.pricing.portfolio.PricingSource;
import io.tiktoktoe.pricing.portfolio.ProductFacts;
import io.tiktoktoe.pricing.portfolio.ProductPricing;
import io.tiktoktoe.service.CreatorDirectory;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.price.PricingRequest;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a store's creator should charge for each product, how sure that is, and why. */
public final class CreatorPricing {

  private static final int NAMED = 8;

  private final Store store;

  private CreatorPricing(Store store) {
    this.store = store;
  }

  /** The service over this store, which stays open. */
  public static CreatorPricing of(Store store) {
    return new CreatorPricing(store);
  }

  /**
   * A creator's prices as of a day. The same store, day and seed give the same answer; nothing that
   * happened after the day is looked at.
   *
   * @throws ServiceException if the creator or product is unknown, nothing is sold, or the request
   *     cannot be
   * @throws io.tiktoktoe.table.TableException if a file is no table or has a wrong row
   * @throws java.util.concurrent.CancellationException if the call's progress cancels
   */
  public PricingInsights analyze(PricingRequest request, Call call) {
    CreatorProfile profile =
        CreatorDirectory.profile(store, request.creator(), request.zone(), request.currency());
    call.progress().report("reading prices", 0, -1);
    PricingFacts facts =
        store.pricing(source -> source.read(profile, through(source, profile, request, call)));
    PricingOptions options = options(request, facts.through(), profile.currency());
    requireProducts(profile, facts, options);
    PricingInsights insights = insights(profile, facts, options, call);
    if (request.record()) {
      record(insights, call);
    }
    return insights;
  }

  private static PricingInsights insights(
      CreatorProfile profile, PricingFacts facts, PricingOptions options, Call call) {
    try {
      return DynamicPricingEngine.analyze(profile, facts, options, call.progress());
    } catch (IllegalArgumentException e) {
      throw new ServiceException.UnusableInput("%s", String.valueOf(e.getMessage())).because(e);
    }
  }

  private static PricingOptions options(
      PricingRequest request, LocalDate through, Currency currency) {
    PricingOptions given = request.options();
    // Nobody can pay half a yen.
    boolean whole = currency.getDefaultFractionDigits() == 0;
    return new PricingOptions(
        given.product(),
        whole
            ? given.limits().orElse(PriceLimits.none().withEndings(List.of(0.0)))
            : given.limits(),
        request.constraints().map(LimitsFile::limits).orElse(given.byProduct()),
        request.ladder().map(LimitsFile::ladder).orElse(given.ladder()),
        given.competitors(),
        given.seed(),
        Runtime.getRuntime().availableProcessors(),
        SpecialTime.weeks(request.special(), through));
  }

  private static LocalDate through(
      PricingSource source, CreatorProfile profile, PricingRequest request, Call call) {
    Instant newest = source.dataThrough(profile);
    LocalDate last = WholeDays.last(newest, profile.zone());
    LocalDate day = request.asOf().orElse(last);
    LocalDate first = LocalDate.ofInstant(source.dataFrom(profile), profile.zone());
    Instant latest = newest.isBefore(call.now()) ? call.now() : newest;
    if (day.isAfter(LocalDate.ofInstant(latest, profile.zone()))) {
      throw new ServiceException.UnusableInput(
          "{asOf} (%s) lies ahead: data reach to %s. Choose an earlier day.", day, last);
    }
    if (day.isBefore(first)) {
      throw new ServiceException.UnusableInput(
          "{asOf} (%s) is before %s, the first day that has data. Choose a later day.", day, first);
    }
    return day;
  }

  private static void requireProducts(
      CreatorProfile profile, PricingFacts facts, PricingOptions options) {
    List<String> names = facts.products().stream().map(ProductFacts::name).sorted().toList();
    boolean priced = facts.products().stream().anyMatch(one -> one.price().isPresent());
    if (!priced && !facts.unconverted().isEmpty()) {
      throw new ServiceException.NothingThere(
          "no price of creator %s can be told in %s: no exchange rate is known from %s. Ingest a"
              + " rates file, or choose {currency} %s.",
          profile.creator(),
          profile.currency().getCurrencyCode(),
          String.join(", ", facts.unconverted()),
          facts.unconverted().getFirst());
    }
    if (names.isEmpty()) {
      throw new ServiceException.NothingThere(
          "creator %s sold nothing with a price up to %s, and no price was shown or observed."
              + " Choose a later day, or ingest orders, subscriptions or price.observed rows.",
          profile.creator(), facts.through());
    }
    List<String> asked = new ArrayList<>(options.byProduct().keySet());
    options.product().ifPresent(asked::add);
    for (String one : asked) {
      if (!names.contains(one)) {
        throw new ServiceException.UnusableInput(
            "product %s is none of creator %s, who has %d: %s. Use one of these.",
            one, profile.creator(), names.size(), listed(names));
      }
    }
    List<String> competitors =
        facts.market().stream().map(one -> one.competitor()).distinct().sorted().toList();
    for (String one : options.competitors()) {
      if (!competitors.contains(one)) {
        throw new ServiceException.UnusableInput(
            "competitor %s has no price in the store, which knows %s. Ingest its price.observed"
                + " rows, or leave it out.",
            one, competitors.isEmpty() ? "none" : listed(competitors));
      }
    }
  }

  private static String listed(List<String> names) {
    String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() <= NAMED ? some : some + " and %d more".formatted(names.size() - NAMED);
  }

  /** Keeps what is recommended as decisions; the same price of the same day is kept once. */
  private void record(PricingInsights insights, Call call) {
    List<Event> events = new ArrayList<>();
    for (ProductPricing product : insights.products()) {
      product
          .strategy()
          .ifPresent(strategy -> events.add(decision(insights, product, strategy, call)));
    }
    if (!events.isEmpty()) {
      store.events().append(events, IngestOptions.of("prices " + insights.through(), call.now()));
    }
  }

  private static Event decision(
      PricingInsights insights, ProductPricing product, PricingStrategy strategy, Call call) {
    double change = strategy.recommended() - strategy.today();
    String action = change > 0 ? "raise_price" : change < 0 ? "lower_price" : "hold_price";
    String currency = insights.creator().currency().getCurrencyCode();
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("as_of", insights.through().toString());
    attributes.put("price_before", String.valueOf(strategy.today()));
    attributes.put("price", String.valueOf(strategy.recommended()));
    attributes.put("currency", currency);
    Decision decision =
        Decision.of(action)
            .advised(action)
            .by("creator")
            .expecting(strategy.after30().expected(), "net " + currency + " in 30 days");
    var event =
        Event.decided(decision)
            .from(
                Provenance.OWN_SOURCE,
                "price/%s/%s/%s/%s"
                    .formatted(
                        insights.creator().creator(),
                        insights.through(),
                        product.product(),
                        strategy.recommended()))
            .at(decided(insights, call))
            .creator(insights.creator().creator())
            .product(product.product());
    attributes.forEach(event::attribute);
    return event.build();
  }

  /** When the day ended that the advice knew, or now if it has not ended yet. */
  private static Instant decided(PricingInsights insights, Call call) {
    CreatorProfile creator = insights.creator();
    Instant end = DateRange.ofDays(insights.through(), insights.through(), creator.zone()).to();
    return end.isBefore(call.now()) ? end : call.now();
  }
}
