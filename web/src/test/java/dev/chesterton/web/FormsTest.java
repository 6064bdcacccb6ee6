package dev.chesterton.web;

import static dev.chesterton.web.TestServer.LIST;
import static dev.chesterton.web.TestServer.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the pages give to other programs: feeds, mailboxes, tables. */
class FormsTest {

  private static TestServer server = TestServer.ofSamples();

  @AfterAll
  static void stop() {
    server.close();
  }

  private static final String THREAD = "/" + LIST + "/" + PATCH + "/";

  /** Reads it as any reader of feeds would: strictly, with names in their namespace. */
  private static Element feed(TestServer asked, String path) throws Exception {
    Answer answer = asked.get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    assertThat(answer.header("Content-Type")).as(path).startsWith("application/atom+xml");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document = factory.newDocumentBuilder()
        .parse(new ByteArrayInputStream(answer.response().body()));
    Element feed = document.getDocumentElement();
    assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
    for (String name : List.of("id", "title", "updated", "link")) {
      assertThat(feed.getElementsByTagName(name).getLength()).as(name).isPositive();
    }
    return feed;
  }

  private static List<String> texts(Element feed, String name) {
    return IntStream.range(0, feed.getElementsByTagName(name).getLength())
        .mapToObj(i -> feed.getElementsByTagName(name).item(i).getTextContent())
        .toList();
  }

  private static JsonNode json(String path) {
    return new JsonMapper().readTree(server.get(path).body());
  }

  @Test
  void aThreadIsAFeed() throws Exception {
    Element feed = feed(server, THREAD + "t.atom");
    long mails = json(THREAD + "t/.json").get("mails")
        .valueStream()
        .filter(mail -> !mail.get("missing").asBoolean())
        .count();
    assertThat(texts(feed, "entry")).hasSize((int) mails);
    assertThat(texts(feed, "id")).contains("mid:" + PATCH);
    assertThat(texts(feed, "content").getLast()).isNotBlank();
    Element link = (Element) feed.getElementsByTagName("link").item(1);
    assertThat(link.getAttribute("href")).isEqualTo(server.url() + THREAD.substring(1) + "t/");
  }

  @Test
  void aListAndASearchAreFeeds() throws Exception {
    assertThat(texts(feed(server, "/" + LIST + "/new.atom"), "entry")).isNotEmpty();
    assertThat(texts(feed(server, "/search.atom?q=fixup+worker"), "entry"))
        .hasSize(json("/search.json?q=fixup+worker").get("hits").size());
    assertThat(server.get("/no-such-list/new.atom").status()).isEqualTo(404);
    assertThat(server.get("/search.atom?q=%22open").status()).isEqualTo(400);
  }

  @Test
  void flaggedPatchesAreAFeedAndATable() throws Exception {
    int count = json("/flagged/.json").get("count").asInt();
    assertThat(texts(feed(server, "/flagged.atom"), "entry")).hasSize(count);
    Answer table = server.get("/flagged.csv");
    assertThat(table.header("Content-Type")).startsWith("text/csv");
    assertThat(table.body().split("\r\n")).hasSize(count + 1);
    assertThat(table.body()).contains(PATCH);
  }

  @Test
  void aCellIsNeverAFormula() {
    assertThat(new CsvText().line(List.of("=1+1", "a\"b", "-x")).toString())
        .isEqualTo("\"'=1+1\",\"a\"\"b\",\"'-x\"\r\n");
  }

  @Test
  void aThreadIsAMailboxThatReadsBack(@TempDir Path folder) throws IOException {
    Answer answer = server.get(THREAD + "t.mbox.gz");
    assertThat(answer.header("Content-Type")).isEqualTo("application/gzip");
    assertThat(answer.header("ETag")).isEqualTo(server.get(THREAD).header("ETag"));
    Path file = folder.resolve("t.mbox.gz");
    Files.write(file, answer.response().body());
    List<String> ids = new ArrayList<>();
    for (MailSource source : MailSources.open(file, ReadLimits.DEFAULT)) {
      try (Reading reading = source.since(Checkpoint.START)) {
        reading.arrivals().forEach(arrival -> {
          Parsed<Posting> mail = PatchParser.read(((Arrival.Arrived) arrival).mail(),
              ReadLimits.DEFAULT);
          ids.add(mail.value().message().id().value());
        });
      }
    }
    assertThat(ids).containsExactlyElementsOf(json(THREAD + "t/.json").get("mails")
        .valueStream()
        .filter(mail -> !mail.get("missing").asBoolean())
        .map(mail -> mail.get("message_id").asString())
        .toList());
    assertThat(server.get("/" + LIST + "/nobody@example.org/t.mbox.gz").status()).isEqualTo(404);
  }

