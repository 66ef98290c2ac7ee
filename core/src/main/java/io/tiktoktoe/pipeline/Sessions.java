package io.tiktoktoe.pipeline;

import io.tiktoktoe.pipeline.insight.PersonAct;
import io.tiktoktoe.pipeline.insight.PersonEvent;

/**
 * Sessions of one account: activity without a pause of half an hour (the customary inactivity
 * timeout). A reported session counts as it was reported.
 */
final class Sessions {

  private static final long PAUSE_SECONDS = 1_800;

  private static final long MS = 1_000;

  private final PersonTally tally;
  private boolean open;
  private long began;
  private long last;
  private long watchedMs;
  private long views;
  private long creator;

  Sessions(PersonTally tally) {
    this.tally = tally;
  }

  /** The next event in the order of time; rows that stand for a day have no place in a session. */
  void add(PersonEvent event) {
    if (event.act() == PersonAct.SESSION && event.lengthMs() > 0) {
      PersonTally.more(tally.sessions, Cells.session(event.lengthMs() / MS), event.times());
      return;
    }
    if (event.wholeDay() || !event.act().isActivity() || event.act() == PersonAct.PAYMENT) {
      return;
    }
    if (open && event.second() - last > PAUSE_SECONDS) {
      end();
    }
    if (!open) {
      open = true;
      began = event.second();
    }
    last = Math.max(last, event.second());
    if (event.act() == PersonAct.VIEW) {
      if (views > 0) {
        PersonTally.more(tally.next, event.creator() == creator ? 0 : 1, 1);
      }
      creator = event.creator();
      views += event.times();
      watchedMs += Math.max(0, event.watchMs());
      last = Math.max(last, event.second() + Math.max(0, event.watchMs()) / MS);
    }
  }

  /** Nothing more comes. */
  void end() {
    if (open) {
      long seconds = Math.max(last - began, watchedMs / MS);
      PersonTally.more(tally.sessions, Cells.session(seconds), 1);
      if (views > 0) {
        PersonTally.more(tally.runs, Cells.run(views), 1);
      }
    }
    open = false;
    views = 0;
    watchedMs = 0;
    last = 0;
  }
}
