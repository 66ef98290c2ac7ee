package io.tiktoktoe.store.query;

import io.tiktoktoe.audience.insight.AudienceFacts;
import io.tiktoktoe.audience.insight.AudienceFacts.FailedRenewal;
import io.tiktoktoe.audience.insight.AudienceFacts.Referrals;
import io.tiktoktoe.audience.insight.AudienceFacts.SubscriptionSpell;
import io.tiktoktoe.audience.insight.FanSink;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.audience.insight.PastDecision;
import io.tiktoktoe.content.brief.PastBrief;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.ResultRow;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.query.SubscriptionLife.End;
import io.tiktoktoe.store.query.SubscriptionLife.Failure;
import io.tiktoktoe.store.query.SubscriptionLife.Movement;
import io.tiktoktoe.store.query.Subscriptions.Life;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads one creator's audience from one snapshot. */
final class AudienceReading {

  private final Queries queries;
  private final long creator;
  private final Conversion to;
  private final LocalDate through;
  private final ZoneId zone;
  private final Instant end;
  private final LocalDateTime before;
  private final PersonIndex persons = new PersonIndex();
  private final FanRows rows;

  /**
   * @param zone in which the last day ends
   */
  AudienceReading(Queries queries, long creator, Conversion to, LocalDate through, ZoneId zone) {
    this.queries = queries;
    this.creator = creator;
    this.to = to;
    this.through = through;
    this.zone = zone;
    this.end = DateRange.ofDays(through, through, zone).to();
    this.before = StoreRevenueSource.utc(end);
    // All audiences there are: those of erased fans are met, too.
    Dimensions.Known known = new Dimensions().with(queries, new BitSet());
    this.rows = new FanRows(queries, creator, before, through, persons, known);
  }

  AudienceFacts read(FanSink sink) {
    queries.numbers(
        Sql.file("shared/audience/links", creator, before),
        row -> persons.link(row[0], row[1], row[2] == 1));
    persons.join();
    rows.activity(sink);
    rows.money(sink, new DailyRates(to.rates(), to.target()));
    FirstSights first = FirstSights.read(queries, creator, before, persons, rows);
    Subscriptions subscriptions = subscriptions();
    List<SubscriptionSpell> spells = new ArrayList<>();
    List<FailedRenewal> failures = new ArrayList<>();
    Map<String, String> products = products();
    for (Life life : subscriptions.lives()) {
      int fan = fan(life);
      if (fan >= 0) {
        spells(life, fan, products, spells);
        life.told().failures().forEach(one -> failures.add(failed(fan, one)));
      }
    }
    return facts(first, spells, failures);
  }

  private AudienceFacts facts(
      FirstSights first, List<SubscriptionSpell> spells, List<FailedRenewal> failures) {
    return new AudienceFacts(
        dataThrough(),
        persons.ids(),
        persons.accounts(),
        rows.platforms(),
        first.contents(),
        first.days(),
        first.platforms(),
        first.contentsOf(),
        referrals(),
        spells,
        failures,
        decisions());
  }

  private Instant dataThrough() {
    Instant newest = CreatorReading.coverage(queries, creator, zone).newest();
    return newest.isBefore(end) ? newest : end;
  }

  private Subscriptions subscriptions() {
    return new Subscriptions(
        queries.rows(
            Sql.file("shared/metrics/subscription_events", creator, before), Happening::of),
        to,
        dataThrough());
  }

  /** Who subscribes; -1 for an anonymous subscription and for who has no name any more. */
  private int fan(Life life) {
    String subscriber = life.subscriber().substring(life.subscriber().indexOf('\n') + 1);
    // An anonymous subscription is known by the id of its start, which has dashes.
    return subscriber.indexOf('-', 1) > 0 ? -1 : persons.find(Long.parseLong(subscriber));
  }

  private void spells(
      Life life, int fan, Map<String, String> products, List<SubscriptionSpell> spells) {
    int platform = rows.platform(life.subscriber().substring(0, life.subscriber().indexOf('\n')));
    Movement open = null;
    for (Movement one : life.told().movements()) {
      switch (one.kind()) {
        case NEW, REACTIVATION -> open = one;
        case CHURN -> {
          if (open != null) {
            spells.add(spell(life, fan, platform, products, open, day(one.time())));
          }
          open = null;
        }
        case CONVERSION ->
            open =
                open == null ? null : new Movement(open.time(), open.kind(), false, open.amount());
        case EXPANSION, CONTRACTION, CURRENCY ->
            open =
                open == null
                    ? null
                    : new Movement(
                        open.time(), open.kind(), open.gifted(), open.amount() + one.amount());
      }
    }
    if (open != null) {
      spells.add(spell(life, fan, platform, products, open, FanTable.NEVER));
    }
  }

  private SubscriptionSpell spell(
      Life life, int fan, int platform, Map<String, String> products, Movement start, int endDay) {
    return new SubscriptionSpell(
        fan,
        products.getOrDefault(life.product(), ""),
        rows.platforms().get(platform),
        start.amount(),
        start.gifted(),
        day(start.time()),
        endDay);
  }

  private FailedRenewal failed(int fan, Failure one) {
    return new FailedRenewal(fan, day(one.time()), one.end() == End.OPEN);
  }

  private int day(Instant time) {
    long day = LocalDate.ofInstant(time, ZoneOffset.UTC).toEpochDay();
    return Math.toIntExact(Math.min(day, through.toEpochDay()));
  }

  private Map<String, String> products() {
    Map<String, String> names = new HashMap<>();
    queries.query(
        Sql.of("SELECT product, name FROM product"),
        row -> names.put(row.required("product"), row.required("name")));
    return names;
  }

  private Referrals referrals() {
    List<int[]> edges = new ArrayList<>();
    queries.numbers(
        Sql.file("shared/audience/referrals", creator, before),
        row -> {
          int fan = persons.find(row[0]);
          int referrer = persons.find(row[1]);
          // Two ids of one fan do not bring each other, and who never came brings nobody.
          if (fan >= 0 && referrer >= 0 && fan != referrer) {
            edges.add(new int[] {fan, referrer, rows.day(row[2])});
          }
        });
    return new Referrals(column(edges, 0), column(edges, 1), column(edges, 2));
  }

  private static int[] column(List<int[]> rows, int column) {
    return rows.stream().mapToInt(row -> row[column]).toArray();
  }

  private static PastDecision decision(ResultRow row) {
    Map<String, String> attributes = AttributeText.parse(row.text("attributes"));
    String product = row.text("product");
    if (product != null) {
      attributes.put(PastDecision.PRODUCT, product);
    }
    return new PastDecision(row.instant("time"), attributes);
  }

  private List<PastDecision> decisions() {
    return queries
        .rows(Sql.file("shared/audience/decisions", creator, before), AudienceReading::decision)
        .stream()
        .filter(decision -> !decision.attributes().containsKey(PastDecision.EXPERIMENT))
        // A kept brief is about a content and scored beside contents.
        .filter(decision -> PastBrief.parse(decision.attributes()).isEmpty())
        .toList();
  }
}
