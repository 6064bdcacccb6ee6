package dev.chesterton.web;

import static dev.chesterton.web.TestServer.LIST;
import static dev.chesterton.web.TestServer.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.link.CommitChanges;
import dev.chesterton.link.Confidence;
import dev.chesterton.source.ReadLimits;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A conversation as a client leads it: lines of JSON in, lines of JSON out, and nothing else. */
class McpTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String INITIALIZE = "initialize";

  private static TestServer server = TestServer.ofSamplesWithMcp();
  private static OpenStore store = new OpenStore(server.store(), ReadLimits.DEFAULT,
      CommitChanges.NONE);

  private static OutputStream toServer = OutputStream.nullOutputStream();
  private static BufferedReader fromServer = new BufferedReader(Reader.nullReader());
  private static Thread conversation = new Thread();
  private static int lastId;

  @BeforeAll
  static void begin() throws IOException {
    PipedInputStream in = new PipedInputStream(1 << 16);
    PipedInputStream out = new PipedInputStream(1 << 16);
    toServer = new PipedOutputStream(in);
    PipedOutputStream answers = new PipedOutputStream(out);
    fromServer = new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8));
    McpService service = new McpService(store, RuleBook.ofProgram(),
        new SiteAddress("http://127.0.0.1:8808"));
    conversation = new Thread(() -> new McpConversation().hold(service, in, answers), "mcp");
    conversation.start();
    JsonNode result = ask(INITIALIZE, Map.of("protocolVersion", "2025-06-18", "capabilities",
        Map.of(), "clientInfo", Map.of("name", "test", "version", "1"))).get("result");
    assertThat(result.get("serverInfo").get("name").asString()).isEqualTo("chesterton");
    assertThat(result.get("instructions").asString()).contains("untrusted");
    send(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"));
  }

  @AfterAll
  static void end() throws Exception {
    toServer.close();
    conversation.join(20_000);
    assertThat(conversation.isAlive()).as("ends with its input").isFalse();
    store.close();
    server.close();
  }

  private static void send(Object message) throws IOException {
    toServer.write((MAPPER.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
    toServer.flush();
  }

  /** Whatever comes back is one line of the protocol. */
  private static JsonNode ask(String method, Map<String, ?> parameters) throws IOException {
    int id = ++lastId;
    send(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", parameters));
    JsonNode answer = MAPPER.readTree(fromServer.readLine());
    assertThat(answer.get("jsonrpc").asString()).isEqualTo("2.0");
    assertThat(answer.get("id").asInt()).isEqualTo(id);
    return answer;
  }

  private static JsonNode call(String tool, Map<String, ?> arguments) throws IOException {
    return ask("tools/call", Map.of("name", tool, "arguments", arguments));
  }

  private static JsonNode good(String tool, Map<String, ?> arguments) throws IOException {
    JsonNode result = call(tool, arguments).get("result");
    String text = result.get("content").get(0).get("text").asString();
    assertThat(result.path("isError").asBoolean(false)).as(text).isFalse();
    assertThat(text.length()).isLessThanOrEqualTo(McpService.MAX_CHARS);
    return MAPPER.readTree(text);
  }

  /** Told as an error of the tool or of the protocol; the conversation goes on. */
  private static String bad(String tool, Map<String, ?> arguments) throws IOException {
    JsonNode answer = call(tool, arguments);
    if (answer.has("error")) {
      return answer.get("error").get("message").asString();
    }
    assertThat(answer.get("result").get("isError").asBoolean()).isTrue();
    return answer.get("result").get("content").get(0).get("text").asString();
  }

  private static void hasSource(JsonNode item) {
    assertThat(item.has("message_id") || item.has("id")).as(item.toString()).isTrue();
    assertThat(item.get("url").asString()).startsWith("http://127.0.0.1:8808/");
  }

  @Test
  void theToolsAreListedAsReadOnlyWithTheirCaution() throws IOException {
    JsonNode tools = ask("tools/list", Map.of()).get("result").get("tools");
    assertThat(tools.valueStream().map(tool -> tool.get("name").asString()))
        .containsExactlyInAnyOrder("why_line", "commit_threads", "thread", "verify_claim",
            "check_patch", "search");
    for (JsonNode tool : tools) {
      assertThat(tool.get("description").asString()).contains("untrusted");
      assertThat(tool.get("annotations").get("readOnlyHint").asBoolean()).isTrue();
      assertThat(tool.get("inputSchema").get("type").asString()).isEqualTo("object");
    }
  }

  @Test
  void whyLineNamesWhoAddedIt() throws IOException {
    JsonNode review = MAPPER.readTree(server.get("/review/" + PATCH + "/.json").body());
    JsonNode place = review.get("findings").get(0).get("place");
    String code = String.join("\n",
        place.get("lines").valueStream().map(JsonNode::asString).toList());
    JsonNode answer = good("why_line", Map.of("code", code));
    assertThat(answer.get("added_by")).isNotEmpty();
    answer.get("added_by").forEach(McpTest::hasSource);
    assertThat(answer.get("added_by").valueStream())
        .anyMatch(origin -> !origin.get("sign_of_a_fix").isNull())
        .allMatch(origin -> Stream.of(Confidence.values())
            .anyMatch(one -> one.word().equals(origin.get("confidence").asString())));
    answer.get("removed_before_by").forEach(McpTest::hasSource);
  }

  @Test
  void commitsAreToldWithTheirMails() throws IOException {
    JsonNode hits = good("search", Map.of("query", "s:fixup")).get("hits");
    hits.forEach(McpTest::hasSource);
    JsonNode commit = hits.valueStream()
        .filter(hit -> hit.get("type").asString().equals("commit"))
        .findFirst()
        .orElseThrow();
    String id = commit.get("id").asString();
    JsonNode threads = good("commit_threads", Map.of("commit", id.substring(0, 12)));
    hasSource(threads.get("commit"));
    threads.get("mails").forEach(McpTest::hasSource);
    threads.get("cited_in")
        .forEach(cited -> assertThat(cited.get("quote").asString()).isNotEmpty());
    assertThat(good("verify_claim",
        Map.of("commit", id, "title", commit.get("title").asString())).get("verdict").asString())
        .isEqualTo("citation correct");
    assertThat(good("verify_claim", Map.of("commit", id, "title", "something else"))
        .get("verdict")
        .asString()).isEqualTo("title differs");
    assertThat(good("verify_claim", Map.of("commit", "0123456789ab")).get("verdict").asString())
        .isEqualTo("id unknown in the trees at hand");
  }

  @Test
  void aThreadComesInParts() throws IOException {
    JsonNode thread = good("thread", Map.of("message_id", "<" + PATCH + ">"));
    assertThat(thread.get("mails")).isNotEmpty();
    thread.get("mails").forEach(McpTest::hasSource);
    assertThat(thread.get("mails").get(0).get("quote").asString()).isNotEmpty();
    int count = thread.get("count").asInt();
    assertThat(good("thread", Map.of("message_id", PATCH, "skip", count)).get("mails")).isEmpty();
  }

  @Test
  void aPatchIsCheckedByIdOrAsItIs() throws IOException {
    JsonNode known = good("check_patch", Map.of("message_id", PATCH)).get("reviews").get(0);
    assertThat(known.get("flagged").asBoolean()).isTrue();
    hasSource(known);
    String raw = server.get("/" + LIST + "/" + PATCH + "/raw").body().replace(PATCH, "new@x");
    JsonNode brought = good("check_patch", Map.of("patch", raw)).get("reviews").get(0);
    assertThat(brought.get("findings")).hasSameSizeAs(known.get("findings"));
    assertThat(brought.get("url").isNull()).isTrue();
  }

  @Test
  void wrongArgumentsAreNamed() throws IOException {
    assertThat(bad("why_line", Map.of())).contains("code");
    assertThat(bad("why_line", Map.of("code", 7))).contains("code");
    assertThat(bad("commit_threads", Map.of("commit", "HEAD~1"))).contains("hex");
    assertThat(bad("commit_threads", Map.of("commit", "--upload-pack=x"))).contains("hex");
    assertThat(bad("search", Map.of("query", "\"open"))).contains("character 1");
    assertThat(bad("thread", Map.of("message_id", PATCH, "skip", -1))).contains("skip");
    assertThat(bad("check_patch", Map.of())).contains("either");
    assertThat(bad("check_patch", Map.of("patch", "no mail"))).contains("body");
    assertThat(bad("no_such_tool", Map.of())).isNotEmpty();
    assertThat(ask("no/such/method", Map.of()).has("error")).isTrue();
  }

  @Test
  void hostileIdsAreIdsAndNothingElse() throws IOException {
    for (String id : List.of("../../etc/passwd", "\u0000\u001b]52;c;x\u0007", "<script>@x",
        "$(touch x)", "\ud800", "a".repeat(2_000))) {
      assertThat(bad("thread", Map.of("message_id", id))).contains("no mail");
    }
    assertThat(bad("thread", Map.of("message_id", "a".repeat(2_001)))).contains("2001 characters");
  }

  @Test
  void hugeQuestionsAreRefusedAndTheNextIsAnswered() throws IOException {
    assertThat(bad("why_line", Map.of("code", "x".repeat(1 << 20)))).contains("more than");
    assertThat(bad("check_patch", Map.of("patch", "x".repeat((1 << 20) + 1))))
        .contains("more than");
    assertThat(good("search", Map.of("query", "cairn")).get("count").asInt()).isPositive();
  }

  /** As from a pipe: all questions at once, then the end. */
  @Test
  void whatIsUnderWayWhenTheInputEndsIsStillAnswered() {
    List<Map<String, ?>> messages = List.of(
        Map.of("jsonrpc", "2.0", "id", 1, "method", INITIALIZE, "params",
            Map.of("protocolVersion", "2025-06-18", "capabilities", Map.of(), "clientInfo",
                Map.of("name", "test", "version", "1"))),
        Map.of("jsonrpc", "2.0", "method", "notifications/initialized"),
        Map.of("jsonrpc", "2.0", "id", 2, "method", "tools/call", "params",
            Map.of("name", "check_patch", "arguments", Map.of("message_id", PATCH))));
    String all = messages.stream()
        .map(message -> MAPPER.writeValueAsString(message) + "\n")
        .collect(Collectors.joining());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new McpConversation().hold(new McpService(store, RuleBook.ofProgram(),
        new SiteAddress("http://127.0.0.1:8808")),
        new ByteArrayInputStream(all.getBytes(StandardCharsets.UTF_8)), out);
    assertThat(out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> MAPPER.readTree(line).get("id").asInt())).containsExactly(1, 2);
  }

  @Test
  void theSameIsAnsweredByPostWhereItIsAskedFor() {
    String call = MAPPER.writeValueAsString(Map.of("jsonrpc", "2.0", "id", 1, "method",
        "tools/call", "params", Map.of("name", "search", "arguments", Map.of("query", "cairn"))));
    Answer answer = server.post("/mcp", call.getBytes(StandardCharsets.UTF_8), "Content-Type",
        "application/json", "Accept", "application/json, text/event-stream");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    PageChecker.headers(answer);
    assertThat(answer.body()).contains("\"hits\\\"");
    assertThat(server.post("/mcp", call.getBytes(StandardCharsets.UTF_8), "Content-Type",
        "application/json", "Accept", "application/json, text/event-stream", "Origin",
        "https://example.org").status()).isEqualTo(403);
    try (TestServer plain = TestServer.ofSamples()) {
      assertThat(plain.post("/mcp", call.getBytes(StandardCharsets.UTF_8)).status())
          .isEqualTo(404);
    }
  }

  @Test
  void linksBeginWithTheAddressReadersUse() {
    try (TestServer named = TestServer
        .ofSamplesWithMcp(Optional.of(URI.create("https://review.example.org/")))) {
      Answer answer = named.post("/mcp", search(), "Content-Type", "application/json", "Accept",
          "application/json, text/event-stream");
      assertThat(answer.body()).contains("https://review.example.org/linux-cairnfs/")
          .doesNotContain("http://127.0.0.1");
    }
  }

  /** Thirty in a row, then one a second; what one address asks is not counted against another. */
  @Test
  void anAddressThatAsksTooMuchHasToWaitAndNoOther() throws Exception {
    try (TestServer flooded = TestServer.ofSamplesWithMcp()) {
      List<String> answers = IntStream.range(0, 80)
          .mapToObj(_ -> flooded.post("/mcp", search(), "Content-Type", "application/json",
              "Accept", "application/json, text/event-stream").body())
          .filter(body -> body.contains("too many questions from this address"))
          .toList();
      assertThat(answers).isNotEmpty();
      assertThat(postFrom("127.0.0.2", flooded.url() + "mcp")).contains("hits");
    }
  }

  private static String postFrom(String address, String url) throws Exception {
    try (HttpClient client = HttpClient.newBuilder()
        .localAddress(InetAddress.getByName(address))
        .build()) {
      return client.send(HttpRequest.newBuilder(URI.create(url))
          .header("Content-Type", "application/json")
          .header("Accept", "application/json, text/event-stream")
          .POST(BodyPublishers.ofByteArray(search()))
          .build(), BodyHandlers.ofString()).body();
    }
  }

  private static byte[] search() {
    return MAPPER.writeValueAsString(Map.of("jsonrpc", "2.0", "id", 1, "method", "tools/call",
        "params", Map.of("name", "search", "arguments", Map.of("query", "cairn"))))
        .getBytes(StandardCharsets.UTF_8);
  }
}
