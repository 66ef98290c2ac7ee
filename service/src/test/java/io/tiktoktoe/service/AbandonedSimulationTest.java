package io.tiktoktoe.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.SimulateRequest;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends without waiting for a simulation leaves nothing half written. */
class AbandonedSimulationTest {

  @TempDir Path directory;

  @Test
  void halfWrittenFilesAreTakenAway() {
    Path folder = directory.resolve("made");
    Abandoning progress = new Abandoning(folder);
    SimulateRequest request =
        new SimulateRequest(
            EconomyOptions.defaults().withCreators(3).withMonths(LocalDate.of(2025, 1, 1), 2),
            folder.resolve(SimulateRequest.EVENTS),
            folder);
    Call call = new Call(Instant.parse("2026-01-01T00:00:00Z"), progress);
    assertThatThrownBy(() -> SimulationService.simulate(request, call))
        .isInstanceOf(CancellationException.class);
    assertThat(progress.before).isNotEmpty();
    assertThat(progress.after).isEmpty();
  }

  /** After some days does the last steps, as a process does that is ended. */
  private static final class Abandoning implements Progress {

    private final Path folder;
    private final List<Runnable> lastSteps = new ArrayList<>();
    private List<Path> before = List.of();
    private List<Path> after = List.of();

    private Abandoning(Path folder) {
      this.folder = folder;
    }

    @Override
    public void report(String step, long done, long total) {
      if (done > 10 && before.isEmpty()) {
        before = files();
        lastSteps.forEach(Runnable::run);
        after = files();
        throw new CancellationException("ended");
      }
    }

    @Override
    public void ifAbandoned(Runnable lastStep) {
      lastSteps.add(lastStep);
    }

    private List<Path> files() {
      if (Files.notExists(folder)) {
        return List.of();
      }
      try (Stream<Path> found = Files.walk(folder)) {
        return found.filter(Files::isRegularFile).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
