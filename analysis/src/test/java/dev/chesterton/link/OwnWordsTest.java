package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.MessageId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnWordsTest {
  private static final String ATTRIBUTION = "On Mon, Jun 10, 2024 at 09:45:17AM +0100, Bo wrote:\n";

  @TempDir
  private Path folder;

  @Test
  void leavesOutGreetingAttributionAndQuotes() throws IOException {
    assertThat(first("Hi Bo,\n\n" + ATTRIBUTION
        + "> Nobody runs this.\n> So drop it.\n\nWe do run it.\nEvery night.\n"))
        .contains("We do run it. Every night.");
  }

  @Test
  void leavesOutAWrappedAttribution() throws IOException {
    assertThat(first("""
        On Mon, Jun 10, 2024 at 09:45:17AM +0100, Bo Example
        <bo@t.example> wrote:
        > Nobody runs this.

        We do run it.
        """))
        .contains("We do run it.");
  }

  @Test
  void endsBeforeTheSignature() throws IOException {
    assertThat(first(ATTRIBUTION + "> Nobody runs this.\n-- \nAnn, the house by the lake\n"))
        .isEmpty();
  }

  @Test
  void takesASentenceThatBeginsAsAGreetingForWords() throws IOException {
    assertThat(first("Hi, this breaks mmap writes.\n")).contains("Hi, this breaks mmap writes.");
  }

  @Test
  void beginsWithTheLogOfAPatch() throws IOException {
    assertThat(words("[PATCH] cairnfs: drop it", """
        From: Bo Example <bo@t.example>

        Nobody runs this.
        ---
        diff --git a/a.c b/a.c
        --- a/a.c
        +++ b/a.c
        @@ -1 +1 @@
        -one();
        +two();
        """, OwnWords::first)).contains("Nobody runs this.");
  }

  @Test
  void findsTheLineThatNamesAnIdentifierUnlessQuoted() throws IOException {
    String text = ATTRIBUTION + "> drop fixup_worker\n\nNo.\n\nThe fixup_worker is\nneeded.\n";
    assertThat(words("Re: x", text, mail -> OwnWords.naming(mail, "fixup_worker")))
        .contains("The fixup_worker is needed.");
    assertThat(words("Re: x", text, mail -> OwnWords.naming(mail, "worker"))).isEmpty();
  }

  @Test
  void findsWhatIsSaidBelowAQuotedLine() throws IOException {
    String text = ATTRIBUTION
        + "> First claim.\n\nYes.\n\n> Second claim. \n> And more.\n\nNever.\n";
    assertThat(words("Re: x", text, mail -> OwnWords.below(mail, "Second claim.")))
        .contains("Never.");
    assertThat(words("Re: x", text, mail -> OwnWords.below(mail, "Third claim."))).isEmpty();
    assertThat(words("Re: x", text, mail -> OwnWords.below(mail, "Never."))).isEmpty();
  }

  private Optional<String> first(String text) throws IOException {
    return words("Re: [PATCH] cairnfs: drop it", text, OwnWords::first);
  }

  private interface Question {
    Optional<Excerpt> of(StoredMail mail);
  }

  private Optional<String> words(String subject, String text, Question question)
      throws IOException {
    Path empty = Path.of(folder.toString(), "m" + text.hashCode() + question.hashCode());
    empty.toFile().mkdirs();
    try (Index index = TestMail.store(empty, TestMail.of("m", subject, "10 Jun 2024", text))) {
      return index.mail(new MessageId("m@t.example"))
          .flatMap(question::of)
          .map(Excerpt::words);
    }
  }
}
