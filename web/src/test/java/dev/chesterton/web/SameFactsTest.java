package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.web.view.Piece;
import dev.chesterton.web.view.Words;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page and its JSON have the same facts: what the JSON of a page says is read on the page, and each mail and commit that
 * the page leads to is named in the JSON.
 */
class SameFactsTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern ID = Pattern.compile("(?im)^Message-ID:\\s*<([^>]+)>");
  /** Addresses of ours that name a mail, and the place of the name in them. */
  private static final Pattern MAIL = Pattern
      .compile("(?:/(?:review|r|linux-cairnfs)/|https://lore\\.kernel\\.org/r/)([^/#?]+)/");
  private static final Pattern HEX = Pattern.compile("\\b[0-9a-f]{7,40}\\b");
  private static final Pattern COMMIT = Pattern.compile("/commit/([0-9a-f]{7,40})");

  /** Fields that are words or facts for a reader; the others tell a program how to read these. */
  private static final Set<String> FACTS = Set.of("claim", "text", "words", "because", "ended",
      "verdict", "run", "title", "rule", "became", "label", "value", "word");
  private static final Set<String> IDS = Set.of("message_id", "id", "cover", "before", "after");
  /** Lists of which a page shows so many, and links to the rest. */
  private static final Map<String, Integer> SHOWN = Map.of("cited_in", 3, "named_in", 3,
      "commits.mails", 2);

  private static final List<String> PATCHES = new ArrayList<>();
  private static TestServer server = TestServer.ofSamples();

  @BeforeAll
  static void findPatches() throws IOException {
    try (Stream<Path> files = Files.list(TestServer.samples())) {
      for (Path file : files.filter(path -> path.toString().endsWith(".mbox")).sorted().toList()) {
        Matcher ids = ID.matcher(Files.readString(file));
        while (ids.find()) {
          if (server.ask("GET", "/review/" + ids.group(1) + "/.json").status() == 200) {
            PATCHES.add(ids.group(1));
          }
        }
      }
    }
    assertThat(PATCHES).hasSizeGreaterThan(20);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** What one page lacks, by the path of the field. */
  private static List<String> differences(String page) {
    String body = server.ask("GET", page + ".json").body();
    Document html = server.ask("GET", page).html();
    Shown shown = Shown.of(html);
    List<String> missing = new ArrayList<>();
    walk("", MAPPER.readTree(body), shown, missing);
    String json = MAPPER.readTree(body).toString();
    linked(html, MAIL).filter(id -> !json.contains(MAPPER.writeValueAsString(id).replace("\"", "")))
        .forEach(id -> missing.add("not in the JSON: mail " + id));
    linked(html, COMMIT)
        .filter(id -> HEX.matcher(json)
            .results()
            .noneMatch(hex -> id.startsWith(hex.group())
                || hex.group().startsWith(id)))
        .forEach(id -> missing.add("not in the JSON: commit " + id));
    return missing.stream().map(what -> page + " " + what).toList();
  }

  /** What a reader of a page has before him: its words, and where it leads. */
  private record Shown(String text, Set<String> addresses) {
    static Shown of(Document html) {
      html.select("footer.site, header.site").remove();
      return new Shown(flat(html.title() + " " + html.body().text()), html.select("[href]")
          .eachAttr("href")
          .stream()
          .map(address -> URLDecoder.decode(address, StandardCharsets.UTF_8))
          .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Line by line: between lines a page has their numbers. */
    boolean says(String fact) {
      return fact.lines().map(Shown::asShown).allMatch(text::contains);
    }

    /** As a page shows words of strangers: hidden characters by their code. */
    private static String asShown(String line) {
      return flat(Words.of(line)
          .pieces()
          .stream()
          .map(piece -> piece instanceof Piece.Mark mark ? mark.code()
              : piece instanceof Piece.Text plain ? plain.text() : "")
          .collect(Collectors.joining()));
    }

    boolean leadsTo(String id) {
      return text.contains(id)
          || addresses.stream().anyMatch(address -> address.contains("/" + id));
    }
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static void walk(String path, JsonNode node, Shown shown, List<String> missing) {
    node.forEachEntry((name, value) -> {
      String inner = path.isEmpty() ? name : path + "." + name;
      if (value.isString() && isFact(inner, name) && !shown.says(value.asString())) {
        missing.add(inner + " not on the page: " + value.asString());
      } else if (value.isString() && IDS.contains(name) && !shown.leadsTo(value.asString())) {
        missing.add(inner + " not linked: " + value.asString());
      } else if (value.isObject()) {
        walk(inner, value, shown, missing);
      } else if (value.isArray()) {
        value.valueStream().limit(most(inner)).forEach(one -> element(inner, one, shown, missing));
      }
    });
  }

  /** Who says something is told by name, date and link; the title of a source, of a citation as cited, is in its words. */
  private static boolean isFact(String path, String name) {
    boolean ofSource = path.contains("sources.") || path.contains("cited_in.")
        || path.contains("citations.");
    return FACTS.contains(name) && !(name.equals("title") && ofSource);
  }

  private static void element(String path, JsonNode one, Shown shown, List<String> missing) {
    if (one.isString() && path.endsWith("because") && !shown.says(one.asString())) {
      missing.add(path + " not on the page: " + one.asString());
    }
    walk(path, one, shown, missing);
  }

  private static int most(String path) {
    return SHOWN.entrySet()
        .stream()
        .filter(entry -> path.equals(entry.getKey()) || path.endsWith("." + entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  /** Links of a page; the texts of mails in a thread are in the JSON of each mail. */
  private static String page(Document html) {
    return html.select("article.letter").isEmpty() ? "main a[href]"
        : "main a[href]:not(.text a)";
  }

  /** Ids named by links, decoded. */
  private static Stream<String> linked(Document html, Pattern address) {
    return html.select(page(html))
        .eachAttr("href")
        .stream()
        .map(address::matcher)
        .filter(Matcher::lookingAt)
        .map(link -> URLDecoder.decode(link.group(1), StandardCharsets.UTF_8))
        .distinct();
  }

  @Test
  void reviews() {
    assertThat(PATCHES.stream().flatMap(id -> differences("/review/" + id + "/").stream()))
        .isEmpty();
  }

  @Test
  void versionsAndComments() {
    assertThat(PATCHES.stream()
        .flatMap(id -> Stream.of("versions", "comments")
            .flatMap(page -> differences("/review/" + id + "/" + page + "/").stream())))
        .isEmpty();
  }

  @Test
  void comparisons() {
    List<String> compared = PATCHES.stream()
        .flatMap(id -> server.ask("GET", "/review/" + id + "/versions/")
            .html()
            .select("a[href*=/diff/]")
            .eachAttr("href")
            .stream())
        .distinct()
        .toList();
    assertThat(compared).hasSizeGreaterThan(3);
    assertThat(compared.stream().flatMap(page -> differences(page).stream())).isEmpty();
  }

  @Test
  void threadsAndMails() {
    assertThat(PATCHES.stream()
        .flatMap(id -> Stream.of("", "t/", "T/")
            .flatMap(page -> differences("/linux-cairnfs/" + id + "/" + page).stream())))
        .isEmpty();
  }

  @Test
  void flaggedPatches() {
    assertThat(differences("/flagged/")).isEmpty();
  }

  @Test
  void commits() {
    Set<String> commits = PATCHES.stream()
        .flatMap(id -> server.ask("GET", "/review/" + id + "/")
            .html()
            .select("main a[href^=/commit/]")
            .eachAttr("href")
            .stream())
        .map(address -> address.replaceFirst("#.*", ""))
        .filter(address -> server.ask("GET", address).status() == 200)
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(commits).hasSizeGreaterThan(5);
    assertThat(commits.stream().flatMap(address -> differences(address).stream())).isEmpty();
  }
}
