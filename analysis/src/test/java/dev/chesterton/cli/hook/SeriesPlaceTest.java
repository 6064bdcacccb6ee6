package dev.chesterton.cli.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.patch.SubjectParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which mail of a sending this is, as far as each git tells. */
class SeriesPlaceTest {
  private static final Sender SILENT = new Sender("1-1", List.of());

  @TempDir
  private Path folder;
  private Path first;
  private Path second;

  @BeforeEach
  void write() throws IOException {
    first = Files.writeString(folder.resolve("0001-a.patch"), "");
    second = Files.writeString(folder.resolve("0002-b.patch"), "");
  }

  @Test
  void gitCountsSince241() {
    assertThat(place(first, "[PATCH 7/9] a", SILENT, Map.of("GIT_SENDEMAIL_FILE_COUNTER", "2",
        "GIT_SENDEMAIL_FILE_TOTAL", "3"))).contains(new SeriesPlace(2, 3));
    assertThat(place(first, "[PATCH 1/2] a", SILENT, Map.of("GIT_SENDEMAIL_FILE_COUNTER", "",
        "GIT_SENDEMAIL_FILE_TOTAL", "x"))).contains(new SeriesPlace(1, 2));
  }

  @Test
  void filesOfTheCommandLineAreCounted() {
    Sender sender = new Sender("1-1", List.of("perl", "git-send-email", "--to=a@b", "--cc", "c@d",
        "somewhere/0001-a.patch", "0002-b.patch"));
    assertThat(place(first, "[PATCH] a", sender, Map.of())).contains(new SeriesPlace(1, 2));
    assertThat(place(second, "[PATCH 2/5] b", sender, Map.of())).contains(new SeriesPlace(2, 2));
  }

  @Test
  void elseTheSubjectSaysItUnlessNoLaterFileIsThere() {
    assertThat(place(first, "[PATCH 1/5] a", SILENT, Map.of())).contains(new SeriesPlace(1, 5));
    assertThat(place(second, "[PATCH 2/5] a", SILENT, Map.of()).orElseThrow().isLast()).isTrue();
  }

  @Test
  void whereNothingSaysItNobodyKnows() {
    assertThat(place(first, "[PATCH] a", SILENT, Map.of())).isEmpty();
  }

  private static Optional<SeriesPlace> place(Path mail, String subject, Sender sender,
      Map<String, String> environment) {
    return SeriesPlace.of(mail, () -> SubjectParser.parse(subject), sender, environment);
  }
}
