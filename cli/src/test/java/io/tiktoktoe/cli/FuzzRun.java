package io.tiktoktoe.cli;

import io.tiktoktoe.cli.terminal.FailureException;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.file.UnreadableFileException;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tries inputs in a process of its own, whose memory is small and whose end by a crash can be seen.
 * Prints each input that fails, and at the end how many of each door were read and refused.
 */
final class FuzzRun {

  /** Of a processor; a sound input needs a thousandth of it. */
  private static final long MOST_SECONDS = 30;

  /** On the clock, for who waits forever; a busy machine may give a tenth of a processor. */
  private static final long MOST_WAITS = 20;

  private final FuzzDoors doors;
  private final Path kept;
  private final ExecutorService reader = Executors.newSingleThreadExecutor();
  private final Map<FuzzDoors.Door, Integer> read = new EnumMap<>(FuzzDoors.Door.class);
  private final Map<FuzzDoors.Door, Integer> refused = new EnumMap<>(FuzzDoors.Door.class);

  private FuzzRun(FuzzDoors doors, Path kept) {
    this.doors = doors;
    this.kept = kept;
  }

  /** Folder, folder of what fails, first seed, number of seeds. */
  public static void main(String[] args) throws IOException {
    long first = Long.parseLong(args[2]);
    int failures = 0;
    try (FuzzDoors doors = FuzzDoors.in(Path.of(args[0]))) {
      FuzzRun run = new FuzzRun(doors, Files.createDirectories(Path.of(args[1])));
      for (long seed = first; seed < first + Long.parseLong(args[3]); seed++) {
        failures += run.fails(seed) ? 1 : 0;
      }
      run.reader.shutdownNow();
      System.out.printf("read %s%nrefused %s%n", run.read, run.refused);
    }
    System.exit(failures == 0 ? 0 : 1);
  }

  private boolean fails(long seed) throws IOException {
    FuzzDoors.Input input = doors.input(seed);
    // Before it is tried: after a crash it is there.
    Path last = kept.resolve("last-input");
    Files.write(last, input.bytes());
    Future<Boolean> reading = reader.submit(() -> isRead(input));
    try {
      boolean done = ended(reading);
      (done ? read : refused).merge(input.door(), 1, Integer::sum);
      return false;
    } catch (TimeoutException e) {
      report(input, last, "takes longer than " + MOST_SECONDS + " s");
      // The reader cannot be stopped, so that no other input can be tried.
      System.exit(1);
      return true;
    } catch (ExecutionException e) {
      report(input, last, "fails with " + e.getCause());
      Throwable cause = e.getCause();
      if (cause != null) {
        cause.printStackTrace(System.out);
      }
      return true;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static boolean ended(Future<Boolean> reading)
      throws InterruptedException, ExecutionException, TimeoutException {
    long before = processorSeconds();
    for (int wait = 1; ; wait++) {
      try {
        return reading.get(MOST_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        if (wait == MOST_WAITS || processorSeconds() - before >= MOST_SECONDS) {
          throw e;
        }
      }
    }
  }

  /** What this process took so far. */
  private static long processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toSeconds();
  }

  private boolean isRead(FuzzDoors.Input input) throws IOException {
    try {
      doors.read(input);
      return true;
    } catch (UnreadableFileException
        | TableException
        | StoreException
        | FailureException
        | ServiceException
        | UsageException e) {
      if (String.valueOf(e.getMessage()).matches("(?s).*(Exception|null).*[^.]")) {
        throw new IllegalStateException("no sentence for people: " + e.getMessage(), e);
      }
      return false;
    }
  }

  private void report(FuzzDoors.Input input, Path last, String what) throws IOException {
    Path own = kept.resolve(input.name());
    Files.copy(last, own, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    System.out.printf("FAILED %s seed %d (%s) %s%n", input.door(), input.seed(), own, what);
  }
}
