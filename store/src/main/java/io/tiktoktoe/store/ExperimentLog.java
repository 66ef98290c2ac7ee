package io.tiktoktoe.store;

import io.tiktoktoe.event.KeyedHash;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.sql.SqlTemplate;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.Engine;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoredTest;
import io.tiktoktoe.store.model.TestEntry;
import io.tiktoktoe.store.query.PersonIndex;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Price tests and their append-only logs.
 *
 * <p>What is durable when: when {@link #write} returns, the system has the entries in a journal
 * beside the store, so that they survive the end of this process in any way (kill -9 too), but not
 * yet a loss of power. When {@link #force} returns, the disk has what was written before: threads
 * that wait for it at a time share one force of the journal (group commit). When {@link #fold}
 * returns, they are in the store's tables and on disk. Once a second, or {@value #MOST_PENDING}
 * entries, have passed since the last fold, a write has another thread fold while others go on
 * writing; {@link Store#close} folds, and an opening takes over what a killed process left. Thread
 * safe.
 */
public final class ExperimentLog {

  /** Entries that wait before a fold; one of so many takes some tenths of a second. */
  static final int MOST_PENDING = 65_536;

  /** As many times that may wait before writers wait for the fold. */
  private static final int MOST_FOLDS = 16;

  private static final long MOST_NANOS = 1_000_000_000L;

  private final Path file;
  private final Engine engine;
  private final Writer writer;
  private final String salt;
  private final ReentrantLock folding = new ReentrantLock();
  private final AtomicBoolean due = new AtomicBoolean();
  private final AtomicReference<Optional<RuntimeException>> failure =
      new AtomicReference<>(Optional.empty());
  private EncodedEntries pending = new EncodedEntries();

  /** What stands in the older journal; changed under {@link #folding} only. */
  private volatile EncodedEntries older = new EncodedEntries();

  private final ReentrantLock forcing = new ReentrantLock();
  private volatile long written;

  /** Of {@link #written}, how many the disk has; changed under {@link #forcing} only. */
  private volatile long forced;

  private final Map<Integer, Long> last = new HashMap<>();
  private Optional<ExperimentJournal> journal = Optional.empty();
  private long folded = System.nanoTime();

  ExperimentLog(Path file, Engine engine, Writer writer, String salt) {
    this.file = file;
    this.engine = engine;
    this.writer = writer;
    this.salt = salt;
  }

  private long mark() {
    return KeyedHash.withSalt(salt).id(KeyedHash.Kind.EVENT, "journal of price tests");
  }

  /** Takes over what a killed process left in the journals. */
  void recover() {
    if (!ExperimentJournal.isLeft(file)) {
      return;
    }
    List<TestEntry> left = new ArrayList<>();
    Map<Integer, Long> known = lastNumbers();
    for (TestEntry entry : ExperimentJournal.read(file, mark())) {
      if (entry.number() > known.getOrDefault(entry.test(), 0L)) {
        left.add(entry);
        known.put(entry.test(), entry.number());
      }
    }
    commit(left);
    ExperimentJournal.forgetOlder(file);
    ExperimentJournal.open(file, mark()).remove();
  }

  /** Folds and removes the journal; nobody writes any more. */
  void leave() {
    fold();
    folding.lock();
    try {
      synchronized (this) {
        journal.ifPresent(ExperimentJournal::remove);
        journal = Optional.empty();
      }
    } finally {
      folding.unlock();
    }
  }

  private Map<Integer, Long> lastNumbers() {
    Map<Integer, Long> numbers = new HashMap<>();
    engine.query(
        Sql.file("duckdb/experiment/last"),
        row -> numbers.put(Math.toIntExact(row.number("experiment")), row.number("last")));
    return numbers;
  }

  /** All tests that were made, oldest first. */
  public List<StoredTest> all() {
    List<StoredTest> tests = new ArrayList<>();
    engine.query(
        Sql.file("duckdb/experiment/all"),
        row -> {
          StoredTest.Offer offer =
              new StoredTest.Offer(
                  row.required("arm_name"),
                  row.number("price"),
                  row.number("contribution"),
                  Math.toIntExact(row.number("trial_days")),
                  Math.toIntExact(row.number("guarantee_days")),
                  row.fraction("yearly_discount"),
                  row.required("tier"));
          int number = Math.toIntExact(row.number("experiment"));
          boolean same = !tests.isEmpty() && tests.getLast().number() == number;
          List<StoredTest.Offer> offers =
              new ArrayList<>(same ? tests.removeLast().offers() : List.of());
          offers.add(offer);
          tests.add(
              new StoredTest(
                  number,
                  row.required("name"),
                  row.required("creator_name"),
                  row.required("product"),
                  Money.currency(row.required("currency")),
                  row.instant("created"),
                  row.required("settings"),
                  offers));
        });
    return tests;
  }

  /**
   * Stores a test that is new, and gives it its number; on disk when this returns.
   *
   * @param check sees all tests that there are, while no other can be made; may refuse by throwing
   */
  public StoredTest create(StoredTest test, Consumer<List<StoredTest>> check) {
    return writer.transaction(
        session -> {
          List<StoredTest> known = all();
          check.accept(known);
          StoredTest numbered =
              test.numbered(known.stream().mapToInt(StoredTest::number).max().orElse(0) + 1);
          TestRows.insert(session.connection(), KeyedHash.withSalt(salt), numbered);
          return numbered;
        });
  }

  /**
   * Appends entries; see above for what is durable when this returns.
   *
   * @throws IllegalStateException if an entry's number does not follow the last one: somebody else
   *     writes this test's log too
   * @throws StoreException.WriteFailed if the journal or the tables cannot be written
   */
  public void write(List<TestEntry> entries) {
    failure.getAndSet(Optional.empty()).ifPresent(ExperimentLog::raise);
    boolean crowded;
    boolean fold;
    ByteBuffer encoded = ExperimentJournal.encode(entries);
    synchronized (this) {
      Map<Integer, Long> after = follow(entries);
      if (journal.isEmpty()) {
        journal = Optional.of(ExperimentJournal.open(file, mark()));
      }
      journal.get().append(encoded);
      last.putAll(after);
      pending.add(encoded, entries.size());
      written += entries.size();
      crowded = pending.size() >= MOST_FOLDS * MOST_PENDING;
      fold = pending.size() >= MOST_PENDING || System.nanoTime() - folded > MOST_NANOS;
    }
    if (crowded) {
      fold();
    } else if (fold && due.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("folding price tests").start(this::foldAside);
    }
  }

  /**
   * Waits until a loss of power takes nothing of what was written before: one force of the journal
   * for all who wait, some milliseconds on a disk.
   */
  public void force() {
    long need = written;
    forcing.lock();
    try {
      if (forced < need) {
        forceAll();
      }
    } finally {
      forcing.unlock();
    }
  }

  private void forceAll() {
    long until;
    Optional<ExperimentJournal> now;
    boolean whole;
    synchronized (this) {
      until = written;
      now = journal;
      whole = older.isEmpty();
    }
    // What is on its way into the tables is on disk once it is there.
    if (!whole || !now.map(ExperimentJournal::force).orElse(true)) {
      fold();
    }
    forced = until;
  }

  private static void raise(RuntimeException e) {
    throw e;
  }

  private void foldAside() {
    try {
      fold();
    } catch (RuntimeException e) {
      // The journal has everything; whoever writes next hears of it.
      failure.set(Optional.of(e));
    } finally {
      due.set(false);
    }
  }

  /** The last numbers after these entries, each of which must follow the one before it. */
  private Map<Integer, Long> follow(List<TestEntry> entries) {
    if (last.isEmpty()) {
      last.putAll(lastNumbers());
    }
    Map<Integer, Long> after = new HashMap<>();
    for (TestEntry entry : entries) {
      long before = after.getOrDefault(entry.test(), last.getOrDefault(entry.test(), 0L));
      if (entry.number() != before + 1) {
        throw new IllegalStateException(
            "entry %d of price test %d does not follow %d. Use one service for each open store."
                .formatted(entry.number(), entry.test(), before));
      }
      after.put(entry.test(), entry.number());
    }
    return after;
  }

  /**
   * Brings everything that was written until now into the tables; when this returns, it is on disk.
   */
  public void fold() {
    folding.lock();
    try {
      // What an earlier fold failed to bring in comes first.
      bringIn();
      synchronized (this) {
        folded = System.nanoTime();
        if (pending.isEmpty()) {
          return;
        }
        journal = journal.map(ExperimentJournal::rotate);
        older = pending;
        pending = new EncodedEntries();
      }
      bringIn();
    } finally {
      folding.unlock();
    }
  }

  private void bringIn() {
    if (!older.isEmpty()) {
      commit(older.decoded());
      // The tables have it, whether or not the file goes: an opening counts nothing twice.
      older = new EncodedEntries();
      ExperimentJournal.forgetOlder(file);
    }
  }

  private void commit(List<TestEntry> entries) {
    if (!entries.isEmpty()) {
      writer.transaction(
          session -> {
            append(session, entries);
            return true;
          });
    }
  }

  private void append(Writer.Session session, List<TestEntry> entries) throws SQLException {
    session.run(SqlTemplate.text("duckdb/experiment/begin"));
    DuckDBConnection connection = (DuckDBConnection) session.connection();
    try (DuckDBAppender appender = connection.createAppender("main", "experiment_log")) {
      for (TestEntry entry : entries) {
        TestRows.append(appender, entry);
      }
      appender.flush();
    }
    try (DuckDBAppender appender = connection.createAppender("temp", "main", "experiment_fan")) {
      for (TestEntry entry : entries) {
        if (!entry.fanName().isEmpty()) {
          appender.beginRow();
          appender.append(entry.fan());
          appender.append(entry.fanName());
          appender.endRow();
        }
      }
      appender.flush();
    }
    session.run(SqlTemplate.text("duckdb/experiment/fans"));
    session.run("DROP TABLE experiment_fan");
  }

  /** What happened in a test, in order; what waits in the journal is folded first. */
  public void read(int test, Consumer<TestEntry> entries) {
    fold();
    engine.query(
        Sql.file("duckdb/experiment/log", test), row -> entries.accept(TestRows.entry(test, row)));
  }

  /** What the fans of a test are called, by their hash; those who were erased are not there. */
  public Map<Long, String> fanNames(int test) {
    Map<Long, String> names = new HashMap<>();
    engine.query(
        Sql.file("duckdb/experiment/names", test),
        row -> names.put(row.number("fan"), row.required("name")));
    return names;
  }

  /**
   * For the hash of each id of a fan, the one that stands for all ids which were said to be the
   * same fan until now.
   */
  public LongUnaryOperator linked(String creator, Instant before) {
    long id = KeyedHash.withSalt(salt).id(KeyedHash.Kind.CREATOR, creator);
    return engine.snapshot(queries -> PersonIndex.linked(queries, id, before));
  }
}
