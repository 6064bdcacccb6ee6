package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.history.Commit;
import dev.chesterton.history.CommitId;
import dev.chesterton.index.ChangeDigest;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Index;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.MessageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may happen to a patch between mail and commit, each thing with a patch and a commit of its own. */
class PostingsTest {
  private static final Mailbox ANN = new Mailbox("Ann Example", "ann@t.example");
  private static final String TITLE = "cairnfs: drop the page lock before reclaim";
  private static final String PATH = "fs/cairnfs/reclaim.c";
  private static final List<String> LINES = lines("reclaim", 10);

  @TempDir
  private Path folder;

  @Test
  void namesTheMailWithTheSameDiff() throws IOException {
    Postings found = find(commit(TITLE, PATH, LINES), patch("v1", TITLE, "3 Jun 2024", LINES));
    assertThat(answer(found)).contains("v1@t.example");
    assertThat(found.answer().orElseThrow().confidence()).isEqualTo(Confidence.CERTAIN);
  }

  @Test
  void findsAPatchUnderAnotherTitle() throws IOException {
    Postings found = find(commit("cairnfs: reclaim without the lock", PATH, edited(LINES, 2)),
        patch("v1", TITLE, "3 Jun 2024", LINES));
    assertThat(answer(found)).contains("v1@t.example");
    assertThat(found.links().getFirst().evidence())
        .contains(new Evidence.CommonLines(8, 10, 10), new Evidence.SameAuthor("Ann Example"));
  }

  @Test
  void findsAReworkedPatchByTitleAuthorAndFile() throws IOException {
    Postings found = find(commit(TITLE, PATH, lines("other", 4)),
        patch("v1", TITLE, "3 Jun 2024", LINES));
    assertThat(answer(found)).contains("v1@t.example");
    assertThat(found.links().getFirst().confidence()).isEqualTo(Confidence.LIKELY);
  }

  @Test
  void choosesTheVersionTheCommitIsNearestTo() throws IOException {
    Postings found = find(commit(TITLE, PATH, edited(LINES, 3)),
        patch("v1", TITLE, "3 Jun 2024", LINES),
        patch("v2", TITLE, "4 Jun 2024", edited(LINES, 3)),
        patch("v3", TITLE, "5 Jun 2024", edited(LINES, 6)));
    assertThat(answer(found)).contains("v2@t.example");
  }

  @Test
  void choosesOfEqualPostingsTheLastBeforeTheCommitAndNamesTheOthers() throws IOException {
    Postings found = find(commit(TITLE, PATH, LINES), patch("v1", TITLE, "3 Jun 2024", LINES),
        patch("resent", TITLE, "4 Jun 2024", LINES), patch("later", TITLE, "20 Jun 2024", LINES));
    assertThat(answer(found)).contains("resent@t.example");
    assertThat(found.equal()).extracting(Anchor::key)
        .containsExactlyInAnyOrder("v1@t.example", "later@t.example");
  }

  @Test
  void takesOfEqualPostingsTheOneSentAtTheAuthorDate() throws IOException {
    Postings found = find(authored("2024-06-03T12:00:00Z", TITLE, PATH, LINES),
        patch("v1", TITLE, "3 Jun 2024", LINES), patch("resent", TITLE, "4 Jun 2024", LINES));
    assertThat(answer(found)).contains("v1@t.example");
    assertThat(found.links().getFirst().evidence())
        .contains(new Evidence.SentAtAuthorDate(Instant.parse("2024-06-03T12:00:00Z")));
  }

  @Test
  void dateAloneDoesNotMakeASiblingThePosting() throws IOException {
    Postings found = find(authored("2024-06-03T12:00:00Z", TITLE, PATH, LINES),
        TestMail.of("sibling", "[PATCH 2/2] cairnfs: count what was written", "3 Jun 2024",
            text("fs/cairnfs/count.c", lines("count", 5))));
    assertThat(answer(found)).isEmpty();
  }

  @Test
  void passesOverASiblingThatDoesTheSameElsewhere() throws IOException {
    List<String> some = lines("convert", 3);
    Postings found = find(commit("cairnfs: use folios in reclaim", PATH, join(some, LINES)),
        TestMail.of("sibling", "[PATCH 2/3] cairnfs: use folios in writeback", "3 Jun 2024",
            text("fs/cairnfs/writeback.c", join(some, lines("writeback", 9)))));
    assertThat(answer(found)).isEmpty();
  }

