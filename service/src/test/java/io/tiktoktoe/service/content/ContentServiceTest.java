package io.tiktoktoe.service.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.content.insight.AttributionTotals;
import io.tiktoktoe.content.insight.ContentInsights;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.ContentState;
import io.tiktoktoe.content.insight.ContentValuation;
import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventBuilder;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.content.ContentRequest;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A store's contents as a library's user asks for them. Nothing is left to chance. */
class ContentServiceTest {

  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-09-05T12:00:00Z");

  @TempDir static Path directory;

  private static Store store;
  private static final List<Event> EVENTS = new ArrayList<>();

  private static EventBuilder at(EventBuilder builder, String source, double hour) {
    return builder
        .from(source, "e" + EVENTS.size())
        .at(START.plusSeconds(Math.round(3_600 * hour)))
        .creator("ada");
  }

  private static EventBuilder view(String source, String fan, String content, double hour) {
    Behaviour watched = new Behaviour(20_000, 40_000, false, 1);
    return at(Event.interaction(EventType.VIEW, watched), source, hour).fan(fan).content(content);
  }

  private static void add(EventBuilder builder) {
    EVENTS.add(builder.build());
  }

  @BeforeAll
  static void fill() {
    store = Store.open(directory.resolve("store.duckdb"), StoreOptions.defaults());
    for (int i = 0; i < 12; i++) {
      for (int fan = 0; fan < 8; fan++) {
        add(view("youtube", "fan-" + fan, "clip-" + i, 30 * i + fan));
      }
      add(
          at(Event.tip(Payment.of("5.00", "USD")), "youtube", 30 * i + 1.1)
              .fan("fan-1")
              .content("clip-" + i));
    }
    add(at(Event.tip(Payment.of("3.00", "USD")), "youtube", 300).fan("stranger"));
    add(at(Event.adRevenue(Payment.of("1.25", "USD")), "youtube", 55).content("clip-2"));
    // Paid and given back: neither direct nor in the books.
    add(at(Event.tip(Payment.of("9.00", "USD")), "youtube", 61.2).fan("fan-2").content("clip-2"));
    String sale = "e" + (EVENTS.size() - 1);
    add(at(Event.refund(Payment.of("9.00", "USD"), sale), "youtube", 90));
    // The same id on four platforms is one content.
    for (String source : List.of("youtube", "tiktok", "instagram", "twitch")) {
      add(view(source, "fan-3", "everywhere", 100 + EVENTS.size() % 7));
    }
    // A replay and what was published again are the content that they say.
    add(view("twitch", "fan-4", "show", 120).attribute("content_type", "live"));
    add(view("youtube", "fan-5", "show-again", 150).attribute("replay_of", "show"));
    add(view("youtube", "fan-6", "clip-0-new", 170).attribute("same_as", "clip-0"));
    add(view("youtube", "fan-6", "gone", 171).attribute("removed", "true"));
    add(
        view("youtube", "fan-6", "planned", 172)
            .attribute("published", "2026-12-24T18:00:00Z")
            .attribute("category", "cooking"));
    store.events().append(EVENTS, IngestOptions.of("made", NOW));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static ContentInsights ask(ContentRequest request) {
    return ContentService.of(store).contents(request, Call.at(NOW));
  }

  private static ContentValuation only(String id) {
    List<ContentValuation> all = ask(ContentRequest.of("ada").about(id)).valuations();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void attributedAndUnattributedAreTheBooksToTheCent() {
    AttributionTotals totals = ask(ContentRequest.of("ada")).totals();
    assertThat(totals.ledger()).containsEntry(Stream.TIPS, 12 * 500L + 300L);
    assertThat(totals.ledger()).containsEntry(Stream.ADVERTISING, 125L);
    for (Stream stream : Stream.values()) {
      assertThat(totals.direct().get(stream) + totals.unattributed().get(stream))
          .isEqualTo(totals.ledger().get(stream));
    }
    assertThat(totals.unattributed().get(Stream.TIPS)).isGreaterThanOrEqualTo(300);
    assertThat(totals.direct().get(Stream.ADVERTISING)).isEqualTo(125);
  }

  @Test
  void whatWasGivenBackIsWorthNothing() {
    assertThat(only("clip-2").worth().direct().get(Stream.TIPS)).isBetween(1L, 500L);
  }

  @Test
  void aDaysReportOfIncomeDoesNotMakeAContentOlder() {
    assertThat(only("clip-2").content().published()).isEqualTo(START.plusSeconds(60 * 3_600));
  }

  @Test
  void oneIdOnFourPlatformsIsOneContent() {
    ContentValuation everywhere = only("everywhere");
    assertThat(everywhere.views()).isEqualTo(4);
    assertThat(everywhere.content().platforms())
        .containsExactly("instagram", "tiktok", "twitch", "youtube");
  }

  @Test
  void replaysAndWhatIsPublishedAgainBelongToTheFirst() {
    ContentValuation show = only("show-again");
    assertThat(show.content().id()).isEqualTo("show");
    assertThat(show.content().kind()).isEqualTo(ContentKind.LIVE);
    assertThat(show.content().copies()).containsExactly("show-again");
    assertThat(show.views()).isEqualTo(2);
    ContentValuation again = only("clip-0");
    assertThat(again.content().published()).isEqualTo(START);
    assertThat(again.views()).isEqualTo(9);
  }

  @Test
  void sendersSayWhatIsTakenDownAndWhatLiesAhead() {
    assertThat(only("gone").state()).isEqualTo(ContentState.REMOVED);
    assertThat(only("planned").state()).isEqualTo(ContentState.AHEAD);
    assertThat(only("planned").content().category()).isEqualTo("cooking");
  }

  @Test
  void anUnknownContentIsRefusedWithOnesThatExist() {
    assertThatThrownBy(() -> ask(ContentRequest.of("ada").about("clip-99")))
        .isInstanceOf(ServiceException.UnusableInput.class)
        .hasMessageContaining("content (clip-99) is no content of ada")
        .hasMessageContaining("clip-9");
  }

  @Test
  void nothingAfterTheDayIsLookedAt() {
    ContentInsights early = ask(ContentRequest.of("ada").asOf(LocalDate.parse("2026-06-03")));
    assertThat(early.contents()).isEqualTo(3);
    assertThatThrownBy(() -> ask(ContentRequest.of("ada").asOf(LocalDate.parse("2027-01-01"))))
        .isInstanceOf(ServiceException.UnusableInput.class)
        .hasMessageContaining("lies ahead");
  }

  @Test
  void theAnswerSaysWhatEachFigureMeans() throws IOException {
    StringWriter out = new StringWriter();
    JsonAnswer.write(ask(ContentRequest.of("ada").about("clip-3")), out);
    JsonNode json = new JsonMapper().readTree(out.toString());
    assertThat(json.at("/definitions/touch").asString()).contains("at most 7 days before");
    assertThat(json.at("/definitions/direct").asString()).startsWith("Direct: ");
    assertThat(json.at("/valuations/0/cohort/compared_with").asString())
        .startsWith("Compared with ");
    assertThat(json.at("/valuations/0/worth/direct_total").asLong()).isPositive();
  }
}
