package io.tiktoktoe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.FanAction;
import io.tiktoktoe.simulation.model.Intervention;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import io.tiktoktoe.work.Progress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same economy with one thing changed: what does not follow from it stays as it was. */
class CounterfactualTest {

  private static final EconomyOptions OPTIONS =
      EconomyOptions.defaults()
          .withCreators(12)
          .withMonths(LocalDate.of(2025, 9, 1), 6)
          .withTargetEvents(40_000);

  private static final CreatorEconomy ECONOMY = CreatorEconomy.of(OPTIONS);
  private static final Run BEFORE = Run.of(ECONOMY);

  private record Run(List<Event> events, Truth truth) {
    static Run of(CreatorEconomy economy) {
      List<Event> events = new ArrayList<>();
      Truth truth = new Truth();
      economy.run(events::add, truth, Progress.SILENT);
      return new Run(events, truth);
    }

    List<TruthRecord.Ledger> ledger() {
      return truth.all(TruthRecord.Ledger.class);
    }
  }

  /** The content that caused most. */
  private static TruthRecord.Content best() {
    return BEFORE.truth.all(TruthRecord.Content.class).stream()
        .max(Comparator.comparingLong(one -> one.causedTips() + one.causedMerchandise()))
        .orElseThrow();
  }

  @Test
  void withoutAContentNothingElseChangesBeforeItOrWithOthers() {
    TruthRecord.Content best = best();
    LocalDate published = LocalDate.ofInstant(best.published(), ZoneOffset.UTC).minusDays(1);
    Intervention without = new Intervention.ContentRemoved(best.content(), OPTIONS.start());
    Run after = Run.of(ECONOMY.with(without));

    assertThat(others(after, best.creator())).isEqualTo(others(BEFORE, best.creator()));
    assertThat(after.ledger().stream().filter(row -> row.day().isBefore(published)).toList())
        .isEqualTo(BEFORE.ledger().stream().filter(row -> row.day().isBefore(published)).toList());
    assertThat(after.events)
        .noneMatch(event -> best.content().equals(event.context().content()))
        .isNotEmpty();
    assertThat(after.ledger()).isNotEqualTo(BEFORE.ledger());
  }

