package io.tiktoktoe.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails leaves nothing; what was killed is cleared away by the next one. */
class DraftFolderTest {

  @TempDir Path directory;

  @Test
  void whatWasNotPlacedIsGoneWithItsFolders() throws IOException {
    Path home = directory.resolve("a/b");
    try (DraftFolder draft = DraftFolder.in(home)) {
      Files.writeString(draft.folder().resolve("half"), "x");
    }
    assertThat(directory.resolve("a")).doesNotExist();
  }

  @Test
  void whatWasPlacedStays() throws IOException {
    Path home = directory.resolve("a/b");
    try (DraftFolder draft = DraftFolder.in(home)) {
      Files.writeString(draft.folder().resolve("whole"), "x");
      draft.place("whole", home.resolve("whole"));
      draft.place("absent", home.resolve("absent"));
    }
    assertThat(home).isDirectoryContaining("glob:**/whole");
    assertThat(Files.list(home)).hasSize(1);
  }

  @Test
  void aKilledProcessDraftIsRemovedAndNothingElse() throws IOException {
    // No system gives a process a number of so many digits.
    Path left = Files.createDirectories(directory.resolve(".tiktoktoe-draft-999999999999"));
    Files.writeString(left.resolve("half"), "x");
    Path living = Files.createDirectories(directory.resolve(".tiktoktoe-draft-1"));
    Path mine = Files.createDirectories(directory.resolve(".tiktoktoe-draft-mine"));
    DraftFolder.in(directory).close();
    assertThat(left).doesNotExist();
    assertThat(living).exists();
    assertThat(mine).exists();
  }
}
