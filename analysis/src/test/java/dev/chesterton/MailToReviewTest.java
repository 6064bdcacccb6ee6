package dev.chesterton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.finding.Claim;
import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.index.Index;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Confidence;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Link;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.AsOf;
import dev.chesterton.review.NamedTest;
import dev.chesterton.review.Review;
import dev.chesterton.review.Reviewer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tour: sample mails and a small history go in at one end, and out comes why the lines a patch takes away were there.
 * Each test is one question a reviewer asks.
 */
class MailToReviewTest {

  /** "cairnfs: reserve space for pages dirtied out-of-band in a fixup worker", 2011: the fence goes up. */
  private static final String FIX = "959b8db9d11e";

  @TempDir
  private static Path folder;

  /** The attempt of 2020, four years before the other. */
  private static final String EARLIER = "20201116081925.90211-1-yannick.okafor@example.com";

  private static Review earlier;
  private static Review now;
  private static Review sent;

  @BeforeAll
  static void reviewTheRemoval() throws Exception {
    SampleStore samples = SampleStore.in(folder);
    try (Index index = Index.open(samples.folder())) {
      Reviewer reviewer = new Reviewer(index, RuleBook.ofProgram());
      MessageId patch = new MessageId(SampleStore.REMOVAL);
      now = reviewer.review(patch, new AsOf.Now()).orElseThrow();
      sent = reviewer.review(patch, new AsOf.Sent()).orElseThrow();
      earlier = reviewer.review(new MessageId(EARLIER), new AsOf.Now()).orElseThrow();
    }
  }

  @Test
  void whatDoesItTakeAway() {
    assertThat(now.isFlagged()).isTrue();
    Finding finding = now.findings().getFirst();
    assertThat(finding.rule().value()).isEqualTo("removed-worker");
    assertThat(finding.subject()).isEqualTo("cairnfs_writepage_fixup_worker");
    assertThat(finding.callSites()).flatExtracting(site -> site.lines())
        .anySatisfy(line -> assertThat(line).contains("INIT_WORK"))
        .anySatisfy(line -> assertThat(line).contains("if (cairnfs_writepage_cow_fixup(page))"));
  }

  @Test
  void whoPutItThereAndAfterWhichReport() {
    assertThat(now.fixes().getFirst()).satisfies(fix -> {
      assertThat(fix.origin().change().key()).startsWith(FIX);
      assertThat(keys(fix.mails())).first()
          .isEqualTo("1309953842-11874-1-git-send-email-priya@example.net");
      assertThat(keys(fix.reports())).containsExactly("20110628171436.GA4711@twierzba.example.net");
    });
  }

  @Test
  void howOftenWasItRepaired() {
    assertThat(now.fixes()).extracting(fix -> fix.origin().change().key().substring(0, 12))
        .contains("86d8ef4ce36f", "231558bb64e0");
  }

  @Test
  void whichMailBecameACommitUnderAnotherTitle() {
    Link link = commit(now, "86d8ef4ce36f").mails().getFirst();
    assertThat(link.to().key())
        .isEqualTo("1394617530-6038-2-git-send-email-jiri.vondracek@example.com");
    assertThat(link.confidence()).isEqualTo(Confidence.CERTAIN);
  }

  @Test
  void whoTriedBeforeAndWhatWasTheAnswer() {
    assertThat(now.attempts()).singleElement().satisfies(attempt -> {
      assertThat(attempt.patch().key())
          .isEqualTo("20201116081925.90211-1-yannick.okafor@example.com");
      assertThat(sources(attempt.answers())).contains("20201117162204.GB5310@example.org");
    });
    assertThat(now.findings().getFirst().reasons()).extracting(reason -> reason.kind())
        .contains(EvidenceKind.FIX, EvidenceKind.PRIOR_ATTEMPT);
  }

  @Test
  void whoTriesLaterIsNoEarlierAttempt() {
    assertThat(earlier.isFlagged()).isTrue();
    assertThat(earlier.attempts()).isEmpty();
    assertThat(earlier.fixes()).isNotEmpty()
        .allSatisfy(fix -> assertThat(fix.origin().change().instant().orElseThrow())
            .isBefore(earlier.patch().message().date().instant()));
  }

  @Test
  void whatIsSaidInTheThread() {
    assertThat(sources(now.thread())).contains("20240610151902.GR2214@example.org",
        "20240611083340.lq5wjvtk7n2hd4ea@sova.example.com");
  }

  @Test
  void whatToTest() {
    assertThat(now.tests()).extracting(NamedTest::name).first().isEqualTo("generic/208");
    assertThat(sources(now.tests().getFirst().namedIn())).contains(
        "20240611083340.lq5wjvtk7n2hd4ea@sova.example.com");
  }

  @Test
  void isTheCitationOfThePatchRight() {
    assertThat(now.claims()).singleElement().satisfies(claim -> {
      assertThat(claim.citation().hex()).isEqualTo("a680aaa7191e");
      assertThat(claim.verdict()).isEqualTo(Claim.Verdict.CORRECT);
    });
  }

  @Test
  void whatCouldBeKnownWhenItWasSent() {
    assertThat(sent.isFlagged()).isTrue();
    assertThat(sent.attempts()).singleElement()
        .satisfies(attempt -> assertThat(sources(attempt.answers())).contains(
            "20201117162204.GB5310@example.org"));
    assertThat(sent.thread()).isEmpty();
    assertThat(allSources(sent))
        .allSatisfy(source -> assertThat(source.instant().orElseThrow()).isBeforeOrEqualTo(sent
            .patch()
            .message()
            .date()
            .instant()));
  }

  private static List<Anchor> allSources(Review review) {
    return Stream.of(review.thread().stream().map(Excerpt::source), review.discussion()
        .stream()
        .map(Excerpt::source),
        review.attempts()
            .stream()
            .flatMap(attempt -> attempt.answers().stream())
            .map(
                Excerpt::source),
        review.commits()
            .stream()
            .flatMap(commit -> commit.citedIn().stream())
            .map(citing -> citing
                .excerpt()
                .source()),
        review.findings()
            .stream()
            .flatMap(finding -> finding.reasons().stream())
            .map(reason -> reason
                .excerpt()
                .source()),
        review.tests().stream().flatMap(test -> test.namedIn().stream()).map(Excerpt::source))
        .flatMap(sources -> sources)
        .toList();
  }

  private static CommitReference commit(Review review, String hex) {
    Optional<CommitReference> found = review.commits()
        .stream()
        .filter(commit -> commit.commit().key().startsWith(hex))
        .findFirst();
    return found.orElseThrow();
  }

  private static List<String> keys(List<Link> links) {
    return links.stream().map(link -> link.to().key()).toList();
  }

  private static List<String> sources(List<Excerpt> excerpts) {
    return excerpts.stream().map(words -> words.source().key()).toList();
  }
}
