package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.pricing.insight.OfferTerms;
import io.tiktoktoe.service.model.experiment.ExperimentRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads an arm of the command line: {@code NAME=PRICE[,trial=DAYS][,guarantee=DAYS]...}. */
final class OfferOption {

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
    int trial = (int) number(text, terms, "trial");
    int guarantee = (int) number(text, terms, "guarantee");
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

  private static double number(String text, Map<String, String> terms, String name) {
    String value = terms.remove(name);
    try {
      return value == null ? 0 : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new UsageException("--arm (%s): %s (%s) is no number.".formatted(text, name, value), e);
    }
  }

  private static UsageException wrong(String text, String what) {
    return new UsageException(
        "--arm (%s) %s. Write it like high=6.50,trial=7,guarantee=30,yearly=0.2,tier=gold."
            .formatted(text, what));
  }
}
