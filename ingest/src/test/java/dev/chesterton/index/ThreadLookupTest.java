package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Stores.ask;
import static dev.chesterton.index.Stores.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.mail.MessageId;
import dev.chesterton.source.RawMail;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadLookupTest {
  private static final RawMail ROOT = letter("root@x").mail();
  private static final RawMail LEFT = letter("left@x").minute(1).answering("root@x").mail();
  private static final RawMail RIGHT = letter("right@x").minute(2).answering("root@x").mail();
  private static final RawMail LEAF = letter("leaf@x").minute(3).answering("left@x").mail();
  private static final RawMail STRANGER = letter("stranger@x").mail();

  @TempDir
  private Path folder;

  @Test
  void followsRepliesUpAndDown() {
    ingest(folder, "list", LEAF, STRANGER, RIGHT, ROOT, LEFT);

    for (String id : List.of("root@x", "left@x", "right@x", "leaf@x")) {
      assertThat(thread(id)).containsExactly("root@x", "left@x", "right@x", "leaf@x");
    }
    assertThat(thread("stranger@x")).containsExactly("stranger@x");
  }

  /** What was found for one mail answers for the others, and is the same as if each was asked alone. */
  @Test
  void threadIsTheSameWhicheverMailIsAskedFirst() {
    ingest(folder, "list", LEAF, STRANGER, RIGHT, ROOT, LEFT);
    List<MessageId> ids = Stream.of("leaf@x", "stranger@x", "root@x", "left@x", "gone@x", "right@x")
        .map(MessageId::new)
        .toList();

    List<List<ThreadMember>> together = ask(folder,
        index -> ids.stream().map(index::thread).toList());

    assertThat(together).isEqualTo(
        ids.stream().map(id -> ask(folder, index -> index.thread(id))).toList());
  }

  @Test
  void ghostJoinsThoseWhoAnswerIt() {
    ingest(folder, "list", LEFT, RIGHT);

    assertThat(thread("left@x")).containsExactly("left@x", "right@x");
    assertThat(thread("root@x")).containsExactly("left@x", "right@x");
  }

  @Test
  void lateParentJoinsTwoThreads() {
    ingest(folder, "list", letter("a@x").minute(5).answering("late@x").mail(),
        letter("b@x").minute(6).answering("other@x").mail());
    assertThat(thread("a@x")).containsExactly("a@x");

    ingest(folder, "list", letter("late@x").minute(7).answering("other@x").mail());

    assertThat(thread("a@x")).containsExactly("a@x", "b@x", "late@x");
    assertThat(thread("b@x")).containsExactly("a@x", "b@x", "late@x");
  }

  @Test
  void memberBringsTheHeadersThatTieIt() {
    ingest(folder, "list", ROOT, LEFT);

    ThreadMember left = ask(folder, index -> index.thread(new MessageId("root@x"))).getLast();

    assertThat(left.inReplyTo()).containsExactly(new MessageId("root@x"));
    assertThat(left.references()).containsExactly(new MessageId("root@x"));
  }

  @Test
  void answersNameTheMailAndAreByDate() {
    ingest(folder, "list", LEAF, RIGHT, LEFT, ROOT);

    assertThat(answers("root@x")).containsExactly("left@x", "right@x");
  }

  @Test
  void equalDatesAreOrderedById() {
    ingest(folder, "list", letter("b@x").answering("r@x").mail(),
        letter("a@x").answering("r@x").mail());
    ingest(folder, "list", letter("c@x").answering("r@x").mail(), letter("r@x").mail());

    assertThat(thread("r@x")).containsExactly("a@x", "b@x", "c@x", "r@x");
    assertThat(answers("r@x")).containsExactly("a@x", "b@x", "c@x");
  }

  @Test
  void unknownMailHasNoThread() {
    ingest(folder, "list", ROOT);

    assertThat(thread("unknown@x")).isEmpty();
  }

  private List<String> thread(String id) {
    return ask(folder, index -> index.thread(new MessageId(id))).stream()
        .map(member -> member.head().key())
        .toList();
  }

  private List<String> answers(String id) {
    return ask(folder, index -> index.answers(new MessageId(id))).stream()
        .map(Head::key)
        .toList();
  }
}
