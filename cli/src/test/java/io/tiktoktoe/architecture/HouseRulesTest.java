package io.tiktoktoe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules about files that a compiler does not check. */
class HouseRulesTest {

  private static final int MOST_LINES = 400;

  /** Hosts of package registries, written so that this file does not name one itself. */
  private static final Pattern REGISTRY_HOST =
      Pattern.compile("repo1?\\.mav" + "en\\.|registry\\.np" + "mjs|deb\\.deb" + "ian\\.org");

  private static final Pattern UNFINISHED =
      Pattern.compile("\\bTO" + "DO\\b|\\bFIX" + "ME\\b|@Dis" + "abled|not imple" + "mented");

  @Test
  void everyFileHoldsOneThought() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path source : Repository.javaSources()) {
      long lines = Files.readAllLines(source).size();
      if (lines > MOST_LINES) {
        tooLong.add(Repository.root().relativize(source) + " has " + lines + " lines");
      }
    }
    assertThat(tooLong).as("split what has more than %d lines", MOST_LINES).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    List<Path> without =
        Repository.javaSources().stream()
            .filter(source -> source.toString().contains("/src/main/java/"))
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !folder.endsWith("java"))
            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
            .toList();
    assertThat(without).as("packages without package-info.java").isEmpty();
  }

  @Test
  void nothingIsLeftUnfinished() throws IOException {
    assertThat(filesWith(UNFINISHED)).isEmpty();
  }

  @Test
  void noFileNamesARegistrysHost() throws IOException {
    assertThat(filesWith(REGISTRY_HOST)).isEmpty();
  }

  private static List<Path> filesWith(Pattern pattern) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path file : Repository.textFiles()) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      if (pattern.matcher(text).find()) {
        found.add(Repository.root().relativize(file));
      }
    }
    return found;
  }
}
