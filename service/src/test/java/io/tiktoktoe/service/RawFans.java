package io.tiktoktoe.service;

import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanDay;
import io.tiktoktoe.audience.insight.FanTable;
import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Event.IdentityLink;
import io.tiktoktoe.event.Event.Interaction;
import io.tiktoktoe.event.Event.Reversal;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.Payment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Features of one creator's fans from deliveries, the plain way: maps, sets and sorted lists. */
final class RawFans {

  static final List<FanCount> COUNTS =
      List.of(
          FanCount.ACTIONS,
          FanCount.VIEWS,
          FanCount.WATCH_MS,
          FanCount.COMPLETED,
          FanCount.LIKES,
          FanCount.COMMENTS,
          FanCount.SHARES,
          FanCount.FOLLOWS,
          FanCount.UNFOLLOWS,
          FanCount.PURCHASES,
          FanCount.ACTIVE_DAYS,
          FanCount.SALES,
          FanCount.REVERSALS,
          FanCount.GROSS,
          FanCount.NET,
          FanCount.PURCHASE_DAYS,
          FanCount.PURCHASE_NET,
          FanCount.FIRST_PURCHASE_NET,
          FanCount.SUBSCRIPTION_NET,
          FanCount.REFERRALS,
          FanCount.ACCOUNTS,
          FanCount.PLATFORMS);

  private final String creator;
  private final Instant end;
  private final Map<String, String> sameAs = new TreeMap<>();

  RawFans(String creator, Instant end) {
    this.creator = creator;
    this.end = end;
  }

  /** One fan as events tell. */
  private static final class One {
    final Set<String> ids = new TreeSet<>();
    final Set<String> platforms = new TreeSet<>();
    final Set<LocalDate> active = new TreeSet<>();
    final List<Event> bought = new ArrayList<>();
    final List<Event> seen = new ArrayList<>();
    final Map<FanCount, Long> counts = new TreeMap<>();

    void add(FanCount count, long more) {
      counts.merge(count, more, Long::sum);
    }
  }

  Map<String, Map<String, Long>> of(List<Event> deliveries) {
    Map<String, Event> events = new TreeMap<>();
    for (Event event : deliveries) {
      if (event.context().creator().equals(creator) && event.context().time().isBefore(end)) {
        events.putIfAbsent(event.context().source() + '\n' + event.context().id(), event);
      }
    }
    List<Event> ordered =
        events.values().stream()
            .sorted(Comparator.comparing((Event event) -> event.context().time()))
            .toList();
    link(ordered);
    Map<String, One> fans = new TreeMap<>();
    for (Event event : ordered) {
      String fan = fan(event, events);
      if (fan != null && !(event instanceof IdentityLink)) {
        count(event, fans.computeIfAbsent(person(fan), key -> new One()));
      }
    }
    refer(ordered, fans);
    Map<String, Map<String, Long>> told = new TreeMap<>();
    fans.forEach((name, one) -> told.put(name, told(name, one)));
    told.values().removeIf(one -> one.getOrDefault("FIRST_SEEN", 0L) == FanTable.NEVER);
    return told;
  }

  private static String fan(Event event, Map<String, Event> events) {
    if (event.context().fan() != null || !(event instanceof Reversal reversal)) {
      return event.context().fan();
    }
    Event sale = events.get(event.context().source() + '\n' + reversal.refersTo());
    return sale == null ? null : sale.context().fan();
  }

  private void link(List<Event> ordered) {
    Map<Set<String>, Boolean> last = new HashMap<>();
    for (Event event : ordered) {
      if (event instanceof IdentityLink link) {
        last.put(
            Set.of(link.context().fan(), link.otherFan()),
            link.kind() == EventType.IDENTITY_LINKED);
      }
    }
    for (int round = 0; round < last.size(); round++) {
      last.forEach(
          (pair, linked) -> {
            if (linked) {
              String least = pair.stream().map(this::person).sorted().findFirst().orElseThrow();
              pair.forEach(id -> sameAs.put(id, least));
            }
          });
    }
  }

  private String person(String id) {
    return sameAs.getOrDefault(id, id);
  }

