package io.tiktoktoe.cli.command;

import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.cli.option.OptionDefaults;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.report.TextSafety;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.store.Doctor.Finding;
import io.tiktoktoe.store.Doctor.Severity;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;

/** Looks for what is wrong with the environment, the store and its data. */
@picocli.CommandLine.Command(
    name = "doctor",
    description = {
      "Check environment, store and data, and say what to do about what is wrong.",
      "",
      "Exits with 1 when numbers may be wrong or missing.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe doctor")
final class DoctorCommand extends Command {

  private static final long LEAST_DISK = 1L << 30;
  private static final long LEAST_MEMORY = 512L << 20;
  private static final int PROBE_BYTES = 4096;
  private static final double GIBI = 1L << 30;

  @Mixin private StoreLocation location = new StoreLocation();

  DoctorCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int run(Progress progress) throws IOException {
    List<Finding> findings = new ArrayList<>();
    Path path = location.path(surroundings);
    findings.add(java());
    for (String setting : OptionDefaults.read(surroundings).described()) {
      findings.add(new Finding("settings", Severity.FINE, TextSafety.printable(setting)));
    }
    findings.add(memory());
    findings.add(disk(path));
    findings.add(writing(path));
    if (Files.exists(path)) {
      progress.report("examining " + path, 0, -1);
      try (Store store = location.existing(surroundings, List.of())) {
        findings.add(new Finding("store", Severity.FINE, path + " opens."));
        findings.addAll(store.doctor().examine(surroundings.clock().instant()));
      } catch (StoreException e) {
        findings.add(new Finding("store", Severity.PROBLEM, String.valueOf(e.getMessage())));
      }
    } else {
      findings.add(missing(path));
    }
    if (common.json) {
      JsonAnswer.write(findings, surroundings.out());
    } else {
      for (Finding finding : findings) {
        line(
            "%-9s %-18s %s"
                .formatted(word(finding.severity()), finding.check(), finding.message()));
      }
    }
    boolean problem = findings.stream().anyMatch(one -> one.severity() == Severity.PROBLEM);
    return problem ? FAILURE : OK;
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

  private static String word(Severity severity) {
    return switch (severity) {
      case FINE -> "ok";
      case NOTICE -> "notice";
      case PROBLEM -> "PROBLEM";
    };
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
    Path folder = Output.folder(store);
    while (!Files.isDirectory(folder)) {
      folder = Output.folder(folder);
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
}
