package io.tiktoktoe.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class GzipStreamTest {

  private static byte[] member(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String read(byte[] packed, int buffer) throws IOException {
    try (InputStream in = GzipStream.of(new ByteArrayInputStream(packed), buffer)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void membersFollowEachOther() throws IOException {
    byte[] packed = joined(member("one "), member(""), member("two ".repeat(5_000)), member("end"));
    for (int buffer : new int[] {1, 7, 1 << 16}) {
      assertThat(read(packed, buffer)).isEqualTo("one " + "two ".repeat(5_000) + "end");
    }
  }

  @Test
  void aHundredThousandEmptyMembersTakeNoStack() throws IOException {
    byte[] empty = member("");
    byte[] many = new byte[100_000 * empty.length];
    for (int at = 0; at < many.length; at += empty.length) {
      System.arraycopy(empty, 0, many, at, empty.length);
    }
    assertThat(read(joined(many, member("end")), 1 << 16)).isEqualTo("end");
  }

  @Test
  void headersMayHoldNamesAndMore() throws IOException {
    byte[] plain = member("text");
    byte[] header = {31, (byte) 139, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9};
    byte[] names = "name\0comment\0".getBytes(StandardCharsets.US_ASCII);
    byte[] packed = joined(header, names, new byte[2], Arrays.copyOfRange(plain, 10, plain.length));
    assertThat(read(packed, 64)).isEqualTo("text");
  }

  @Test
  void whatFollowsTheLastMemberIsPassedOver() throws IOException {
    assertThat(read(joined(member("text"), new byte[512]), 64)).isEqualTo("text");
  }

  @Test
  void cutDataAreToldAtEveryLength() throws IOException {
    byte[] packed = member("a text that is packed");
    for (int length = 2; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> read(cut, 64)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void aWrongCheckSumAndOtherContentAreTold() throws IOException {
    byte[] packed = member("a text that is packed");
    packed[packed.length - 6] ^= 1;
    assertThatThrownBy(() -> read(packed, 64)).isInstanceOf(ZipException.class);
    assertThatThrownBy(() -> read(new byte[] {'a', 'b'}, 64)).isInstanceOf(ZipException.class);
  }
}
