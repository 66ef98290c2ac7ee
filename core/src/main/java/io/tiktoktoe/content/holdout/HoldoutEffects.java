package io.tiktoktoe.content.holdout;

import io.tiktoktoe.content.attribution.Attribution;
import io.tiktoktoe.content.attribution.HoldoutRoster;
import io.tiktoktoe.content.attribution.HoldoutRoster.Entry;
import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.ContentPayments.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What fans of randomised holdouts did before and after they were drawn. */
final class HoldoutEffects {

  /** Windows before the draw of which payments are taken out. */
  private static final int WINDOWS_BEFORE = 4;

  /**
   * What one fan did about one holdout.
   *
   * @param entry who, and into which arm
   */
  static final class Outcome {
    private final Entry entry;
    private double before;
    private long net;
    private int payments;
    private boolean watched;

    private Outcome(Entry entry) {
      this.entry = entry;
    }

    boolean shown() {
      return entry.shown();
    }

    double credited() {
      return entry.credited();
    }

    /** Net payments in the windows before the draw, minor units. */
    double before() {
      return before;
    }

    /** Net payments in the window after it, minor units. */
    long net() {
      return net;
    }

    int payments() {
      return payments;
    }

    boolean watched() {
      return watched;
    }
  }

  /** The outcomes of one content's holdout, and who is left out of it. */
  static final class Group {
    private final List<Outcome> outcomes = new ArrayList<>();
    private int mixed;
    private int running;

    List<Outcome> outcomes() {
      return outcomes;
    }

    int mixed() {
      return mixed;
    }

    int running() {
      return running;
    }
  }

  private final HoldoutRoster roster;
  private final Map<Integer, List<Outcome>> byFan = new HashMap<>();
  private final Map<Integer, Group> groups = new TreeMap<>();

  private HoldoutEffects(HoldoutRoster roster) {
    this.roster = roster;
  }

  /** Outcomes by place of the content; O(acts + payments + assignments). */
  static Map<Integer, Group> of(ContentHistory history, Attribution attribution) {
    HoldoutEffects effects = new HoldoutEffects(attribution.roster());
    effects.roster.entries().forEach(effects::enter);
    effects.watch(history.acts());
    effects.pay(history.payments());
    // Sums of decimals do not depend on the order of a hash map.
    effects
        .groups
        .values()
        .forEach(group -> group.outcomes.sort(Comparator.comparingInt(one -> one.entry.fan())));
    return effects.groups;
  }

  private void enter(Entry entry) {
    Group group = groups.computeIfAbsent(entry.content(), key -> new Group());
    if (entry.mixed()) {
      group.mixed++;
    } else if (!roster.over(entry)) {
      group.running++;
    } else {
      Outcome outcome = new Outcome(entry);
      group.outcomes.add(outcome);
      byFan.computeIfAbsent(entry.fan(), key -> new ArrayList<>()).add(outcome);
    }
  }

  private void watch(ContentActs acts) {
    for (int row = 0; row < acts.size(); row++) {
      for (Outcome outcome : byFan.getOrDefault(acts.fan()[row], List.of())) {
        outcome.watched |=
            outcome.entry.content() == acts.content()[row]
                && roster.within(outcome.entry, acts.seconds()[row]);
      }
    }
  }

  private void pay(ContentPayments payments) {
    for (int row = 0; row < payments.size(); row++) {
      if (!HoldoutRoster.counts(Kind.values()[payments.kind()[row]])) {
        continue;
      }
      long seconds = payments.seconds()[row];
      for (Outcome outcome : byFan.getOrDefault(payments.fan()[row], List.of())) {
        long drawn = outcome.entry.seconds();
        if (roster.within(outcome.entry, seconds)) {
          outcome.net += payments.net()[row];
          // A refund that names no sale is a row of its own, and nobody's payment.
          outcome.payments += payments.net()[row] > 0 ? 1 : 0;
        } else if (seconds <= drawn && seconds > drawn - WINDOWS_BEFORE * roster.window()) {
          outcome.before += payments.net()[row];
        }
      }
    }
  }
}
