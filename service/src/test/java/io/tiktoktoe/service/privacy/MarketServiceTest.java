package io.tiktoktoe.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.MarketTrend;
import io.tiktoktoe.content.insight.MarketTrend.Choice;
import io.tiktoktoe.content.insight.MarketTrends;
import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventBuilder;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.pipeline.insight.MarketAct;
import io.tiktoktoe.pipeline.insight.MarketSink;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.service.content.ContentService;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.content.ContentRequest;
import io.tiktoktoe.store.PrivacyLedger;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Market trends from a real store. */
class MarketServiceTest {

  private static final Instant NOW = Instant.parse("2026-09-05T12:00:00Z");
  private static final Call CALL = Call.at(NOW);
  private static final Instant JULY = Instant.parse("2026-07-10T09:00:00Z");
  private static final Instant AUGUST = Instant.parse("2026-08-10T09:00:00Z");
  private static final LocalDate LAST = LocalDate.parse("2026-08-31");

  @TempDir Path folder;

  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("store.duckdb"), StoreOptions.defaults());
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Grants a large budget: noise of about one person. */
  private static final class Generous implements BudgetLedger {

    private final Map<String, byte[]> answers = new HashMap<>();
    private int charges;

    @Override
    public Price limit(BudgetAccount account) {
      return Price.of(new PrivacyBudget(50, 1e-6));
    }

    @Override
    public Charge charge(BudgetAccount account, String key, String about, Price price) {
      byte[] known = answers.get(key);
      if (known != null) {
        return new Charge.Answered(known);
      }
      // As the real one: what costs more than there is is refused.
      if (price.microEpsilon() > limit(account).microEpsilon()) {
        return new Charge.Overspent(price, limit(account), limit(account), Optional.empty());
      }
      charges++;
      return new Charge.Granted();
    }

    @Override
    public byte[] keep(BudgetAccount account, String key, byte[] answer) {
      answers.put(key, answer);
      return answer;
    }
  }

  private static EventBuilder view(String id, String fan, String content, Instant time) {
    return Event.interaction(EventType.VIEW, new Behaviour(60_000, 120_000, true, 1))
        .from("youtube", id)
        .at(time)
        .creator("ada")
        .fan(fan)
        .content(content);
  }

  /** Live streams double from a quarter of the fans to a half. */
  private void market(int fans) {
    List<Event> events = new ArrayList<>();
    for (int fan = 0; fan < fans; fan++) {
      for (int month = 0; month < 2; month++) {
        boolean live = fan % 4 == 0 || month == 1 && fan % 4 == 1;
        String id = "v" + fan + "-" + month;
        EventBuilder event =
            view(id, "fan-" + fan, live ? "show" : "clip", month == 0 ? JULY : AUGUST);
        events.add(
            live
                ? event.attribute("content_type", "live").attribute("category", "cooking").build()
                : event.build());
      }
    }
    events.add(view("last", "fan-0", "clip", Instant.parse("2026-09-04T09:00:00Z")).build());
    store.events().append(events, IngestOptions.of("market", NOW));
  }

  @Test
  void trendsAreReleasedOnceAndUsedFromThenOn() {
    market(600);
    Generous ledger = new Generous();
    MarketService service = MarketService.of(store, ledger);
    assertThat(service.newest(LAST)).isEmpty();
    assertThat(ledger.charges).isZero();

    MarketTrends released = service.release(Optional.of(LAST), CALL);
    MarketTrend live = released.of(Choice.TYPE, "live").orElseThrow();
    assertThat(live.measure()).isEqualTo(MarketTrend.Measure.PEOPLE);
    assertThat(live.change()).isCloseTo(2, within(0.3));
    assertThat(released.of(Choice.CATEGORY, "cooking")).isEmpty();
    assertThat(released.now().day(released.now().from())).isEqualTo("2026-08-01");

    MarketTrends again = service.newest(LAST).orElseThrow();
    assertThat(again.trends()).isEqualTo(released.trends());
    assertThat(again.repeated()).isTrue();
    assertThat(ledger.charges).isOne();
    // Of a day before the month was over it is not known yet.
    assertThat(service.newest(LAST.minusDays(1))).isEmpty();
    assertThat(
            ContentService.of(store)
                .withMarket(service::newest)
                .contents(ContentRequest.of("ada"), CALL)
                .market())
        .contains(again);
    assertThat(ContentService.of(store).contents(ContentRequest.of("ada"), CALL).market())
        .isEmpty();
  }

  @Test
  void theRealLedgerIsChargedUnderThePurposeMarket() {
    market(40);
    PrivacyLedger ledger =
        PrivacyLedger.beside(store.file(), folder.resolve("witness"), InstantSource.fixed(NOW));
    MarketTrends released = MarketService.of(store, ledger).release(Optional.of(LAST), CALL);

    assertThat(released.epsilon()).isEqualTo(0.1);
    assertThat(released.trends()).isEmpty();
    assertThat(ledger.statement().accounts()).hasSize(1);
    assertThat(ledger.statement().accounts().getFirst().account().purpose()).isEqualTo("market");
  }

  private List<MarketAct> acts() {
    List<MarketAct> acts = new ArrayList<>();
    MarketSink sink =
        new MarketSink() {
          @Override
          public void act(MarketAct act) {
            acts.add(act);
          }

          @Override
          public void endOfAccount(long person, boolean more) {
            assertThat(person).isNotNegative();
          }
        };
    DateRange period = DateRange.ofDays(LocalDate.parse("2026-07-01"), LAST, ZoneOffset.UTC);
    return store.market(
        period,
        Instant.parse("2026-08-01T00:00:00Z"),
        Money.currency("USD"),
        data -> {
          data.acts(sink);
          return acts;
        });
  }

  /** What one person's event says of a content must not decide where another person counts. */
  @Test
  void anotherPersonsWordOnAContentDoesNotCount() {
    store
        .events()
        .append(
            List.of(
                view("a", "fan-a", "clip", JULY).attribute("category", "cooking").build(),
                view("b", "fan-b", "clip", AUGUST).build(),
                Event.interaction(EventType.VIEW, new Behaviour(0, 0, false, 7))
                    .from("youtube", "total")
                    .at(JULY)
                    .creator("ada")
                    .content("known")
                    .attribute("content_type", "live")
                    .attribute("category", "chess")
                    .build(),
                view("c", "fan-c", "known", AUGUST).build(),
                Event.tip(Payment.of("3.00", "USD"))
                    .from("youtube", "tip")
                    .at(AUGUST)
                    .creator("ada")
                    .fan("fan-c")
                    .build()),
            IngestOptions.of("words", NOW));

    assertThat(acts())
        .containsExactlyInAnyOrder(
            new MarketAct(false, Optional.of(ContentKind.SHORT), "cooking", 1, 0),
            new MarketAct(true, Optional.of(ContentKind.SHORT), "", 1, 0),
            new MarketAct(true, Optional.of(ContentKind.LIVE), "chess", 1, 0),
            new MarketAct(true, Optional.empty(), "", 0, 300));
  }

  /** No epsilon can be named with it, and of a share that was spent a smaller one has nothing. */
  @Test
  void aRefusalNamesRemediesThatWorkForMonths() {
    PrivacyLedger ledger =
        PrivacyLedger.beside(store.file(), folder.resolve("witness"), InstantSource.fixed(NOW));
    BudgetAccount other = new BudgetAccount("store", "insight");
    ledger.charge(other, "other", "other", Price.of(new PrivacyBudget(0.08, 8e-7)));
    MarketService market = MarketService.of(store, ledger);

    assertThatThrownBy(() -> market.release(Optional.of(LAST), CALL))
        .hasMessageContaining("at this share")
        .hasMessageContaining("'privacy ledger --share market=0.2'")
        .hasMessageNotContaining("delta")
        .hasMessageNotContaining("{");
    LedgerService.share(ledger, Map.of("market", 0.2));
    assertThat(market.release(Optional.of(LAST), CALL).trends())
        .isEqualTo(market.newest(LAST).orElseThrow().trends());
  }
}
