package dev.chesterton.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.chesterton.Checkout;
import dev.chesterton.Seed;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of web archives against the mails they show. */
class SavedPageTest {
  private static final Path FOLDER = Path.of("src/test/resources/source");
  private static final String PATCH = "20240610094517.71802-1-colm.brady@example.com";
  private static final String REPLY = "20240610151902.GR2214@example.org";
  private static final String ANSWER = "9b2f6c31-5f0e-4c5a-8d5a-2f1f0a7c9d11@example.com";

  @Test
  void pageOfAPublicInboxIsTheMailItself() {
    Message mail = sample(PATCH);
    Message page = page("lore-patch.html").getFirst();

    assertThat(page.contentHash()).isEqualTo(mail.contentHash());
    assertThat(page.id()).isEqualTo(mail.id());
    assertThat(page.subject()).isEqualTo(mail.subject());
    assertThat(page.author()).isEqualTo(mail.author());
    assertThat(page.to()).isEqualTo(mail.to());
    assertThat(page.cc()).isEqualTo(mail.cc());
    assertThat(page.date()).isEqualTo(mail.date());
    assertThat(page.text()).isEqualTo(mail.text());
  }

  @Test
  void threadPageIsEachOfItsMails() {
    List<Message> page = page("lore-thread.html");

    assertThat(page).extracting(Message::id)
        .containsExactly(new MessageId(PATCH), new MessageId(REPLY), new MessageId(ANSWER));
    assertThat(page).extracting(Message::inReplyTo)
        .containsExactly(List.of(), List.of(new MessageId(PATCH)), List.of(new MessageId(REPLY)));
    for (Message copy : page) {
      Message mail = sample(copy.id().value());
      assertThat(copy.subject()).isEqualTo(mail.subject());
      assertThat(copy.author().name()).isEqualTo(mail.author().name());
      assertThat(copy.date().instant()).isEqualTo(mail.date().at().withSecond(0).toInstant());
      assertThat(copy.text()).isEqualTo(mail.text().stripTrailing() + "\n");
    }
  }

  @Test
  void pageOfMhonarcKeepsTheDiffAndMasksAddresses() {
    Message mail = sample(PATCH);
    Message page = page("mhonarc-patch.html").getFirst();

    assertThat(page.id().isMade()).isTrue();
    assertThat(page.subject()).isEqualTo(mail.subject());
    assertThat(page.author()).isEqualTo(new Mailbox("Colm Brady", ""));
    assertThat(page.date().instant()).isEqualTo(mail.date().instant());
    assertThat(page.date().source()).isEqualTo(SentDate.Source.ARCHIVE);
    assertThat(page.text())
        .isEqualTo(mail.text().replace("@example.com", "@xxxxxxxxxxx").stripTrailing() + "\n");
  }

  @Test
  void pageOfHypermailHasIdParentAndQuotes() {
    Message mail = sample(REPLY);
    Message page = page("hypermail-reply.html").getFirst();

    assertThat(page.id()).isEqualTo(mail.id());
    assertThat(page.inReplyTo()).isEqualTo(mail.inReplyTo());
    assertThat(page.author()).isEqualTo(mail.author());
    assertThat(page.date().at()).isEqualTo(mail.date().at());
    assertThat(words(page.text())).isEqualTo(words(mail.text()));
    assertThat(Quotes.of(page).value()).extracting(Quote::depth)
        .isEqualTo(Quotes.of(mail).value().stream().map(Quote::depth).toList());
  }

  @Test
  void pageOfMarcHasItsIdAndAddressOpened() {
    Message mail = sample(PATCH);
    Message page = page("marc-patch.html").getFirst();

    assertThat(page.id()).isEqualTo(mail.id());
    assertThat(page.subject()).isEqualTo(mail.subject());
    assertThat(page.author()).isEqualTo(mail.author());
    assertThat(page.date().instant()).isEqualTo(mail.date().instant());
    assertThat(page.text()).isEqualTo(mail.text().stripTrailing() + "\n");
  }

