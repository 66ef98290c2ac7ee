package io.tiktoktoe.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a season's length in steps; no season is one of a single step. */
public final class SeasonLength implements ITypeConverter<Integer> {

  /** Made by the parser. */
  public SeasonLength() {}

  @Override
  public Integer convert(String text) {
    try {
      return text.equals("none") ? 1 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(
          "'%s' is no whole number, nor none. Write steps such as 7 or 24,168".formatted(text));
    }
  }
}
