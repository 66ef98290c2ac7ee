package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.Purpose;
import io.tiktoktoe.simulation.fan.Content;
import io.tiktoktoe.simulation.fan.Fan;
import io.tiktoktoe.simulation.fan.People;
import io.tiktoktoe.simulation.fan.PersonSet;
import io.tiktoktoe.simulation.law.FanLaw;
import io.tiktoktoe.simulation.world.Niche;
import io.tiktoktoe.simulation.world.Platform;
import io.tiktoktoe.simulation.world.Segment;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The fans of one creator who are there now; who is gone for good is told and forgotten. */
final class Audience {

  private static final int WEEK = 7;
  private static final int QUARTER = 13 * WEEK;
  private static final double WEEKS_PER_YEAR = 52.18;

  private final CreatorModel model;
  private final Draws draws;
  private final People people;
  private final FanLaw law;
  private final PersonSet met = new PersonSet();
  private Fan[] fans = new Fan[16];
  private int alive;

  /** Of those alive, the ones that were there when the day began: only they act today. */
  private int acting;

  Audience(CreatorModel model, People people, FanLaw law, Draws draws) {
    this.model = model;
    this.people = people;
    this.law = law;
    this.draws = draws;
  }

  /** A fan who has been there before the simulation, drawn from a steady audience. */
  @Nullable Fan addEarly(int day, long key) {
    draws.at(key);
    Segment drawn = Segment.drawStaying(draws);
    // Those who are still there have smaller hazards: Gamma with one shape less.
    double shape = Segment.SHAPE;
    double hazard = draws.gamma(shape - 1, drawn.hazard * (shape - 1) / shape);
    int joined = day - 1 - draws.below(900);
    return add(drawn, hazard, key, new Origin(joined, day, Fan.NONE, null), platform -> false);
  }

  /**
   * A new fan on this day; absent if their platform is closed or nobody is left who could be one.
   */
  @Nullable Fan addNew(
      int day, long key, int referrer, @Nullable Content broughtBy, IntPredicate closed) {
    draws.at(key);
    Segment drawn = Segment.drawJoining(draws);
    double hazard = draws.gamma(Segment.SHAPE, drawn.hazard);
    return add(drawn, hazard, key, new Origin(day, day, referrer, broughtBy), closed);
  }

  private record Origin(int joined, int seen, int referrer, @Nullable Content broughtBy) {}

  private @Nullable Fan add(
      Segment drawn, double hazard, long key, Origin origin, IntPredicate closed) {
    int platform = draws.pick(model.platforms(), Platform.WATCHING);
    double stays = draws.exponential(1 / (hazard * law.hazard()));
    if (closed.test(platform)) {
      return null;
    }
    int person = drawPerson(origin.referrer);
    if (person == Fan.NONE) {
      return null;
    }
    Fan fan = new Fan(key, person, origin.joined, platform, origin.referrer, origin.broughtBy);
    fan.segment = (byte) drawn.ordinal();
    fan.leaveDay = origin.seen + 1 + (int) Math.min(1e6, stays);
    drawRates(fan, drawn);
    if (law.drift() > 0) {
      fan.drift = (float) (law.drift() * draws.normal());
    }
    if (alive == fans.length) {
      fans = Arrays.copyOf(fans, alive * 3 / 2);
    }
    fans[alive++] = fan;
    refresh(fan, origin.seen);
    return fan;
  }

  /** Who was brought by someone is often like them. */
  private int drawPerson(int referrer) {
    boolean alike = referrer != Fan.NONE && law.homophily() > 0;
    int home = alike ? people.country(referrer) : model.country();
    Niche niche = alike ? Niche.values()[people.niche(referrer)] : model.niche();
    return people.draw(home, niche, met, draws);
  }

  private void drawRates(Fan fan, Segment drawn) {
    double care = law.common() * draws.normal() - law.common() * law.common() / 4;
    double shape = law.shape();
    double spending = people.spending(fan.person);
    fan.viewRate = (float) (draws.gamma(shape, drawn.viewRate) * Math.exp(care));
    fan.tipRate =
        (float)
            (draws.gamma(shape, drawn.tipRate)
                * model.streams()[0]
                * Math.exp(care)
                * Math.pow(spending, 0.8));
    double whim =
        drawn == Segment.WHALE ? draws.pareto(1.6, 40) / 2.4 : draws.lognormal(0.85, 0.55);
    fan.tipUsd = (float) (drawn.tipMeanUsd * whim * people.income(fan.person));
    fan.willingness =
        (float) (drawn.willingness * draws.lognormal(1, 0.2) * Math.exp(care / 2) * spending);
    fan.shareRate = (float) Math.min(0.9, draws.gamma(shape, drawn.shareRate));
  }

