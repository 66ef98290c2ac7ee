package io.tiktoktoe.cli.terminal;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.picture.TerminalPicture;
import io.tiktoktoe.file.NamedOutput;
import io.tiktoktoe.file.Replaceable;
import io.tiktoktoe.service.json.JsonAnswer;
import io.tiktoktoe.table.TableWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/**
 * Where an answer goes: standard output, or a file that appears only when it is complete. Close
 * without {@link #commit} leaves an existing file as it was.
 */
public final class Output implements AutoCloseable {

  /** The bits of a file's mode that say what it is, and two of their values. */
  private static final int KIND = 0xf000;

  private static final int PIPE = 0x1000;
  private static final int CHARACTERS = 0x2000;

  /** Endings of tables, and of reports; a name without one is what was asked for. */
  private static final Set<String> TABLES = Set.of("", "csv", "txt", "json");

  private static final Set<String> REPORTS = Set.of("", "txt", "text", "md", "svg", "json");

  /** Endings that say that a file is no JSON. */
  private static final Set<String> OTHER_FORMS = Set.of("csv", "txt", "text", "md", "svg");

  private final Writer writer;
  private final Optional<Path> target;
  private final Optional<Path> draft;
  private final TableWriter.Style style;
  private boolean committed;

  private Output(
      Writer writer, Optional<Path> target, Optional<Path> draft, TableWriter.Style style) {
    this.writer = writer;
    this.target = target;
    this.draft = draft;
    this.style = style;
  }

  /** Opens {@code file}, or standard output when it is empty or {@code -}. */
  public static Output open(Surroundings surroundings, Optional<Path> file, boolean json) {
    return open(surroundings, "--out", file, json, false);
  }

  /** Opens the file of another option than --out, as a table. */
  public static Output open(Surroundings surroundings, String option, Path file) {
    if (file.toString().equals("-")) {
      throw new UsageException(option + " - is where the answer goes. Name a file.");
    }
    return open(surroundings, option, Optional.of(file), false, false);
  }

  private static Output open(
      Surroundings surroundings, String option, Optional<Path> file, boolean json, boolean report) {
    if (file.isEmpty() || file.get().toString().equals("-")) {
      TableWriter.Style table =
          surroundings.outTerminal() ? TableWriter.Style.SCREEN : TableWriter.Style.CSV;
      TableWriter.Style style = json ? TableWriter.Style.JSON : table;
      return new Output(surroundings.out(), Optional.empty(), Optional.empty(), style);
    }
    Path named = surroundings.directory().resolve(file.get());
    TableWriter.Style style =
        report ? reportStyle(option, named, json) : style(option, named, json);
    try {
      if (Files.isDirectory(named)) {
        throw new UsageException(option + " " + named + " is a directory. Name a file in it.");
      }
      // What comes out of a pipe is read at once: it is written to, and stays.
      boolean direct = isStream(named);
      Path target = direct ? named : replaceable(option, named);
      Path parent = folder(target);
      if (!Files.isDirectory(parent)) {
        throw new FailureException("directory %s does not exist. Create it.".formatted(parent));
      }
      Path written = direct ? target : parent.resolve(draftName(target));
      Optional<Path> draft = direct ? Optional.empty() : Optional.of(written);
      return new Output(writer(written, target), Optional.of(target), draft, style);
    } catch (IOException e) {
      throw notWritable(option, named, e);
    }
  }

  /** Whether it is a pipe, a terminal or the like; not a disk. */
  private static boolean isStream(Path file) throws IOException {
    if (!Files.exists(file) || Files.isRegularFile(file)) {
      return false;
    }
    int kind = (int) Files.getAttribute(file, "unix:mode") & KIND;
    return kind == PIPE || kind == CHARACTERS;
  }

  /** Whether a person reads it on a terminal, who wants no more digits than mean something. */
  public boolean isScreen() {
    return style == TableWriter.Style.SCREEN;
  }

  /**
   * Writes one answer as a report: text, a picture where the file is named .svg, or JSON when asked
   * for or when the file is named so.
   */
  public static void answer(
      Surroundings surroundings,
      Optional<Path> file,
      boolean json,
      Object answer,
      Function<Look, String> report)
      throws IOException {
    boolean picture = file.filter(Output::isPicture).isPresent();
    try (Output output = open(surroundings, "--out", file, json, true)) {
      if (output.style == TableWriter.Style.JSON) {
        JsonAnswer.write(answer, output.writer);
      } else if (picture) {
        String text = report.apply(new Look(surroundings.width(), true, true));
        output.writer.write(TerminalPicture.of("A report", text.lines().toList()));
      } else {
        Look look = surroundings.look();
        output.writer.write(
            report.apply(output.target.isEmpty() ? look : new Look(look.width(), false, true)));
      }
      output.commit();
    }
  }

