package dev.chesterton.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.mail.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random graphs of references. The seed stands in the test's name; {@code -Dseed=N} runs that one
 * again.
 */
class ThreadPropertyTest {

  static LongStream seeds() {
    Long only = Long.getLong("seed");
    return only == null ? new Random().longs(200) : LongStream.of(only);
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("seeds")
  void putsEachMailIntoOneThreadOnce(long seed) {
    List<ThreadEntry<Integer>> mails = randomMails(new Random(seed));

    List<Integer> found = ThreadBuilder.build(mails)
        .stream()
        .flatMap(MailThread::payloads)
        .toList();

    assertThat(found).containsExactlyInAnyOrderElementsOf(
        mails.stream().map(ThreadEntry::payload).toList());
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("seeds")
  void doesNotDependOnTheOrderOfArrival(long seed) {
    Random random = new Random(seed);
    List<ThreadEntry<Integer>> mails = randomMails(random);
    List<ThreadEntry<Integer>> shuffled = new ArrayList<>(mails);
    Collections.shuffle(shuffled, random);

    assertThat(ThreadBuilder.build(shuffled)).isEqualTo(ThreadBuilder.build(mails));
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("seeds")
  void writesATreeWithoutCirclesAndGhostsOnlyWhereSomethingHangs(long seed) {
    for (MailThread<Integer> thread : ThreadBuilder.build(randomMails(new Random(seed)))) {
      checkTree(thread.nodes());
    }
  }

  /**
   * Depths go down by one step at most, the parent is the last node one step up, ghosts are no
   * leaves.
   */
  private static void checkTree(List<ThreadNode<Integer>> nodes) {
    List<MessageId> path = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      ThreadNode<Integer> node = nodes.get(i);
      assertThat(node.depth()).isLessThanOrEqualTo(path.size());
      assertThat(node.depth() == 0).isEqualTo(i == 0);
      path.subList(node.depth(), path.size()).clear();
      assertThat(node.parent().stream().toList()).isEqualTo(
          path.isEmpty() ? List.of() : List.of(path.getLast()));
      path.add(node.id());
      boolean isLeaf = i + 1 == nodes.size() || nodes.get(i + 1).depth() <= node.depth();
      assertThat(node.isGhost() && isLeaf).isFalse();
    }
  }

  private static List<ThreadEntry<Integer>> randomMails(Random random) {
    int count = 1 + random.nextInt(60);
    int ids = 1 + random.nextInt(count * 2);
    List<ThreadEntry<Integer>> mails = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (int i = 0; i < count; i++) {
      MessageId id = id(random, ids);
      String hash = "h" + random.nextInt(3);
      if (used.add(id + hash)) {
        mails.add(new ThreadEntry<>(id, some(random, ids, 1), some(random, ids, 2),
            some(random, ids, 6), Instant.ofEpochSecond(random.nextInt(20)), hash, i));
      }
    }
    return mails;
  }

  private static List<MessageId> some(Random random, int ids, int most) {
    return Stream.generate(() -> id(random, ids)).limit(random.nextInt(most + 1)).toList();
  }

  private static MessageId id(Random random, int ids) {
    return new MessageId("m" + random.nextInt(ids));
  }
}
