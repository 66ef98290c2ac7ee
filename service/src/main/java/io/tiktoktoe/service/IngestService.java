package io.tiktoktoe.service;

import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.file.Copies;
import io.tiktoktoe.service.model.AnswerSink;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.IngestAnswer;
import io.tiktoktoe.service.model.IngestAnswer.EventsTakenIn;
import io.tiktoktoe.service.model.IngestAnswer.OneFile;
import io.tiktoktoe.service.model.IngestAnswer.RatesAdded;
import io.tiktoktoe.service.model.IngestRequest;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes files into a store. */
public final class IngestService {

  private static final String INPUT = "standard input";

  private final Path path;
  private final StoreOptions options;

  private IngestService(Path path, StoreOptions options) {
    this.path = path;
    this.options = options;
  }

  /**
   * The service for the store at {@code path}, which is opened for a call, and made when all files
   * of the call can be read.
   */
  public static IngestService at(Path path, StoreOptions options) {
    return new IngestService(path, options);
  }

  /**
   * Saves what columns mean under a name, by which later requests can ask for it.
   *
   * @param example a file with these columns
   * @param reading where saved mappings are, and how the example is read
   * @return where it is saved
   * @throws io.tiktoktoe.file.UnreadableFileException if the mapping does not fit the example
   */
  public static Path saveMapping(String name, String mapping, Path example, ReadOptions reading) {
    return Connectors.save(name, mapping, example, reading);
  }

  /**
   * Takes files in: all are looked into before the first row is stored.
   *
   * @param sink hears of each file as soon as it is in
   * @throws ServiceException if a file or the key cannot be used
   * @throws io.tiktoktoe.file.UnreadableFileException if a file cannot be read
   * @throws IOException if the sink throws it
   */
  public IngestAnswer ingest(IngestRequest request, Call call, AnswerSink<OneFile> sink)
      throws IOException {
    Connectors.requireKnown(request.reading());
    StoreKey key = new StoreKey(path, request.pseudonymKey());
    List<Path> named = request.files().stream().filter(file -> !isInput(file)).toList();
    StoreOptions opening = options.withReadable(named);
    try (LaterStore store = new LaterStore(() -> Store.open(path, key.in(opening)))) {
      Copies copies = new Copies(store::spool, request.expandLimit());
      ReadOptions reading =
          request
              .reading()
              .withStrict(request.strict())
              .withKey(() -> key.of(store))
              .withCopies(copies);
      Run run = new Run(request, call, sink, store, key);
      return named.size() == request.files().size()
          ? run.run(named, reading)
          : withInput(run, copies, reading);
    }
  }

  /** Standard input as a file: it can be read once only, and a format wants more than one look. */
  private static IngestAnswer withInput(Run run, Copies copies, ReadOptions reading)
      throws IOException {
    Path input;
    try (InputStream in = run.request().input().open()) {
      input = copies.named(INPUT, in);
    }
    try {
      return run.run(
          run.request().files().stream().map(file -> isInput(file) ? input : file).toList(),
          reading);
    } finally {
      Copies.remove(input);
    }
  }

  private static boolean isInput(Path file) {
    return file.equals(IngestRequest.STANDARD_INPUT);
  }

  /** A file that was looked into, and how long that took: lines and tables are parsed by it. */
  private record Opened(Reading reading, double seconds) {}

  /** One call. */
  private record Run(
      IngestRequest request, Call call, AnswerSink<OneFile> sink, LaterStore store, StoreKey key) {

    IngestAnswer run(List<Path> files, ReadOptions reading) throws IOException {
      List<RatesFile> rates = new ArrayList<>();
      List<Opened> opened = new ArrayList<>();
      try {
        for (Path file : files) {
          call.progress().report("looking into " + file, opened.size(), files.size());
          Optional<RatesFile> found = isMapped() ? Optional.empty() : RatesFile.read(file);
          found.ifPresent(rates::add);
          if (found.isEmpty()) {
            long started = System.nanoTime();
            Reading one = Connectors.open(file, reading);
            opened.add(new Opened(one, (System.nanoTime() - started) / 1e9));
          }
        }
        key.requireThatOf(store);
        addRates(rates);
        return takeIn(opened);
      } finally {
        opened.forEach(one -> one.reading().close());
      }
    }

    /** What columns mean was said: dates and rates may be events then. */
    private boolean isMapped() {
      return request.reading().mapping().filter(text -> text.contains("=")).isPresent();
    }

    private void addRates(List<RatesFile> rates) throws IOException {
      for (RatesFile file : rates) {
        store.get().settings().addRates(file.rates());
        sink.accept(new RatesAdded(file.file(), file.rates().size()));
      }
    }

    private IngestAnswer takeIn(List<Opened> opened) throws IOException {
      List<EventsTakenIn> answers = new ArrayList<>();
      boolean changed = false;
      for (Opened one : opened) {
        Reading reading = one.reading();
        IngestOptions ingesting =
            IngestOptions.of(batch(reading.file()), call.now())
                .withStrict(request.strict())
                .withProgress(call.progress());
        IngestReport report =
            store.get().events().ingest(reading.relation(), ingesting).after(one.seconds());
        List<String> notes = new ArrayList<>(reading.notes());
        Optional<String> change = reading.relation().change().get();
        change.ifPresent(what -> notes.add("the file " + what + ": ingest it again"));
        changed |= change.isPresent();
        EventsTakenIn answer = new EventsTakenIn(reading.format(), notes, report);
        answers.add(answer);
        sink.accept(answer);
      }
      return new IngestAnswer(answers, !changed && isSuccess(answers));
    }

    /** A batch bears its file's name. */
    private static String batch(Path file) {
      return file.endsWith(INPUT) ? INPUT : file.toString();
    }

    /**
     * Wrong rows are kept and told, which is success, unless nothing else came or it is strict. A
     * mapping that loses more rows than it takes says something else than was meant.
     */
    private boolean isSuccess(List<EventsTakenIn> answers) {
      return answers.stream().map(EventsTakenIn::report).allMatch(this::isSuccess);
    }

    private boolean isSuccess(IngestReport report) {
      long lost = report.rejected() + report.conflicts();
      long taken = report.accepted() + report.duplicates();
      if (lost == 0) {
        return true;
      }
      boolean misread = request.reading().mapping().isPresent() && lost > taken;
      return !request.strict() && !misread && report.rejected() < report.rows();
    }
  }
}