  @Test
  void aFlatThreadHasTheSameMailsByDate() {
    List<String> dates = server.get(THREAD + "T/").html().select(".tree time").eachText();
    assertThat(dates).isNotEmpty();
    assertThat(server.get(THREAD + "t/").html().select("article.letter"))
        .hasSameSizeAs(server.get(THREAD + "T/").html().select("article.letter"));
    List<String> utc = json(THREAD + "T/.json").get("mails")
        .valueStream()
        .map(mail -> java.time.OffsetDateTime.parse(mail.get("date").asString())
            .toInstant()
            .toString())
        .toList();
    assertThat(utc).isSorted();
  }

  @Test
  void aQuotedLineLeadsToTheLineItQuotes() {
    org.jsoup.nodes.Document page = server.get(THREAD + "t/").html();
    List<String> links = page.select(".quote a[href^=#m-]").eachAttr("href");
    assertThat(links).isNotEmpty();
    for (org.jsoup.nodes.Element link : page.select(".quote a[href^=#m-]")) {
      String quoted = java.util.Objects.requireNonNull(link.parent())
          .text()
          .replaceFirst("^ *[0-9]+ > ?", "")
          .strip();
      assertThat(page.select(link.attr("href")).text()).endsWith(quoted);
    }
  }

  /** Markup, controls, half characters, endless names: in every part of a mail a feed shows. */
  @Test
  void aFeedIsWellFormedWhateverTheMail(@TempDir Path folder) throws Exception {
    String hostile = "]]> </title> & <script>\u0000\u0001\u0007\u000b\u001b[31m \ufffe\uffff"
        + " =?utf-16be?B?2AA=?= =?utf-8?B?7aCA?= =?utf-8?Q?=0B=0C=C2=85=E2=80=AE?=";
    String mailbox = """
        From mboxrd@z Thu Jan  1 00:00:00 1970
        From: "%s" <a@example.org>
        Subject: %s
        Date: Mon, 10 Jun 2024 09:45:17 +0000
        Message-ID: <]]>"&'%%00@x>
        Content-Type: text/plain; charset=utf-16

        %s

        From mboxrd@z Thu Jan  1 00:00:00 1970
        Message-ID: <empty@x>
        In-Reply-To: <]]>"&'%%00@x>

        %s

        """.formatted(hostile, hostile, hostile, hostile + "\n" + "x".repeat(40_000));
    try (TestServer odd = TestServer.of(mailbox, folder)) {
      Element feed = feed(odd, "/odd/new.atom");
      assertThat(texts(feed, "entry")).hasSize(2);
      assertThat(texts(feed, "title")).doesNotContain("");
      feed(odd, "/odd/empty%40x/t.atom");
      feed(odd, "/search.atom?q=script");
      feed(odd, "/flagged.atom");
      Answer table = odd.get("/flagged.csv");
      assertThat(table.body()).doesNotContain("\u0000");
    }
  }

  @Test
  void xmlHoldsNothingThatItMayNot() {
    String all = IntStream.range(0, 0x110000)
        .filter(point -> point < 0x3000 || point > 0xd700 && point < 0x10000 || point == 0x1f600)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
    String cleaned = XmlText.of(all);
    assertThat(cleaned.codePoints()).allMatch(point -> point == 9 || point == 10
        || point >= 0x20 && point <= 0xd7ff || point >= 0xe000 && point <= 0xfffd
        || point >= 0x10000);
    assertThat(new String(cleaned.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(cleaned);
  }
}
