package io.tiktoktoe.service;

import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.store.Doctor.Finding;
import io.tiktoktoe.store.Doctor.Severity;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks environment, store and data, and says what to do about what is wrong. */
public final class DoctorService {

  private static final long LEAST_DISK = 1L << 30;
  private static final long LEAST_MEMORY = 512L << 20;
  private static final int PROBE_BYTES = 4096;
  private static final double GIBI = 1L << 30;

  private DoctorService() {}

  /**
   * Examines a store that need not be there, and where it lies.
   *
   * @param path the store's file
   * @param options how it is opened
   * @return the findings on Java first, then on memory, disk, store and data
   */
  public static List<Finding> examine(Path path, StoreOptions options, Call call)
      throws IOException {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(memory());
    findings.add(disk(path));
    findings.add(writing(path));
    if (!Files.exists(path)) {
      findings.add(missing(path));
      return findings;
    }
    call.progress().report("examining " + path, 0, -1);
    try (Store store = Store.open(path, options.existing())) {
      findings.add(new Finding("store", Severity.FINE, path + " opens."));
      findings.addAll(store.doctor().examine(call.now()));
    } catch (StoreException e) {
      findings.add(new Finding("store", Severity.PROBLEM, String.valueOf(e.getMessage())));
    }
    return findings;
  }

  /** What is said of a store that is not there; some paths can never hold one. */
  private static Finding missing(Path path) {
    try {
      Store.place(path);
      return new Finding("store", Severity.NOTICE, path + " does not exist yet. Ingest events.");
    } catch (StoreException e) {
      return new Finding("store", Severity.PROBLEM, String.valueOf(e.getMessage()));
    }
  }

  private static Finding java() {
    return new Finding(
        "java",
        Severity.FINE,
        "tiktoktoe %s on Java %s, %d processors."
            .formatted(
                Provenance.VERSION,
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors()));
  }

  private static Finding memory() {
    long most = Runtime.getRuntime().maxMemory();
    return most < LEAST_MEMORY
        ? new Finding(
            "memory",
            Severity.NOTICE,
            "Java may use %.1f GiB only. Give it more, such as -Xmx2g.".formatted(most / GIBI))
        : new Finding("memory", Severity.FINE, "Java may use %.1f GiB.".formatted(most / GIBI));
  }

  /** Whether the store's folder takes a file and the disk says that it has it. */
  private static Finding writing(Path store) {
    Path folder = nearestFolder(store);
    try {
      Path probe = Files.createTempFile(folder, ".tiktoktoe-doctor-", ".tmp");
      try (FileChannel channel =
          FileChannel.open(probe, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
        channel.write(ByteBuffer.allocate(PROBE_BYTES));
        channel.force(true);
      }
      return new Finding(
          "writing", Severity.FINE, folder + " takes files and forces them to disk.");
    } catch (IOException e) {
      return new Finding(
          "writing",
          Severity.PROBLEM,
          "%s cannot be written (%s). Give this user the right to write there, free space or mend the disk."
              .formatted(folder, reason(e)));
    }
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException
        ? "permission denied"
        : String.valueOf(e.getMessage());
  }

  /** The folder that the store is or would be in, as far as it exists. */
  private static Path nearestFolder(Path store) {
    Path folder = parent(store);
    while (!Files.isDirectory(folder)) {
      folder = parent(folder);
    }
    return folder;
  }

  private static Finding disk(Path store) throws IOException {
    Path folder = nearestFolder(store);
    long free = Files.getFileStore(folder).getUsableSpace();
    return free < LEAST_DISK
        ? new Finding(
            "disk",
            Severity.PROBLEM,
            "%.1f GiB are free at %s. Free some: writes fail on a full disk."
                .formatted(free / GIBI, folder))
        : new Finding(
            "disk", Severity.FINE, "%.1f GiB are free at %s.".formatted(free / GIBI, folder));
  }

  private static Path parent(Path path) {
    Path absolute = path.toAbsolutePath();
    return Optional.ofNullable(absolute.getParent()).orElse(absolute);
  }
}
