package io.tiktoktoe.file;

import io.tiktoktoe.answer.NamesFields;
import java.io.Serial;
import java.util.function.UnaryOperator;

/**
 * A file cannot be read as events. Sealed: each case is one thing that a user can mend; its message
 * is one sentence that names the file and what is wrong, and one that says what to do. Both may
 * name fields of {@code ReadOptions} in braces.
 */
public abstract sealed class UnreadableFileException extends RuntimeException
    implements NamesFields {

  @Serial private static final long serialVersionUID = 1L;

  private final String file;
  private final String subject;
  private final String problem;
  private final String remedy;

  private UnreadableFileException(String file, String problem, String remedy) {
    this("", file, problem, remedy);
  }

  private UnreadableFileException(String subject, String file, String problem, String remedy) {
    super(message(subject, file, problem, remedy, UnaryOperator.identity()));
    this.file = file;
    this.subject = subject;
    this.problem = problem;
    this.remedy = remedy;
  }

  @Override
  public final String message(UnaryOperator<String> naming) {
    return message(subject, file, problem, remedy, naming);
  }

  private static String message(
      String subject, String file, String problem, String remedy, UnaryOperator<String> naming) {
    return "%s%s %s. %s"
        .formatted(
            NamesFields.named(subject, naming), file, problem, NamesFields.named(remedy, naming));
  }

  /** The file's name as it was given. */
  public String file() {
    return file;
  }

  /** There is no such file, or it is a folder or may not be read. */
  public static final class Missing extends UnreadableFileException {
    @Serial private static final long serialVersionUID = 1L;

    public Missing(String file, String problem) {
      super(file, problem, "Check the path and this user's rights.");
    }
  }

  /** The file holds nothing, or a header and nothing else. */
  public static final class Empty extends UnreadableFileException {
    @Serial private static final long serialVersionUID = 1L;

    public Empty(String file) {
      super(file, "is empty", "Export it again, or leave it out.");
    }
  }

  /** The file is no text, or damaged, or of a kind that is not read. */
  public static final class NotText extends UnreadableFileException {
    @Serial private static final long serialVersionUID = 1L;

    public NotText(String file, String problem) {
      super(
          file,
          problem,
          "Give CSV, NDJSON, JSON (also as .gz or .zst) or Parquet; save spreadsheets as CSV.");
    }
  }

  /** The file expands beyond what it may: a bomb, or a limit that is too low for it. */
  public static final class TooLarge extends UnreadableFileException {
    @Serial private static final long serialVersionUID = 1L;

    public TooLarge(String file, long limitBytes) {
      super(
          file,
          "expands to more than %,d bytes, the limit".formatted(limitBytes),
          "If it comes from a source that you trust, raise the limit with {expand_limit}.");
    }
  }

  /** The file is of a kind that is read, and cut or otherwise damaged. */
  public static final class Damaged extends UnreadableFileException {
    @Serial private static final long serialVersionUID = 1L;

    public Damaged(String file, String problem, Throwable cause) {
      super(file, problem, "Make or download it again.");
      initCause(cause);
    }
  }

  /** The file was written to, replaced or removed while it was read: nothing of it was taken. */
  public static final class Changed extends UnreadableFileException {
    @Serial private static final long serialVersionUID = 1L;

    public Changed(String file, String change) {
      super(file, change, "Wait until it is complete and read it again.");
    }
  }

  /** The columns or fields belong to no known format. */
  public static final class UnknownFormat extends UnreadableFileException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * What was found and what helps.
     *
     * @param example a mapping for columns like these
     * @param nearest a sentence on the format that looks most alike, with a blank before; or empty
     */
    public UnknownFormat(String file, String problem, String example, String nearest) {
      super(
          file,
          problem,
          ("Say what its columns mean: time, amount, currency, type and creator are needed, such as"
                  + " {map} \"%s\" (column=field, or field:text for every row; docs/formats.md lists"
                  + " the fields), or name its format with {format}.%s")
              .formatted(example, nearest));
    }
  }

  /** A mapping or a format's file cannot be understood, or does not fit the file. */
  public static sealed class BadMapping extends UnreadableFileException {
    @Serial private static final long serialVersionUID = 1L;

    public BadMapping(String file, String problem, String remedy) {
      super(file, problem, remedy);
    }

    private BadMapping(String subject, String file, String problem, String remedy) {
      super(subject, file, problem, remedy);
    }
  }

  /**
   * Whoever asked for the file to be read named a format or a mapping that is unknown, or wrote a
   * mapping that cannot be: to be asked otherwise, whatever the file holds.
   */
  public static final class BadOption extends BadMapping {
    @Serial private static final long serialVersionUID = 1L;

    private BadOption(String subject, String value, String problem, String remedy) {
      super(subject, value, problem, remedy);
    }

    /** What is wrong with a value that came in this field of the request. */
    public static BadOption given(String field, String value, String problem, String remedy) {
      return new BadOption("{" + field + "} ", value, problem, remedy);
    }

    /** The same problem of a mapping that was written there. */
    public static BadOption of(
        String field, String value, UnreadableFileException cause, String remedy) {
      BadOption bad = given(field, value, cause.problem, remedy);
      bad.initCause(cause);
      return bad;
    }
  }
}
