package io.tiktoktoe.privacy.question;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A question to a store: statistics of a period that are released together. Equal requests are one
 * question, answered once.
 *
 * @param account whose budget it takes
 * @param data which data, such as a store's name: the same question of other data is another one
 * @param period of the events
 * @param budget what it may cost; all of it is taken
 * @param statistics at least one, no two of one name
 */
public record ReleaseRequest(
    BudgetAccount account,
    String data,
    DateRange period,
    PrivacyBudget budget,
    List<Statistic> statistics) {

  public ReleaseRequest {
    statistics = List.copyOf(statistics);
    Set<String> names = new HashSet<>();
    for (Statistic one : statistics) {
      if (!names.add(one.name())) {
        throw new IllegalArgumentException(
            "name (%s) is borne by two statistics. Name them apart.".formatted(one.name()));
      }
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("There must be at least one statistic.");
    }
  }

  /** The names of its statistics, for people to read. */
  public String names() {
    return statistics.stream().map(Statistic::name).collect(Collectors.joining(", "));
  }
}
