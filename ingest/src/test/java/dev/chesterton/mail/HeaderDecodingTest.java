package dev.chesterton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderDecodingTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      plain words                                    | plain words
      =?utf-8?q?K=C3=A4se_und?= =?utf-8?q?_Brot?=    | Käse und Brot
      =?utf-8?B?SsO8?= =?UTF-8?B?cmdlbg==?=          | Jürgen
      =?utf-8?q?spl=C3?= =?utf-8?q?=BCt?=            | splüt
      =?iso-8859-1?Q?J=F6rg?= and =?utf-8?q?x?=      | Jörg and x
      =?utf-8*de?q?M=C3=BCll?=                       | Müll
      =?no-such-charset?q?=C3=BC?=                   | ü
      =?utf-8?q?broken =zz end?=                     | broken =zz end
      =?utf-8?x?what?=                               | =?utf-8?x?what?=
      =?utf-8?q?never closed                         | =?utf-8?q?never closed
      =?utf-8?b?SsO8c?=                              | Jü
      =?=?=?=                                        | =?=?=?=
      """)
  void decodesEncodedWords(String written, String read) {
    // The last letter of a cut base64 word holds too few bits for a byte.
    assertThat(Mails.parse("Subject: " + written + "\n\n").subject().replace("\uFFFD", ""))
        .isEqualTo(read);
  }

  @Test
  void unfoldsLinesToOneSpace() {
    assertThat(Mails.parse("Subject: one\n\ttwo\r\n   three\n\n").subject())
        .isEqualTo("one two three");
  }

  @Test
  void readsRawBytesAsUtf8OrElseLatin1() {
    assertThat(Mails.parse("Subject: Grüße\n\n").subject()).isEqualTo("Grüße");
    assertThat(Mails.parseLatin1("Subject: Grüße\n\n").subject()).isEqualTo("Grüße");
  }

  @Test
  void neverYieldsALineBreak() {
    Random random = Seed.printed("HeaderDecodingTest");
    List<String> pieces = List.of("=?utf-8?q?", "=?utf-8?b?", "=0A", "=0D=0A", "DQo=", "?=", " ",
        "\n ", "\r\n\t", "=E2=80=A8", "=C2=85", "=00", "a", "=?utf-16?q?=00=0A?=", "\u2028");
    for (int i = 0; i < 5_000; i++) {
      String subject = random.ints(1 + random.nextInt(12), 0, pieces.size())
          .mapToObj(pieces::get)
          .collect(Collectors.joining());
      Message message = Mails.parse("Subject: x" + subject + "\nFrom: \"" + subject + "\" <a@b>\n"
          + "Message-ID: <" + subject + ">\n\n");

      String read = message.subject() + message.author() + message.id();
      assertThat(read).doesNotContainPattern("[\\x00-\\x1f\\x7f\\x85\\u2028\\u2029]");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      Ann Lee <ann@example.org>                   | Ann Lee       | ann@example.org
      "Lee, Ann" <ann@example.org>                | Lee, Ann      | ann@example.org
      Lee, Ann <ann@example.org>                  | Lee, Ann      | ann@example.org
      =?utf-8?q?Lee=2C_Ann?= <ann@example.org>    | Lee, Ann      | ann@example.org
      ann@example.org (Ann Lee)                   | Ann Lee       | ann@example.org
      ann@example.org                             | ``            | ann@example.org
      "Ann Lee <ann@example.org>                  | Ann Lee       | ann@example.org
      Ann (never closed <ann@example.org>         | Ann           | ann@example.org
      Ann Lee ann@example.org                     | Ann Lee       | ann@example.org
      Ann Lee <ann@example.org                    | Ann Lee       | ann@example.org
      <@relay:ann@example.org>                    | ``            | ann@example.org
      "Ann \\"Bee\\" Lee" <ann@example.org>       | Ann "Bee" Lee | ann@example.org
      Ann Lee                                     | Ann Lee       | ``
      """)
  void noOddityCostsTheAuthor(String from, String name, String address) {
    Mailbox author = Mails.parse("From: " + from + "\n\n").author();

    assertThat(author.address()).isEqualTo(address);
    assertThat(author.name()).startsWith(name);
  }

  @Test
  void groupsAndEmptyPlacesAreNoRecipients() {
    Message message = Mails.parse("""
        To: undisclosed-recipients:;
        Cc: list: a@example.org, , B <b@example.org>;

        """);

    assertThat(message.to()).isEmpty();
    assertThat(message.cc()).extracting(Mailbox::address)
        .containsExactly("a@example.org", "b@example.org");
  }

  @Test
  void senderStandsInForAMissingAuthor() {
    assertThat(Mails.parse("Sender: a@example.org\n\n").author().address())
        .isEqualTo("a@example.org");
  }

  @Test
  void findsAllIdsAndTheListAndTheChange() {
    Message message = Mails.parse("""
        Message-ID: <one@example.org>
        Message-Id: <two@example.org>
        In-Reply-To: Your message of "Mon, 1 Jan" <parent@example.org>
        References: <root@example.org> junk
         <par
         ent@example.org>
        List-Id: A list <list.example.org>
        Change-ID: 20220624-fixup-1234

        text
        """);

    assertThat(message.id().value()).isEqualTo("one@example.org");
    assertThat(message.otherIds()).containsExactly(new MessageId("two@example.org"));
    assertThat(message.inReplyTo()).containsExactly(new MessageId("parent@example.org"));
    assertThat(message.references()).containsExactly(new MessageId("root@example.org"),
        new MessageId("parent@example.org"));
    assertThat(message.listIds()).containsExactly("list.example.org");
    assertThat(message.changeId()).isEqualTo("20220624-fixup-1234");
  }

  @Test
  void proseInReplyToIsNoId() {
    assertThat(Mails.parse("In-Reply-To: Your message of Monday\n\n").inReplyTo()).isEmpty();
  }

  @Test
  void ofAFloodOfReferencesTheLast500Count() {
    String flood = IntStream.range(0, 2_000)
        .mapToObj(i -> "<" + i + "@x>")
        .collect(Collectors.joining("\n "));

    List<MessageId> read = Mails.parse("References: " + flood + "\n\n").references();

    assertThat(read).hasSize(500).endsWith(new MessageId("1999@x"));
  }

  @Test
  void idIsMadeOfTheContentWhereThereIsNone() {
    Message one = Mails.parse("Received: a\nSubject: x\n\ntext\n");
    Message same = Mails.parse("Received: b\nSubject: x\r\n\r\ntext\r\n\n");
    Message other = Mails.parse("Subject: x\n\nother\n");

    assertThat(one.id()).isEqualTo(same.id()).isNotEqualTo(other.id());
    assertThat(one.id().isMade()).isTrue();
    assertThat(Mails.problems("Subject: x\n\n")).contains(
        "no Message-ID; one was made from the content");
  }

  @Test
  void contentHashPassesOverWhatTheWayChanged() {
    String text = "From: \"A B\" <a@EXAMPLE.org>\nSubject: s\n\nbody\n";
    String hash = Mails.parse("Message-ID: <1@x>\n" + text).contentHash();

    assertThat(hash).hasSize(64);
    assertThat(Mails.parse("Message-ID: <2@x>\nList-Id: <l>\n"
        + text.replace("EXAMPLE", "example").replace("\"", "") + "\n\n").contentHash())
        .isEqualTo(hash);
    assertThat(Mails.parse("Message-ID: <1@x>\n" + text.replace("body", "b0dy")).contentHash())
        .isNotEqualTo(hash);
  }

  @Test
  void hugeHeaderBlockIsCutAndTheTextIsKept() {
    String mail = "Subject: x\n" + "X-Junk: y\n".repeat(50_000) + "\ntext\n";

    assertThat(Mails.parse(mail).text()).isEqualTo("text\n");
    assertThat(Mails.parse(mail).subject()).isEqualTo("x");
    assertThat(Mails.problems(mail)).anyMatch(problem -> problem.contains("header block"));
  }

  @Test
  void lineThatIsNoFieldBeginsTheText() {
    Message message = Mails.parse("Subject: x\nno field at all\n\nmore\n");

    assertThat(message.subject()).isEqualTo("x");
    assertThat(message.text()).isEqualTo("no field at all\n\nmore\n");
  }
}
