package io.tiktoktoe.cli.command.audience;

import io.tiktoktoe.audience.segment.Scaling;
import io.tiktoktoe.audience.segment.SegmentOptions;
import io.tiktoktoe.audience.segment.Segments;
import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.TableOptions;
import io.tiktoktoe.cli.report.SegmentReport;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.service.audience.AudienceFiles;
import io.tiktoktoe.stats.cluster.Linkage;
import io.tiktoktoe.table.TableWriter;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which rows of a file belong together. */
@picocli.CommandLine.Command(
    name = "segments",
    description = {
      "Group the rows of a file by hierarchical clustering of their numbers.",
      "",
      "FILE has a column id and columns of numbers; an empty cell is missing, and the column's"
          + " median stands in. The answer has id and segment, in the order of the file; segment 1"
          + " is the largest. --json adds k, quality and what sets each segment apart; with --out a"
          + " report of these is printed.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe segments docs/examples/fan-features.csv --json")
public final class SegmentsCommand extends Command {

  private static final List<String> COLUMNS = List.of("id", "segment");
  private static final List<String> MERGES = List.of("step", "left", "right", "height", "size");
  private static final String AUTO = "auto";

  @Parameters(paramLabel = "FILE", description = "CSV, NDJSON (also .gz) or Parquet; - for input.")
  private Path file = Path.of("-");

  @Option(
      names = "--segments",
      paramLabel = "auto|K",
      defaultValue = AUTO,
      description = "How many; ${DEFAULT-VALUE}: found among 1 to 10, by gap and silhouette.")
  private String segments = AUTO;

  @Option(
      names = "--scale",
      paramLabel = "robust|none",
      defaultValue = "robust",
      description = "robust: skewed counts in logarithms, columns less median, by 5-95%% range.")
  private String scale = "robust";

  @Option(
      names = "--linkage",
      paramLabel = "NAME",
      defaultValue = "ward",
      description = "ward, average, complete or single (${DEFAULT-VALUE}); others to 20,000 rows.")
  private String linkage = "ward";

  @Option(
      names = "--merges",
      paramLabel = "FILE",
      description = "Write the joins too: step, left, right (-i: row i), height, size.")
  private Optional<Path> merges = Optional.empty();

  @Option(
      names = "--features",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns to use; all but id when absent.")
  private List<String> features = List.of();

  @Mixin private TableOptions options = new TableOptions();

  public SegmentsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    SegmentOptions how = how();
    AudienceFiles.Segmented found =
        AudienceFiles.segments(
            surroundings.resolve(file), options.map, features, how, options.seed(), call(progress));
    if (found.answer().missing() > 0) {
      note(
          "%,d missing values: the median of their column stands in."
              .formatted(found.answer().missing()));
    }
    if (merges.isPresent()) {
      writeMerges(merges.get(), found.segments());
    }
    Output.table(
        surroundings,
        options.out,
        common.json,
        found.answer(),
        COLUMNS,
        rows -> writeRows(rows, found.answer().assigned()));
    if (options.out.isPresent() && !options.out.get().toString().equals("-")) {
      surroundings.out().write(SegmentReport.text(found.segments(), surroundings.look()));
      surroundings.out().flush();
    }
    return OK;
  }

  private SegmentOptions how() {
    SegmentOptions how =
        SegmentOptions.defaults()
            .withScaling(named("--scale", scale, Scaling.values()))
            .withLinkage(named("--linkage", linkage, Linkage.values()));
    if (segments.equalsIgnoreCase(AUTO)) {
      return how;
    }
    try {
      return how.withSegments(Integer.parseInt(segments));
    } catch (NumberFormatException e) {
      throw new UsageException(
          "--segments (%s) must be a whole number or auto.".formatted(segments), e);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage(), e);
    }
  }

  private static <E extends Enum<E>> E named(String option, String text, E[] values) {
    return Stream.of(values)
        .filter(value -> value.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "%s (%s) must be one of %s."
                        .formatted(
                            option,
                            text,
                            Stream.of(values)
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")))));
  }

  private static void writeRows(TableWriter rows, List<AudienceFiles.Assigned> assigned)
      throws IOException {
    for (AudienceFiles.Assigned one : assigned) {
      rows.text(one.id()).number((long) one.segment()).endRow();
    }
  }

  private void writeMerges(Path target, Segments found) throws IOException {
    try (Output output = Output.open(surroundings, "--merges", target)) {
      TableWriter rows = output.table(MERGES);
      AudienceFiles.merges(
          found,
          one -> {
            rows.number((long) one.step()).number((long) one.left()).number((long) one.right());
            rows.number(one.height()).number((long) one.size()).endRow();
          });
      rows.end();
      output.commit();
    }
  }
}