  /** Writes the rows of a table, which is ended for it. */
  @FunctionalInterface
  public interface Rows {
    /** Writes them all. */
    void write(TableWriter rows) throws IOException;
  }

  /**
   * Writes one answer as a table, or whole as JSON when asked for or when the file is named so.
   *
   * @param columns of the table
   */
  public static void table(
      Surroundings surroundings,
      Optional<Path> file,
      boolean json,
      Object answer,
      List<String> columns,
      Rows rows)
      throws IOException {
    try (Output output = open(surroundings, file, json)) {
      if (output.style == TableWriter.Style.JSON) {
        JsonAnswer.write(answer, output.writer);
      } else {
        TableWriter table = output.table(columns);
        rows.write(table);
        table.end();
      }
      output.commit();
    }
  }

  /** The directory that a file lies in. */
  public static Path folder(Path file) {
    Path absolute = file.toAbsolutePath();
    return Optional.ofNullable(absolute.getParent()).orElse(absolute);
  }

  /** Starts the one table of this output. */
  public TableWriter table(List<String> columns) throws IOException {
    return TableWriter.open(writer, style, columns);
  }

  /** Makes the answer visible under its name. */
  public void commit() throws IOException {
    writer.flush();
    committed = true;
    if (target.isEmpty()) {
      return;
    }
    writer.close();
    if (draft.isPresent()) {
      try {
        Files.move(draft.get(), target.get(), StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(draft.get(), target.get(), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (!committed && target.isPresent()) {
      writer.close();
    }
    if (!committed && draft.isPresent()) {
      Files.deleteIfExists(draft.get());
    }
  }

  /** Whether a file is named as a picture. */
  public static boolean isPicture(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".svg");
  }

  private static TableWriter.Style style(String option, Path target, boolean json) {
    String ending = ending(target);
    if (ending.equals("ndjson") || ending.equals("jsonl")) {
      return TableWriter.Style.NDJSON;
    }
    if (!TABLES.contains(ending)) {
      throw new UsageException(
          "%s %s cannot be written here. Use .csv, .json or .ndjson (each also .gz)."
              .formatted(option, target));
    }
    return ending.equals("json") || json && ending.isEmpty()
        ? TableWriter.Style.JSON
        : TableWriter.Style.CSV;
  }

  /** A report is text, or JSON; the file's name says which, if it says anything. */
  private static TableWriter.Style reportStyle(String option, Path target, boolean json) {
    String ending = ending(target);
    if (!REPORTS.contains(ending)) {
      throw new UsageException(
          "%s %s cannot be written here. Use .txt, .svg or .json (each but .svg also .gz)."
              .formatted(option, target));
    }
    return ending.equals("json") || json && ending.isEmpty()
        ? TableWriter.Style.JSON
        : TableWriter.Style.CSV;
  }

  /**
   * Refuses --json where the file's name says another form.
   *
   * @throws UsageException naming the file and what to do
   */
  public static void requireJsonName(Path file) {
    String ending = ending(file);
    if (OTHER_FORMS.contains(ending)) {
      throw new UsageException(
          "--json and --out %s ask for two forms. Leave out --json for .%s, or name the file .json"
              .formatted(file, ending));
    }
  }

  /** What stands behind the last point of a name, without .gz; nothing where there is none. */
  private static String ending(Path target) {
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    int point = plain.lastIndexOf('.');
    return point < 0 ? "" : plain.substring(point + 1);
  }

  private static Path replaceable(String option, Path file) {
    Replaceable.objection(file)
        .ifPresent(
            objection -> {
              throw new UsageException(
                  "%s %s %s, which is not replaced. Name another file"
                      .formatted(option, file, objection));
            });
    return Replaceable.require(file);
  }

  private static String draftName(Path target) {
    return ".%s.%d.part".formatted(target.getFileName(), ProcessHandle.current().pid());
  }

  private static Writer writer(Path written, Path target) throws IOException {
    OutputStream bytes = new NamedOutput(Files.newOutputStream(written), target.toString());
    boolean gzip = target.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    return new BufferedWriter(
        new OutputStreamWriter(
            gzip ? new GZIPOutputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8),
        1 << 16);
  }

  private static FailureException notWritable(String option, Path target, IOException e) {
    return new FailureException(
        "%s %s cannot be written (%s). Check the directory and its permissions."
            .formatted(option, target, e.getMessage()),
        e);
  }
}
