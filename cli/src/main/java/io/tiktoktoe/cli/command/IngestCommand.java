package io.tiktoktoe.cli.command;

import io.tiktoktoe.cli.json.JsonAnswer;
import io.tiktoktoe.cli.option.LaterStore;
import io.tiktoktoe.cli.option.RatesFile;
import io.tiktoktoe.cli.option.StoreKey;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.report.IngestText;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.file.Copies;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
final class IngestCommand extends Command {

  private static final long MEGABYTE = 1_000_000;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of any known format.")
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

  @Option(names = "--source", paramLabel = "NAME", description = "Source of rows that name none.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "ISO 4217 code of amounts without one.")
  private Optional<String> currency = Optional.empty();

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

  IngestCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int run(Progress progress) throws IOException {
    List<Path> paths = files.stream().map(surroundings::resolve).toList();
    StoreKey key =
        new StoreKey(location.path(surroundings), pseudonymKey.map(surroundings::resolve));
    try (LaterStore store = new LaterStore(() -> location.openOrMake(surroundings, paths, key))) {
      ReadOptions options =
          readOptions()
              .withKey(() -> key.of(store))
              .withCopies(new Copies(store::spool, limitBytes()));
      saveMapping(options);
      return run(paths, store, key, options, progress);
    }
  }

  private int run(
      List<Path> paths, LaterStore store, StoreKey key, ReadOptions options, Progress progress)
      throws IOException {
    List<RatesFile> rates = new ArrayList<>();
    List<Opened> opened = new ArrayList<>();
    try {
      for (Path path : paths) {
        progress.report("looking into " + path, opened.size(), paths.size());
        Optional<RatesFile> found = map.isEmpty() ? RatesFile.read(path) : Optional.empty();
        found.ifPresent(rates::add);
        if (found.isEmpty()) {
          long started = System.nanoTime();
          Reading reading = Connectors.open(path, options);
          opened.add(new Opened(reading, (System.nanoTime() - started) / 1e9));
        }
      }
      key.requireThatOf(store);
      return ingest(opened, rates, store.get(), progress);
    } finally {
      opened.forEach(one -> one.reading().close());
    }
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

  /** A file that was looked into, and how long that took: lines and tables are parsed by it. */
  private record Opened(Reading reading, double seconds) {}

  private int ingest(List<Opened> opened, List<RatesFile> rates, Store store, Progress progress)
      throws IOException {
    List<Answer> answers = new ArrayList<>();
    boolean changed = false;
    for (RatesFile file : rates) {
      store.settings().addRates(file.rates());
      if (!common.json) {
        line("%s: %,d exchange rates added".formatted(file.file(), file.rates().size()));
      }
    }
    for (Opened one : opened) {
      Reading reading = one.reading();
      IngestOptions options =
          IngestOptions.of(reading.file().toString(), surroundings.clock().instant())
              .withStrict(strict)
              .withProgress(progress);
      IngestReport report = store.events().ingest(reading.relation(), options).after(one.seconds());
      List<String> notes = new ArrayList<>(reading.notes());
      Optional<String> change = reading.relation().change().get();
      change.ifPresent(what -> notes.add("the file " + what + ": ingest it again"));
      changed |= change.isPresent();
      answers.add(new Answer(reading.format(), List.copyOf(notes), report));
      if (!common.json) {
        line(IngestText.of(report, reading.format(), notes).stripTrailing());
      }
    }
    if (common.json) {
      JsonAnswer.write(answers, surroundings.out());
    }
    return changed ? FAILURE : exitCode(answers);
  }

  /** What became of one file. */
  record Answer(String format, List<String> notes, IngestReport report) {}

  /** Wrong rows are kept and told, which is success, unless nothing else came or --strict. */
  private int exitCode(List<Answer> answers) {
    boolean anyRejected = answers.stream().anyMatch(answer -> answer.report().rejected() > 0);
    boolean nothingElse =
        answers.stream()
            .map(Answer::report)
            .anyMatch(report -> report.rejected() > 0 && report.rejected() == report.rows());
    return (strict && anyRejected) || nothingElse ? FAILURE : OK;
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
    options = source.map(options::withSource).orElse(options);
    return currency.map(options::withCurrency).orElse(options);
  }

  private void saveMapping(ReadOptions options) {
    if (saveMapping.isEmpty()) {
      return;
    }
    String text =
        map.orElseThrow(() -> new UsageException("--save-mapping saves --map, which is missing"));
    Path saved =
        Connectors.save(saveMapping.get(), text, surroundings.resolve(files.getFirst()), options);
    note("mapping %s saved in %s".formatted(saveMapping.get(), saved));
  }
}
