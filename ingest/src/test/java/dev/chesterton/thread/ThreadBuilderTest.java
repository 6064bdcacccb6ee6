package dev.chesterton.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.mail.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThreadBuilderTest {

  @Test
  void hangsRepliesUnderWhatTheyAnswerInOrderOfDate() {
    assertThat(shape(mail("root", 0, "", ""), mail("late", 9, "root", "root"),
        mail("early", 1, "root", "root"), mail("deep", 5, "early", "root early")))
        .containsExactly("root", " early", "  deep", " late");
  }

  @Test
  void prefersTheLastInReplyToThatIsAtHand() {
    assertThat(shape(mail("a", 0, "", ""), mail("b", 1, "", ""),
        mail("reply", 2, "a b gone", "a"))).containsExactly("a", "b", " reply");
  }

  @Test
  void takesTheNearestReferenceWhereInReplyToIsMissing() {
    assertThat(shape(mail("a", 0, "", ""), mail("b", 1, "a", "a"), mail("reply", 2, "", "a b")))
        .containsExactly("a", " b", "  reply");
  }

  @Test
  void keepsThePlaceOfAMissingParent() {
    assertThat(shape(mail("a", 0, "", ""), mail("reply", 2, "gone", "a gone")))
        .containsExactly("a", " [gone]", "  reply");
  }

  @Test
  void joinsPatchesBelowAMissingCoverLetter() {
    assertThat(shape(mail("p2", 2, "cover", "cover"), mail("p1", 1, "cover", "cover"),
        mail("re", 3, "lost", "cover lost")))
        .containsExactly("[cover]", " p1", " p2", " [lost]", "  re");
  }

  @Test
  void showsOneGhostForAChainOfMissingAncestors() {
    String lost = String.join(" ", IntStream.range(0, 2_000).mapToObj(i -> "g" + i).toList());

    assertThat(shape(mail("a", 0, "", ""), mail("b", 1, "", "a " + lost)))
        .containsExactly("a", "[g1999]", " b");
    assertThat(shape(mail("a", 0, "", ""), mail("b", 1, "", "a g1 g2 g3")))
        .containsExactly("a", " [g3]", "  b");
  }

  @Test
  void makesNoGhostWhereTheParentIsAtHand() {
    assertThat(shape(mail("a", 0, "", ""), mail("b", 1, "a", "lost other a")))
        .containsExactly("a", " b");
  }

  @Test
  void leavesAMailAtTheRootThatAnswersItself() {
    assertThat(shape(mail("a", 0, "a", "a a"))).containsExactly("a");
  }

  @Test
  void makesTheOldestOfACircleTheRoot() {
    assertThat(shape(mail("a", 0, "c", ""), mail("b", 1, "a", ""), mail("c", 2, "b", "")))
        .containsExactly("a", " b", "  c");
  }

  @Test
  void doesNotLetAStrangersReferencesMoveAMail() {
    assertThat(shape(mail("root", 0, "", ""), mail("mine", 1, "root", "root"),
        mail("liar", 2, "mine", "elsewhere mine"), mail("elsewhere", 3, "", "")))
        .containsExactly("root", " mine", "  liar", "elsewhere");
  }

  @Test
  void findsAParentByItsSecondId() {
    ThreadEntry<String> two = new ThreadEntry<>(new MessageId("first"), ids("second"), ids(""),
        ids(""), Instant.EPOCH, "", "first");

    assertThat(shape(List.of(two, mail("reply", 1, "second", ""))))
        .containsExactly("first", " reply");
  }

  @Test
  void keepsBothMailsOfAReusedIdAndOneOfACopy() {
    assertThat(shape(mail("a", 0, "", "", "one"), mail("a", 1, "", "", "two"),
        mail("a", 0, "", "", "one"), mail("b", 2, "a", ""))).containsExactly("a", " a", " b");
  }

  @Test
  void countsMailsWithoutGhosts() {
    MailThread<String> thread = ThreadBuilder.build(List.of(mail("reply", 2, "gone", "")))
        .getFirst();

    assertThat(thread.size()).isEqualTo(1);
    assertThat(thread.root().isGhost()).isTrue();
    assertThat(thread.root().date()).isEqualTo(Instant.ofEpochSecond(2));
    assertThat(thread.payloads()).containsExactly("reply");
    assertThat(thread.nodes().getLast().parent()).contains(new MessageId("gone"));
  }

  @Test
  void readsAVeryWideStar() {
    List<ThreadEntry<String>> star = new ArrayList<>(List.of(mail("root", 0, "", "")));
    IntStream.range(0, 10_000).forEach(i -> star.add(mail("m" + i, i, "root", "root")));

    MailThread<String> thread = ThreadBuilder.build(star).getFirst();

    assertThat(thread.size()).isEqualTo(10_001);
    assertThat(thread.nodes().getLast().depth()).isEqualTo(1);
  }

  @Test
  void readsAVeryLongChainInAnyOrderOfDates() {
    for (int direction : new int[]{1, -1}) {
      List<ThreadEntry<String>> chain = IntStream.range(0, 100_000)
          .mapToObj(i -> mail("m" + i, direction * i, i == 0 ? "" : "m" + (i - 1), ""))
          .toList();

      List<MailThread<String>> threads = ThreadBuilder.build(chain);

      assertThat(threads).hasSize(1);
      assertThat(threads.getFirst().nodes().getLast().depth()).isEqualTo(99_999);
    }
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static List<String> shape(ThreadEntry<String>... mails) {
    return shape(Stream.of(mails).toList());
  }

  private static List<String> shape(List<ThreadEntry<String>> mails) {
    return ThreadBuilder.build(mails)
        .stream()
        .flatMap(thread -> thread.nodes().stream())
        .map(node -> " ".repeat(node.depth()) + node.payload().orElse("[" + node.id() + "]"))
        .toList();
  }

  private static ThreadEntry<String> mail(String id, int second, String inReplyTo,
      String references) {
    return mail(id, second, inReplyTo, references, "");
  }

  private static ThreadEntry<String> mail(String id, int second, String inReplyTo,
      String references, String hash) {
    return new ThreadEntry<>(new MessageId(id), List.of(), ids(inReplyTo), ids(references),
        Instant.ofEpochSecond(second), hash, id);
  }

  private static List<MessageId> ids(String words) {
    return Arrays.stream(words.split(" "))
        .filter(word -> !word.isEmpty())
        .map(MessageId::new)
        .toList();
  }
}
