package io.tiktoktoe.connect;

import io.tiktoktoe.file.FileState;
import io.tiktoktoe.file.UnreadableFileException.Changed;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Work on a file that must stay what it is meanwhile. */
final class SteadyFile {

  private SteadyFile() {}

  /** What is done with the file. */
  @FunctionalInterface
  interface Work<T> {
    T done() throws IOException;
  }

  /** Whatever else went wrong with a file that changes under the reader: that it changed is why. */
  static <T> T whileTheSame(FileState state, Work<T> work) throws IOException {
    try {
      T done = work.done();
      state
          .change()
          .ifPresent(
              change -> {
                throw new Changed(state.file().toString(), change);
              });
      return done;
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      Optional<String> change = state.change();
      if (change.isEmpty()) {
        throw e;
      }
      Changed changed = new Changed(state.file().toString(), change.get());
      changed.addSuppressed(e);
      throw changed;
    }
  }
}
