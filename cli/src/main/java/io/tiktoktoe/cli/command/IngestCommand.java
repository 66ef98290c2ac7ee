package io.tiktoktoe.cli.command;

import io.tiktoktoe.cli.option.CreatorOptions;
import io.tiktoktoe.cli.option.Days;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.report.IngestText;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.file.DateHints;
import io.tiktoktoe.service.IngestService;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.service.model.IngestAnswer;
import io.tiktoktoe.service.model.IngestRequest;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes files of events into the store. */
@picocli.CommandLine.Command(
    name = "ingest",
    description = {
      "Take files of events into the store, each event once.",
      "",
      "The format is recognised by the header: native NDJSON, CSV and Parquet, CloudEvents, and the"
          + " exports of platforms; docs/formats.md lists them. Other tables need --map. A CSV with"
          + " columns date,from,to,rate adds exchange rates. Rows that are wrong are kept as"
          + " rejects and told; the rest is stored.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe ingest docs/examples/tips.csv")
public final class IngestCommand extends Command {

  private static final long MEGABYTE = 1_000_000;
  private static final int LAST_YEAR = 9999;

  /** What standard input is called. */
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files of any known format; - is standard input.")
  private List<Path> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Read as this format instead of recognising it.")
  private Optional<String> format = Optional.empty();

  @Option(
      names = "--map",
      paramLabel = "MAPPING",
      description =
          "What columns mean: column=field,... with 'text'=field for what is the same in every row,"
              + " or the name of a saved mapping.")
  private Optional<String> map = Optional.empty();

  @Option(
      names = "--mapping",
      paramLabel = "NAME",
      description = "A mapping that was saved with --save-mapping.")
  private Optional<String> mapping = Optional.empty();

  @Option(
      names = "--save-mapping",
      paramLabel = "NAME",
      description = "Save what --map says under this name.")
  private Optional<String> saveMapping = Optional.empty();

  @Option(names = "--creator", paramLabel = "ID", description = "Creator of rows that name none.")
  private Optional<String> creator = Optional.empty();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Source of rows that name none, such as the platform.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "ISO 4217 code of amounts without one.")
  private Optional<String> currency = Optional.empty();

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "Year of dates that name none; the later one where they go past December.")
  private Optional<Integer> year = Optional.empty();

  @Option(
      names = "--day",
      paramLabel = "DAY",
      description = "Day of rows that stand for a whole period and name none: its last one.")
  private Optional<String> day = Optional.empty();

  @Option(
      names = "--dates",
      paramLabel = "ORDER",
      description = "d/M or M/d: what 9/4/2026 means where no date of the file tells.")
  private Optional<String> dates = Optional.empty();

  @Option(
      names = "--strict",
      description = "Refuse unknown fields, and exit with 1 when any row was rejected.")
  private boolean strict;

  @Option(
      names = "--expand-limit",
      paramLabel = "MB",
      description =
          "What a file may expand to that is compressed; 1074 MB and 200 times its size unless"
              + " set.")
  private Optional<Long> expandLimit = Optional.empty();

  @Option(
      names = "--pseudonym-key",
      paramLabel = "FILE",
      description =
          "Make pseudonyms of persons under the key in this file, for stores that share it; without"
              + " it every store has a key of its own. Made when it is not there.")
  private Optional<Path> pseudonymKey = Optional.empty();

  @Mixin private StoreLocation location = new StoreLocation();

  public IngestCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    List<Path> paths =
        files.stream().map(file -> isInput(file) ? file : surroundings.resolve(file)).toList();
    ReadOptions reading = readOptions();
    saveMapping(reading);
    IngestRequest request =
        new IngestRequest(
            paths,
            reading,
            strict,
            pseudonymKey.map(surroundings::resolve),
            limitBytes(),
            () -> Files.newInputStream(surroundings.resolve(IngestRequest.STANDARD_INPUT)));
    IngestService service =
        IngestService.at(location.path(surroundings), location.options(surroundings));
    IngestAnswer answer = service.ingest(request, call(progress), this::tell);
    if (common.json) {
      JsonAnswer.write(answer.files(), surroundings.out());
    }
    return answer.success() ? OK : FAILURE;
  }

  private static boolean isInput(Path file) {
    return file.equals(IngestRequest.STANDARD_INPUT);
  }

  private void tell(IngestAnswer.OneFile file) throws IOException {
    if (common.json) {
      return;
    }
    switch (file) {
      case IngestAnswer.RatesAdded(Path name, int rates) ->
          line("%s: %,d exchange rates added".formatted(name, rates));
      case IngestAnswer.EventsTakenIn(String known, List<String> notes, IngestReport report) ->
          line(IngestText.of(report, known, told(notes, report)).stripTrailing());
    }
  }

  /** With how to name a platform that nobody named: two files of two would count as one. */
  private List<String> told(List<String> notes, IngestReport report) {
    boolean nameless =
        source.isEmpty()
            && map.filter(text -> text.contains("=") && !text.contains("source")).isPresent();
    if (!nameless || report.accepted() == 0) {
      return notes;
    }
    List<String> more = new ArrayList<>(notes);
    more.add(
        "its platform is called map: to name it, take the file out (undo) and ingest it again with"
            + " --source NAME");
    return more;
  }

  private Optional<Long> limitBytes() {
    if (expandLimit.isPresent()
        && (expandLimit.get() < 1 || expandLimit.get() > Long.MAX_VALUE / MEGABYTE)) {
      throw new UsageException(
          "--expand-limit (%d MB) must be 1 to %d MB"
              .formatted(expandLimit.get(), Long.MAX_VALUE / MEGABYTE));
    }
    return expandLimit.map(megabytes -> megabytes * MEGABYTE);
  }

  private ReadOptions readOptions() {
    ReadOptions options =
        ReadOptions.defaults()
            .withStrict(strict)
            .withCancellation(surroundings.cancellation())
            .withFolder(surroundings.home().resolve(".tiktoktoe").resolve("formats"));
    if (map.isPresent() && mapping.isPresent()) {
      throw new UsageException("--map and --mapping both say what columns mean. Give one of them");
    }
    options = map.or(() -> mapping).map(options::withMapping).orElse(options);
    options = format.map(options::withFormat).orElse(options);
    options = creator.map(options::withCreator).orElse(options);
    options = source.map(options::withSource).orElse(options).withDates(dateHints());
    currency.ifPresent(code -> CreatorOptions.currency(code.toUpperCase(Locale.ROOT)));
    return currency.map(options::withCurrency).orElse(options);
  }

  private DateHints dateHints() {
    DateHints said = DateHints.NONE;
    if (year.isPresent()) {
      if (year.get() < 1 || year.get() > LAST_YEAR) {
        throw new UsageException("--year (%d) must be 1 to %d".formatted(year.get(), LAST_YEAR));
      }
      said = said.withYear(year.get());
    }
    if (day.isPresent()) {
      said = said.withDay(Days.parse("--day", day.get()));
    }
    if (dates.isEmpty()) {
      return said;
    }
    return switch (dates.get()) {
      case "d/M" -> said.withDayFirst(true);
      case "M/d" -> said.withDayFirst(false);
      default -> throw new UsageException("--dates (%s) must be d/M or M/d".formatted(dates.get()));
    };
  }

  private void saveMapping(ReadOptions options) {
    if (saveMapping.isEmpty()) {
      return;
    }
    String text =
        map.orElseThrow(() -> new UsageException("--save-mapping saves --map, which is missing"));
    if (isInput(files.getFirst())) {
      throw new UsageException(
          "--save-mapping looks at the columns of the first file, which standard input shows only"
              + " once. Name a file first");
    }
    Path example = surroundings.resolve(files.getFirst());
    Path saved = IngestService.saveMapping(saveMapping.get(), text, example, options);
    note("mapping %s saved in %s".formatted(saveMapping.get(), saved));
  }
}
