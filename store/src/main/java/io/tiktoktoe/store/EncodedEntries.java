package io.tiktoktoe.store;

import io.tiktoktoe.store.model.TestEntry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries of price tests that wait to be folded, in a few large arrays as they stand in the
 * journal: as objects a hundred thousand of them would be copied by every collection of garbage,
 * tens of milliseconds in which nobody is answered. Not thread safe.
 */
final class EncodedEntries {

  /** Large enough that a collection leaves it where it is. */
  private static final int CHUNK_BYTES = 1 << 22;

  private final List<ByteBuffer> chunks = new ArrayList<>();
  private int size;

  /** Takes so many entries that {@link ExperimentJournal#encode} made. */
  void add(ByteBuffer encoded, int entries) {
    if (chunks.isEmpty() || chunks.getLast().remaining() < encoded.remaining()) {
      chunks.add(ByteBuffer.allocate(Math.max(CHUNK_BYTES, encoded.remaining())));
    }
    chunks.getLast().put(encoded.duplicate());
    size += entries;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** All of them, in their order. */
  List<TestEntry> decoded() {
    List<TestEntry> entries = new ArrayList<>(size);
    for (ByteBuffer chunk : chunks) {
      entries.addAll(ExperimentJournal.decode(chunk.duplicate().flip()));
    }
    if (entries.size() != size) {
      throw new IllegalStateException(
          "of %d entries of price tests %d can be read".formatted(size, entries.size()));
    }
    return entries;
  }
}
