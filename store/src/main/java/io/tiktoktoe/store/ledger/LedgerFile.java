package io.tiktoktoe.store.ledger;

import io.tiktoktoe.file.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The ledger's file and its witnesses. Every use holds a lock on the file that no other thread or
 * process has; what others wrote since is read first. A line is durable, and witnessed, before a
 * use ends. A line that was cut short by a kill was never acknowledged and is taken off.
 */
public final class LedgerFile {

  private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

  private final Path file;
  private final List<Path> witnesses;
  private final List<LedgerRecord> records = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private long readTo;

  /**
   * A ledger.
   *
   * @param file made at the first use
   * @param witnesses at least one; best on another disk as well
   */
  public LedgerFile(Path file, List<Path> witnesses) {
    this.file = file.toAbsolutePath().normalize();
    this.witnesses = List.copyOf(witnesses);
  }

  /** The same ledger with another witness. */
  public LedgerFile witnessedBy(Path another) {
    List<Path> all = new ArrayList<>(witnesses);
    all.add(another);
    return new LedgerFile(file, all);
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** What a use sees and may do while it alone has the ledger. */
  public final class Hold {

    private final FileChannel channel;
    private final Optional<String> fault;

    private Hold(FileChannel channel, Optional<String> fault) {
      this.channel = channel;
      this.fault = fault;
    }

    /** Why the ledger cannot be trusted, if so. */
    public Optional<String> fault() {
      return fault;
    }

    /** All records, oldest first. */
    public List<LedgerRecord> records() {
      return List.copyOf(records);
    }

    /** Adds a record; durable and witnessed when this returns. */
    public void append(LedgerRecord record) throws IOException {
      String link = links.isEmpty() ? LedgerRecord.START : links.getLast();
      String line = record.line(link);
      write(channel, line + "\n");
      records.add(record);
      links.add(line.substring(line.lastIndexOf('\t') + 1));
      witness();
    }

    /**
     * Begins the ledger anew with this record; what was in it is kept under {@code aside}.
     *
     * @throws IOException if it cannot be kept or written
     */
    public void renew(LedgerRecord.Renewed first, Path aside) throws IOException {
      byte[] all = read(channel, 0, channel.size());
      Files.write(PrivateFiles.create(aside), all);
      channel.truncate(0);
      forget();
      append(first);
    }
  }

  /** What is done with a ledger that is held. */
  @FunctionalInterface
  public interface Use<T> {

    /** Does it. */
    T with(Hold hold) throws IOException;
  }

  /**
   * Does something while nobody else can.
   *
   * @throws UncheckedIOException if a file cannot be read or written: then nothing is acknowledged
   */
  public <T> T hold(Use<T> use) {
    ReentrantLock mine = LOCKS.computeIfAbsent(file, path -> new ReentrantLock());
    mine.lock();
    try {
      ensure();
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        requireHeld(lock);
        Optional<String> fault = refresh(channel);
        return use.with(new Hold(channel, fault));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the privacy ledger %s cannot be used (%s). Free disk space or give its rights back, then ask again."
              .formatted(file, e.getMessage()),
          e);
    } finally {
      mine.unlock();
    }
  }

  /** Whether nothing was ever written, so that reading need not make a file. */
  public boolean isUnused() {
    return !Files.exists(file) && witnesses.stream().noneMatch(Files::exists);
  }

  private void ensure() throws IOException {
    try {
      PrivateFiles.ensure(file);
    } catch (FileAlreadyExistsException e) {
      // Another process was quicker to make it.
      PrivateFiles.restrict(file);
    }
  }

  private static void requireHeld(FileLock lock) throws IOException {
    if (!lock.isValid() || lock.isShared()) {
      throw new IOException("its lock was lost");
    }
  }

  /** Reads what was added since, and compares with the witnesses. */
  private Optional<String> refresh(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < readTo) {
      forget();
    }
    byte[] bytes = read(channel, readTo, size);
    Optional<String> broken = take(new String(bytes, StandardCharsets.ISO_8859_1), channel);
    return broken.isPresent() ? broken : compare();
  }

  private void forget() {
    records.clear();
    links.clear();
    readTo = 0;
  }

  private static byte[] read(FileChannel channel, long from, long to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(to - from));
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
      // Until all is there.
    }
    return buffer.array();
  }

  /** Takes whole lines; one byte is one letter here, so that positions are bytes. */
  private Optional<String> take(String text, FileChannel channel) throws IOException {
    int at = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      String line =
          new String(
              text.substring(at, end).getBytes(StandardCharsets.ISO_8859_1),
              StandardCharsets.UTF_8);
      String before = links.isEmpty() ? LedgerRecord.START : links.getLast();
      Optional<LedgerRecord> record = LedgerRecord.of(line, before);
      if (record.isEmpty()) {
        return Optional.of(
            "line %d of it does not follow from the one before".formatted(links.size() + 1));
      }
      records.add(record.get());
      links.add(line.substring(line.lastIndexOf('\t') + 1));
      at = end + 1;
    }
    readTo += at;
    if (at < text.length()) {
      // Only what a kill cut short has no line end, and nobody was told that it was written.
      channel.truncate(readTo);
    }
    return Optional.empty();
  }

  private Optional<String> compare() throws IOException {
    boolean seen = false;
    for (Path witness : witnesses) {
      Optional<LedgerWitness> was = LedgerWitness.read(witness);
      seen |= was.isPresent();
      if (was.isPresent() && !agrees(was.get())) {
        return Optional.of(
            "it has %d lines, where %s saw %s: it was truncated, or restored from an older backup, or releases were made from a copy of the store"
                .formatted(
                    links.size(),
                    witness,
                    was.get().lines() == Long.MAX_VALUE ? "others" : was.get().lines()));
      }
    }
    // A kill between the first line and its witness leaves one line.
    if (!seen && links.size() > 1) {
      return Optional.of("its witness %s is gone".formatted(witnesses.getFirst()));
    }
    return Optional.empty();
  }

  private boolean agrees(LedgerWitness was) {
    return was.lines() == 0
        || was.lines() <= links.size()
            && links.get(Math.toIntExact(was.lines() - 1)).equals(was.link());
  }

  private void write(FileChannel channel, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    long at = readTo;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
    channel.force(true);
    readTo = at;
  }

  private void witness() throws IOException {
    LedgerWitness now = new LedgerWitness(links.size(), links.getLast());
    for (Path witness : witnesses) {
      now.write(witness);
    }
  }
}
