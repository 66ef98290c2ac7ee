package io.tiktoktoe.privacy.release;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a release drew, as it is kept: noisy whole numbers, from which everything that is shown
 * follows. The bytes are a version, then each statistic's labels, bound, counts and sums.
 *
 * @param statistics in the order of the request
 */
record NoisyAnswer(List<Noisy> statistics) {

  private static final int VERSION = 1;

  /**
   * What one statistic drew.
   *
   * @param labels of its cells
   * @param highest the bound of amounts that was used
   * @param counts noisy, in steps of their lattice
   * @param sums noisy, in steps of their lattice; empty where there are none
   */
  record Noisy(List<String> labels, long highest, Numbers counts, Numbers sums) {}

  /** Whole numbers that nobody changes. */
  static final class Numbers {

    private final long[] values;

    Numbers(long... values) {
      this.values = values.clone();
    }

    long[] values() {
      return values.clone();
    }
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      out.writeInt(statistics.size());
      for (Noisy one : statistics) {
        out.writeInt(one.labels().size());
        for (String label : one.labels()) {
          out.writeUTF(label);
        }
        out.writeLong(one.highest());
        write(one.counts(), out);
        write(one.sums(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Numbers numbers, DataOutputStream out) throws IOException {
    out.writeInt(numbers.values.length);
    for (long value : numbers.values) {
      out.writeLong(value);
    }
  }

  /**
   * Reads an answer.
   *
   * @throws IllegalStateException if the bytes are none of this version
   */
  static NoisyAnswer of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readInt();
      if (version != VERSION) {
        throw new IllegalStateException(
            "the kept answer is of version %d, which this program does not read. Use the version that made it, or ask for another period."
                .formatted(version));
      }
      List<Noisy> statistics = new ArrayList<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        List<String> labels = new ArrayList<>();
        int cells = in.readInt();
        for (int cell = 0; cell < cells; cell++) {
          labels.add(in.readUTF());
        }
        statistics.add(new Noisy(labels, in.readLong(), numbers(in), numbers(in)));
      }
      return new NoisyAnswer(statistics);
    } catch (IOException e) {
      throw new IllegalStateException(
          "the kept answer is cut short. Restore the ledger, or ask for another period.", e);
    }
  }

  private static Numbers numbers(DataInputStream in) throws IOException {
    long[] values = new long[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readLong();
    }
    return new Numbers(values);
  }
}
