package io.tiktoktoe.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What a gzip file holds (RFC 1952), all of its members one after the other, however many are
 * empty: the runtime's own stream calls itself once for each of those, until its stack is full.
 * What follows the last member and is none is passed over. O(bytes) time, constant memory.
 *
 * <p>Reading throws an {@link EOFException} where the data are cut, and a {@link ZipException}
 * where they are damaged.
 */
public final class GzipStream extends InputStream {

  private static final int FIRST_MAGIC = 0x1f;
  private static final int SECOND_MAGIC = 0x8b;
  private static final int DEFLATE = 8;

  private static final int HEADER_CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  /** Bytes of time, flags of the compressor and system, which mean nothing here. */
  private static final int UNUSED_BYTES = 6;

  private final InputStream packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 check = new CRC32();
  private final byte[] buffer;
  private int at;
  private int end;
  private boolean ended;

  private GzipStream(InputStream packed, int bufferBytes) {
    this.packed = packed;
    this.buffer = new byte[bufferBytes];
  }

  /** Unpacks {@code packed}, which is closed with it. */
  public static InputStream of(InputStream packed, int bufferBytes) throws IOException {
    GzipStream stream = new GzipStream(packed, bufferBytes);
    try {
      if (!stream.beginMember()) {
        throw new ZipException("not in gzip format");
      }
    } catch (IOException e) {
      stream.close();
      throw e;
    }
    return new BufferedInputStream(stream, bufferBytes);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      while (!ended) {
        int read = inflater.inflate(bytes, offset, length);
        if (read > 0) {
          check.update(bytes, offset, read);
          return read;
        }
        if (inflater.finished()) {
          endMember();
          ended = !beginMember();
        } else if (inflater.needsDictionary()) {
          throw new ZipException("needs a dictionary");
        } else {
          fill();
          inflater.setInput(buffer, at, end - at);
        }
      }
      return -1;
    } catch (DataFormatException e) {
      ZipException damaged = new ZipException(String.valueOf(e.getMessage()));
      damaged.initCause(e);
      throw damaged;
    }
  }

  /** Compares the sums at the end of a member with what was read. */
  private void endMember() throws IOException {
    at = end - inflater.getRemaining();
    boolean sums =
        number() == check.getValue() && number() == (inflater.getBytesWritten() & 0xffffffffL);
    if (!sums) {
      throw new ZipException("its check sum is wrong");
    }
  }

  /** Reads a member's header; false if no further member begins here. */
  private boolean beginMember() throws IOException {
    if (peek() != FIRST_MAGIC) {
      return false;
    }
    next();
    if (peek() != SECOND_MAGIC) {
      return false;
    }
    next();
    if (next() != DEFLATE) {
      throw new ZipException("its compression is unknown");
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw new ZipException("its header is wrong");
    }
    skip(UNUSED_BYTES);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    skipText((flags & NAME) != 0);
    skipText((flags & COMMENT) != 0);
    skip((flags & HEADER_CHECK) != 0 ? 2 : 0);
    inflater.reset();
    check.reset();
    inflater.setInput(buffer, at, end - at);
    return true;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private void skipText(boolean there) throws IOException {
    boolean more = there;
    while (more) {
      more = next() != 0;
    }
  }

  private long number() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= (long) next() << shift;
    }
    return value;
  }

  private int next() throws IOException {
    int one = peek();
    if (one < 0) {
      throw new EOFException("the gzip data end in the middle");
    }
    at++;
    return one;
  }

  /** The next packed byte, or -1 at the end. */
  private int peek() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, packed.read(buffer));
    }
    return at == end ? -1 : buffer[at] & 0xff;
  }

  /** More packed bytes, which must be there. */
  private void fill() throws IOException {
    at = end;
    if (peek() < 0) {
      throw new EOFException("the gzip data end in the middle");
    }
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }
}