  @Test
  void passesOverTheTwinOfAnotherProgram() throws IOException {
    Postings found = find(commit("cairnfs-tools: " + "share the lookup", "lib/lookup.c", LINES),
        byBob(TestMail.of("kernel", "[PATCH] cairnfs: share the lookup", "3 Jun 2024",
            text("fs/cairnfs/lookup.c", join(edited(LINES, 5), lines("kernel", 3))))));
    assertThat(answer(found)).isEmpty();
  }

  @Test
  void findsAPatchMadeInAFolderOfTheTree() throws IOException {
    Postings found = find(commit(TITLE, "tools/cairnfs/reclaim.c", edited(LINES, 4)),
        patch("v1", TITLE, "cairnfs/reclaim.c", "3 Jun 2024", LINES));
    assertThat(answer(found)).contains("v1@t.example");
  }

  @Test
  void sameTitleInOtherFilesIsAnotherPatch() throws IOException {
    Postings found = find(commit("cairnfs: silence a warning", PATH, lines("one", 4)),
        patch("other", "cairnfs: silence a warning", "fs/cairnfs/xattr.c", "3 Jun 2024",
            lines("other", 4)));
    assertThat(answer(found)).isEmpty();
    assertThat(found.links()).extracting(Link::confidence).containsOnly(Confidence.POSSIBLE);
  }

  @Test
  void takesADiffSuggestedInAReplyOnlyWhenItIsTheSame() throws IOException {
    TestMail report = TestMail.of("report", "reclaim deadlocks", "2 Jun 2024", "It hangs.\n");
    TestMail same = TestMail.of("same", "Re: reclaim deadlocks", "3 Jun 2024",
        "How about this?\n\n" + diff(PATH, LINES)).answers("report");
    assertThat(answer(find(commit(TITLE, PATH, LINES), report, same)))
        .contains("same@t.example");
    assertThat(answer(linker(report, same)
        .postings(commit(TITLE, PATH, edited(LINES, 5)), Known.ALL))).isEmpty();
  }

  @Test
  void knowsNothingSentAfterTheBound() throws IOException {
    Linker linker = linker(patch("v1", TITLE, "3 Jun 2024", LINES));
    Known before = Known.until(Instant.parse("2024-06-02T00:00:00Z"));
    assertThat(linker.postings(commit(TITLE, PATH, LINES), before).links()).isEmpty();
  }

  @Test
  void takesAPatchItsAuthorSentAfterCommitting() throws IOException {
    Postings found = find(commit(TITLE, PATH, LINES), patch("late", TITLE, "12 Jun 2024", LINES));
    assertThat(answer(found)).contains("late@t.example");
    assertThat(answer(linker(byBob(patch("backport", TITLE, "12 Jun 2024", LINES)))
        .postings(commit(TITLE, PATH, LINES), Known.ALL))).isEmpty();
  }

  @Test
  void followsATrailerUnlessToldNotTo() throws IOException {
    ChangeDigest commit = named(commit(TITLE, PATH, edited(LINES, 7)), "v1@t.example");
    Linker linker = linker(patch("v1", "cairnfs: lock less in reclaim", "3 Jun 2024", LINES),
        patch("v2", TITLE, "4 Jun 2024", edited(LINES, 7)));
    assertThat(answer(linker.postings(commit, Known.ALL))).contains("v1@t.example");
    assertThat(answer(linker.postings(commit, new Known(Instant.MAX, false))))
        .contains("v2@t.example");
  }

  @Test
  void trailerToAPatchThatHasNothingInCommonIsAReference() throws IOException {
    ChangeDigest commit = named(commit(TITLE, PATH, LINES), "other@t.example");
    assertThat(answer(linker(patch("other", "net: count packets", "net/core/dev.c", "3 Jun 2024",
        lines("packet", 6))).postings(commit, Known.ALL))).isEmpty();
  }

  @Test
  void nameGivenByAHookOutlivesTitleAndLines() throws IOException {
    String name = "Change-Id: I0123456789abcdef0123456789abcdef01234567\n";
    TestMail mail = TestMail.of("v1", "[PATCH] cairnfs: first try", "3 Jun 2024",
        text(PATH, lines("first", 5)).replace("Signed-off-by:", name + "Signed-off-by:"));
    CommitId id = new CommitId("0123456789abcdef0123456789abcdef01234567");
    Instant date = Instant.parse("2024-06-10T12:00:00Z");
    Commit commit = new Commit(id, ANN, date, date, "cairnfs: other words\n\nWhy.\n\n" + name,
        List.of(), TestMail.of("x", "[PATCH] x", "1 Jun 2024", text(PATH, LINES)).patch().change(),
        List.of());
    Postings found = find(ChangeDigest.of(
        new CommitHead(id, commit.title(), ANN, date, date, List.of()), commit), mail);
    assertThat(answer(found)).contains("v1@t.example");
  }