  @Test
  void flowedQuotesOfMhonarcGetTheirMarksBack() {
    Message page = parse("<!--X-Subject: Re: x -->\n<!--X-Message-Id: 1&#45;2@x.example -->\n"
        + "<!--X-Reference: 0@x.example -->\n<!--X-Body-of-Message-->\n"
        + "On Monday A B wrote:<br>\n<blockquote>why?<br>\n<blockquote>so</blockquote></blockquote>"
        + "<pre>  if (a &lt; b)\n \n\tc;</pre>\n<!--X-Body-of-Message-End-->\nNext");

    assertThat(page.id()).isEqualTo(new MessageId("1-2@x.example"));
    assertThat(page.references()).containsExactly(new MessageId("0@x.example"));
    assertThat(page.text())
        .isEqualTo("On Monday A B wrote:\n> why?\n> > so\n  if (a < b)\n \n\tc;\n");
  }

  @Test
  void idsInLinksAreDecoded() {
    assertThat(PageLink.id("../a%2Fb+c%3d@x.example/")).isEqualTo("a/b+c=@x.example");
    assertThat(PageLink.id("https://lore.example/list/1@x/")).isEqualTo("1@x");
    assertThat(PageLink.id("../../")).isEmpty();
    assertThat(PageLink.id("%zz%@%4")).isEqualTo("%zz%@%4");
  }

  @Test
  void pageOfAnotherKindIsReadAsAReaderSeesIt() {
    Message page = parse("<html><head><title>x</title></head><body><h1>Re: y</h1>"
        + "<p>From: A B<br>Date: Fri, 24 Jun 2022 09:51:22 +0000</p><p>Hello<br>there</p></html>");

    assertThat(page.author()).isEqualTo(new Mailbox("A B", ""));
    assertThat(page.date().at()).isEqualTo(OffsetDateTime.parse("2022-06-24T09:51:22Z"));
    assertThat(page.text()).isEqualTo("Hello\nthere\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "<pre>", "<!--X-Body-of-Message-->", "<pre>From: \nMessage-ID: <",
    "<a id=m1234 href=#e1234>*</a><a href=%>permalink</a>", "<!-- parent=\"\" -->",
    "<pre>Message-ID: [Download RAW message or body]", "<!-- body=\"start\" --><!-- =\"\" -->"})
  void scrapsOfPagesAreMessages(String html) {
    assertThatCode(() -> parse(html)).doesNotThrowAnyException();
  }

  @Test
  void deepPagesCostNoStack() {
    parse("<!--X-Body-of-Message-->" + "<blockquote><i>".repeat(100_000) + "x");
    parse("<pre>" + "<b>".repeat(100_000) + "x");
    parse("<pre>x".repeat(100_000));
  }

  @Test
  void scrambledPagesAreMessages() throws IOException {
    Random random = Seed.printed("SavedPageTest");
    for (Path page : pages()) {
      byte[] whole = Files.readAllBytes(page);
      for (int round = 0; round < 20; round++) {
        byte[] scrambled = whole.clone();
        for (int i = 0; i < 40; i++) {
          int at = random.nextInt(whole.length);
          scrambled[at] = random.nextBoolean() ? whole[random.nextInt(whole.length)]
              : (byte) random.nextInt();
        }
        parse(new String(scrambled, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private static Message parse(String html) {
    return MessageParser.parse(Mails.raw(html.getBytes(StandardCharsets.UTF_8),
        RawMail.Form.SAVED_PAGE), ReadLimits.DEFAULT).value();
  }

  private static List<Message> page(String name) {
    return messages(FOLDER.resolve(name));
  }

  private static Message sample(String id) {
    return messages(Checkout.sample("removed-worker.mbox")).stream()
        .filter(message -> message.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<Message> messages(Path file) {
    try (Reading reading = MailSources.open(file, ReadLimits.DEFAULT)
        .getFirst()
        .since(Checkpoint.START)) {
      return reading.arrivals()
          .map(arrival -> MessageParser.parse(((Arrival.Arrived) arrival).mail(),
              ReadLimits.DEFAULT).value())
          .toList();
    }
  }
}
