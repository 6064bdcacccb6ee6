package dev.chesterton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.SampleStore;
import dev.chesterton.finding.Claim;
import dev.chesterton.finding.Finding;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Attempt;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Link;
import dev.chesterton.mail.MessageId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the review of every patch of the samples. */
class SampleReviewsTest {

  @TempDir
  private static Path folder;

  private static TestStore store;
  private static Reviewer reviewer;

  @BeforeAll
  static void open() throws Exception {
    store = TestStore.in(folder);
    reviewer = store.reviewer();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void findsOneThingInEachPatchThatIsWrongAndNothingElse() {
    List<String> found = store.patches()
        .stream()
        .flatMap(patch -> review(patch, new AsOf.Now()).findings()
            .stream()
            .map(finding -> patch.value() + " " + finding.rule()))
        .toList();
    assertThat(found).containsExactly("20240906-trim-1@example.net truth-compared",
        "20240905-room-2@example.org truth-compared",
        "20240903-room-1@example.org truth-compared", SampleStore.REMOVAL + " removed-worker",
        "20231003081242.5171-3-maarten.holt@example.net fixes-mismatch",
        "20231003081242.5171-2-maarten.holt@example.net fixes-mismatch",
        "20211104134033.2297-1-ilse.brandt@example.com hidden-direction",
        "20211104133105.2210-1-ilse.brandt@example.com hidden-direction",
        "20201116081925.90211-1-yannick.okafor@example.com removed-worker",
        "20190710141828.20771-4-sanna.virtala@example.org truth-compared");
  }

  @Test
  void looksAtNothingLaterThanThePatch() {
    for (MessageId patch : store.patches()) {
      Review review = review(patch, new AsOf.Sent());
      looksAtNothingAfter(review.patch().message().date().instant(), review);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2009-01-01", "2011-07-07", "2014-03-11", "2014-03-20", "2020-11-18",
    "2024-06-11"})
  void looksAtNothingLaterThanADate(String date) {
    Instant bound = Instant.parse(date + "T08:00:00Z");
    for (MessageId patch : store.patches()) {
      looksAtNothingAfter(bound, review(patch, new AsOf.At(bound)));
    }
  }

  /** Apart from the patch itself, which says what it claims even before it is sent. */
  private static void looksAtNothingAfter(Instant bound, Review review) {
    assertThat(review.until()).isEqualTo(bound);
    assertThat(sources(review).filter(anchor -> !anchor.key()
        .equals(review.patch().message().id().value())))
        .as(review.patch().message().subject())
        .allSatisfy(source -> assertThat(source.instant().orElse(bound))
            .as(source.key())
            .isBeforeOrEqualTo(bound));
  }

  private static Stream<Anchor> sources(Review review) {
    return Stream.of(
        review.findings().stream().flatMap(SampleReviewsTest::sources),
        review.dossier()
            .statements()
            .stream()
            .flatMap(statement -> statement.sources().stream())
            .map(words -> words.source()),
        review.fixes().stream().flatMap(SampleReviewsTest::sources),
        review.commits().stream().flatMap(SampleReviewsTest::sources),
        review.claims().stream().flatMap(SampleReviewsTest::sources),
        review.attempts().stream().flatMap(SampleReviewsTest::sources),
        Stream.concat(review.discussion().stream(), review.thread().stream())
            .map(words -> words.source()),
        review.tests().stream().flatMap(test -> test.namedIn().stream()).map(w -> w.source()))
        .flatMap(anchors -> anchors);
  }

  private static Stream<Anchor> sources(Finding finding) {
    return finding.reasons().stream().map(reason -> reason.excerpt().source());
  }

  private static Stream<Anchor> sources(Fix fix) {
    return Stream.concat(Stream.of(fix.origin().change()),
        Stream.concat(fix.mails().stream(), fix.reports().stream()).map(Link::to));
  }

  private static Stream<Anchor> sources(CommitReference commit) {
    return Stream.concat(Stream.of(commit.commit()),
        Stream.concat(commit.mails().stream().map(Link::to),
            commit.citedIn().stream().map(citing -> citing.excerpt().source())));
  }

  private static Stream<Anchor> sources(Claim claim) {
    return Stream.concat(Stream.of(claim.commit(), claim.words().source()),
        claim.answers().stream().map(words -> words.source()));
  }

  private static Stream<Anchor> sources(Attempt attempt) {
    return Stream.concat(Stream.of(Anchor.of(attempt.patch()), attempt.excerpt().source()),
        attempt.answers().stream().map(words -> words.source()));
  }

  @Test
  void saysTheSameTwice() {
    for (MessageId patch : store.patches()) {
      Review one = review(patch, new AsOf.Now());
      Review other = store.reviewer().review(patch, new AsOf.Now()).orElseThrow();
      assertThat(ReviewText.full(one)).isEqualTo(ReviewText.full(other));
      assertThat(ReviewJson.of(one)).isEqualTo(ReviewJson.of(other));
    }
  }

  @Test
  void findsTheSameAtAGlance() {
    for (MessageId patch : store.patches().reversed()) {
      assertThat(reviewer.findings(patch, new AsOf.Now()))
          .isEqualTo(review(patch, new AsOf.Now()).findings());
    }
  }

  @Test
  void tellsTestsNamedMostOftenFirst() {
    List<NamedTest> tests = review(new MessageId(SampleStore.REMOVAL), new AsOf.Now()).tests();
    assertThat(tests).extracting(test -> -test.namedIn().size()).isSorted();
    assertThat(tests).allSatisfy(test -> assertThat(test.namedIn())
        .extracting(words -> words.source().instant().orElseThrow())
        .isSorted());
  }

  @Test
  void writesJsonThatCanBeReadBack() {
    for (MessageId patch : store.patches()) {
      JsonTexts.requireValid(ReviewJson.of(review(patch, new AsOf.Sent())));
    }
  }

  private static Review review(MessageId patch, AsOf asOf) {
    return reviewer.review(patch, asOf).orElseThrow();
  }
}
