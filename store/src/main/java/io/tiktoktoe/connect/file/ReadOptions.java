package io.tiktoktoe.connect.file;

import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.stage.StageColumn;
import io.tiktoktoe.store.model.Cancellation;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a file is read; what it does not say itself comes from here.
 *
 * @param format the format to read it as, instead of recognising it
 * @param mapping {@code column=field,...} or the name of a saved mapping
 * @param creator the creator of rows that name none
 * @param source the source of rows that name none
 * @param currency the ISO 4217 code of amounts without one
 * @param strict whether an unknown field is refused instead of kept as an attribute
 * @param salt the secret under which e-mail addresses become pseudonyms; without it they are
 *     dropped
 * @param folder where this user's own mappings and formats lie
 * @param cancellation stops the reading
 */
public record ReadOptions(
    Optional<String> format,
    Optional<String> mapping,
    Optional<String> creator,
    Optional<String> source,
    Optional<String> currency,
    boolean strict,
    Optional<String> salt,
    Path folder,
    Cancellation cancellation) {

  /** Recognise the format, keep unknown fields, fill nothing in; own formats in ~/.tiktoktoe. */
  public static ReadOptions defaults() {
    return new ReadOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Path.of(System.getProperty("user.home"), ".tiktoktoe", "formats"),
        new Cancellation());
  }

  /** Reads as the format of this name, see {@code Connectors.formats}. */
  public ReadOptions withFormat(String name) {
    return new ReadOptions(
        Optional.of(name), mapping, creator, source, currency, strict, salt, folder, cancellation);
  }

  /** Reads by {@code column=field,...} or by the saved mapping of this name. */
  public ReadOptions withMapping(String text) {
    return new ReadOptions(
        format, Optional.of(text), creator, source, currency, strict, salt, folder, cancellation);
  }

  /** The creator of rows that name none. */
  public ReadOptions withCreator(String id) {
    return new ReadOptions(
        format, mapping, Optional.of(id), source, currency, strict, salt, folder, cancellation);
  }

  /** The source of rows that name none. */
  public ReadOptions withSource(String name) {
    return new ReadOptions(
        format, mapping, creator, Optional.of(name), currency, strict, salt, folder, cancellation);
  }

  /** The ISO 4217 code of amounts without one. */
  public ReadOptions withCurrency(String code) {
    return new ReadOptions(
        format, mapping, creator, source, Optional.of(code), strict, salt, folder, cancellation);
  }

  /** Refuses unknown fields instead of keeping them as attributes. */
  public ReadOptions withStrict(boolean refuse) {
    return new ReadOptions(
        format, mapping, creator, source, currency, refuse, salt, folder, cancellation);
  }

  /** Turns e-mail addresses into pseudonyms under this secret. */
  public ReadOptions withSalt(String secret) {
    return new ReadOptions(
        format,
        mapping,
        creator,
        source,
        currency,
        strict,
        Optional.of(secret),
        folder,
        cancellation);
  }

  /** Looks for own mappings and formats in this folder. */
  public ReadOptions withFolder(Path path) {
    return new ReadOptions(
        format, mapping, creator, source, currency, strict, salt, path, cancellation);
  }

  /** The same, stopped by this. */
  public ReadOptions withCancellation(Cancellation by) {
    return new ReadOptions(format, mapping, creator, source, currency, strict, salt, folder, by);
  }

  /** What fills this column where a row leaves it empty. */
  public Optional<String> defaultOf(StageColumn column) {
    return switch (column) {
      case CREATOR -> creator;
      case SOURCE -> source;
      default -> Optional.empty();
    };
  }

  /** SQL of a column with its default. */
  public String orDefault(StageColumn column, String sql) {
    return defaultOf(column)
        .map(value -> "coalesce(" + sql + ", " + SqlText.literal(value) + ")")
        .orElse(sql);
  }
}
