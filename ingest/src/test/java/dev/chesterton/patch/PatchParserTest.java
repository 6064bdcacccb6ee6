package dev.chesterton.patch;

import static dev.chesterton.patch.Mails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import dev.chesterton.change.ScrambledText;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.patch.Posting.CoverLetter;
import dev.chesterton.patch.Posting.Letter;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Posting.Reply;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchParserTest {

  private static final String DIFF = """
      diff --git a/fs/walk.c b/fs/walk.c
      index 1111111..2222222 100644
      --- a/fs/walk.c
      +++ b/fs/walk.c
      @@ -1,2 +1,2 @@
       keep();
      -old();
      +new();
      -- \n2.39.5

      """;

  private static final String PATCH = """
      The walk is slow.

      Signed-off-by: Ann <ann@b.example>
      ---
       fs/walk.c | 2 +-
       1 file changed, 1 insertion(+), 1 deletion(-)

      """ + DIFF;

  private static Patch patch(Mails mail) {
    Posting posting = mail.posting();
    assertThat(posting).isInstanceOf(Patch.class);
    return (Patch) posting;
  }

  private static Reply reply(Mails mail) {
    Posting posting = mail.posting();
    assertThat(posting).isInstanceOf(Reply.class);
    return (Reply) posting;
  }

  @Test
  void takesAPatchApart() {
    Patch patch = patch(mail("[PATCH] fs: walk faster").text(PATCH));
    assertThat(patch.log())
        .isEqualTo("The walk is slow.\n\nSigned-off-by: Ann <ann@b.example>\n");
    assertThat(patch.notes()).startsWith(" fs/walk.c | 2 +-").endsWith("(-)\n\n");
    assertThat(patch.logLine()).isEqualTo(1);
    assertThat(patch.diffLine()).isEqualTo(8);
    assertThat(patch.trailers()).singleElement().extracting("line").isEqualTo(3);
    assertThat(patch.author()).isEqualTo(new Mailbox("Ann", "ann@b.example"));
    assertThat(patch.change().files()).hasSize(1);
    assertThat(patch.patchId()).isPresent();
  }

  @Test
  void takesANewVersionSentAsAnAnswerForAPatch() {
    assertThat(mail("[PATCH v2] fs: x").answering("0@b.example").text(PATCH).posting())
        .isInstanceOf(Patch.class);
  }

  @Test
  void takesAnUnquotedDiffInAnAnswerForASuggestion() {
    Reply reply = reply(mail("Re: [PATCH] fs: x").answering("0@b.example")
        .text("> old words\n\nHow about\n\n" + DIFF));
    assertThat(reply.change().files()).hasSize(1);
    assertThat(reply.quotes()).hasSize(1);
  }

  @Test
  void takesAQuotedDiffForNoSuggestion() {
    assertThat(reply(mail("Re: [PATCH] fs: x").text("> " + DIFF.replace("\n", "\n> "))).change()
        .isEmpty()).isTrue();
  }

  @Test
  void takesAnAnswerWithoutReForAReply() {
    // 20220907091056.GA32007@lst.de
    assertThat(mail("code placement").answering("0@b.example")
        .text("On Fri, A wrote:\n> x\n")
        .posting()).isInstanceOf(Reply.class);
  }

  @Test
  void takesFormatPatchOutputForAPatchWhateverTheSubject() {
    assertThat(mail("fs: walk faster").text(PATCH).posting()).isInstanceOf(Patch.class);
    assertThat(mail("What about this?").text("Like so:\n\n" + DIFF).posting())
        .isInstanceOf(Letter.class);
  }

  @Test
  void takesPullRequestsAndReportsForLetters() {
    assertThat(mail("[GIT PULL] fs for 6.1").text("Hi,\n\n" + DIFF).posting())
        .isInstanceOf(Letter.class);
    assertThat(mail("[syzbot] [fs?] kernel BUG in walk").text("Hello,\n").posting())
        .isInstanceOf(Letter.class);
    assertThat(mail("[PATCH] see attachment").text("Hi\n").posting()).isInstanceOf(Letter.class);
  }

  @Test
  void takesNumberZeroForTheCoverLetter() {
    assertThat(mail("[PATCH 0/5] fs: walks").text("Hi,\n").posting())
        .isInstanceOf(CoverLetter.class);
    assertThat(mail("Re: [PATCH 0/5] fs: walks").text("Hi,\n").posting()).isInstanceOf(Reply.class);
  }

  @Test
  void takesTheAuthorFromTheBody() {
    Patch patch = patch(
        mail("[PATCH] fs: x").text("\nFrom: \"Bob B.\" <bob@c.example>\n\n" + PATCH));
    assertThat(patch.author()).isEqualTo(new Mailbox("Bob B.", "bob@c.example"));
    assertThat(patch.logLine()).isEqualTo(4);
    assertThat(patch.log()).startsWith("The walk is slow.");
  }

  @Test
  void readsTheOtherHeadersOfTheBody() {
    Patch patch = patch(mail("[PATCH v2 1/2] fs: y").text("Subject: [PATCH] fs: a longer\n title\n"
        + "Date: Fri, 24 Jun 2022 12:00:00 +0000\nFrom: Bob <bob@c.example>\n\n" + PATCH));
    assertThat(patch.author().address()).isEqualTo("bob@c.example");
    assertThat(patch.subject().title()).isEqualTo("fs: a longer title");
    assertThat(patch.subject().version()).isEqualTo(2);
  }

  @Test
  void startsBelowTheScissors() {
    Patch patch = patch(mail("[PATCH] fs: x")
        .text("Hi all,\n\n-- >8 --\nFrom: Bob <bob@c.example>\n\n" + PATCH));
    assertThat(patch.log()).startsWith("The walk is slow.");
    assertThat(patch.author().name()).isEqualTo("Bob");
  }

  @Test
  void takesNoProseForScissors() {
    assertThat(Scissors.isLine("-- >8 --")).isTrue();
    assertThat(Scissors.isLine("--- 8< --- cut here --- 8< ---")).isTrue();
    assertThat(Scissors.isLine("--------")).isFalse();
    assertThat(Scissors.isLine("for sizes >8 - see below")).isFalse();
  }

  @Test
  void readsAPatchWithoutALog() {
    Patch patch = patch(mail("[PATCH] fs: x").text(DIFF));
    assertThat(patch.log()).isEmpty();
    assertThat(patch.notes()).isEmpty();
    assertThat(patch.diffLine()).isEqualTo(1);
  }

  @Test
  void leavesTheDiffOfALogAlone() {
    Patch patch = patch(mail("[PATCH] fs: x").text("It says\n\n" + DIFF.indent(4) + "\n" + PATCH));
    assertThat(patch.change().files()).hasSize(1);
    assertThat(patch.log()).contains("    +new();");
  }

  @Test
  void collectsTrailersOfTheSenderOnly() {
    Reply reply = reply(mail("Re: [PATCH] fs: x").text("On Fri, Bob wrote:\n> Signed-off-by: Bob"
        + " <bob@c.example>\n\nReviewed-by: Ann <ann@b.example>\n\n" + DIFF));
    assertThat(reply.trailers()).singleElement().extracting("key").isEqualTo("Reviewed-by");
  }

  @Test
  void tellsDepthAndNameOfQuotes() {
    Reply reply = reply(mail("Re: x").text("""
        On Fri, Jun 24, 2022 at 09:12:44PM +0800, Bob B. wrote:
        > On 2022/6/24 20:49, Cyd C. wrote:
        >> the first words
        > the second words
        and mine
        """));
    assertThat(reply.quotes()).extracting(quote -> quote.fromLine() + "-" + quote.toLine() + " "
        + quote.depth() + " " + quote.who().orElse("?") + " " + quote.guessed())
        .containsExactly("2-2 1 Bob B. false", "3-3 2 Cyd C. false", "4-4 1 Bob B. false");
  }

  @Test
  void callsQuotesWithoutMarksGuessed() {
    Reply reply = reply(mail("Re: x").text("On 2022/6/24 21:27, Bob wrote:\nhis words\nor mine\n"));
    assertThat(reply.quotes()).singleElement().satisfies(quote -> {
      assertThat(quote.guessed()).isTrue();
      assertThat(quote.who()).get(InstanceOfAssertFactories.STRING).isEqualTo("Bob");
    });
  }

  @Test
  void noTextMakesItThrow() {
    Seed seed = Seed.get();
    Random random = seed.random();
    for (int round = 0; round < 2_000; round++) {
      String subject = ScrambledText.of(random, random.nextInt(6));
      String text = ScrambledText.of(random, random.nextInt(60));
      assertThat(mail(subject).text(text).posting().subject().raw()).as("%s: %s", seed, text)
          .isEqualTo(subject);
    }
  }

  /** What a quadratic parser would need minutes for is done within the generous time of a test. */
  @ParameterizedTest
  @ValueSource(strings = {"> ", ">", "> a\n", ">> a\n> b\n", "On a, b wrote:\n", "> x wrote:\n",
    "wrote:\n", "-- >8 --\n", "From: a@b\n", " a\n", "\n", "---\n", "diff -", "8<", "-",
    "Acked-by: <a@b>\n\n"})
  void readsLongRepetitionsInLinearTime(String piece) {
    String text = piece.repeat(400_000 / piece.length());
    long start = System.nanoTime();
    mail("[PATCH] x").text(text + PATCH).posting();
    mail("Re: x").text(text).posting();
    assertThat(System.nanoTime() - start)
        .as("nanoseconds for 2 x 400,000 characters of '%s'", piece)
        .isLessThan(20_000_000_000L);
  }
}
