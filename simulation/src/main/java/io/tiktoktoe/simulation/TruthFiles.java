package io.tiktoktoe.simulation;

import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.simulation.model.TruthRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes what is true as CSV files beside the events, one per kind of record: {@code
 * truth_ledger.csv}, {@code truth_fan.csv} and so on, columns named as the record's components in
 * snake_case, money in minor units with its currency, days as ISO 8601, absent values empty.
 */
public final class TruthFiles implements Consumer<TruthRecord>, AutoCloseable {

  private final Path directory;
  private final Map<Class<?>, Table> tables = new HashMap<>();

  /**
   * One file. Java makes a component's accessor anew each time it is asked for, at a hundred times
   * the cost of a row: they are kept.
   */
  private record Table(BufferedWriter writer, List<Method> accessors) {}

  private TruthFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * Will write into this directory, which is made if it is not there; files of an earlier run are
   * replaced.
   */
  public static TruthFiles in(Path directory) throws IOException {
    Files.createDirectories(directory);
    return new TruthFiles(directory);
  }

  /**
   * Writes one record.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  @Override
  public void accept(TruthRecord fact) {
    try {
      Table table = tables.get(fact.getClass());
      if (table == null) {
        table = open(fact.getClass());
        tables.put(fact.getClass(), table);
      }
      table.writer.write(line(fact, table.accessors));
    } catch (IOException e) {
      throw new UncheckedIOException(named(file(fact.getClass()), e));
    }
  }

  /** The names of every file that it may write, in order. */
  public static List<String> names() {
    return kinds(TruthRecord.class).map(TruthFiles::name).sorted().toList();
  }

  private static Stream<Class<?>> kinds(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind));
  }

  private static String name(Class<?> kind) {
    return "truth_" + snakeCase(kind.getSimpleName()) + ".csv";
  }

  /** The same failure with the file: Java says "No space left on device" and not where. */
  private static FileSystemException named(Path file, IOException e) {
    FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
    named.initCause(e);
    return named;
  }

  /** Writes dated exchange rates as {@code date,from,to,rate}. */
  public static void writeRates(List<ExchangeRates.Rate> rates, Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("date,from,to,rate\n");
      for (ExchangeRates.Rate rate : rates) {
        writer.write(
            "%s,%s,%s,%s\n"
                .formatted(rate.day(), rate.from(), rate.to(), rate.rate().toPlainString()));
      }
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw named(file, e);
    }
  }

  private Path file(Class<?> kind) {
    return directory.resolve(name(kind));
  }

  private Table open(Class<?> kind) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(file(kind));
    StringJoiner header = new StringJoiner(",");
    for (RecordComponent component : kind.getRecordComponents()) {
      String name = snakeCase(component.getName());
      header.add(component.getType() == Money.class ? name + "_minor," + name + "_currency" : name);
    }
    writer.write(header + "\n");
    return new Table(
        writer,
        Arrays.stream(kind.getRecordComponents()).map(RecordComponent::getAccessor).toList());
  }

  private static String line(TruthRecord fact, List<Method> accessors) {
    StringJoiner line = new StringJoiner(",");
    try {
      for (Method accessor : accessors) {
        line.add(text(accessor.invoke(fact)));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("record " + fact.getClass() + " cannot be read.", e);
    }
    return line + "\n";
  }

  private static String text(@org.jspecify.annotations.Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Money money -> money.minorUnits() + "," + money.currency();
      case io.tiktoktoe.metric.Stream stream -> stream.label();
      case Object other -> other.toString();
    };
  }

  private static String snakeCase(String camelCase) {
    return camelCase.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (Map.Entry<Class<?>, Table> table : tables.entrySet()) {
      try {
        table.getValue().writer.close();
      } catch (IOException e) {
        first = first == null ? named(file(table.getKey()), e) : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
