package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.SampleStore;
import dev.chesterton.index.Index;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitFinderTest {

  /** In the sample tree: "cairnfs: reserve space for pages dirtied out-of-band in a fixup worker". */
  private static final String FIX = "959b8db9d11e";

  @TempDir
  private static Path folder;

  private static Index samples;
  private static Index citations;

  @BeforeAll
  static void open() throws Exception {
    samples = Index.open(SampleStore.in(Files.createDirectory(folder.resolve("s"))).folder());
    citations = TestMail.store(Files.createDirectory(folder.resolve("c")),
        TestMail.of("posting", "[PATCH] cairnfs: count pages", "1 Feb 2020", """
            Count.
            ---
            diff --git a/a.c b/a.c
            --- a/a.c
            +++ b/a.c
            @@ -1 +1 @@
            -one();
            +two();
            """),
        TestMail.of("late", "[PATCH] cairnfs: count pages", "1 Jun 2020", """
            Count again.
            ---
            diff --git a/a.c b/a.c
            --- a/a.c
            +++ b/a.c
            @@ -1 +1 @@
            -one();
            +three();
            """),
        TestMail.of("a", "it hangs", "1 Mar 2020",
            "Since commit 0f3a9c1d7e2b (\"cairnfs: count pages\") it hangs.\n"),
        TestMail.of("b", "it hangs too", "1 Apr 2020",
            "Since commit 0f3a9c1d7e (\"cairnfs: count page\") it hangs too.\n"),
        TestMail.of("c", "and here", "1 May 2020",
            "Caused by 0f3a9c1d7e2b55 (\"cairnfs: count pages\"), I think.\n"));
  }

  @AfterAll
  static void close() {
    samples.close();
    citations.close();
  }

  @Test
  void knowsACommitOfATree() {
    CommitReference found = find(samples, FIX).orElseThrow();
    assertThat(found.commit()).isInstanceOf(Anchor.OfCommit.class);
    assertThat(found.commit().key()).startsWith(FIX).hasSize(40);
    assertThat(found.ambiguous()).isFalse();
    assertThat(find(samples, FIX.substring(0, 7))).contains(found);
    assertThat(find(samples, found.commit().key())).contains(found);
  }

  @Test
  void tellsWhereACommitIsCitedByDate() {
    assertThat(find(samples, FIX).orElseThrow().citedIn())
        .extracting(citing -> citing.excerpt())
        .isNotEmpty()
        .isSortedAccordingTo(Excerpt.BY_DATE)
        .allSatisfy(words -> assertThat(words.words()).containsPattern("[0-9a-f]{7}"));
  }

  @Test
  void knowsACommitFromCitationsUnderItsLongestFormAndMostGivenTitle() {
    for (String hex : new String[]{"0f3a9c1", "0f3a9c1d7e2b", "0f3a9c1d7e2b55"}) {
      assertThat(find(citations, hex)).get().satisfies(found -> {
        assertThat(found.commit())
            .isEqualTo(new Anchor.OfUnknownCommit("0f3a9c1d7e2b55", "cairnfs: count pages"));
        assertThat(found.citedIn()).extracting(citing -> citing.excerpt().source().key())
            .containsExactly("a@t.example", "b@t.example", "c@t.example");
      });
    }
  }

  @Test
  void keepsALongerFormThanAnybodyCites() {
    String whole = "0f3a9c1d7e2b55" + "0".repeat(26);
    assertThat(find(citations, whole)).get()
        .extracting(found -> found.commit().key())
        .isEqualTo(whole);
  }

  @Test
  void looksForAPostingBeforeTheFirstCitation() {
    assertThat(find(citations, "0f3a9c1d7e2b").orElseThrow().mails())
        .extracting(link -> link.to().key())
        .containsExactly("posting@t.example");
  }

  @Test
  void readsNoCitationAfterTheBound() {
    Instant april = Instant.parse("2020-04-15T00:00:00Z");
    assertThat(new Linker(citations).commit("0f3a9c1", april)).get()
        .satisfies(found -> {
          assertThat(found.commit().key()).isEqualTo("0f3a9c1d7e2b");
          assertThat(found.citedIn()).hasSize(2);
        });
    Instant january = Instant.parse("2020-01-01T00:00:00Z");
    assertThat(new Linker(citations).commit("0f3a9c1", january)).isEmpty();
  }

  @Test
  void knowsNoCommitYoungerThanTheBound() {
    Instant before = Instant.parse("2011-07-01T00:00:00Z");
    assertThat(new Linker(samples).commit(FIX, before)).isEmpty();
  }

  @Test
  void saysWhereSeveralCommitsBeginAlikeThoughNobodyCitesThem() {
    assertThat(find(samples, "8")).get().satisfies(found -> {
      assertThat(found.ambiguous()).isTrue();
      assertThat(found.commit()).isInstanceOf(Anchor.OfUnknownCommit.class);
    });
  }

  @Test
  void asksOfCommitsThatBeginAlikeOnlyThoseOldEnough() {
    Instant early = Instant.parse("2015-01-01T00:00:00Z");
    assertThat(new Linker(samples).commit("8", early)).get()
        .extracting(found -> found.commit().title())
        .isEqualTo("cairnfs: fix a deadlock between the fixup worker and reclaim");
  }

  @Test
  void knowsNothingOfAnIdThatNobodyNames() {
    assertThat(find(samples, "deadbeef")).isEmpty();
  }

  private static Optional<CommitReference> find(Index index, String hex) {
    return new Linker(index).commit(hex, Instant.MAX);
  }
}
