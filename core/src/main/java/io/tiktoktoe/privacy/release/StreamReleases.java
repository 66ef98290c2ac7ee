package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.StepCharge;
import io.tiktoktoe.privacy.ledger.StreamLedger;
import io.tiktoktoe.privacy.ledger.StreamRecord;
import io.tiktoktoe.privacy.ledger.StreamStep;
import io.tiktoktoe.privacy.mechanism.NoiseGrid;
import io.tiktoktoe.privacy.noise.BitSource;
import io.tiktoktoe.privacy.noise.IntegerNoise;
import io.tiktoktoe.privacy.noise.SecureBits;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Continual release of a stream's windows: any so many of them within 30 days cost one budget
 * together, whoever is in all of them. Charges, reads, bounds, adds exact noise, keeps the window,
 * and only then shows it. Thread safe.
 */
public final class StreamReleases {

  /** Others that keep a window meanwhile are few; each time the draw is thrown away unseen. */
  private static final int MOST_TRIES = 1_000;

  private final StreamLedger ledger;
  private final Supplier<BitSource> bits;

  private StreamReleases(StreamLedger ledger, Supplier<BitSource> bits) {
    this.ledger = ledger;
    this.bits = bits;
  }

  /** Windows whose streams are charged to this ledger, with noise of the secure source. */
  public static StreamReleases chargedTo(StreamLedger ledger) {
    return new StreamReleases(ledger, SecureBits::fresh);
  }

  /** The same with bits that a test chooses. */
  static StreamReleases seededForTests(StreamLedger ledger, Supplier<BitSource> bits) {
    return new StreamReleases(ledger, bits);
  }

  /**
   * Answers for a window. A window that was answered before gets the same answer again, without
   * cost and without reading any data.
   *
   * @param window statistics of one known cell each, of people, events or totals that begin at 0;
   *     its budget is that of all windows of any 30 days together
   * @param windows as many as may be answered within 30 days
   * @param source read after the charge; again where another window was kept meanwhile, as what
   *     counts in this one may be another then
   * @throws IllegalArgumentException for other statistics
   */
  public StepOutcome release(ReleaseRequest window, int windows, WindowSource source) {
    StreamSpending spending = StreamSpending.of(window, windows);
    StreamStep step =
        new StreamStep(
            stream(window, spending),
            RequestKey.of(window),
            "stream of " + window.names(),
            Price.of(window.budget()),
            windows);
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      switch (ledger.charge(window.account(), step)) {
        case StepCharge.Otherwise(Charge charge) -> {
          return otherwise(window, spending, charge);
        }
        case StepCharge.Granted(long number, Optional<byte[]> before) -> {
          StreamRecord released = recorded(window.account(), step.stream());
          WindowSource.Snapshot read = source.read(released);
          StepAnswer drawn =
              new StepAnswer(
                  number,
                  Optional.of(
                      new StreamRecord.Released(
                          window.period().from(), window.period().to(), through(read, released))),
                  draw(window, spending, read.contributions(), number, before));
          Optional<byte[]> kept = ledger.keep(window.account(), step, number, drawn.bytes());
          if (kept.isPresent()) {
            return new StepOutcome.Released(shown(window, spending, kept.get(), false));
          }
        }
      }
    }
    throw new IllegalStateException(
        "other windows of this stream were released %d times meanwhile. Ask again."
            .formatted(MOST_TRIES));
  }

  private static StepOutcome otherwise(
      ReleaseRequest window, StreamSpending spending, Charge charge) {
    return switch (charge) {
      case Charge.Answered(byte[] bytes) ->
          new StepOutcome.Released(shown(window, spending, bytes, true));
      case Charge.Overspent overspent ->
          new StepOutcome.NotReleased(new ReleaseOutcome.Refused(overspent));
      case Charge.Untrusted(String reason) ->
          new StepOutcome.NotReleased(new ReleaseOutcome.Blocked(reason));
      case Charge.Granted granted -> throw new IllegalStateException("a step is granted as such");
    };
  }

  /** Never behind an earlier one, though the store be taken back: nothing counts twice. */
  private static long through(WindowSource.Snapshot read, StreamRecord released) {
    return released.windows().isEmpty()
        ? read.through()
        : Math.max(read.through(), released.through());
  }

  private static String stream(ReleaseRequest window, StreamSpending spending) {
    return RequestKey.ofStream(window, spending.drawnBy());
  }

  private StreamRecord recorded(BudgetAccount account, String stream) {
    List<StepAnswer> answers =
        ledger.answers(account, stream).stream().map(StepAnswer::of).toList();
    return StreamRecord.of(
        answers.stream().flatMap(answer -> answer.released().stream()).toList(), answers.size());
  }

  /**
   * What was released of the stream to which a window belongs; reads no data and charges nothing.
   *
   * @param windows as many as may be answered within 30 days
   */
  public StreamRecord released(ReleaseRequest window, int windows) {
    return recorded(window.account(), stream(window, StreamSpending.of(window, windows)));
  }

  /** Whether a window was released, by this program or an older one; reads no data. */
  public boolean isReleased(ReleaseRequest window) {
    return ledger.isAnswered(window.account(), RequestKey.of(window));
  }

  private List<StepAnswer.Drawn> draw(
      ReleaseRequest window,
      StreamSpending spending,
      ContributionSource source,
      long number,
      Optional<byte[]> before) {
    BitSource own = bits.get();
    IntegerNoise noise = new IntegerNoise(own);
    boolean begins = number % spending.windows() == 0;
    List<StepAnswer.Drawn> drawn = new ArrayList<>();
    for (int place = 0; place < window.statistics().size(); place++) {
      StreamSpending.Scales scales = spending.scales().get(place);
      long shared = 0;
      if (scales.shared() > 0) {
        shared =
            begins
                ? noise.gaussian(scales.shared())
                : StepAnswer.of(before.orElseThrow()).drawn().get(place).shared();
      }
      Statistic statistic = window.statistics().get(place);
      long[] exact = exact(statistic, source.read(statistic), own);
      long noisy = Math.addExact(scales.own().noised(exact, noise)[0], shared);
      drawn.add(new StepAnswer.Drawn(scales.own(), scales.shared(), shared, noisy));
    }
    return drawn;
  }

  private static long[] exact(Statistic statistic, Contributions raw, BitSource bits) {
    Bounding bounded = Bounding.of(statistic, raw, bits);
    Measurement measured = new Measurement(statistic, bounded, NoiseKind.DISCRETE_GAUSSIAN);
    return statistic.measure() instanceof Measure.Total
        ? measured.sums(statistic.bounds())
        : measured.counts();
  }

  private static ProtectedStep shown(
      ReleaseRequest window, StreamSpending spending, byte[] bytes, boolean repeated) {
    StepAnswer answer = StepAnswer.of(bytes);
    List<ProtectedNumber> numbers = new ArrayList<>();
    for (int place = 0; place < answer.drawn().size(); place++) {
      StepAnswer.Drawn one = answer.drawn().get(place);
      double deviation = Math.hypot(one.ownDeviation(), one.sharedDeviation());
      numbers.add(
          new ProtectedNumber(
              window.statistics().get(place).name(),
              one.units(),
              new ErrorStatement(
                  deviation,
                  deviation * NoiseGrid.halfWidths(one.own().noise()),
                  window.budget().epsilon(),
                  window.budget().delta(),
                  PrivacyUnit.PERSON,
                  window.period())));
    }
    return new ProtectedStep(
        numbers,
        answer.drawn().stream().map(StepAnswer.Drawn::sharedDeviation).toList(),
        answer.number() / spending.windows(),
        repeated);
  }
}
