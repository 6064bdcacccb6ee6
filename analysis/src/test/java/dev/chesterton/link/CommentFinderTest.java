package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.index.Index;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.link.Comment.Became;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting.Patch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommentFinderTest {
  private static final TestMail FIRST = TestMail.of("v1", "[PATCH] cairnfs: count in thaw",
      "3 Jun 2024", """
          Counts.
          ---
          diff --git a/super.c b/super.c
          --- a/super.c
          +++ b/super.c
          @@ -10,3 +10,5 @@ int cairnfs_thaw(struct super_block *sb)
           \tint err;
          +\tsb->count++;
          +\terr = cairnfs_count_all_that_can_be_counted(sb, sb->count, CAIRNFS_COUNT_DEEP);
           \terr = cairnfs_sync(sb);
           \treturn err;
          """);
  private static final TestMail SECOND = TestMail.of("v2", "[PATCH v2] cairnfs: count in thaw",
      "9 Jun 2024", """
          Counts.
          ---
          v2: atomic

          diff --git a/super.c b/super.c
          --- a/super.c
          +++ b/super.c
          @@ -10,3 +10,5 @@ int cairnfs_thaw(struct super_block *sb)
           \tint err;
          +\tatomic_inc(&sb->count);
          +\terr = cairnfs_count_all_that_can_be_counted(sb, sb->count, CAIRNFS_COUNT_DEEP);
           \terr = cairnfs_sync(sb);
           \treturn err;
          """);
  private static final TestMail REPLY = reply("r", "Bo", "4 Jun 2024", "v1", """
      > +\tsb->count++;

      Two threads may thaw at once, this has to be atomic.

      > +\terr = cairnfs_count_all_that_can_be_counted(sb, sb->count,
      > CAIRNFS_COUNT_DEEP);

      Does that sleep with the lock held?

      >  \terr = cairnfs_sync(sb);

      Fine.
      """);

  @TempDir
  private Path folder;

  @Test
  void aLineThatTheNextVersionDoesNotHaveHasChanged() throws IOException {
    List<Comment> comments = find(true, FIRST, SECOND, REPLY);
    assertThat(comments).hasSize(2);
    assertThat(comments.getFirst().place()).hasToString("super.c:11");
    assertThat(comments.getFirst().words().words())
        .isEqualTo("Two threads may thaw at once, this has to be atomic.");
    assertThat(comments.getFirst().words().line()).isEqualTo(3);
    assertThat(comments.getFirst().became()).isEqualTo(Became.CHANGED);
  }

  @Test
  void aLineThatAMailerHasBrokenInTwoIsFound() throws IOException {
    Comment comment = find(true, FIRST, SECOND, REPLY).getLast();
    assertThat(comment.place()).hasToString("super.c:12");
    assertThat(comment.became()).isEqualTo(Became.NOTHING);
  }

  @Test
  void anAnswerIsNamedWhereTheLineIsTheSame() throws IOException {
    Comment comment = find(true, FIRST, SECOND, REPLY, reply("a", "Ann", "5 Jun 2024", "r", """
        > Does that sleep with the lock held?

        No lock is held here.
        """)).getLast();
    assertThat(comment.became()).isEqualTo(Became.ANSWERED);
    assertThat(comment.answer().orElseThrow().words()).isEqualTo("No lock is held here.");
  }

  @Test
  void withoutANextVersionNothingHasChanged() throws IOException {
    assertThat(find(false, FIRST, REPLY)).extracting(Comment::became)
        .containsExactly(Became.NOTHING, Became.NOTHING);
  }

  @Test
  void whatTheAuthorSaysOfHisOwnLinesIsNoComment() throws IOException {
    assertThat(find(false, FIRST, reply("own", "Ann", "4 Jun 2024", "v1", """
        > +\tsb->count++;

        This wants to be atomic, I send another one.
        """))).isEmpty();
  }

  private List<Comment> find(boolean hasNext, TestMail... mails) throws IOException {
    List<TestMail> all = new ArrayList<>(List.of(mails));
    try (Index index = TestMail.store(folder, all.toArray(TestMail[]::new))) {
      Patch patch = patch(index, "v1");
      Optional<Patch> next = hasNext ? Optional.of(patch(index, "v2")) : Optional.empty();
      return new Linker(index).comments(patch, next,
          index.thread(patch.message().id()).stream().map(ThreadMember::head).toList());
    }
  }

  private static Patch patch(Index index, String id) {
    return (Patch) index.mail(new MessageId(id + "@t.example")).orElseThrow().posting();
  }

  private static TestMail reply(String id, String who, String date, String to, String text) {
    return TestMail.of(id, "Re: [PATCH] cairnfs: count in thaw", date, text).answers(to).by(who);
  }
}
