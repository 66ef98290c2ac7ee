package io.tiktoktoe.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 300, unit = TimeUnit.SECONDS)
class CancellationTest {

  private final Cancellation cancellation = new Cancellation();

  /** A step that ends when it is told to for the second time: the first comes before it hears. */
  private static final class DeafAtFirst {

    private final AtomicInteger told = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);

    void stop() {
      if (told.incrementAndGet() > 1) {
        ended.countDown();
      }
    }

    boolean run(Cancellation requested) throws IOException, InterruptedException {
      requested.request();
      ended.await();
      throw new IOException("ended");
    }
  }

  @Test
  void aStepIsToldUntilItHasEnded() {
    DeafAtFirst step = new DeafAtFirst();
    assertThatThrownBy(() -> cancellation.execute(step::stop, () -> step.run(cancellation)))
        .isInstanceOf(CancellationException.class)
        .hasRootCauseInstanceOf(IOException.class);
    assertThat(step.told.get()).isGreaterThan(1);
    assertThatThrownBy(() -> cancellation.execute(() -> {}, () -> true))
        .as("a request is final")
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aStepThatFailsByItselfSaysSo() {
    assertThatThrownBy(
            () ->
                cancellation.execute(
                    () -> {},
                    () -> {
                      throw new IOException("full");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("full");
  }

  @Test
  void oneCallIsStoppedAndOthersGoOn() {
    Cancellation call = new Cancellation();
    DeafAtFirst step = new DeafAtFirst();
    assertThatThrownBy(
            () -> call.during(() -> cancellation.execute(step::stop, () -> unchecked(step, call))))
        .isInstanceOf(CancellationException.class);
    assertThat(cancellation.execute(() -> {}, () -> 7)).isEqualTo(7);
  }

  @Test
  void aCallWithinACallHearsBoth() {
    Cancellation outer = new Cancellation();
    Cancellation inner = new Cancellation();
    assertThatThrownBy(
            () ->
                outer.during(
                    () ->
                        inner.during(
                            () -> {
                              outer.request();
                              cancellation.check();
                              return true;
                            })))
        .isInstanceOf(CancellationException.class);
    assertThat(inner.isRequested()).isTrue();
  }

  private static boolean unchecked(DeafAtFirst step, Cancellation call) {
    try {
      return step.run(call);
    } catch (IOException | InterruptedException e) {
      throw new CancellationException(e.getMessage());
    }
  }
}
