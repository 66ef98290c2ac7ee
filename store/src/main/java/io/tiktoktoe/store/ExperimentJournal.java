package io.tiktoktoe.store;

import io.tiktoktoe.file.PrivateFiles;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.TestEntry;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Write-ahead journal of price tests: a file beside the store that holds what is not in its tables
 * yet. What {@link #append} returned from survives the end of the process in any way, since the
 * system has it; a loss of power may take what the system had not written before {@link #force}. A
 * torn last entry is dropped. Not thread safe but for {@link #force}.
 */
final class ExperimentJournal {

  private static final long MAGIC = 0x545450544a4e4c31L;
  private static final int HEADER = 2 * Long.BYTES;

  /** Length and check sum before each entry. */
  private static final int FRAME = 2 * Integer.BYTES;

  private static final int FIXED = 4 + 8 + 8 + 4 + 1 + 8 + 4 + 2 + 8 + 8 + 8 + 8 + 2 * 4;

  private static final TestEntry.Kind[] KINDS = TestEntry.Kind.values();

  private final Path store;
  private final Path file;
  private final long mark;
  private final FileChannel channel;

  /** Whether the disk has the name of the file. */
  private volatile boolean named;

  private ExperimentJournal(Path store, Path file, long mark, FileChannel channel) {
    this.store = store;
    this.file = file;
    this.mark = mark;
    this.channel = channel;
  }

  /** The journal of a store. */
  static Path place(Path store) {
    return store.resolveSibling(store.getFileName() + ".experiments");
  }

  /** What is being brought into the tables. */
  static Path older(Path store) {
    return store.resolveSibling(store.getFileName() + ".experiments.older");
  }

  /**
   * Opens the journal for appending behind what it holds.
   *
   * @param mark tells the store from others
   */
  static ExperimentJournal open(Path store, long mark) {
    Path file = place(store);
    try {
      PrivateFiles.ensure(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      ExperimentJournal journal = new ExperimentJournal(store, file, mark, channel);
      if (channel.size() < HEADER) {
        journal.begin();
      }
      channel.position(channel.size());
      return journal;
    } catch (IOException e) {
      throw failed(store, e);
    }
  }

  private static StoreException failed(Path store, IOException e) {
    return new StoreException.WriteFailed(
        store.toString(), "its journal of price tests fails (" + e.getMessage() + ")", e);
  }

  private void begin() throws IOException {
    channel.truncate(0);
    ByteBuffer header = ByteBuffer.allocate(HEADER).putLong(MAGIC).putLong(mark).flip();
    writeFully(header);
  }

  private void writeFully(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Entries as they stand in a journal, for {@link #append} and {@link #decode}. */
  static ByteBuffer encode(List<TestEntry> entries) {
    int size = 0;
    byte[][] texts = new byte[2 * entries.size()][];
    for (int at = 0; at < entries.size(); at++) {
      texts[2 * at] = entries.get(at).detail().getBytes(StandardCharsets.UTF_8);
      texts[2 * at + 1] = entries.get(at).fanName().getBytes(StandardCharsets.UTF_8);
      size += FRAME + FIXED + texts[2 * at].length + texts[2 * at + 1].length;
    }
    ByteBuffer bytes = ByteBuffer.allocate(size);
    for (int at = 0; at < entries.size(); at++) {
      put(bytes, entries.get(at), texts[2 * at], texts[2 * at + 1]);
    }
    return bytes.flip();
  }

  /** Hands encoded entries to the system. */
  void append(ByteBuffer encoded) {
    try {
      long before = channel.position();
      try {
        writeFully(encoded.duplicate());
      } catch (IOException e) {
        // A part of an entry would hide all that follow it.
        channel.truncate(before);
        throw e;
      }
    } catch (IOException e) {
      throw failed(store, e);
    }
  }

  private static void put(ByteBuffer bytes, TestEntry entry, byte[] detail, byte[] name) {
    int length = FIXED + detail.length + name.length;
    int start = bytes.position() + FRAME;
    bytes.putInt(length).putInt(0);
    bytes.putInt(entry.test()).putLong(entry.number());
    bytes.putLong(entry.time().getEpochSecond()).putInt(entry.time().getNano());
    bytes.put((byte) entry.kind().ordinal()).putLong(entry.fan());
    bytes.putInt(entry.step()).putShort((short) entry.arm()).putDouble(entry.propensity());
    bytes.putLong(entry.idHigh()).putLong(entry.idLow()).putLong(entry.amount());
    bytes.putInt(detail.length).put(detail).putInt(name.length).put(name);
    bytes.putInt(start - Integer.BYTES, sum(bytes, start, length));
  }

  private static int sum(ByteBuffer bytes, int start, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes.array(), start, length);
    return (int) crc.getValue();
  }

  /** Whether a process left anything. */
  static boolean isLeft(Path store) {
    return Files.exists(place(store)) || Files.exists(older(store));
  }

  /** What a store's journals hold, older entries first. */
  static List<TestEntry> read(Path store, long mark) {
    List<TestEntry> entries = new ArrayList<>(read(store, older(store), mark));
    entries.addAll(read(store, place(store), mark));
    return entries;
  }

  /** What one holds, up to a torn end; nothing where there is none. */
  private static List<TestEntry> read(Path store, Path file, long mark) {
    try {
      if (!Files.exists(file) || Files.size(file) <= HEADER) {
        return List.of();
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      if (bytes.getLong() != MAGIC || bytes.getLong() != mark) {
        throw new StoreException.InTheWay(
            store.toString(), file, "is not its journal of price tests");
      }
      return decode(bytes);
    } catch (IOException | BufferUnderflowException e) {
      throw new StoreException.NoAccess(
          store.toString(), "has a journal that cannot be read: " + file, e);
    }
  }

  /** Reads encoded entries up to a torn end. */
  static List<TestEntry> decode(ByteBuffer bytes) {
    List<TestEntry> entries = new ArrayList<>();
    while (bytes.remaining() >= FRAME) {
      int length = bytes.getInt();
      int sum = bytes.getInt();
      if (length < FIXED
          || length > bytes.remaining()
          || sum(bytes, bytes.position(), length) != sum) {
        break;
      }
      entries.add(entry(bytes));
    }
    return entries;
  }

  private static TestEntry entry(ByteBuffer bytes) {
    return new TestEntry(
        bytes.getInt(),
        bytes.getLong(),
        Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()),
        KINDS[bytes.get()],
        bytes.getLong(),
        bytes.getInt(),
        bytes.getShort(),
        bytes.getDouble(),
        bytes.getLong(),
        bytes.getLong(),
        bytes.getLong(),
        text(bytes),
        text(bytes));
  }

  private static String text(ByteBuffer bytes) {
    byte[] text = new byte[bytes.getInt()];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /**
   * Waits until the disk has what was appended, and the file's name.
   *
   * @return false if it was rotated or removed meanwhile
   */
  boolean force() {
    try {
      channel.force(false);
      if (!named) {
        // A new file may be lost with its folder's entry, whatever the disk has of it.
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
          folder.force(true);
        }
        named = true;
      }
      return true;
    } catch (ClosedChannelException e) {
      return false;
    } catch (IOException e) {
      throw failed(store, e);
    }
  }

  /**
   * Begins a new journal; what this one holds is the older one from now on, of which there must be
   * none.
   */
  ExperimentJournal rotate() {
    try {
      Files.move(file, older(store), StandardCopyOption.ATOMIC_MOVE);
      channel.close();
      return open(store, mark);
    } catch (IOException e) {
      throw failed(store, e);
    }
  }

  /** Forgets the older one: the tables have it. */
  static void forgetOlder(Path store) {
    try {
      Files.deleteIfExists(older(store));
    } catch (IOException e) {
      throw failed(store, e);
    }
  }

  /** Closes and removes the file, whose entries the tables must have. */
  void remove() {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failed(store, e);
    }
  }
}
