package io.tiktoktoe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.Intervention;
import io.tiktoktoe.work.Progress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Living day by day, on one thread or several, and deciding on the way. */
class RunningEconomyTest {

  private static final EconomyOptions OPTIONS =
      EconomyOptions.defaults()
          .withCreators(40)
          .withMonths(LocalDate.of(2026, 2, 1), 3)
          .withTargetEvents(20_000);

  private static List<Object> run(CreatorEconomy economy) {
    List<Object> all = new ArrayList<>();
    economy.run(all::add, all::add, Progress.SILENT);
    return all;
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    CreatorEconomy economy = CreatorEconomy.of(OPTIONS);

    assertThat(run(economy.withThreads(4))).isEqualTo(run(economy.withThreads(1)));
  }

  @Test
  void stepsAreARun() {
    List<Object> all = new ArrayList<>();
    RunningEconomy running = CreatorEconomy.of(OPTIONS).begin(all::add, all::add);
    int steps = 0;
    while (running.hasNext()) {
      running.step();
      steps++;
    }
    running.finish(Progress.SILENT);

    assertThat(steps).isEqualTo(OPTIONS.days());
    assertThat(running.today()).isEqualTo(OPTIONS.end());
    assertThat(all).isEqualTo(run(CreatorEconomy.of(OPTIONS)));
    assertThatThrownBy(running::step).hasMessageContaining("ended on 2026-05-01");
  }

  @Test
  void aDecisionHoldsFromTheNextDayOn() {
    LocalDate decided = OPTIONS.start().plusDays(45);
    List<Event> events = new ArrayList<>();
    RunningEconomy running = CreatorEconomy.of(OPTIONS).begin(events::add, fact -> {});
    while (running.today().isBefore(decided)) {
      running.step();
    }
    running.decide(new Intervention.PlatformGone("twitch", running.today()));
    running.finish(Progress.SILENT);
    List<Event> undecided = new ArrayList<>();
    CreatorEconomy.of(OPTIONS).run(undecided::add, Progress.SILENT);

    assertThat(views(events, "twitch", decided.plusDays(2), OPTIONS.end())).isZero();
    assertThat(views(undecided, "twitch", decided.plusDays(2), OPTIONS.end())).isPositive();
    assertThat(views(events, "twitch", OPTIONS.start(), decided.minusDays(1)))
        .isEqualTo(views(undecided, "twitch", OPTIONS.start(), decided.minusDays(1)));
  }

  private static long views(List<Event> events, String source, LocalDate from, LocalDate to) {
    return events.stream()
        .filter(event -> event.type() == io.tiktoktoe.event.EventType.VIEW)
        .filter(event -> event.context().source().equals(source))
        .filter(
            event -> {
              LocalDate day = LocalDate.ofInstant(event.context().time(), ZoneOffset.UTC);
              return !day.isBefore(from) && day.isBefore(to);
            })
        .count();
  }
}
