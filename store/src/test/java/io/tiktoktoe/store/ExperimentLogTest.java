package io.tiktoktoe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.event.Money;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.store.model.StoredTest;
import io.tiktoktoe.store.model.TestEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of price tests and its journal, also when it is torn or another store's. */
class ExperimentLogTest {

  private static final Instant NOW = Instant.parse("2026-09-05T12:00:00.123456Z");

  @TempDir Path folder;

  private Store open(String name) {
    return Store.open(folder.resolve(name), StoreOptions.defaults());
  }

  private static StoredTest test() {
    StoredTest.Offer offer = new StoredTest.Offer("a", 500, 450, 7, 30, .2, "gold");
    return new StoredTest(
        0, "spring", "ada", "club", Money.currency("USD"), NOW, "control=0", List.of(offer, offer));
  }

  private static TestEntry entry(long number) {
    return TestEntry.assigned(1, number, NOW, 7 + number, "fan " + number, 0, 1, .25);
  }

  private static List<TestEntry> read(Store store) {
    List<TestEntry> entries = new ArrayList<>();
    store.experiments().read(1, entries::add);
    return entries;
  }

  /** What a journal of so many entries holds, as a process leaves it that is killed. */
  private byte[] journal(Store store, int entries) throws IOException {
    for (int number = 1; number <= entries; number++) {
      store.experiments().write(List.of(entry(number)));
    }
    return Files.readAllBytes(ExperimentJournal.place(store.file()));
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    try (Store store = open("s.duckdb")) {
      StoredTest made = store.experiments().create(test(), known -> assertThat(known).isEmpty());
      assertThat(store.experiments().all()).containsExactly(made);
      TestEntry step = TestEntry.step(1, 1, NOW, 0, 3, "0.75,0.25");
      TestEntry sale = TestEntry.outcome(1, 3, NOW, TestEntry.Kind.PURCHASE, 9, 5, -6, 450);
      store.experiments().write(List.of(step, entry(2), sale));
      assertThat(read(store)).hasSize(3).contains(step, sale);
      assertThat(store.experiments().fanNames(1)).containsEntry(9L, "fan 2");
      assertThatThrownBy(() -> store.experiments().write(List.of(entry(3))))
          .hasMessageContaining("entry 3 of price test 1 does not follow 3");
    }
    assertThat(ExperimentJournal.place(folder.resolve("s.duckdb"))).doesNotExist();
  }

  @Test
  void manyThreadsForceWhatTheyWroteWhileOthersFold() throws Exception {
    try (Store store = open("s.duckdb")) {
      store.experiments().create(test(), known -> assertThat(known).isEmpty());
      store.experiments().force();
      AtomicLong last = new AtomicLong();
      List<Future<?>> writers = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
        for (int thread = 0; thread < 4; thread++) {
          writers.add(threads.submit(() -> writeAndForce(store, last, 50)));
        }
        writers.add(threads.submit(store.experiments()::fold));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      assertThat(read(store)).hasSize(200);
      store.experiments().write(List.of(entry(201)));
      store.experiments().force();
      assertThat(ExperimentJournal.read(store.file(), mark(store))).hasSize(1);
    }
  }

  /** The mark that stands in the journal's header. */
  private static long mark(Store store) throws IOException {
    byte[] bytes = Files.readAllBytes(ExperimentJournal.place(store.file()));
    return ByteBuffer.wrap(bytes).getLong(Long.BYTES);
  }

  private static void writeAndForce(Store store, AtomicLong last, int times) {
    for (int time = 0; time < times; time++) {
      synchronized (last) {
        store.experiments().write(List.of(entry(last.incrementAndGet())));
      }
      store.experiments().force();
    }
  }

  @Test
  void aTornJournalGivesAllButItsLastEntryAndCountsNothingTwice() throws IOException {
    byte[] left;
    try (Store store = open("s.duckdb")) {
      store.experiments().create(test(), known -> assertThat(known).isEmpty());
      left = journal(store, 5);
    }
    Path place = ExperimentJournal.place(folder.resolve("s.duckdb"));
    // All five are in the tables already: a kill between commit and clearing.
    Files.write(place, left);
    try (Store store = open("s.duckdb")) {
      assertThat(read(store)).hasSize(5);
      assertThat(store.engine()).isNotNull();
    }
    try (Store store = open("t.duckdb")) {
      store.experiments().create(test(), known -> assertThat(known).isEmpty());
      left = journal(store, 5);
      Files.write(folder.resolve("kept"), left, StandardOpenOption.CREATE_NEW);
    }
  }

  @Test
  void aJournalCutAnywhereIsReadUpToThere() throws IOException {
    try (Store store = open("s.duckdb")) {
      store.experiments().create(test(), known -> assertThat(known).isEmpty());
      byte[] whole = journal(store, 3);
      long mark = mark(whole);
      Path other = folder.resolve("cut.duckdb");
      for (int length = 0; length <= whole.length; length++) {
        Files.write(ExperimentJournal.place(other), java.util.Arrays.copyOf(whole, length));
        List<TestEntry> entries = ExperimentJournal.read(other, mark);
        assertThat(entries).hasSizeLessThanOrEqualTo(3);
        assertThat(entries)
            .isEqualTo(List.of(entry(1), entry(2), entry(3)).subList(0, entries.size()));
      }
      assertThat(ExperimentJournal.read(other, mark)).hasSize(3);
      whole[whole.length - 20] ^= 1;
      Files.write(ExperimentJournal.place(other), whole);
      assertThat(ExperimentJournal.read(other, mark)).hasSize(2);
    }
  }

  private static long mark(byte[] journal) {
    return java.nio.ByteBuffer.wrap(journal).getLong(Long.BYTES);
  }

  @Test
  void anotherStoresJournalIsLeftAlone() throws IOException {
    byte[] left;
    try (Store store = open("s.duckdb")) {
      store.experiments().create(test(), known -> assertThat(known).isEmpty());
      left = journal(store, 2);
    }
    open("t.duckdb").close();
    Path place = ExperimentJournal.place(folder.resolve("t.duckdb"));
    Files.write(place, left);
    assertThatThrownBy(() -> open("t.duckdb"))
        .isInstanceOf(StoreException.InTheWay.class)
        .hasMessageContaining("is not its journal of price tests");
    assertThat(place).hasBinaryContent(left);
  }
}
