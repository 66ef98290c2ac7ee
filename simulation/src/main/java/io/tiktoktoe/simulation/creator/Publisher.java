package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.Purpose;
import io.tiktoktoe.simulation.fan.Content;
import io.tiktoktoe.simulation.model.Intervention.ContentSteered;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import io.tiktoktoe.simulation.world.ContentType;
import io.tiktoktoe.simulation.world.LevelPath;
import io.tiktoktoe.simulation.world.Niche;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a creator publishes day by day: by habit, or as they are told to (an intervention). */
final class Publisher {

  private final CreatorModel model;
  private final SharedWorld world;
  private final LevelPath level;
  private final Library library;
  private final Draws draws;
  private final Consumer<TruthRecord> truth;

  Publisher(
      CreatorModel model,
      SharedWorld world,
      LevelPath level,
      Library library,
      Draws draws,
      Consumer<TruthRecord> truth) {
    this.model = model;
    this.world = world;
    this.level = level;
    this.library = library;
    this.draws = draws;
    this.truth = truth;
  }

  /** Publishes the day's contents; the live stream among them, if there is one. */
  @Nullable LiveShow publish(CreatorDay day) {
    int index = day.index();
    draws.at(Draws.key(model.key(), Purpose.PUBLISH, index));
    double mean =
        level.paused(index)
            ? 0
            : model.postsPerDay() * model.rhythm().weekday(day.clock().dayOfWeek());
    Optional<ContentSteered> told = world.changes().steered(model.id(), index);
    @Nullable Content live = null;
    for (int i = draws.count(mean); i > 0; i--) {
      ContentType habit = Niche.TYPES[draws.pick(model.niche().types, Niche.TYPES.length)];
      ContentType type = told.map(one -> ContentType.named(one.type())).orElse(habit);
      if (type == ContentType.LIVE && live == null) {
        live = made(told, type, moment(day, told, type));
      } else if (type != ContentType.LIVE) {
        made(told, type, moment(day, told, type));
      }
    }
    return live == null ? null : show(day, live);
  }

  private long moment(CreatorDay day, Optional<ContentSteered> told, ContentType type) {
    long usual =
        type == ContentType.LIVE
            ? day.clock().at(model.rhythm().liveHour(), 0.5 * draws.uniform(), draws)
            : day.moment(draws);
    if (told.isEmpty() || told.get().toHour() - told.get().fromHour() == 24) {
      return usual;
    }
    double hour =
        told.get().fromHour() + draws.uniform() * (told.get().toHour() - told.get().fromHour());
    return day.clock().at((int) hour, hour - (int) hour, draws);
  }

  private Content made(Optional<ContentSteered> told, ContentType type, long at) {
    Content content = library.publish(type, at, draws);
    if (told.isPresent() && content.durationMs > 0) {
      content.durationMs =
          Math.clamp(content.durationMs, told.get().shortestMs(), told.get().longestMs());
    }
    return content;
  }

  private LiveShow show(CreatorDay day, Content live) {
    draws.at(Draws.key(model.key(), Purpose.LIVE, day.index()));
    LiveShow show = LiveShow.plan(world.laws().shows(), live, day.clock().end(), draws);
    if (show.goal()) {
      LocalDate date = day.clock().date();
      truth.accept(
          new WorldTruth.Campaign(
              model.id(), "goal", date, date.plusDays(1), live.id, show.finale()));
    }
    return show;
  }
}
