package io.tiktoktoe.store.query;

import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.Sql;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The small dimensions in memory, about a thousand rows: who stands behind an audience's number and
 * which currency behind a currency's. Rows are only ever added, so they are read again when there
 * are more. Thread safe.
 */
final class Dimensions {

  private volatile Known known = new Known(Map.of(), Map.of());

  /**
   * An audience without its device, which reports do not tell apart.
   *
   * @param rank its place in the order of source, country, age band and gender, missing ones last
   */
  record Group(
      int rank,
      String source,
      @Nullable String country,
      @Nullable String ageBand,
      @Nullable String gender) {}

  /** What was known at one moment; ranks of two moments differ. */
  record Known(Map<Integer, Group> groups, Map<Integer, Currency> currencies) {

    Group group(int audience) {
      return present("audience", audience, groups.get(audience));
    }

    Currency currency(int number) {
      return present("currency", number, currencies.get(number));
    }

    private static <T> T present(String dimension, int number, @Nullable T found) {
      if (found == null) {
        throw new IllegalStateException(
            "%s (%d) is not in the store's table of them. Rebuild the store from a backup."
                .formatted(dimension, number));
      }
      return found;
    }
  }

  /** What is known, at least of these audiences; every currency. */
  Known with(Queries queries, BitSet audiences) {
    Known before = known;
    if (!before.currencies().isEmpty()
        && audiences.stream().allMatch(before.groups()::containsKey)) {
      return before;
    }
    Known now = new Known(readGroups(queries), readCurrencies(queries));
    known = now;
    return now;
  }

  private Map<Integer, Group> readGroups(Queries queries) {
    record Numbered(int audience, Group group) {}
    List<Numbered> unranked =
        queries
            .rows(
                Sql.of("SELECT audience, source, country, age_band, gender FROM audience"),
                row ->
                    new Numbered(
                        Math.toIntExact(row.number("audience")),
                        new Group(
                            0,
                            row.required("source"),
                            row.text("country"),
                            row.text("age_band"),
                            row.text("gender"))))
            .stream()
            .sorted(Comparator.comparing(Numbered::group, order()))
            .toList();
    Map<Integer, Group> read = HashMap.newHashMap(unranked.size());
    int rank = 0;
    Group last = unranked.isEmpty() ? null : unranked.getFirst().group();
    for (Numbered one : unranked) {
      Group group = one.group();
      if (!group.equals(last)) {
        rank++;
        last = group;
      }
      read.put(
          one.audience(),
          new Group(rank, group.source(), group.country(), group.ageBand(), group.gender()));
    }
    return read;
  }

  private static Comparator<Group> order() {
    Comparator<@Nullable String> text = Comparator.nullsLast(Comparator.<String>naturalOrder());
    return Comparator.comparing(Group::source)
        .thenComparing(Group::country, text)
        .thenComparing(Group::ageBand, text)
        .thenComparing(Group::gender, text);
  }

  private Map<Integer, Currency> readCurrencies(Queries queries) {
    Map<Integer, Currency> read = new HashMap<>();
    queries.query(
        Sql.of("SELECT currency, code FROM currency"),
        row ->
            read.put(
                Math.toIntExact(row.number("currency")),
                Currency.getInstance(row.required("code"))));
    return read;
  }
}
