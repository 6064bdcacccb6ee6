package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.web.view.Address;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Mail that wants to act on the page; {@link PageChecker} looks at all that is rendered here. */
class HostileMailTest {

  private static final String ID = "\"'<script/onload=alert(1)&amp;'%22$x/../@evil.example";
  private static final String MARKUP = "</pre></span><script>alert(2)</script>"
      + "<img src=x onerror=alert(3)><a href=\"javascript:alert(4)\" style=\"x\">y</a>"
      + "<svg><path d=\"\"/></svg>";

  private static final String MAILBOX = """
      From mboxrd@z Thu Jan  1 00:00:00 1970
      From: "<script>alert(5)</script>" <a"onmouseover="alert(6)@evil.example>
      To: <img/src=x>@evil.example
      Subject: [PATCH] <script>alert(7)</script> %s
      Date: Mon, 10 Jun 2024 09:45:17 +0000
      Message-ID: <%s>
      Content-Type: text/plain; charset="<script>alert(8)</script>"

      %s
      javascript:alert(9) data:text/html,x http://user:pass@evil.example/ https://ok.example/a?b=c
      Fixes: 2c93af4498dd ("<b>%s")
      Link: https://lore.kernel.org/r/"><script>alert(10)</script>@x/
      right to left \u202e gnp.exe, zero \u200b width, escape \u001b]52;c;x\u0007, nul \u0000 end
      Signed-off-by: <b onclick=alert(11)> <x@y>
      ---
      diff --git a/<script>.c b/<script>.c
      --- a/<script>.c
      +++ b/<script>.c
      @@ -1,4 +1,2 @@ <img src=x onerror=alert(12)>
      -	if (<script>alert(13)</script>)
      -		mutex_lock(&x->lock); \u202e
      +	%s
       context

      From mboxrd@z Thu Jan  1 00:00:00 1970
      From: other@example.org
      Subject: Re: [PATCH] <script>alert(7)</script>
      Date: Mon, 10 Jun 2024 10:45:17 +0000
      Message-ID: <reply@example.org>
      In-Reply-To: <%s>

      > %s
      %s
      """.formatted(MARKUP, ID, MARKUP, MARKUP, MARKUP, ID, MARKUP, MARKUP);

  @TempDir
  private static Path folder = Path.of("");

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.of(MAILBOX, folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** As the parser read it. */
  private static String id() {
    return new JsonMapper().readTree(server.get("/search.json?q=mutex_lock").body())
        .get("hits")
        .get(0)
        .get("message_id")
        .asString();
  }

  @Test
  void everyPageShowsItAsText() {
    String id = Address.segment(id());
    for (String path : new String[]{"/odd/" + id + "/", "/odd/" + id + "/t/",
      "/review/" + id + "/", "/search?q=alert", "/commit/2c93af4498dd", "/flagged/",
      "/odd/reply@example.org/", "/odd/reply@example.org/t/"}) {
      Answer answer = server.get(path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.html().select("body script, img, b[onclick]")).as(path).isEmpty();
    }
    assertThat(server.get("/odd/" + id + "/").text()).contains("<script>alert(2)</script>",
        "<img src=x onerror=alert(3)>");
  }

  @Test
  void whatHidesIsShown() {
    Document page = server.get("/odd/" + Address.segment(id()) + "/").html();
    assertThat(page.select("span.mark").eachText()).contains("U+202E", "U+200B", "U+001B");
    assertThat(page.body().text()).doesNotContain("\u202e").doesNotContain("\u200b");
    assertThat(server.get("/review/" + Address.segment(id()) + "/")
        .html()
        .select(".diff span.mark")
        .eachText()).contains("U+202E");
  }

  @Test
  void onlyPlainWebAddressesBecomeLinks() {
    Document page = server.get("/odd/" + Address.segment(id()) + "/").html();
    assertThat(page.select("pre a[href^=http]").eachAttr("href"))
        .contains("https://ok.example/a?b=c")
        .noneMatch(link -> link.contains("user:pass") || link.contains("script"));
  }

  @Test
  void askingWithMarkupIsHarmless() {
    assertThat(server.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22'").status())
        .isEqualTo(200);
    assertThat(server.get("/%3Cscript%3E/%22%3E%3Cimg%20src=x%3E/").status()).isEqualTo(404);
    assertThat(server.get("/r/%0d%0aSet-Cookie:x=1%E2%80%AE/").status()).isEqualTo(404);
    assertThat(server.get("/review/%0d%0aX:1").header("Location")).doesNotContain("\n");
    assertThat(server.get("/rule/%3Csvg%20onload=x%3E").status()).isEqualTo(404);
  }
}
