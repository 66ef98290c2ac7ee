package io.tiktoktoe.service.text;

import io.tiktoktoe.pricing.insight.ElasticityEstimate.Evidence;
import io.tiktoktoe.service.model.price.ElasticityAnswer;
import io.tiktoktoe.service.model.price.ElasticityRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be said about elasticities beside their numbers. */
public final class ElasticityWords {

  private static final int NAMED = 5;

  private ElasticityWords() {}

  /** One sentence for each thing that weakens the answer; none when nothing does. */
  public static List<String> notes(ElasticityAnswer answer) {
    List<String> notes = new ArrayList<>();
    boolean others = answer.elasticities().typical().isPresent();
    for (Evidence evidence : Evidence.values()) {
      List<ElasticityRow> rows =
          answer.rows().stream().filter(row -> row.evidence() == evidence).toList();
      if (!rows.isEmpty() && evidence != Evidence.STRONG) {
        notes.add(names(rows) + ": " + says(evidence, others));
      }
    }
    if (answer.elasticities().leftOut() > 0) {
      notes.add(
          "%,d rows were not used: their price is 0, or something in them is missing."
              .formatted(answer.elasticities().leftOut()));
    }
    if (!answer.unusedColumns().isEmpty()) {
      notes.add(
          "columns not used, because they hold more than 50 different texts: "
              + String.join(", ", answer.unusedColumns()));
    }
    return notes;
  }

  private static String names(List<ElasticityRow> rows) {
    String named =
        rows.stream().limit(NAMED).map(ElasticityRow::product).collect(Collectors.joining(", "));
    return rows.size() <= NAMED ? named : named + " and %,d more".formatted(rows.size() - NAMED);
  }

  /** What little evidence means. */
  static String says(Evidence evidence, boolean others) {
    String instead = others ? " The row says what products like it have." : " Nothing is told.";
    return switch (evidence) {
      case STRONG -> "its own rows say most.";
      case WEAK ->
          "weakly identified: its own rows say less than the other products or the prior do."
              + " A price test would tell more.";
      case PRICE_NEVER_CHANGED ->
          "its price never changed, so its rows say nothing." + instead + " Try a second price.";
      case PRICE_FOLLOWS_CONTROLS ->
          "its price moved only together with controls, season or place, so its rows cannot tell"
              + " the price from these."
              + instead
              + " Change the price at another time, or leave a control out.";
      case TOO_FEW_ROWS -> "it has too few rows with a price and a quantity." + instead;
      case FREE -> "it was free all along: there is no percent of a price of 0. Nothing is told.";
    };
  }
}
