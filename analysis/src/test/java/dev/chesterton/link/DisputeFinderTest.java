package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After 20220705162118.153efe62@thinkpad, which denies a reason it quotes two deep. */
class DisputeFinderTest {
  private static final TestMail PATCH = TestMail.of("patch", "[PATCH] cairnfs: drop the worker",
      "3 Jun 2024", """
          Nobody needs it.
          ---
          diff --git a/super.c b/super.c
          --- a/super.c
          +++ b/super.c
          @@ -1,2 +1 @@
           one
          -two
          """);
  private static final TestMail NO = reply("no", "Bo", "4 Jun 2024", "patch", """
      This is wrong, it can not be removed, the big-endian machines need it
      since they set the dirty bit on their own.
      """);
  private static final TestMail DOUBT = reply("doubt", "Ann", "5 Jun 2024", "no", """
      > This is wrong, it can not be removed, the big-endian machines need it
      > since they set the dirty bit on their own.

      Can somebody from that side tell?
      """);

  @TempDir
  private Path folder;

  @Test
  void findsADenialOfWhatIsQuotedTwoDeep() throws IOException {
    List<Dispute> found = find(reply("side", "Cleo", "6 Jun 2024", "doubt", """
        > > This is wrong, it can not be removed, the big-endian machines need it
        > > since they set the dirty bit on their own.
        >
        > Can somebody from that side tell?

        The bit is set by a fault like everywhere else.

        That they do it on their own I can not confirm.
        """));
    assertThat(found).singleElement().satisfies(dispute -> {
      assertThat(dispute.objection().mail().author().name()).isEqualTo("Bo Example");
      assertThat(dispute.words().words())
          .isEqualTo("That they do it on their own I can not confirm.");
      assertThat(dispute.words().line()).isEqualTo(8);
    });
  }

  @Test
  void whoQuotesAndAsksDeniesNothing() throws IOException {
    assertThat(find()).isEmpty();
  }

  @Test
  void aDenialAboveTheQuoteIsOfSomethingElse() throws IOException {
    assertThat(find(reply("side", "Cleo", "6 Jun 2024", "no", """
        Your other mail I cannot confirm.

        > This is wrong, it can not be removed, the big-endian machines need it
        > since they set the dirty bit on their own.

        Noted.
        """))).isEmpty();
  }

  @Test
  void nobodyContradictsHimself() throws IOException {
    assertThat(find(reply("again", "Bo", "6 Jun 2024", "doubt", """
        > > This is wrong, it can not be removed, the big-endian machines need it
        > > since they set the dirty bit on their own.

        I cannot confirm it myself.
        """))).isEmpty();
  }

  @Test
  void toSayThatNobodyIsRequiredToDoSomethingIsNoDenial() throws IOException {
    assertThat(find(reply("side", "Cleo", "6 Jun 2024", "no", """
        > This is wrong, it can not be removed, the big-endian machines need it
        > since they set the dirty bit on their own.

        You are not required to test there.
        """))).isEmpty();
  }

  private List<Dispute> find(TestMail... more) throws IOException {
    List<TestMail> mails = new ArrayList<>(List.of(PATCH, NO, DOUBT));
    mails.addAll(List.of(more));
    try (Index index = TestMail.store(folder, mails.toArray(TestMail[]::new))) {
      Posting.Patch patch = (Posting.Patch) index.mail(new MessageId("patch@t.example"))
          .orElseThrow()
          .posting();
      List<MailHead> thread = index.thread(patch.message().id())
          .stream()
          .map(ThreadMember::head)
          .toList();
      Linker linker = new Linker(index);
      return linker.disputes(linker.objections(patch, thread), thread);
    }
  }

  private static TestMail reply(String id, String who, String date, String to, String text) {
    return TestMail.of(id, "Re: [PATCH] cairnfs: drop the worker", date, text)
        .answers(to)
        .by(who);
  }
}
