package io.tiktoktoe.pipeline;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.pipeline.insight.ActivitySink;
import io.tiktoktoe.pipeline.insight.AnalyticsStream;
import io.tiktoktoe.pipeline.insight.PersonAct;
import io.tiktoktoe.pipeline.insight.PersonEvent;
import io.tiktoktoe.pipeline.insight.PlatformHealth;
import java.util.function.Consumer;

/** A stream made by a function, which counts how often it was read. */
final class MadeStream implements AnalyticsStream {

  private final Consumer<ActivitySink> people;
  private int readings;

  MadeStream(Consumer<ActivitySink> people) {
    this.people = people;
  }

  static final MadeStream EMPTY = new MadeStream(sink -> {});

  /** A view of 2 minutes of a content of 5. */
  static PersonEvent view(long second, long creator) {
    return new PersonEvent(
        second,
        false,
        PersonAct.VIEW,
        1,
        creator,
        creator * 100,
        120_000,
        300_000,
        false,
        0,
        Stream.TIPS,
        0);
  }

  static PersonEvent act(long second, PersonAct act, long creator, long amount) {
    return new PersonEvent(
        second, false, act, 1, creator, PersonEvent.NONE, 0, 0, false, 0, Stream.TIPS, amount);
  }

  int readings() {
    return readings;
  }

  @Override
  public void activity(ActivitySink sink) {
    readings++;
    people.accept(sink);
  }

  @Override
  public String creator(long number) {
    return "creator " + number;
  }

  @Override
  public String content(long number) {
    return "content " + number;
  }

  @Override
  public String platform(int place) {
    return "youtube";
  }

  @Override
  public String country(int place) {
    return "DE";
  }

  @Override
  public PlatformHealth health() {
    return PlatformHealth.NONE;
  }
}
