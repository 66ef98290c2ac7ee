package io.tiktoktoe.store.model;

import io.tiktoktoe.work.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a store is opened.
 *
 * @param readable files and folders that may be read besides the store itself; nothing else can be
 *     opened afterwards. Of a folder that is there, such as an inbox, files may come later; what
 *     comes as a stream can be copied into the store's own folder (the named copy of
 *     connect.file.Copies)
 * @param writable folders into which exports may be written, such as an outbox
 * @param memoryMegabytes what the engine may hold in memory; beyond it spills to the spool
 * @param threads worker threads of the engine
 * @param create whether a missing store is made
 * @param cancellation stops whatever the store does
 * @param pseudonymKey the key of persons' pseudonyms for a store that has none yet, at least 128
 *     bits in base 64; one is drawn when it is missing
 */
public record StoreOptions(
    List<Path> readable,
    List<Path> writable,
    int memoryMegabytes,
    int threads,
    boolean create,
    Cancellation cancellation,
    Optional<String> pseudonymKey) {

  /** Fewest megabytes with which the engine can work. */
  private static final int LEAST_MEMORY = 128;

  public StoreOptions {
    readable = List.copyOf(readable);
    writable = List.copyOf(writable);
    if (memoryMegabytes < LEAST_MEMORY) {
      throw new IllegalArgumentException(
          "memory (%d MB) must be at least %d MB.".formatted(memoryMegabytes, LEAST_MEMORY));
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads (" + threads + ") must be at least 1.");
    }
  }

  /** Reads and writes nothing but itself, 1 GB of memory, two threads, made when missing. */
  public static StoreOptions defaults() {
    return new StoreOptions(
        List.of(), List.of(), 1024, 2, true, new Cancellation(), Optional.empty());
  }

  /** The same that may also read these files and folders. */
  public StoreOptions withReadable(List<Path> more) {
    return new StoreOptions(
        joined(readable, more),
        writable,
        memoryMegabytes,
        threads,
        create,
        cancellation,
        pseudonymKey);
  }

  /** The same that may also write exports into these folders. */
  public StoreOptions withWritable(List<Path> more) {
    return new StoreOptions(
        readable,
        joined(writable, more),
        memoryMegabytes,
        threads,
        create,
        cancellation,
        pseudonymKey);
  }

  /** The same within this memory. */
  public StoreOptions withMemoryMegabytes(int newMemory) {
    return new StoreOptions(
        readable, writable, newMemory, threads, create, cancellation, pseudonymKey);
  }

  /** The same on this many threads. */
  public StoreOptions withThreads(int newThreads) {
    return new StoreOptions(
        readable, writable, memoryMegabytes, newThreads, create, cancellation, pseudonymKey);
  }

  /** The same, which refuses to make a store that is not there. */
  public StoreOptions existing() {
    return new StoreOptions(
        readable, writable, memoryMegabytes, threads, false, cancellation, pseudonymKey);
  }

  /** The same, stopped by this. */
  public StoreOptions withCancellation(Cancellation by) {
    return new StoreOptions(readable, writable, memoryMegabytes, threads, create, by, pseudonymKey);
  }

  /** The same, which gives this key to a store that has none yet. */
  public StoreOptions withPseudonymKey(String key) {
    return new StoreOptions(
        readable, writable, memoryMegabytes, threads, create, cancellation, Optional.of(key));
  }

  private static List<Path> joined(List<Path> some, List<Path> more) {
    List<Path> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
