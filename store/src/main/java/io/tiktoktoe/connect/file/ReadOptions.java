package io.tiktoktoe.connect.file;

import io.tiktoktoe.file.Copies;
import io.tiktoktoe.file.DateHints;
import io.tiktoktoe.sql.SqlText;
import io.tiktoktoe.stage.StageColumn;
import io.tiktoktoe.work.Cancellation;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a file is read; what it does not say itself comes from here.
 *
 * @param format the format to read it as, instead of recognising it
 * @param mapping {@code column=field,...} or the name of a saved mapping
 * @param creator the creator of rows that name none
 * @param source the source of rows that name none
 * @param currency the ISO 4217 code of amounts without one
 * @param strict whether an unknown field is refused instead of kept as an attribute
 * @param key gives the secret under which persons become pseudonyms, asked only for files that need
 *     it: the store's own ({@link io.tiktoktoe.store.Settings#pseudonymKey}), or one that stores
 *     share
 * @param folder where this user's own mappings and formats lie
 * @param dates what is said of dates that the file leaves open
 * @param cancellation stops the reading
 * @param copies where copies are written, and how far a file may expand
 */
public record ReadOptions(
    Optional<String> format,
    Optional<String> mapping,
    Optional<String> creator,
    Optional<String> source,
    Optional<String> currency,
    boolean strict,
    Optional<Supplier<String>> key,
    Path folder,
    DateHints dates,
    Cancellation cancellation,
    Copies copies) {

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
        DateHints.NONE,
        new Cancellation(),
        Copies.inSystemFolder());
  }

  /** Reads as the format of this name, see {@code Connectors.formats}. */
  public ReadOptions withFormat(String name) {
    return new ReadOptions(
        Optional.of(name),
        mapping,
        creator,
        source,
        currency,
        strict,
        key,
        folder,
        dates,
        cancellation,
        copies);
  }

  /** Reads by {@code column=field,...} or by the saved mapping of this name. */
  public ReadOptions withMapping(String text) {
    return new ReadOptions(
        format,
        Optional.of(text),
        creator,
        source,
        currency,
        strict,
        key,
        folder,
        dates,
        cancellation,
        copies);
  }

  /** The creator of rows that name none. */
  public ReadOptions withCreator(String id) {
    return new ReadOptions(
        format,
        mapping,
        Optional.of(id),
        source,
        currency,
        strict,
        key,
        folder,
        dates,
        cancellation,
        copies);
  }

  /** The source of rows that name none. */
  public ReadOptions withSource(String name) {
    return new ReadOptions(
        format,
        mapping,
        creator,
        Optional.of(name),
        currency,
        strict,
        key,
        folder,
        dates,
        cancellation,
        copies);
  }

  /** The ISO 4217 code of amounts without one. */
  public ReadOptions withCurrency(String code) {
    return new ReadOptions(
        format,
        mapping,
        creator,
        source,
        Optional.of(code),
        strict,
        key,
        folder,
        dates,
        cancellation,
        copies);
  }

  /** Refuses unknown fields instead of keeping them as attributes. */
  public ReadOptions withStrict(boolean refuse) {
    return new ReadOptions(
        format,
        mapping,
        creator,
        source,
        currency,
        refuse,
        key,
        folder,
        dates,
        cancellation,
        copies);
  }

  /** Turns persons into pseudonyms under the secret that this gives. */
  public ReadOptions withKey(Supplier<String> secret) {
    return new ReadOptions(
        format,
        mapping,
        creator,
        source,
        currency,
        strict,
        Optional.of(secret),
        folder,
        dates,
        cancellation,
        copies);
  }

  /** Looks for own mappings and formats in this folder. */
  public ReadOptions withFolder(Path path) {
    return new ReadOptions(
        format, mapping, creator, source, currency, strict, key, path, dates, cancellation, copies);
  }

  /** Reads dates that the file leaves open as this says. */
  public ReadOptions withDates(DateHints said) {
    return new ReadOptions(
        format,
        mapping,
        creator,
        source,
        currency,
        strict,
        key,
        folder,
        said,
        cancellation,
        copies);
  }

  /** The same, stopped by this. */
  public ReadOptions withCancellation(Cancellation by) {
    return new ReadOptions(
        format, mapping, creator, source, currency, strict, key, folder, dates, by, copies);
  }

  /** The same with its copies here. */
  public ReadOptions withCopies(Copies place) {
    return new ReadOptions(
        format,
        mapping,
        creator,
        source,
        currency,
        strict,
        key,
        folder,
        dates,
        cancellation,
        place);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "ReadOptions[format=%s, mapping=%s, creator=%s, source=%s, currency=%s, strict=%s]"
        .formatted(format, mapping, creator, source, currency, strict);
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
