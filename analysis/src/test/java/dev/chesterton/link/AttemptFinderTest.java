package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.change.LineKeys;
import dev.chesterton.index.ChangeDigest;
import dev.chesterton.index.ChangeQuery;
import dev.chesterton.index.Head;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.mail.MessageId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who took the same away before, told from mails alone. */
class AttemptFinderTest {
  private static final String OUT = """
      -\tif (cairnfs_is_frozen(sb))
      -\t\treturn cairnfs_wait_for_thaw(sb);
      -\tcairnfs_hold_journal(sb, JOURNAL_FREEZE);
      """;

  @TempDir
  private Path folder;

  private Optional<Index> opened = Optional.empty();

  @AfterEach
  void close() {
    opened.ifPresent(Index::close);
  }

  @Test
  void findsWhoRemovedTheSameLinesOfTheSameFile() throws IOException {
    open(patch("before", "super.c", OUT), patch("now", "super.c", OUT));
    assertThat(attempts()).extracting(attempt -> attempt.patch().key())
        .containsExactly("before@t.example");
    assertThat(attempts().getFirst().evidence()).isEqualTo(new Evidence.SharedLines(3, 1));
  }

  @Test
  void findsThemWhereTheFileWentToAnotherFolder() throws IOException {
    open(patch("before", "fs/cairn/super.c", OUT), patch("now", "fs/cairnfs/super.c", OUT));
    assertThat(attempts()).hasSize(1);
  }

  @Test
  void equalLinesOfAnotherFileAreACoincidence() throws IOException {
    open(patch("before", "other.c", OUT), patch("now", "super.c", OUT));
    assertThat(attempts()).isEmpty();
    assertThat(finder().attempts(Removal.of(removed()), Instant.MAX, AttemptFinderTest::isOther))
        .as("lines from anywhere")
        .hasSize(1);
  }

  @Test
  void whoMovesTheLinesDoesNotTakeThemAway() throws IOException {
    open(patch("moved", "super.c", OUT + OUT.replace('-', '+')), patch("now", "super.c", OUT));
    assertThat(attempts()).isEmpty();
  }

  @Test
  void answersToOthersOfItsSeriesAreNoneToIt() throws IOException {
    open(TestMail.of("cover", "[PATCH 0/2] cairnfs: simpler", "3 Jun 2023", "Two patches.\n"),
        patch("before", "super.c", OUT).answers("cover"),
        patch("beside", "inode.c", "-\tcairnfs_count_inodes(sb, COUNT_ALL);\n").answers("cover"),
        reply("yes", "before", "This one has to wait for the thaw."),
        reply("no", "beside", "This one is fine."), patch("now", "super.c", OUT));
    assertThat(attempts().getFirst().answers()).extracting(Excerpt::words)
        .containsExactly("This one has to wait for the thaw.");
  }

  private List<Attempt> attempts() {
    return finder().attempts(
        Removal.of(removed(), Set.of(), change("now").paths()), Instant.MAX,
        AttemptFinderTest::isOther);
  }

  private static boolean isOther(Head head) {
    return !head.key().equals("now@t.example");
  }

  private LineKeys removed() {
    return change("now").removed();
  }

  private Linker finder() {
    return new Linker(opened.orElseThrow());
  }

  private ChangeDigest change(String id) {
    return opened.orElseThrow()
        .changes(new ChangeQuery.OfMail(new MessageId(id + "@t.example")), Among.MAILS,
            Instant.MAX, 1)
        .getFirst();
  }

  private void open(TestMail... mails) throws IOException {
    opened = Optional.of(TestMail.store(folder, mails));
  }

  private static TestMail patch(String id, String path, String lines) {
    return TestMail.of(id, "[PATCH] cairnfs: patch " + id,
        id.equals("now") ? "5 Jun 2024" : "5 Jun 2023",
        TestMail.diff(path, lines));
  }

  private static TestMail reply(String id, String to, String text) {
    return TestMail.of(id, "Re: [PATCH] cairnfs: patch " + to, "6 Jun 2023", text + "\n")
        .answers(to)
        .by("Cleo");
  }
}
