package dev.chesterton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.link.version.Lineage;
import dev.chesterton.mail.MessageId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over the series of several versions that are among the samples. */
class ComparisonFinderTest {

  @TempDir
  private Path folder;

  @Test
  void comparesAnyTwoVersionsInEitherOrder() throws Exception {
    try (TestStore store = TestStore.in(folder)) {
      ComparisonFinder finder = new ComparisonFinder(store.index(), Instant.MAX);
      Lineage lineage = store.patches()
          .stream()
          .flatMap(id -> finder.lineage(id).stream())
          .filter(found -> found.versions().size() > 2)
          .findFirst()
          .orElseThrow();
      MessageId oldest = id(lineage, 0);
      MessageId newest = id(lineage, lineage.versions().size() - 1);
      Comparison comparison = finder.compare(oldest, newest).orElseThrow();
      assertThat(finder.compare(newest, oldest)).contains(comparison);
      assertThat(comparison.older().sending().ids()).contains(oldest);
      assertThat(comparison.between()).hasSize(lineage.versions().size() - 2);
      assertThat(comparison.patches()).isNotEmpty()
          .allSatisfy(patch -> assertThat(patch.diff().isPresent())
              .isEqualTo(patch.step().before().isPresent() && patch.step().after().isPresent()));
    }
  }

  @Test
  void twoMailsOfOneVersionOrOfTwoSeriesAreNotCompared() throws Exception {
    try (TestStore store = TestStore.in(folder)) {
      ComparisonFinder finder = new ComparisonFinder(store.index(), Instant.MAX);
      List<MessageId> patches = store.patches();
      MessageId one = patches.getFirst();
      assertThat(finder.compare(one, one)).isEmpty();
      assertThat(finder.compare(one, new MessageId("unknown@example.org"))).isEmpty();
      assertThat(finder.lineage(new MessageId("unknown@example.org"))).isEmpty();
    }
  }

  private static MessageId id(Lineage lineage, int version) {
    return lineage.versions().get(version).sending().first().message().id();
  }
}