  /** What changes from week to week: how much they care, clumps, absences, the segment. */
  private boolean refresh(Fan fan, int day) {
    if (!law.changes()) {
      return false;
    }
    draws.at(Draws.key(fan.key, Purpose.WEEK, day));
    double keep = Math.exp(-WEEK / law.driftDays());
    double fresh = law.drift() * Math.sqrt(1 - keep * keep);
    fan.drift = (float) (keep * fan.drift + fresh * draws.normal());
    double clump = law.clump() > 0 ? draws.gamma(law.clump(), 1) : 1;
    fan.activity = (float) (Math.exp(fan.drift - law.drift() * law.drift() / 2) * clump);
    double away = draws.uniform();
    double length = draws.uniform();
    if (away < law.lapsesPerYear() / WEEKS_PER_YEAR && day > fan.joinDay + WEEK) {
      fan.awayUntil = day + 21 + (int) (120 * length * length);
    }
    return draws.chance(law.changesPerYear() / WEEKS_PER_YEAR) && changeSegment(fan);
  }

  /** To a neighbouring segment; every rate by the ratio of the segments' means. */
  private boolean changeSegment(Fan fan) {
    int next = fan.segment + (draws.chance(0.5) ? 1 : -1);
    if (next < 0 || next > Segment.SUPERFAN.ordinal() || fan.segment >= Segment.WHALE.ordinal()) {
      return false;
    }
    Segment from = Segment.at(fan.segment);
    Segment to = Segment.at(next);
    fan.segment = (byte) next;
    fan.viewRate *= (float) (to.viewRate / from.viewRate);
    fan.tipRate *= (float) (to.tipRate / from.tipRate);
    fan.willingness *= (float) (to.willingness / from.willingness);
    fan.shareRate = (float) Math.min(0.9, fan.shareRate * to.shareRate / from.shareRate);
    return true;
  }

  /**
   * Lets go those whose time is over, unless {@code leaving} keeps one, and changes those whose
   * week begins.
   */
  void beginDay(int day, Predicate<Fan> leaving, Consumer<Fan> changed) {
    int kept = 0;
    for (int i = 0; i < alive; i++) {
      Fan fan = fans[i];
      if (fan.leaveDay <= day && leaving.test(fan)) {
        continue;
      }
      if (law.changes() && Math.floorMod(day + fan.key, WEEK) == 0) {
        boolean other = refresh(fan, day);
        if (other || Math.floorMod(day + fan.key, QUARTER) == 0) {
          changed.accept(fan);
        }
      }
      fans[kept++] = fan;
    }
    Arrays.fill(fans, kept, alive, null);
    alive = kept;
    acting = kept;
  }

  int alive() {
    return alive;
  }

  /** How many can act today; {@link #get} gives them. */
  int acting() {
    return acting;
  }

  Fan get(int index) {
    return fans[index];
  }

  /** A fan drawn by how often they tip, roughly: the readiest of some. */
  Fan pickTipper(Draws by) {
    Fan best = fans[by.below(acting)];
    for (int i = 0; i < 7; i++) {
      Fan other = fans[by.below(acting)];
      if (other.tipRate * other.activity > best.tipRate * best.activity) {
        best = other;
      }
    }
    return best;
  }

  /** A fan drawn by how much they watch, roughly. */
  Fan pickViewer(Draws by) {
    Fan best = fans[by.below(acting)];
    for (int i = 0; i < 3; i++) {
      Fan other = fans[by.below(acting)];
      if (other.viewRate * other.activity > best.viewRate * best.activity) {
        best = other;
      }
    }
    return best;
  }

  /** Whether nobody can act today. */
  boolean isEmpty() {
    return acting == 0;
  }

  People people() {
    return people;
  }

  String id(Fan fan, Platform platform) {
    return people.id(fan.person, platform);
  }

  Demographics demographics(Fan fan) {
    return people.demographics(fan.person);
  }

  int country(Fan fan) {
    return people.country(fan.person);
  }

  /** Lets everyone go. */
  void clear(Consumer<Fan> leaving) {
    forEach(leaving);
    Arrays.fill(fans, null);
    alive = 0;
    acting = 0;
  }

  /** Takes everyone who is still there. */
  void forEach(Consumer<Fan> taker) {
    for (int i = 0; i < alive; i++) {
      taker.accept(fans[i]);
    }
  }
}
