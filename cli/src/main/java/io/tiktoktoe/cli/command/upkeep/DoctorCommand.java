package io.tiktoktoe.cli.command.upkeep;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.OptionDefaults;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.DoctorService;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.store.Doctor.Finding;
import io.tiktoktoe.store.Doctor.Severity;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
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
public final class DoctorCommand extends Command {

  @Mixin private StoreLocation location = new StoreLocation();

  public DoctorCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    Path path = location.path(surroundings);
    List<Finding> findings =
        new ArrayList<>(
            DoctorService.examine(path, location.options(surroundings), call(progress)));
    List<Finding> settings = new ArrayList<>();
    for (String setting : OptionDefaults.read(surroundings).described()) {
      settings.add(new Finding("settings", Severity.FINE, TextSafety.printable(setting)));
    }
    findings.addAll(1, settings);
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

  private static String word(Severity severity) {
    return switch (severity) {
      case FINE -> "ok";
      case NOTICE -> "notice";
      case PROBLEM -> "PROBLEM";
    };
  }
}
