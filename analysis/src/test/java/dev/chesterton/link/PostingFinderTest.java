package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.SampleStore;
import dev.chesterton.index.Index;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingFinderTest {
  private static final String FIRST_VERSION = "1394104512-4521-2-git-send-email-jiri.vondracek@example.com";
  private static final String REPAIR = "1394617530-6038-2-git-send-email-jiri.vondracek@example.com";

  @TempDir
  private static Path folder;

  private static Index index;
  private static Linker linker;

  @BeforeAll
  static void open() throws Exception {
    SampleStore samples = SampleStore.in(folder);
    index = Index.open(samples.folder());
    linker = new Linker(index);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @Test
  void findsARetitledRepairByItsPatchId() {
    Link link = mails("86d8ef4ce36f", Instant.MAX).getFirst();
    assertThat(link.to().key()).isEqualTo(REPAIR);
    assertThat(link.evidence()).hasAtLeastOneElementOfType(Evidence.SamePatchId.class);
    assertThat(mails("86d8ef4ce36f", Instant.MAX)).extracting(other -> other.to().key())
        .contains(FIRST_VERSION);
  }

  @Test
  void choosesTheVersionThatWasApplied() {
    assertThat(mails("4b0b548", Instant.MAX)).first()
        .extracting(link -> link.to().key())
        .isEqualTo("1394617530-6038-3-git-send-email-jiri.vondracek@example.com");
  }

  @Test
  void findsAMailAppliedUnderAnotherTitleAndChanged() {
    assertThat(mails("8174db0", Instant.MAX)).first()
        .extracting(link -> link.to().key())
        .isEqualTo("20190710141828.20771-4-sanna.virtala@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"14488d7", "2c93af4498dd", "3cf861b", "03c1f4d", "8be0b78", "099f7d4"})
  void claimsNothingSureOfACommitWithoutAPosting(String hex) {
    assertThat(mails(hex, Instant.MAX)).extracting(Link::confidence)
        .allMatch(confidence -> confidence == Confidence.POSSIBLE);
  }

  @Test
  void looksAtNoMailSentAfterTheBoundOrTheCommit() {
    Instant between = Instant.parse("2014-03-11T00:00:00Z");
    assertThat(new PostingFinder(index).ofTitle(new Anchor.OfUnknownCommit("0123456", ""),
        "cairnfs: say which inode ran out of space", between))
        .extracting(link -> link.to().key())
        .containsExactly("1394104512-4521-3-git-send-email-jiri.vondracek@example.com");
    assertThat(mails("53a20a3", Instant.MAX))
        .allSatisfy(link -> assertThat(link.to().instant().orElseThrow())
            .isBefore(Instant.parse("2013-05-07T00:00:00Z")));
  }

  private static List<Link> mails(String hex, Instant until) {
    return linker.commit(hex, until).orElseThrow().mails();
  }
}
