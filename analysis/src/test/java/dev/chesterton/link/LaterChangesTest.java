package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.change.LineKeys;
import dev.chesterton.index.ChangeDigest;
import dev.chesterton.index.ChangeQuery;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.mail.MessageId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a patch, told from mails alone. */
class LaterChangesTest {
  private static final String OUT = """
      -\tif (cairnfs_is_frozen(sb))
      -\t\treturn cairnfs_wait_for_thaw(sb);
      -\tcairnfs_hold_journal(sb, JOURNAL_FREEZE);
      """;
  private static final String BACK = OUT.replace('-', '+');

  @TempDir
  private Path folder;

  private Optional<Index> opened = Optional.empty();

  @AfterEach
  void close() {
    opened.ifPresent(Index::close);
  }

  @Test
  void findsWhoPutsTheLinesBack() throws IOException {
    open(patch("removal", "cairnfs: drop the frozen check", "3 Jun 2024", "super.c", OUT),
        byBob(patch("repair", "cairnfs: wait for thaw", "9 Sep 2024", "super.c", BACK)),
        byBob(patch("elsewhere", "ext9: wait for thaw", "9 Oct 2024", "other.c", BACK)));
    List<Link> undoing = linker().undoing(change("removal"), Known.ALL);
    assertThat(undoing).singleElement().satisfies(link -> {
      assertThat(link.from().key()).isEqualTo("repair@t.example");
      assertThat(link.evidence()).containsExactly(new Evidence.PutsBack(3, 3, 0, 0));
    });
    assertThat(linker().undoing(change("removal"),
        Known.until(Instant.parse("2024-09-01T00:00:00Z")))).isEmpty();
  }

  @Test
  void laterWorkOnAddedLinesUndoesNothing() throws IOException {
    String swap = "-\tcairnfs_hold_journal(sb, JOURNAL_NONE);\n-\tcairnfs_sync_all(sb, 0);\n"
        + BACK;
    open(patch("first", "cairnfs: check for frozen", "3 Jun 2024", "super.c", swap),
        patch("second", "cairnfs: move the check", "9 Sep 2024", "super.c", OUT));
    assertThat(linker().undoing(change("first"), Known.ALL)).isEmpty();
  }

  @Test
  void findsPatchesOfOthersAtTheSamePlace() throws IOException {
    open(patch("one", "cairnfs: drop the frozen check", "3 Jun 2024", "super.c", OUT),
        byBob(patch("old", "cairnfs: rework freezing", "15 Jun 2024", "super.c", OUT)),
        byBob(TestMail.of("two", "[PATCH v2] cairnfs: rework freezing", "20 Jun 2024",
            text("super.c", OUT + "+\tcairnfs_freeze_again(sb);\n"))),
        byBob(patch("late", "cairnfs: rework it again", "20 Nov 2024", "super.c", OUT)),
        patch("own", "cairnfs: drop the frozen check", "10 Jun 2024", "super.c", OUT));
    assertThat(linker().colliding(change("one"), LineKeys.NONE, Duration.ofDays(30), Known.ALL))
        .extracting(link -> link.from().key())
        .containsExactly("two@t.example");
  }

  @Test
  void tellsHowAPostingEnded() throws IOException {
    open(patch("v1", "cairnfs: drop the frozen check", "3 Jun 2024", "super.c", OUT),
        TestMail.of("v2", "[PATCH v2] cairnfs: drop the frozen check", "9 Jun 2024",
            text("super.c", OUT)),
        TestMail.of("nak", "Re: [PATCH v2] cairnfs: drop the frozen check", "10 Jun 2024",
            "> +\tsomething\n\nNAK, freezing needs this.\n").answers("v2").by("Cleo"),
        patch("alone", "cairnfs: count inodes", "3 Jun 2024", "inode.c",
            "+\tcairnfs_count_inodes(sb, COUNT_ALL);\n"),
        patch("asked", "cairnfs: count blocks", "3 Jun 2024", "block.c",
            "+\tcairnfs_count_blocks(sb, COUNT_ALL);\n"),
        TestMail.of("why", "Re: [PATCH] cairnfs: count blocks", "4 Jun 2024",
            "Why would anybody want this?\n").answers("asked").by("Cleo"));
    assertThat(outcome("v1")).isInstanceOfSatisfying(Outcome.Superseded.class,
        outcome -> assertThat(outcome.by().key()).isEqualTo("v2@t.example"));
    assertThat(outcome("v2")).isInstanceOfSatisfying(Outcome.Refused.class,
        outcome -> assertThat(outcome.words().words()).isEqualTo("NAK, freezing needs this."));
    assertThat(outcome("alone")).isEqualTo(new Outcome.Unanswered());
    assertThat(outcome("asked")).isEqualTo(new Outcome.Discussed(1));
    assertThat(outcome("asked").because()).isEqualTo("one answer, and nothing after it");
  }

