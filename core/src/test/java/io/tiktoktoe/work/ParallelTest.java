package io.tiktoktoe.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {

  private static final int COUNT = 2_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void resultsComeInOrderAndOneAtATime(int threads) {
    List<Integer> taken = new ArrayList<>();
    AtomicInteger inside = new AtomicInteger();
    Parallel.inOrder(
        "counting",
        COUNT,
        threads,
        Progress.SILENT,
        at -> at % 97 == 0 ? slow(at) : at,
        at -> {
          assertThat(inside.incrementAndGet()).isEqualTo(1);
          taken.add(at);
          inside.decrementAndGet();
        });
    assertThat(taken).isEqualTo(IntStream.range(0, COUNT).boxed().toList());
  }

  private static int slow(int at) {
    double sum = 0;
    for (int i = 0; i < 100_000; i++) {
      sum += Math.sqrt(i);
    }
    return sum < 0 ? -1 : at;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void workDoesNotRunFarAheadOfASlowTaker(int threads) {
    AtomicInteger started = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    List<Integer> ahead = Collections.synchronizedList(new ArrayList<>());
    Parallel.inOrder(
        "counting",
        COUNT,
        threads,
        Progress.SILENT,
        at -> {
          ahead.add(started.incrementAndGet() - taken.get());
          return at;
        },
        at -> {
          slow(at);
          taken.incrementAndGet();
        });
    assertThat(Collections.max(ahead)).isLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aFailureOfTheTakerEndsTheWork(int threads) {
    AtomicInteger started = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Parallel.inOrder(
                    "counting",
                    COUNT,
                    threads,
                    Progress.SILENT,
                    at -> started.incrementAndGet(),
                    one -> {
                      if (one == 100) {
                        throw new IllegalStateException("full");
                      }
                    }))
        .hasMessage("full");
    assertThat(started.get()).isLessThan(COUNT);
  }

  @Test
  void progressCancels() {
    Progress impatient =
        (step, done, total) -> {
          if (done >= 160) {
            throw new CancellationException();
          }
        };
    List<Integer> taken = new ArrayList<>();
    assertThatThrownBy(
            () -> Parallel.inOrder("counting", COUNT, 2, impatient, at -> at, taken::add))
        .isInstanceOf(CancellationException.class);
    assertThat(taken).hasSize(160);
  }
}
