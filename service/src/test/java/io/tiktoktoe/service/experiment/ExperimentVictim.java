package io.tiktoktoe.service.experiment;

import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.experiment.OutcomeRow;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A program that assigns and records in many tests from many threads until it is killed. It prints
 * each answer after it has it: {@code A test fan arm} or {@code R test id}.
 */
public final class ExperimentVictim {

  static final int FANS = 20_000;

  private ExperimentVictim() {}

  public static void main(String[] arguments) throws InterruptedException {
    int tests = Integer.parseInt(arguments[1]);
    int threads = Integer.parseInt(arguments[2]);
    long seed = Long.parseLong(arguments[3]);
    try (Store store =
        Store.open(Path.of(arguments[0]), StoreOptions.defaults().withMemoryMegabytes(256))) {
      ExperimentService service = ExperimentService.of(store);
      AtomicLong clock = new AtomicLong(PriceTests.NOW.getEpochSecond() + seed * 100_000);
      for (int test = 0; test < tests; test++) {
        if (!service.names().contains("t" + test)) {
          service.create(PriceTests.request("t" + test, "p" + test), Call.at(PriceTests.NOW));
        }
        service.open("t" + test);
      }
      System.out.println("READY");
      System.out.flush();
      List<Thread> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        SplittableRandom random = new SplittableRandom(seed * 1_000 + thread);
        running.add(Thread.ofPlatform().start(() -> work(service, tests, clock, random)));
      }
      for (Thread thread : running) {
        thread.join();
      }
    }
  }

  private static void work(
      ExperimentService service, int tests, AtomicLong clock, SplittableRandom random) {
    while (true) {
      String test = "t" + random.nextInt(tests);
      String fan = "fan-" + random.nextInt(FANS);
      Instant now = Instant.ofEpochSecond(clock.addAndGet(60));
      ExperimentRun run = service.open(test);
      String arm = run.assign(fan, now).arm();
      say("A " + test + " " + fan + " " + arm);
      if (random.nextInt(4) == 0) {
        String id = fan + "-" + random.nextInt(3);
        run.record(
            new OutcomeRow(id, fan, "purchase", "4.50", Optional.empty(), Optional.empty()), now);
        say("R " + test + " " + id);
      }
    }
  }

  private static void say(String line) {
    synchronized (System.out) {
      System.out.println(line);
      System.out.flush();
    }
  }
}
