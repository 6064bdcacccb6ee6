package dev.chesterton.link.version;

import static dev.chesterton.link.version.Letters.adds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.index.Index;
import dev.chesterton.link.TestMail;
import dev.chesterton.mail.MessageId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreVersionsTest {
  private static final String WALK = adds("fs/walk.c", "start_the_walk();", "walk_on();",
      "end_the_walk();");
  private static final String WALK_2 = adds("fs/walk.c", "start_the_walk();", "walk_faster();",
      "end_the_walk();");

  @TempDir
  private static Path folder;

  private static Index index;

  @BeforeAll
  static void open() throws Exception {
    index = TestMail.store(folder, TestMail.of("a", "[PATCH] fs: walk", "1 Jan 2024", WALK),
        TestMail.of("b", "[PATCH v2] fs: stroll", "8 Jan 2024", WALK_2),
        TestMail.of("r", "Re: [PATCH v2] fs: stroll", "9 Jan 2024",
            "Reviewed-by: Bo Example <bo@t.example>\n").answers("b"),
        TestMail.of("c", "[PATCH v3] fs: stroll", "12 Jan 2024", WALK_2),
        TestMail.of("d", "[PATCH v2] fs: run", "3 Jan 2024",
            adds("fs/run.c", "start_the_walk();", "walk_on();", "end_the_walk();")));
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static List<String> versions(String id, Instant until) {
    return VersionFinder.in(index, until)
        .find(new MessageId(id + "@t.example"))
        .stream()
        .flatMap(lineage -> lineage.versions().stream())
        .map(version -> version.sending().first().message().id().value())
        .toList();
  }

  @Test
  void findsVersionsThroughLinesAndTitles() {
    for (String id : List.of("a", "b", "c")) {
      assertThat(versions(id, Instant.MAX)).containsExactly("a@t.example", "b@t.example",
          "c@t.example");
    }
  }

  @Test
  void looksAtNothingSentAfterTheBound() {
    assertThat(versions("a", Instant.parse("2024-01-10T00:00:00Z")))
        .containsExactly("a@t.example", "b@t.example");
    assertThat(versions("c", Instant.parse("2024-01-10T00:00:00Z"))).isEmpty();
  }

  @Test
  void theSameLinesInAnotherFileAreAnotherPatch() {
    assertThat(versions("d", Instant.MAX)).containsExactly("d@t.example");
  }
}