  @Test
  void namesEachOfTheMailsThatWereSquashed() throws IOException {
    List<String> more = lines("writeback", 8);
    Postings found = find(commit(TITLE, PATH, join(LINES, more)),
        patch("one", TITLE, "3 Jun 2024", LINES),
        patch("other", "cairnfs: do the same in writeback", "3 Jun 2024", more));
    assertThat(answer(found)).contains("one@t.example");
    assertThat(found.links()).extracting(link -> link.to().key())
        .containsExactly("one@t.example", "other@t.example");
  }

  @Test
  void findsTheMailACommitIsAPartOf() throws IOException {
    Postings found = find(commit("cairnfs: first half", PATH, LINES.subList(0, 5)),
        patch("whole", TITLE, "3 Jun 2024", LINES));
    assertThat(found.links()).singleElement()
        .satisfies(link -> assertThat(link.to().key()).isEqualTo("whole@t.example"));
  }

  @Test
  void nothingAlikeIsNoAnswer() throws IOException {
    Postings found = find(commit(TITLE, PATH, LINES),
        patch("other", "cairnfs: count inodes", "1 Jun 2024", lines("inode", 8)));
    assertThat(found.links()).isEmpty();
  }

  private Linker linker(TestMail... mails) throws IOException {
    Path sub = folder.resolve("store" + mails[0].id());
    Files.createDirectories(sub);
    Index index = TestMail.store(sub, mails);
    return new Linker(index);
  }

  private Postings find(ChangeDigest commit, TestMail... mails) throws IOException {
    return linker(mails).postings(commit, Known.ALL);
  }

  private static Optional<String> answer(Postings postings) {
    return postings.answer().map(link -> link.to().key());
  }

  private static TestMail patch(String id, String title, String date, List<String> lines) {
    return patch(id, title, PATH, date, lines);
  }

  private static TestMail patch(String id, String title, String path, String date,
      List<String> lines) {
    return TestMail.of(id, "[PATCH] " + title, date, text(path, lines));
  }

  /** The same mail with another author. */
  private static TestMail byBob(TestMail mail) {
    return TestMail.of(mail.id(), mail.subject(), mail.date(),
        "From: Bob Example <bob@t.example>\n\n" + mail.text());
  }

  private static String text(String path, List<String> lines) {
    return "Words of a log.\n\nSigned-off-by: Ann Example <ann@t.example>\n---\n"
        + diff(path, lines);
  }

  private static String diff(String path, List<String> lines) {
    return "diff --git a/" + path + " b/" + path + "\n--- a/" + path + "\n+++ b/" + path
        + "\n@@ -10,0 +11," + lines.size() + " @@\n"
        + lines.stream().map(line -> "+" + line + "\n").collect(Collectors.joining());
  }

  /** Committed on 10 June 2024, a minute after it was made. */
  private static ChangeDigest commit(String title, String path, List<String> lines) {
    return authored("2024-06-10T11:59:00Z", title, path, lines);
  }

  private static ChangeDigest authored(String date, String title, String path,
      List<String> lines) {
    CommitId id = new CommitId("0123456789abcdef0123456789abcdef01234567");
    Instant committed = Instant.parse("2024-06-10T12:00:00Z");
    Commit commit = new Commit(id, ANN, Instant.parse(date), committed,
        title + "\n\nWords of a log.\n", List.of(),
        TestMail.of("x", "[PATCH] x", "1 Jun 2024", text(path, lines)).patch().change(),
        List.of());
    return ChangeDigest.of(
        new CommitHead(id, title, ANN, commit.authored(), committed, List.of("cairnfs")), commit);
  }

  private static ChangeDigest named(ChangeDigest commit, String mail) {
    return new ChangeDigest(commit.head(), commit.title(), commit.author(), commit.added(),
        commit.removed(), commit.log(), commit.paths(), commit.patchId(), commit.changeId(),
        List.of(new MessageId(mail)));
  }

  private static List<String> lines(String word, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\t" + word + "_step_" + i + "(page, " + i + ");")
        .toList();
  }

  /** The first lines changed, as a maintainer may. */
  private static List<String> edited(List<String> lines, int count) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> i < count ? lines.get(i).replace("page", "folio") : lines.get(i))
        .toList();
  }

  private static List<String> join(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