  private void refer(List<Event> ordered, Map<String, One> fans) {
    Map<String, String> by = new TreeMap<>();
    for (Event event : ordered) {
      String referrer = event.context().attributes().get("referred_by");
      if (referrer != null && event.context().fan() != null) {
        String fan = person(event.context().fan());
        if (fans.containsKey(person(referrer)) && !fan.equals(person(referrer))) {
          by.putIfAbsent(fan, person(referrer));
        }
      }
    }
    by.values().forEach(referrer -> fans.get(referrer).add(FanCount.REFERRALS, 1));
  }

  private static void count(Event event, One one) {
    Payment payment = payment(event);
    if (event instanceof Interaction interaction) {
      behave(event, interaction.behaviour(), one);
      one.seen.add(event);
      one.platforms.add(event.context().source());
    } else if (payment != null) {
      one.seen.add(event);
      one.platforms.add(event.context().source());
      one.bought.add(event);
    } else if (event.type().isOfSubscription()) {
      one.seen.add(event);
    }
  }

  private static void behave(Event event, Behaviour behaviour, One one) {
    long n = behaviour.count();
    if (event.type() != EventType.UNFOLLOW) {
      one.add(FanCount.ACTIONS, n);
      one.active.add(day(event));
    }
    switch (event.type()) {
      case VIEW -> one.add(FanCount.VIEWS, n);
      case LIKE -> one.add(FanCount.LIKES, n);
      case COMMENT -> one.add(FanCount.COMMENTS, n);
      case SHARE -> one.add(FanCount.SHARES, n);
      case FOLLOW -> one.add(FanCount.FOLLOWS, n);
      case UNFOLLOW -> one.add(FanCount.UNFOLLOWS, n);
      default -> one.add(FanCount.ACTIONS, 0);
    }
    one.add(FanCount.WATCH_MS, behaviour.watchMs());
    one.add(FanCount.COMPLETED, behaviour.completed() ? 1 : 0);
  }

  static Payment payment(Event event) {
    return switch (event) {
      case Event.Tip tip -> tip.payment();
      case Event.SubscriptionStarted started -> started.payment();
      case Event.SubscriptionRenewed renewed -> renewed.payment();
      case Event.MerchandiseOrder order -> order.payment();
      case Reversal reversal -> reversal.payment();
      default -> null;
    };
  }

  private static LocalDate day(Event event) {
    return LocalDate.ofInstant(event.context().time(), ZoneOffset.UTC);
  }

  private static long number(LongStream days) {
    return days.min().orElse(FanTable.NEVER);
  }

  private Map<String, Long> told(String name, One one) {
    Set<LocalDate> days = new TreeSet<>();
    LocalDate firstPurchase = null;
    for (Event event : one.bought) {
      if (event.type().sign() > 0 && !event.type().isOfSubscription()) {
        one.add(FanCount.PURCHASES, 1);
        one.add(FanCount.ACTIONS, 1);
        one.active.add(day(event));
        days.add(day(event));
        firstPurchase = firstPurchase == null ? day(event) : firstPurchase;
      }
    }
    RawSpend.of(one.bought, firstPurchase).forEach(one::add);
    one.add(FanCount.ACTIVE_DAYS, one.active.size());
    one.add(FanCount.PURCHASE_DAYS, days.size());
    one.add(FanCount.PLATFORMS, one.platforms.size());
    long accounts = sameAs.values().stream().filter(name::equals).count();
    one.add(FanCount.ACCOUNTS, Math.max(1, accounts));
    Map<String, Long> told = new TreeMap<>();
    for (FanCount count : COUNTS) {
      told.put(count.label(), one.counts.getOrDefault(count, 0L));
    }
    told.put(
        FanDay.FIRST_SEEN.name(), number(one.seen.stream().mapToLong(e -> day(e).toEpochDay())));
    told.put(FanDay.FIRST_ACTIVE.name(), number(epoch(one.active)));
    told.put(FanDay.LAST_ACTIVE.name(), epoch(one.active).max().orElse(FanTable.NEVER));
    told.put(FanDay.FIRST_PURCHASE.name(), number(epoch(days)));
    told.put(FanDay.LAST_PURCHASE.name(), epoch(days).max().orElse(FanTable.NEVER));
    told.put(
        FanDay.FIRST_SALE.name(),
        number(
            one.bought.stream()
                .filter(event -> event.type().sign() > 0)
                .mapToLong(event -> day(event).toEpochDay())));
    return told;
  }

  private static LongStream epoch(Set<LocalDate> days) {
    return days.stream().mapToLong(LocalDate::toEpochDay);
  }
}