  @Test
  void whoIsToldWhatToMakeMakesItAndNothingElseChanges() {
    TruthRecord.Content best = best();
    LocalDate from = OPTIONS.start().plusDays(60);
    Intervention told =
        Intervention.parse(
            "publish:%s/video@%s..%s".formatted(best.creator(), from, from.plusDays(60)),
            OPTIONS.start());
    Run after = Run.of(ECONOMY.with(told));

    assertThat(others(after, best.creator())).isEqualTo(others(BEFORE, best.creator()));
    List<TruthRecord.Content> made =
        after.truth.all(TruthRecord.Content.class).stream()
            .filter(one -> one.creator().equals(best.creator()))
            .filter(
                one ->
                    one.published()
                        .isAfter(from.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
            .filter(
                one ->
                    one.published()
                        .isBefore(from.plusDays(59).atStartOfDay(ZoneOffset.UTC).toInstant()))
            .toList();
    assertThat(made).isNotEmpty().allMatch(one -> one.type().equals("video"));
    assertThat(BEFORE.truth.all(TruthRecord.Content.class))
        .filteredOn(one -> one.creator().equals(best.creator()))
        .anyMatch(one -> !one.type().equals("video"));
    assertThat(after.ledger().stream().filter(row -> row.day().isBefore(from)).toList())
        .isEqualTo(BEFORE.ledger().stream().filter(row -> row.day().isBefore(from)).toList());
  }

  private static List<TruthRecord.Ledger> others(Run run, String creator) {
    return run.ledger().stream().filter(row -> !row.creator().equals(creator)).toList();
  }

  @Test
  void aContentIsWorthAboutWhatItCaused() {
    TruthRecord.Content best = best();
    long caused = best.causedTips() + best.causedMerchandise() + best.causedSubscriptions();
    long value = Counterfactual.valueOf(ECONOMY, best.content());

    assertThat((double) value).isBetween(0.2 * caused, 5.0 * (caused + best.valueOfFollows()));
  }

  @Test
  void aPlatformThatIsGoneSendsNoViews() {
    LocalDate gone = OPTIONS.start().plusMonths(3);
    Run after = Run.of(ECONOMY.with(new Intervention.PlatformGone("youtube", gone)));

    assertThat(after.events)
        .noneMatch(
            event ->
                event instanceof Event.Interaction view
                    && view.kind() == io.tiktoktoe.event.EventType.VIEW
                    && view.context().source().equals("youtube")
                    && view.context()
                        .time()
                        .isAfter(gone.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC)));
    Map<Stream, Long> effect =
        Counterfactual.effect(ECONOMY, new Intervention.PlatformGone("youtube", gone));
    assertThat(effect.get(Stream.TIPS)).isNegative();
    assertThat(effect.get(Stream.ADVERTISING)).isNegative();
  }

  @Test
  void dearerSellsLess() {
    TruthRecord.Product product =
        BEFORE.truth.all(TruthRecord.Product.class).stream()
            .filter(one -> one.kind().equals("merchandise"))
            .max(Comparator.comparingLong(one -> bought(BEFORE, one.product())))
            .orElseThrow();
    Run after =
        Run.of(ECONOMY.with(new Intervention.PriceChanged(product.product(), 3, OPTIONS.start())));

    assertThat(bought(after, product.product())).isLessThan(bought(BEFORE, product.product()));
  }

  private static long bought(Run run, String product) {
    return run.events.stream()
        .filter(event -> event instanceof Event.PriceExposure look && look.bought())
        .filter(event -> product.equals(event.context().product()))
        .map(event -> event.context().id())
        .distinct()
        .count();
  }

  @Test
  void thanksKeepMembers() {
    String creator =
        BEFORE.truth.all(TruthRecord.Creator.class).stream()
            .max(Comparator.comparingDouble(TruthRecord.Creator::size))
            .orElseThrow()
            .creator();
    CreatorEconomy thankful = ECONOMY;
    for (String segment : List.of("lurker", "casual", "regular", "superfan", "whale")) {
      thankful =
          thankful.with(
              new Intervention.ActionTaken(
                  creator, segment, FanAction.THANK, OPTIONS.start(), OPTIONS.end()));
    }

    assertThat(left(Run.of(thankful), creator)).isLessThan(left(BEFORE, creator));
  }

  private static long left(Run run, String creator) {
    long churned =
        run.truth.all(TruthRecord.Movement.class).stream()
            .filter(one -> one.creator().equals(creator))
            .filter(one -> one.kind() == SubscriptionMovement.Kind.CHURN)
            .count();
    return churned
        + run.truth.all(TruthRecord.Fan.class).stream()
            .filter(fan -> fan.creator().equals(creator) && fan.left() != null)
            .count();
  }

  @Test
  void oneCreatorAloneLivesAsAmongOthers() {
    String creator = best().creator();
    Run alone = Run.of(ECONOMY.restrictedTo(creator));

    assertThat(alone.ledger())
        .isNotEmpty()
        .isEqualTo(BEFORE.ledger().stream().filter(row -> row.creator().equals(creator)).toList());
  }

  @Test
  void valuesAreToldForSomeContentsOfEachCreator() {
    Truth truth = new Truth();
    CreatorEconomy few =
        CreatorEconomy.of(OPTIONS.withCreators(3).withMonths(2).withTargetEvents(3_000));
    Counterfactual.tellValues(few, 2, truth, Progress.SILENT);

    assertThat(truth.all(WorldTruth.ContentValue.class)).hasSizeBetween(2, 6);

    Truth every = new Truth();
    Counterfactual.tellValues(few.restrictedTo(creatorOf(few)), 1_000, every, Progress.SILENT);
    assertThat(every.all(WorldTruth.ContentValue.class))
        .extracting(WorldTruth.ContentValue::content)
        .hasSizeGreaterThan(3)
        .doesNotHaveDuplicates();
  }

  private static String creatorOf(CreatorEconomy economy) {
    return Run.of(economy).truth.all(TruthRecord.Creator.class).getFirst().creator();
  }

  @Test
  void changesThatNameNothingAreRefused() {
    CreatorEconomy few =
        CreatorEconomy.of(OPTIONS.withCreators(2).withMonths(1).withTargetEvents(500));

    assertThatThrownBy(
            () -> Run.of(few.with(Intervention.parse("content:nobody-p10001", OPTIONS.start()))))
        .hasMessageContaining("nobody-p10001");
    assertThatThrownBy(
            () -> Run.of(few.with(Intervention.parse("platform:myspace", OPTIONS.start()))))
        .hasMessageContaining("platform (myspace)")
        .hasMessageContaining("youtube");
    LocalDate end = few.options().end();
    assertThatThrownBy(() -> Run.of(few.with(new Intervention.PlatformGone("twitch", end))))
        .hasMessageContaining("beyond the last simulated day");
    assertThatThrownBy(() -> Intervention.parse("price:art", OPTIONS.start()))
        .hasMessageContaining("change (price:art)");
    assertThatThrownBy(() -> Counterfactual.valueOf(few, "x")).hasMessageContaining("content (x)");
  }

  @Test
  void changesAreReadFromText() {
    LocalDate start = OPTIONS.start();
    LocalDate june = LocalDate.of(2026, 6, 1);

    assertThat(Intervention.parse("content:art-0001-p10004", start))
        .isEqualTo(new Intervention.ContentRemoved("art-0001-p10004", start));
    assertThat(Intervention.parse("platform:twitch@2026-06-01", start))
        .isEqualTo(new Intervention.PlatformGone("twitch", june));
    assertThat(Intervention.parse("price:art-0001:basic=1.2@2026-06-01", start))
        .isEqualTo(new Intervention.PriceChanged("art-0001:basic", 1.2, june));
    assertThat(Intervention.parse("action:art-0001/whale/thank@2026-06-01..2026-07-01", start))
        .isEqualTo(
            new Intervention.ActionTaken(
                "art-0001", "whale", FanAction.THANK, june, LocalDate.of(2026, 7, 1)));
  }
}
