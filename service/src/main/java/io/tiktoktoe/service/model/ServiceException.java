package io.tiktoktoe.service.model;

import io.tiktoktoe.answer.NamesFields;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A request that cannot be answered: what of it is wrong, its value and what helps. The message
 * names fields of the request, such as {@code from}; who asked in other words, such as options of a
 * command line, gets them from {@link #message(UnaryOperator)}.
 */
public abstract sealed class ServiceException extends RuntimeException implements NamesFields {

  private static final long serialVersionUID = 1L;

  private final String template;
  private final transient Object[] values;

  private ServiceException(String template, Object... values) {
    super(message(template, values, UnaryOperator.identity()));
    this.template = template;
    this.values = values;
  }

  @Override
  public final String message(UnaryOperator<String> naming) {
    return message(template, values, naming);
  }

  /** The same with what led to it. */
  public final ServiceException because(Throwable cause) {
    initCause(cause);
    return this;
  }

  private static String message(String template, Object[] values, UnaryOperator<String> naming) {
    return NamesFields.named(template, naming).formatted(values);
  }

  /** A field of the request has a value that cannot be: ask otherwise. */
  public static final class BadRequest extends ServiceException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * What is wrong with a field.
     *
     * @param template what is wrong and the remedy; fields of the request stand in braces, values
     *     as {@code %s}
     */
    public BadRequest(String field, String template, Object... values) {
      super(template, values);
      this.field = field;
    }

    /** The field of the request. */
    public String field() {
      return field;
    }
  }

  /** The creator asked for has no events. */
  public static final class UnknownCreator extends ServiceException {

    private static final long serialVersionUID = 1L;

    private final String creator;
    private final transient List<String> alike;

    public UnknownCreator(String creator, Object where, int creators, List<String> alike) {
      super(
          "creator %s has no events in %s. Name one of its %,d creators, such as %s.",
          creator, where, creators, String.join(", ", alike));
      this.creator = creator;
      this.alike = List.copyOf(alike);
    }

    /** Who was asked for. */
    public String creator() {
      return creator;
    }

    /** Creators with events whose names are alike, most alike first. */
    public List<String> alike() {
      return alike;
    }
  }

  /** The request is well formed but there is nothing yet to answer it from. */
  public static final class NothingThere extends ServiceException {

    private static final long serialVersionUID = 1L;

    public NothingThere(String template, Object... values) {
      super(template, values);
    }
  }

  /** A file or a series that came with the request cannot be used as asked. */
  public static final class UnusableInput extends ServiceException {

    private static final long serialVersionUID = 1L;

    public UnusableInput(String template, Object... values) {
      super(template, values);
    }
  }
}
