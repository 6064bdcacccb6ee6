package dev.chesterton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class SavedCopyTest {

  @Test
  void headInWordsGivesSubjectAuthorAndDate() {
    Parsed<Message> parsed = Mails.savedCopy("""
        Re: [PATCH] fs: drop the second lock

        From: Ann Lee
        Date: Fri Jun 24 2022 - 09:51:22 EST


        On 2022/6/24 21:27, Bo Chan wrote:
        > It is not needed.

        It is.
        """);

    Message message = parsed.value();
    assertThat(message.subject()).isEqualTo("Re: [PATCH] fs: drop the second lock");
    assertThat(message.author()).isEqualTo(new Mailbox("Ann Lee", ""));
    // In June the archive's EST is daylight time.
    assertThat(message.date().at()).isEqualTo(OffsetDateTime.parse("2022-06-24T09:51:22-04:00"));
    assertThat(message.date().source()).isEqualTo(SentDate.Source.ARCHIVE);
    assertThat(message.text()).startsWith("On 2022/6/24").endsWith("It is.\n");
    assertThat(message.id().isMade()).isTrue();
    assertThat(parsed.problems()).extracting(Problem::what)
        .contains("time and zone of the date are those of the archive, not of the sender");
  }

  @Test
  void flattenedMailIsOpenedAgainAsFarAsItsMarksTell() {
    Parsed<Message> parsed = Mails.savedCopy("On Fri, Dec 02, 2022, Ann Lee wrote: "
        + "> On Thu, Dec 1, 2022, Bo Chan <bo@xxxxxxx> wrote: > > The lock is held over the whole"
        + " of the write, and so nobody > > can see the page half done. > > > > Any thoughts? > >"
        + " That is not how it was meant. Then it should have been said where it was done, which"
        + " is what comments are for. -- Cy Dent cy@xxxxxxxxxxx");

    Message message = parsed.value();
    assertThat(message.text()).isEqualTo("""
        On Fri, Dec 02, 2022, Ann Lee wrote:
        > On Thu, Dec 1, 2022, Bo Chan <bo@xxxxxxx> wrote:
        > > The lock is held over the whole of the write, and so nobody
        > > can see the page half done.
        > >
        > > Any thoughts?
        >
        > That is not how it was meant.
        Then it should have been said where it was done, which is what comments are for.
        --\s
        Cy Dent
        cy@xxxxxxxxxxx
        """);
    assertThat(message.author()).isEqualTo(new Mailbox("Cy Dent", "cy@xxxxxxxxxxx"));
    assertThat(message.date()).isEqualTo(SentDate.NONE);
    assertThat(parsed.problems()).extracting(Problem::what)
        .contains(
            "the mail was flattened to one line; lines and quote depth are a guess",
            "the author is guessed from the signature");
    assertThat(Quotes.of(message).value()).allMatch(Quote::guessed);
  }

  @Test
  void copyWithoutAnythingIsStillAMessage() {
    assertThat(Mails.savedCopy("").value().text()).isEqualTo("\n");
  }
}
