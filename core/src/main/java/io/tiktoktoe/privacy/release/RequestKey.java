package io.tiktoktoe.privacy.release;

import io.tiktoktoe.privacy.question.Partitions;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The name of a question: equal requests have one, others another (SHA-256 of all that counts). */
final class RequestKey {

  private RequestKey() {}

  static String of(ReleaseRequest request) {
    return hash(
        request, List.of(request.period().from().toString(), request.period().to().toString()));
  }

  /** The name of a stream, whatever the window; what is drawn otherwise is another stream. */
  static String ofStream(ReleaseRequest window, String drawnBy) {
    return "stream " + hash(window, List.of(drawnBy));
  }

  private static String hash(ReleaseRequest request, List<String> more) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(request.account().tenant());
      out.writeUTF(request.account().purpose());
      out.writeUTF(request.data());
      for (String one : more) {
        out.writeUTF(one);
      }
      out.writeUTF(request.period().zone().getId());
      out.writeDouble(request.budget().epsilon());
      out.writeDouble(request.budget().delta());
      for (Statistic statistic : request.statistics()) {
        write(statistic, out);
      }
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
      return HexFormat.of().formatHex(hash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256. Use a complete JDK.", e);
    }
  }

  private static void write(Statistic statistic, DataOutputStream out) throws IOException {
    out.writeUTF(statistic.name());
    // Records of numbers alone: their text tells all of them.
    out.writeUTF(statistic.measure().toString());
    out.writeUTF(statistic.bounds().toString());
    out.writeDouble(statistic.weight());
    out.writeDouble(statistic.expected());
    switch (statistic.partitions()) {
      case Partitions.Known(List<String> labels) -> {
        out.writeInt(labels.size());
        for (String label : labels) {
          out.writeUTF(label);
        }
      }
      case Partitions.Selected() -> out.writeInt(-1);
    }
  }
}
