package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.ledger.StreamRecord;
import io.tiktoktoe.privacy.mechanism.NoiseGrid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a window of a stream drew, as it is kept. What its block shares is a secret: it is for the
 * next window's draw, and nothing that is shown tells it.
 *
 * @param number of windows of the stream before
 * @param released which window it is, and the last commit that was read; older programs did not
 *     keep it
 * @param drawn of each statistic, in the order of the request
 */
record StepAnswer(long number, Optional<StreamRecord.Released> released, List<Drawn> drawn) {

  private static final int VERSION = 3;

  /** Without the window and its last commit. */
  private static final int UNRECORDED = 2;

  StepAnswer {
    drawn = List.copyOf(drawn);
  }

  /**
   * One number.
   *
   * @param own the grid and the window's own noise
   * @param scale deviation of what the block shares, in steps of the grid; 0 for none
   * @param shared by the block, in steps: secret
   * @param noisy the number with both, in steps
   */
  record Drawn(NoiseGrid own, long scale, long shared, long noisy) {

    /** The number that may be seen, in units. */
    double units() {
      return (double) noisy / own.fraction();
    }

    /** Deviation of a window's own noise, in units. */
    double ownDeviation() {
      return own.deviation();
    }

    /** Deviation of what the block shares, in units. */
    double sharedDeviation() {
      return (double) scale / own.fraction();
    }
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(released.isPresent() ? VERSION : UNRECORDED);
      out.writeLong(number);
      if (released.isPresent()) {
        out.writeLong(released.get().from().getEpochSecond());
        out.writeLong(released.get().to().getEpochSecond());
        out.writeLong(released.get().through());
      }
      out.writeInt(drawn.size());
      for (Drawn one : drawn) {
        out.writeLong(one.own().scale());
        out.writeLong(one.own().fraction());
        out.writeLong(one.scale());
        out.writeLong(one.shared());
        out.writeLong(one.noisy());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads an answer.
   *
   * @throws IllegalStateException if the bytes are none of this version
   */
  static StepAnswer of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readInt();
      if (version != VERSION && version != UNRECORDED) {
        throw new IllegalStateException(
            "the kept window is of version %d, which this program does not read. Use the version that made it."
                .formatted(version));
      }
      long number = in.readLong();
      Optional<StreamRecord.Released> released =
          version == VERSION ? Optional.of(released(in)) : Optional.empty();
      int count = in.readInt();
      List<Drawn> drawn = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        NoiseGrid own = new NoiseGrid(NoiseKind.DISCRETE_GAUSSIAN, in.readLong(), in.readLong());
        drawn.add(new Drawn(own, in.readLong(), in.readLong(), in.readLong()));
      }
      return new StepAnswer(number, released, drawn);
    } catch (IOException e) {
      throw new IllegalStateException("the kept window is cut short. Restore the ledger.", e);
    }
  }

  private static StreamRecord.Released released(DataInputStream in) throws IOException {
    return new StreamRecord.Released(
        Instant.ofEpochSecond(in.readLong()), Instant.ofEpochSecond(in.readLong()), in.readLong());
  }
}
