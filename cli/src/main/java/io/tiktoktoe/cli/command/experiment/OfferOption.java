package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.pricing.insight.OfferTerms;
import io.tiktoktoe.service.model.experiment.ExperimentRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads an arm of the command line: {@code NAME=PRICE[,trial=DAYS][,guarantee=DAYS]...}. */
final class OfferOption {

  /** More days than any terms may have, few enough to be counted. */
  private static final int MOST_DAYS = 1_000_000;

  private OfferOption() {}

  static ExperimentRequest.Offer read(String text) {
    String[] parts = text.split(",", -1);
    int at = parts[0].indexOf('=');
    if (at <= 0 || at == parts[0].length() - 1) {
      throw wrong(text, "has no name and price");
    }
    Map<String, String> terms = new LinkedHashMap<>();
    for (int part = 1; part < parts.length; part++) {
      int sign = parts[part].indexOf('=');
      if (sign <= 0) {
        throw wrong(text, "has a part without a value");
      }
      terms.put(
          parts[part].substring(0, sign).strip().toLowerCase(Locale.ROOT),
          parts[part].substring(sign + 1).strip());
    }
    String tier = terms.getOrDefault("tier", "");
    int trial = days(text, terms, "trial");
    int guarantee = days(text, terms, "guarantee");
    double yearly = number(text, terms, "yearly");
    terms.remove("tier");
    if (!terms.isEmpty()) {
      throw wrong(text, "has an unknown part, " + terms.keySet().iterator().next());
    }
    try {
      return new ExperimentRequest.Offer(
          parts[0].substring(0, at).strip(),
          parts[0].substring(at + 1).strip(),
          new OfferTerms(trial, guarantee, yearly, tier));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--arm (%s): %s".formatted(text, e.getMessage()), e);
    }
  }

  private static int days(String text, Map<String, String> terms, String name) {
    double days = number(text, terms, name);
    if (days != Math.rint(days) || Math.abs(days) > MOST_DAYS) {
      throw wrong(text, "has a %s (%s) of no whole days".formatted(name, days));
    }
    return (int) days;
  }

  private static double number(String text, Map<String, String> terms, String name) {
    String value = terms.getOrDefault(name, "0");
    terms.remove(name);
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    if (!Double.isFinite(number)) {
      throw wrong(text, "has a %s (%s) that is no number".formatted(name, value));
    }
    return number;
  }

  private static UsageException wrong(String text, String what) {
    return new UsageException(
        "--arm (%s) %s. Write it like high=6.50,trial=7,guarantee=30,yearly=0.2,tier=gold."
            .formatted(text, what));
  }
}
