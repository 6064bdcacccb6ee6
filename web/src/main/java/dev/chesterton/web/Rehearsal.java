package dev.chesterton.web;

import dev.chesterton.settings.Theme;
import dev.chesterton.web.door.Hosts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Serves the samples to itself and follows the links of the pages, so that the JVM can note down what a server loads and
 * what is hot ({@code -XX:AOTCacheOutput}); a server then starts in half the time, and its first pages come as later ones do.
 * The launcher starts it after a build.
 */
final class Rehearsal {

  /** Enough for the compilers to see which way the branches go. */
  private static final int ROUNDS = 3;
  private static final int MOST_PAGES = 120;
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#?]*)[\"#]");

  private final HttpClient client;
  private final URI site;

  private Rehearsal(HttpClient client, URI site) {
    this.client = client;
    this.site = site;
  }

  /** One argument: the folder of the samples. */
  public static void main(String[] arguments) throws Exception {
    QuietLog.begin();
    try (Demo demo = Demo.prepare(new Samples(Path.of(arguments[0])), Clock.systemUTC());
        PageServer server = PageServer.start(demo.access(),
            new Readers(demo.notes(), Optional.empty(), Hosts.LOOPBACK, Optional.empty(),
                Theme.AUTO),
            ListenAddress.parse("127.0.0.1:0").orElseThrow(), Clock.systemUTC());
        HttpClient client = HttpClient.newHttpClient()) {
      Rehearsal rehearsal = new Rehearsal(client, URI.create(server.url()));
      Set<String> pages = rehearsal.pages();
      for (int round = 0; round < ROUNDS; round++) {
        for (String page : pages) {
          // Another address each time: a page that is ready would only be sent again.
          rehearsal.ask(page + "?round=" + round);
        }
      }
    }
  }

  /** What can be reached from the list of flagged patches, page by page. */
  private Set<String> pages() throws IOException, InterruptedException {
    Set<String> seen = new LinkedHashSet<>(Set.of("/flagged/"));
    Queue<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      LINK.matcher(ask(open.remove()))
          .results()
          .map(link -> link.group(1).replace("&amp;", "&"))
          .filter(link -> seen.size() < MOST_PAGES && seen.add(link))
          .forEach(open::add);
    }
    return seen;
  }

  private String ask(String page) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(site.resolve(page)).build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 500) {
      throw new IOException(page + " was answered with " + answer.statusCode());
    }
    return answer.body();
  }
}
