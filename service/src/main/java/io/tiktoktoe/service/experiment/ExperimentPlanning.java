package io.tiktoktoe.service.experiment;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.PriceTestPlan;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.experiment.ExperimentPlan;
import io.tiktoktoe.service.model.experiment.ExperimentRequest;
import io.tiktoktoe.service.model.experiment.ExperimentSettings;
import io.tiktoktoe.store.model.StoredTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Plans a price test, and refuses one that cannot be decided or breaks its limits. */
final class ExperimentPlanning {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");
  private static final double SECONDS_A_DAY = 86_400;

  /** Rounding of a share of a price. */
  private static final double SLACK = 1e-9;

  private ExperimentPlanning() {}

  /** A test as it would be stored: arms in the order of their prices. */
  static StoredTest test(ExperimentRequest request, CreatorProfile creator, Instant now) {
    Currency currency = request.currency().orElse(creator.currency());
    requireName("name", request.name());
    requireName("product", request.product());
    ExperimentSettings settings = request.settings();
    List<StoredTest.Offer> offers = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ExperimentRequest.Offer offer : request.offers()) {
      requireName("arm", offer.name());
      if (!names.add(offer.name())) {
        throw new ServiceException.BadRequest(
            "arm", "{arm} (%s) stands twice. Name each arm otherwise.", offer.name());
      }
      offers.add(offer(offer, currency, settings));
    }
    if (offers.size() < 2 || offers.size() > 100) {
      throw new ServiceException.BadRequest(
          "arm", "{arm} was given %d times. Give 2 to 100 arms.", offers.size());
    }
    requireDifferent(offers);
    StoredTest.Offer control = offers.get(settings.control());
    requireLimits(offers, control, currency, request.limits());
    offers.sort(Comparator.comparingLong(StoredTest.Offer::price));
    ExperimentSettings ordered = withControl(settings, offers.indexOf(control));
    return new StoredTest(
        0,
        request.name(),
        creator.creator(),
        request.product(),
        currency,
        now,
        ordered.text(),
        offers);
  }

  private static void requireName(String field, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new ServiceException.BadRequest(
          field,
          "{"
              + field
              + "} (%s) must be 1 to 64 letters, digits, blanks, points, _ or -, such as"
              + " summer-2026.",
          name);
    }
  }

  /** Nothing could ever tell two arms apart that offer the same. */
  private static void requireDifferent(List<StoredTest.Offer> offers) {
    Map<StoredTest.Offer, String> seen = new HashMap<>();
    for (StoredTest.Offer offer : offers) {
      StoredTest.Offer unnamed =
          new StoredTest.Offer(
              "",
              offer.price(),
              offer.contribution(),
              offer.trialDays(),
              offer.guaranteeDays(),
              offer.yearlyDiscount(),
              offer.tier());
      String other = seen.putIfAbsent(unnamed, offer.name());
      if (other != null) {
        throw new ServiceException.BadRequest(
            "arm",
            "{arm} %s offers the same as %s: nothing could tell them apart. Give it another price"
                + " or other terms, or leave it out.",
            offer.name(),
            other);
      }
    }
  }

  private static ExperimentSettings withControl(ExperimentSettings one, int control) {
    return new ExperimentSettings(
        control,
        one.fee(),
        one.exploration(),
        one.alpha(),
        one.stopLoss(),
        one.minimumExposure(),
        one.cap(),
        one.renewals(),
        one.window(),
        one.budget(),
        one.traffic(),
        one.conversion(),
        one.effect());
  }

  private static StoredTest.Offer offer(
      ExperimentRequest.Offer offer, Currency currency, ExperimentSettings settings) {
    long price;
    try {
      price = Money.parse(offer.price(), currency).minorUnits();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ServiceException.BadRequest(
              "arm", "{arm} %s: %s", offer.name(), String.valueOf(e.getMessage()))
          .because(e);
    }
    if (price < 0) {
      throw new ServiceException.BadRequest(
          "arm",
          "{arm} %s has price %s: nobody can be charged less than nothing. Give a price above 0,"
              + " such as %s.",
          offer.name(),
          offer.price(),
          offer.price().strip().replaceFirst("^[-\u2212]", ""));
    }
    if (price == 0) {
      throw new ServiceException.BadRequest(
          "arm",
          "{arm} %s has price %s: a free offer brings nothing by itself, so that no test of income"
              + " could choose it. Test a price with a trial instead, such as 5,trial=30.",
          offer.name(),
          offer.price());
    }
    long contribution = Math.round(price * (1 - settings.fee()) * (1 + settings.renewals()));
    if (contribution <= 0) {
      throw new ServiceException.BadRequest(
          "fee", "{fee} (%s) leaves nothing of %s. Give a smaller one.", settings.fee(), price);
    }
    return new StoredTest.Offer(
        offer.name(),
        price,
        contribution,
        offer.terms().trialDays(),
        offer.terms().guaranteeDays(),
        offer.terms().yearlyDiscount(),
        offer.terms().tier());
  }

  private static void requireLimits(
      List<StoredTest.Offer> offers,
      StoredTest.Offer control,
      Currency currency,
      ExperimentRequest.Limits limits) {
    double unit = Math.pow(10, currency.getDefaultFractionDigits());
    for (StoredTest.Offer offer : offers) {
      double price = offer.price() / unit;
      if (price < limits.floor() - SLACK || price > limits.ceiling() + SLACK) {
        throw new ServiceException.BadRequest(
            "arm",
            "{arm} %s has price %s, which is not from {floor} (%s) to {ceiling} (%s). Change one.",
            offer.name(),
            price,
            limits.floor(),
            limits.ceiling());
      }
      double step = Math.abs(offer.price() - control.price()) / (double) control.price();
      if (step > limits.largestStep() + SLACK) {
        throw new ServiceException.BadRequest(
            "arm",
            "{arm} %s has price %s, %.0f%% from that of %s, more than {step} (%s). Choose a nearer"
                + " price, or allow a larger step.",
            offer.name(),
            price,
            100 * step,
            control.name(),
            limits.largestStep());
      }
    }
  }

  /** Refuses a name that is taken, and a second test of a product. */
  static void requireFree(StoredTest test, List<StoredTest> known, Set<Integer> ended) {
    for (StoredTest other : known) {
      if (other.name().equals(test.name())) {
        throw new ServiceException.BadRequest(
            "name",
            "{name} (%s) is a price test of %s already. Choose another name.",
            test.name(),
            other.created());
      }
      if (!ended.contains(other.number())
          && other.creator().equals(test.creator())
          && other.product().equals(test.product())) {
        throw new ServiceException.BadRequest(
            "product",
            "{product} (%s) is in the price test %s, which is running: two tests would change each"
                + " other's prices. Stop that one first: experiment stop %s",
            test.product(),
            other.name(),
            other.name().indexOf(' ') < 0 ? other.name() : "'" + other.name() + "'");
      }
    }
  }

  /** What is to be expected; refuses what cannot be told in the days allowed. */
  static ExperimentPlan plan(StoredTest test, ExperimentRequest request, boolean made) {
    ExperimentSettings settings = ExperimentSettings.of(test.settings());
    PriceTestPlan plan = planOf(test, settings);
    double contribution = plan.arms().get(plan.control()).contribution();
    double conversion = settings.conversion();
    long once =
        DynamicPricingEngine.personsPerArm(
            conversion * contribution,
            contribution * Math.sqrt(conversion * (1 - conversion)),
            settings.effect(),
            settings.alpha() / (plan.arms().size() - 1));
    long persons = DynamicPricingEngine.personsAtAnyTime(plan, conversion, settings.effect(), 1);
    double days = days(plan, settings, persons);
    double smallest = smallest(plan, settings, request.limits().longest());
    if (days > request.limits().longest()) {
      throw undecidable(plan, settings, request, persons, days, smallest);
    }
    double loss = (plan.arms().size() - 1.0) * persons * conversion * contribution;
    return new ExperimentPlan(
        test.name(),
        test.product(),
        test.currency().getCurrencyCode(),
        made,
        arms(test, settings),
        settings.traffic(),
        settings.conversion(),
        settings.effect(),
        once,
        persons,
        days,
        longestDays(plan, settings),
        smallest,
        loss);
  }

  /** When control gets no more than its part of the exploration from the start. */
  private static double longestDays(PriceTestPlan plan, ExperimentSettings settings) {
    double share = Allocating.leastOfControl(plan);
    long control =
        DynamicPricingEngine.personsAtAnyTime(
            plan, settings.conversion(), settings.effect(), Math.max(1, (1 - share) / share));
    return control / share / settings.traffic() + settings.window().toSeconds() / SECONDS_A_DAY;
  }

  private static PriceTestPlan planOf(StoredTest test, ExperimentSettings settings) {
    try {
      return ExperimentState.plan(test, settings);
    } catch (IllegalArgumentException e) {
      throw new ServiceException.UnusableInput("%s", String.valueOf(e.getMessage())).because(e);
    }
  }

  private static double days(PriceTestPlan plan, ExperimentSettings settings, long persons) {
    return persons * (double) plan.arms().size() / settings.traffic()
        + settings.window().toSeconds() / SECONDS_A_DAY;
  }

  /** Smallest effect that can be told in so many days; infinite where none can. */
  private static double smallest(PriceTestPlan plan, ExperimentSettings settings, double longest) {
    double low = 1e-3;
    double high = Math.max(low, plan.cap() / settings.conversion() - 1);
    if (!fits(plan, settings, high, longest)) {
      return Double.POSITIVE_INFINITY;
    }
    for (int halving = 0; halving < 30 && high - low > 1e-4 * high; halving++) {
      double middle = Math.sqrt(low * high);
      if (fits(plan, settings, middle, longest)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Math.ceil(high * 1_000) / 1_000;
  }

  private static boolean fits(
      PriceTestPlan plan, ExperimentSettings settings, double effect, double longest) {
    long persons = DynamicPricingEngine.personsAtAnyTime(plan, settings.conversion(), effect, 1);
    return days(plan, settings, persons) <= longest;
  }

  private static ServiceException undecidable(
      PriceTestPlan plan,
      ExperimentSettings settings,
      ExperimentRequest request,
      long persons,
      double days,
      double smallest) {
    String remedy =
        Double.isInfinite(smallest)
            ? "No difference could be told. Test fewer arms, allow more {longest}, or find more"
                + " {traffic}."
            : String.format(
                Locale.ROOT,
                "Give {effect} %.3f, fewer arms, more {longest}, or find more {traffic}.",
                smallest);
    return new ServiceException.BadRequest(
        "effect",
        "a difference of {effect} (%s) needs %,d persons for each of %d arms: %,.0f days at"
            + " {traffic} (%s a day), more than {longest} (%s). "
            + remedy,
        settings.effect(),
        persons,
        plan.arms().size(),
        days,
        settings.traffic(),
        request.limits().longest());
  }

  private static List<ExperimentPlan.Arm> arms(StoredTest test, ExperimentSettings settings) {
    List<ExperimentPlan.Arm> arms = new ArrayList<>();
    for (int arm = 0; arm < test.offers().size(); arm++) {
      StoredTest.Offer offer = test.offers().get(arm);
      arms.add(
          new ExperimentPlan.Arm(
              offer.name(),
              ShownOffers.major(test, offer.price()),
              ShownOffers.major(test, offer.contribution()),
              offer.trialDays(),
              offer.guaranteeDays(),
              offer.yearlyDiscount(),
              offer.tier(),
              arm == settings.control()));
    }
    return arms;
  }
}