  @Test
  void refusesWithoutTheWordUntilATagFollows() throws IOException {
    open(patch("lock", "cairnfs: drop the lock", "3 Jun 2024", "super.c", OUT),
        TestMail.of("no", "Re: [PATCH] cairnfs: drop the lock", "4 Jun 2024",
            "The lock is still needed, thaw takes it.\n").answers("lock").by("Cleo"),
        patch("count", "cairnfs: count inodes", "3 Jun 2024", "inode.c",
            "+\tcairnfs_count_inodes(sb, COUNT_ALL);\n"),
        TestMail.of("nak", "Re: [PATCH] cairnfs: count inodes", "4 Jun 2024", "NAK.\n")
            .answers("count")
            .by("Cleo"),
        TestMail.of("ack", "Re: [PATCH] cairnfs: count inodes", "5 Jun 2024",
            "I see.\n\nAcked-by: Cleo Example <cleo@t.example>\n").answers("count").by("Cleo"));
    assertThat(outcome("lock").word()).isEqualTo("refused");
    assertThat(outcome("count").word()).isEqualTo("discussed");
  }

  @Test
  void resolvesAHiddenDomainOnlyWhereOneMailFits() throws IOException {
    open(letter("20240601120000.1@t.example"), letter("20240601130000.2@t.example"),
        letter("20240601130000.2@u.example"), citing("cites",
            """
                See https://lore.kernel.org/r/20240601120000.1@xxxxxxxxx
                and https://lore.kernel.org/r/20240601130000.2@xxxxxxxxx
                and https://lore.kernel.org/r/20240601140000.3@xxxxxxxxx
                """));
    MailHead head = index().mail(new MessageId("cites@t.example")).orElseThrow().head();
    assertThat(linker().cited(Anchor.of(head), Instant.MAX)).extracting(CitedMail::state)
        .containsExactly(CitedMail.State.FOUND, CitedMail.State.AMBIGUOUS,
            CitedMail.State.MISSING);
    assertThat(index().naming(new MessageId("20240601120000.1@t.example"), Instant.MAX, 9))
        .extracting(MailHead::key)
        .containsExactly("cites@t.example");
  }

  private void open(TestMail... mails) throws IOException {
    opened = Optional.of(TestMail.store(folder, mails));
  }

  private Index index() {
    return opened.orElseThrow();
  }

  private Linker linker() {
    return new Linker(index());
  }

  private ChangeDigest change(String id) {
    return index().changes(new ChangeQuery.OfMail(new MessageId(id + "@t.example")), Among.MAILS,
        Instant.MAX, 1).getFirst();
  }

  private Outcome outcome(String id) {
    ChangeDigest change = change(id);
    return linker().outcome(change, (MailHead) change.head(), Known.ALL);
  }

  private static TestMail patch(String id, String title, String date, String file, String lines) {
    return TestMail.of(id, "[PATCH] " + title, date, text(file, lines));
  }

  private static TestMail letter(String id) {
    int at = id.indexOf('@');
    return TestMail.of(id.substring(0, at), "report " + id, "1 Jun 2024", "It hangs.\n")
        .inDomain(id.substring(at + 1));
  }

  private static TestMail citing(String id, String text) {
    return TestMail.of(id, "what was said before", "2 Jun 2024", text);
  }

  private static TestMail byBob(TestMail mail) {
    return TestMail.of(mail.id(), mail.subject(), mail.date(),
        "From: Bob Example <bob@t.example>\n\n" + mail.text());
  }

  private static String text(String file, String lines) {
    return TestMail.diff("fs/cairnfs/" + file, lines);
  }
}
