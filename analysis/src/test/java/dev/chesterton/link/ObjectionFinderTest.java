package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.index.Index;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.link.remark.Remark.Kind;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectionFinderTest {
  private static final String DIFF = """
      diff --git a/super.c b/super.c
      --- a/super.c
      +++ b/super.c
      @@ -10,3 +10,2 @@ int cairnfs_thaw(struct super_block *sb)
       \tint err;
      -\tspin_lock(&sb->lock);
       \terr = cairnfs_sync(sb);
      """;
  private static final TestMail PATCH = TestMail.of("patch", "[PATCH] cairnfs: drop the lock",
      "3 Jun 2024", "Nobody needs it.\n---\n" + DIFF);
  private static final TestMail NO = reply("no", "Bo", "4 Jun 2024", "patch", """
      > -\tspin_lock(&sb->lock);

      This will deadlock in thaw, which takes it again.

      Who else calls it?
      """);

  @TempDir
  private Path folder;

  @Test
  void tellsWhoObjectsToWhichLine() throws IOException {
    assertThat(find(PATCH, NO)).hasSize(2).first().satisfies(objection -> {
      assertThat(objection.kind()).isEqualTo(Kind.OBJECTION);
      assertThat(objection.mail().author().name()).isEqualTo("Bo Example");
      assertThat(objection.words().line()).isEqualTo(3);
      assertThat(objection.place().orElseThrow()).hasToString("super.c:11");
      assertThat(objection.place().orElseThrow().sign()).isEqualTo('-');
      assertThat(objection.fate()).isEqualTo(Fate.OPEN);
    });
  }

  @Test
  void isAnsweredWhereItIsQuoted() throws IOException {
    List<Objection> found = find(PATCH, NO, reply("yes", "Ann", "5 Jun 2024", "no", """
        > Who else calls it?

        The shrinker.
        """));
    assertThat(found).extracting(Objection::fate).containsExactly(Fate.OPEN, Fate.ANSWERED);
    assertThat(found.getLast().answer().orElseThrow().words()).isEqualTo("The shrinker.");
  }

  @Test
  void anAnswerWithoutQuotesAnswersAll() throws IOException {
    assertThat(find(PATCH, NO, reply("yes", "Ann", "5 Jun 2024", "no", "It takes another one.\n")))
        .extracting(Objection::fate)
        .containsExactly(Fate.ANSWERED, Fate.ANSWERED);
  }

  @Test
  void onlyTheAuthorAgrees() throws IOException {
    String agreed = "> This will deadlock in thaw, which takes it again.\n\nGood point, will fix.\n";
    assertThat(fates(NO, reply("a", "Ann", "5 Jun 2024", "no", agreed)))
        .startsWith(Fate.AGREED);
    assertThat(fates(NO, reply("c", "Cleo", "5 Jun 2024", "no", agreed)))
        .startsWith(Fate.ANSWERED);
  }

  @Test
  void isWithdrawnInWordsOrByATag() throws IOException {
    TestMail answer = reply("a", "Ann", "5 Jun 2024", "no", "It does not, see patch 2.\n");
    assertThat(fates(NO, answer,
        reply("w", "Bo", "6 Jun 2024", "a", "> It does not, see patch 2.\n\nYou're right.\n")))
        .startsWith(Fate.WITHDRAWN);
    assertThat(fates(NO, answer, reply("t", "Bo", "6 Jun 2024", "patch",
        "Reviewed-by: Bo Example <bo@t.example>\n")))
        .containsExactly(Fate.WITHDRAWN, Fate.ANSWERED);
  }

  @Test
  void whatIsSaidToAnotherPatchIsNotOfThisOne() throws IOException {
    TestMail other = TestMail.of("other", "[PATCH 2/2] cairnfs: drop the check", "3 Jun 2024",
        "Nor that.\n---\n" + DIFF).answers("patch");
    assertThat(find(PATCH, other, reply("x", "Bo", "4 Jun 2024", "other", "This is wrong.\n")))
        .isEmpty();
  }

  @Test
  void mailsThatAnswerEachOtherInACircleEnd() throws IOException {
    assertThat(find(PATCH, reply("x", "Bo", "4 Jun 2024", "y", "This is wrong.\n"),
        reply("y", "Cleo", "5 Jun 2024", "x", "This is wrong.\n"))).isEmpty();
  }

  private List<Fate> fates(TestMail... replies) throws IOException {
    return find(Stream.concat(Stream.of(PATCH), Stream.of(replies)).toArray(TestMail[]::new))
        .stream()
        .map(Objection::fate)
        .toList();
  }

  private List<Objection> find(TestMail... mails) throws IOException {
    Path empty = folder.resolve("m" + List.of(mails).hashCode());
    empty.toFile().mkdirs();
    try (Index index = TestMail.store(empty, mails)) {
      Posting patch = index.mail(new MessageId("patch@t.example")).orElseThrow().posting();
      return new ObjectionFinder(index).find((Posting.Patch) patch,
          index.thread(patch.message().id()).stream().map(ThreadMember::head).toList());
    }
  }

  private static TestMail reply(String id, String who, String date, String to, String text) {
    return TestMail.of(id, "Re: [PATCH] cairnfs: drop the lock", date, text).answers(to).by(who);
  }
}
