package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Demographics;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The fans of one creator: about 60 bytes each, in columns; a slot is never used again. */
final class Audience {

  private static final int NONE = -1;

  private final CreatorModel model;
  private final Draws draws;
  private final People people;
  private int count;
  private int alive;

  /** Of those alive, the ones that were there when the day began: only they act today. */
  private int acting;

  private int[] person = new int[16];
  private byte[] segment = new byte[16];
  private byte[] platform = new byte[16];
  private int[] joinDay = new int[16];
  private int[] leaveDay = new int[16];
  private float[] viewRate = new float[16];
  private float[] tipRate = new float[16];
  private float[] tipMean = new float[16];
  private float[] willingness = new float[16];
  private float[] shareRate = new float[16];
  private int[] referrer = new int[16];
  private int[] lastContent = new int[16];
  private boolean[] subscribed = new boolean[16];

  /** Slots of those who are there, and running sums over them; made anew each day. */
  private int[] present = new int[16];

  private double[] views = new double[16];
  private double[] tips = new double[16];

  Audience(CreatorModel model, People people, Draws draws) {
    this.model = model;
    this.people = people;
    this.draws = draws;
  }

  /** A fan who has been there before the simulation, drawn from a steady audience. */
  int addEarly(int day) {
    Segment drawn = Segment.drawStaying(draws);
    // Those who are still there have smaller hazards: Gamma with one shape less.
    double hazard =
        draws.gamma(Segment.SHAPE - 1, drawn.hazard * (Segment.SHAPE - 1) / Segment.SHAPE);
    int slot = add(drawn, hazard, day, NONE);
    joinDay[slot] = day - 1 - draws.below(900);
    return slot;
  }

  /** A new fan on this day. */
  int addNew(int day, int referredBy) {
    Segment drawn = Segment.drawJoining(draws);
    return add(drawn, draws.gamma(Segment.SHAPE, drawn.hazard), day, referredBy);
  }

  private int add(Segment drawn, double hazard, int day, int referredBy) {
    int slot = count++;
    grow();
    person[slot] = people.draw(model.country(), draws);
    segment[slot] = (byte) drawn.ordinal();
    platform[slot] = (byte) draws.pick(model.platforms(), Platform.WATCHING);
    joinDay[slot] = day;
    leaveDay[slot] = day + 1 + (int) Math.min(1e6, draws.exponential(1 / hazard));
    viewRate[slot] = (float) draws.gamma(Segment.SHAPE, drawn.viewRate);
    tipRate[slot] = (float) (draws.gamma(Segment.SHAPE, drawn.tipRate) * model.streams()[0]);
    double whim =
        drawn == Segment.WHALE ? draws.pareto(1.6, 40) / 2.4 : draws.lognormal(0.85, 0.55);
    tipMean[slot] = (float) (drawn.tipMeanUsd * whim * people.income(person[slot]));
    willingness[slot] = (float) (drawn.willingness * draws.lognormal(1, 0.2));
    shareRate[slot] = (float) Math.min(0.9, draws.gamma(Segment.SHAPE, drawn.shareRate));
    referrer[slot] = referredBy;
    lastContent[slot] = NONE;
    present[alive++] = slot;
    return slot;
  }

  private void grow() {
    if (count <= person.length) {
      return;
    }
    int size = person.length * 3 / 2;
    person = Arrays.copyOf(person, size);
    segment = Arrays.copyOf(segment, size);
    platform = Arrays.copyOf(platform, size);
    joinDay = Arrays.copyOf(joinDay, size);
    leaveDay = Arrays.copyOf(leaveDay, size);
    viewRate = Arrays.copyOf(viewRate, size);
    tipRate = Arrays.copyOf(tipRate, size);
    tipMean = Arrays.copyOf(tipMean, size);
    willingness = Arrays.copyOf(willingness, size);
    shareRate = Arrays.copyOf(shareRate, size);
    referrer = Arrays.copyOf(referrer, size);
    lastContent = Arrays.copyOf(lastContent, size);
    subscribed = Arrays.copyOf(subscribed, size);
    present = Arrays.copyOf(present, size);
    views = Arrays.copyOf(views, size);
    tips = Arrays.copyOf(tips, size);
  }

  /** Lets go those whose time is over, telling each slot, and sums up the rates of the others. */
  void beginDay(int day, SlotConsumer leaving) {
    int kept = 0;
    double viewSum = 0;
    double tipSum = 0;
    for (int i = 0; i < alive; i++) {
      int slot = present[i];
      if (leaveDay[slot] <= day) {
        leaving.accept(slot);
        continue;
      }
      viewSum += viewRate[slot];
      tipSum += tipRate[slot];
      views[kept] = viewSum;
      tips[kept] = tipSum;
      present[kept++] = slot;
    }
    alive = kept;
    acting = kept;
  }

  /** Takes one fan. */
  @FunctionalInterface
  interface SlotConsumer {
    void accept(int slot);
  }

  int alive() {
    return alive;
  }

  /** Sum of the views per day of those who are there. */
  double viewRateSum() {
    return acting == 0 ? 0 : views[acting - 1];
  }

  /** Sum of the spontaneous tips per day of those who are there. */
  double tipRateSum() {
    return acting == 0 ? 0 : tips[acting - 1];
  }

  /** A fan drawn by how much they watch; call only if someone is there. */
  int pickViewer(Draws by) {
    return present[by.pick(views, acting)];
  }

  /** A fan drawn by how often they tip; call only if someone is there. */
  int pickTipper(Draws by) {
    return present[by.pick(tips, acting)];
  }

  /** Whether nobody can act today. */
  boolean isEmpty() {
    return acting == 0;
  }

  String fan(int slot) {
    return people.id(person[slot]);
  }

  Demographics demographics(int slot) {
    return people.demographics(person[slot]);
  }

  int country(int slot) {
    return people.country(person[slot]);
  }

  Platform platform(int slot) {
    return Platform.at(platform[slot]);
  }

  double tipMeanUsd(int slot) {
    return tipMean[slot];
  }

  /** Spontaneous tips a day, the measure of how easily a content makes this fan tip. */
  double tipRate(int slot) {
    return tipRate[slot];
  }

  double willingness(int slot) {
    return willingness[slot];
  }

  double shareRate(int slot) {
    return shareRate[slot];
  }

  /** Number of the content seen last, -1 for none. */
  int lastContent(int slot) {
    return lastContent[slot];
  }

  void sees(int slot, int content) {
    lastContent[slot] = content;
  }

  boolean subscribed(int slot) {
    return subscribed[slot];
  }

  void setSubscribed(int slot, boolean value) {
    subscribed[slot] = value;
  }

  /** Tells who everyone was. */
  void tell(LocalDate start, int days, Consumer<TruthRecord> truth) {
    for (int slot = 0; slot < count; slot++) {
      Segment of = Segment.at(segment[slot]);
      @Nullable LocalDate left = leaveDay[slot] >= days ? null : start.plusDays(leaveDay[slot]);
      truth.accept(
          new TruthRecord.Fan(
              model.id(),
              fan(slot),
              of.label(),
              start.plusDays(joinDay[slot]),
              left,
              viewRate[slot],
              tipRate[slot],
              tipMean[slot],
              shareRate[slot],
              willingness[slot],
              referrer[slot] == NONE ? null : fan(referrer[slot])));
    }
  }
}
