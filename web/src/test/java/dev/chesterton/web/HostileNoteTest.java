package dev.chesterton.web;

import static dev.chesterton.web.TestServer.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.mail.MessageId;
import dev.chesterton.notes.Note;
import dev.chesterton.notes.Signature;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes are written by whoever has the token; nothing in them acts. {@link PageChecker} looks at every page. */
class HostileNoteTest {

  private static final String REVIEW = "/review/" + PATCH + "/";

  @TempDir
  private static Path folder = Path.of("");
  private static List<TestServer> running = List.of();

  @BeforeAll
  static void start() {
    running = List.of(TestServer.ofSamplesForWriters(folder));
  }

  @AfterAll
  static void stop() {
    running.forEach(TestServer::close);
  }

  private static Document page(String author, String markdown) {
    TestServer server = running.getFirst();
    Note note = Note.of(new MessageId(PATCH), Optional.empty(),
        new Note.Edit(new Signature(author, TestServer.CLOCK.instant()), markdown));
    server.notes().add(note);
    assertThat(server.get("/note/" + note.id() + "/").status()).isEqualTo(200);
    return server.get(REVIEW).html();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "[x](javascript:alert(1))",
    "[x](&#106;avascript:alert(1))", "[x](&#x6A;&#x61;vascript&colon;alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)", "![x](http://evil.example/x.png)",
    "<img src=x onerror=alert(1)>", "<javascript:alert(1)>", "[a]: javascript:alert(1)\n\n[a]",
    "<form action=/notes method=post><input name=x></form>", "<a href=/sign-out>x</a>",
    "# one\n\n## two\n\n###### six", "<h1 id=content>x</h1>", "[x](//evil.example)",
    "[x](#notes) [y](/sign-in)", "</div></main></body></html><h1>x</h1>",
    "\u202ereversed\u202c \u0007bell \u200bnothing"})
  void nothingInItActs(String markdown) {
    Document page = page("Eve", markdown);
    assertThat(page.select(".note img, .note script, .note form, .note input, .note h1, .note h2"))
        .isEmpty();
    assertThat(page.select(".note .prose a[href]").eachAttr("href"))
        .allMatch(link -> link.startsWith("http://") || link.startsWith("https://"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>Eve</b>", "\u202eevE", "a\" onclick=\"x", "${7*7}"})
  void norInTheNameOfItsAuthor(String author) {
    assertThat(page(author, "text").select(".note cite b, [onclick]")).isEmpty();
  }

  /** Each of these has stopped a renderer; all notes so far are on the page, and it comes. */
  @ParameterizedTest
  @ValueSource(strings = {"[", "*", "(", "`", ">", "<", "- ", "[a](", "![", "_a", "\n\t- ", "> > ",
    "*a_ ", "&#106;", "|a|b\n"})
  void longRunsEndWithAPage(String run) {
    Document page = page("Eve", run.repeat(Note.MOST_BYTES / run.length()));
    assertThat(page.select(".note")).isNotEmpty();
  }

  @Test
  void aFloodOfNotesIsShown() {
    for (int i = 0; i < 80; i++) {
      running.getFirst()
          .notes()
          .add(Note.of(new MessageId(PATCH), Optional.empty(), new Note.Edit(
              new Signature("Eve", TestServer.CLOCK.instant().plusSeconds(i)), "*flood* " + i)));
    }
    Document page = running.getFirst().get(REVIEW).html();
    assertThat(page.select(".note").size()).isGreaterThanOrEqualTo(80);
    assertThat(page.select(".note em").size()).isBetween(1, 50);
  }
}
