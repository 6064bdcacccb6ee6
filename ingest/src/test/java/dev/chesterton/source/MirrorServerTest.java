package dev.chesterton.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.InboxServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that lead elsewhere, are slow, or talk nonsense. */
class MirrorServerTest {
  private static final String MANIFEST = "/good/manifest.js.gz";
  private static final String REFS = "/good/git/0.git/info/refs";
  private static final String PACK = "/good/git/0.git/git-upload-pack";
  private static final MirrorLimits SMALL = limits(Duration.ofSeconds(60));

  @TempDir
  private Path folder;
  private InboxServer server;
  private InboxServer other;
  private Mirror mirror;

  @BeforeEach
  void serve() throws IOException {
    try (Epoch epoch = new Epoch(folder.resolve("www/good/git/0.git"))) {
      epoch.commit("m", "Subject: one\n\n", "1600000000 +0000");
    }
    server = new InboxServer(folder.resolve("www"));
    other = new InboxServer(folder.resolve("www"));
    server.publish();
    other.publish();
    mirror = new Mirror(folder.resolve("store"), "the test", SMALL);
  }

  @AfterEach
  void close() throws IOException {
    mirror.close();
    server.close();
    other.close();
    assertThat(other.requests()).as("the other server").isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("www",
          "store");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void manifestOfAnotherServerIsNotFetched(int status) {
    redirect(MANIFEST, status, other.address(MANIFEST.substring(1)));

    assertThatThrownBy(this::update).isInstanceOf(ArchiveException.class)
        .hasMessageContaining("is not followed");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303})
  void refsOfAnotherServerAreNotFetched(int status) {
    redirect(REFS, status,
        URI.create(other.address(REFS.substring(1)) + "?service=git-upload-pack"));

    assertThat(failure()).contains("is not followed");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307})
  void packOfAnotherServerIsNotFetched(int status) {
    redirect(PACK, status, other.address(PACK.substring(1)));

    assertThat(failure()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "http://user@127.0.0.1/",
    "//[", "https://127.0.0.1/", "http://localhost/", "http:relative", ""})
  void addressesThatAreNotOfThisServerAreNotFollowed(String target) {
    server.answer(MANIFEST, 302, Map.of("Location", target), new byte[0]);

    assertThatThrownBy(this::update).isInstanceOf(ArchiveException.class)
        .hasMessageNotContaining("\n");
  }

  @Test
  void otherPathsOfTheSameServerAreFollowed() throws IOException {
    server.answer("/old/manifest.js.gz", 301, Map.of("Location", MANIFEST), new byte[0]);
    redirect("/old/git/0.git/info/refs", 301,
        URI.create(server.address(REFS.substring(1)) + "?service=git-upload-pack"));
    server.answer("/good/manifest.js.gz", 200, Map.of(),
        InboxServer.gzip("{\"/old/git/0.git\":{}}".getBytes(StandardCharsets.UTF_8)));

    MirrorReport report = mirror.update("good", server.address("old/"));

    assertThat(report).isEqualTo(new MirrorReport("good", 1, 1, 0, 0, List.of()));
    assertThat(server.requests()).contains("GET /old/git/0.git/info/refs", "POST " + PACK);
  }

  @Test
  void redirectsHaveAnEnd() {
    redirect(MANIFEST, 302, server.address(MANIFEST.substring(1)));

    assertThatThrownBy(this::update).hasMessageContaining("more than 5 times");
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void manifestThatDoesNotComeHitsTheTimeLimit() {
    server.stall(MANIFEST);
    reopen(Duration.ofMillis(200));

    assertThatThrownBy(this::update).hasMessageContaining("does not answer in time");
  }

  @Test
  void packThatDoesNotComeHitsTheTimeLimit() {
    server.stall(PACK);
    // Long enough for git to tell its refs on a busy machine.
    reopen(Duration.ofSeconds(2));

    assertThat(failure()).contains("does not answer in time");
  }

  @Test
  void serverThatIsNotThereIsNamed() {
    URI gone = other.address("good/");
    other.close();

    assertThatThrownBy(() -> mirror.update("good", gone)).isInstanceOf(ArchiveException.class)
        .hasMessageContaining("cannot connect")
        .hasMessageContaining(gone.toString())
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void pageInPlaceOfTheManifestIsNamed() {
    answer(MANIFEST, "text/html", "<title>Making sure you are no robot</title>");

    assertThatThrownBy(this::update).hasMessageContaining("is no gzip but text/html");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 429, 500, 503})
  void refusalIsNamedWithItsNumber(int status) {
    server.answer(MANIFEST, status, Map.of("WWW-Authenticate", "Basic realm=\"x\""), new byte[0]);

    assertThatThrownBy(this::update).hasMessageContaining(" answers " + status);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void plainFilesAreNoGitServerSinceTheyMayNameFurtherOnes() {
    answer(REFS, "text/plain", "1".repeat(40) + "\trefs/heads/master\n");
    answer("/good/git/0.git/objects/info/http-alternates", "text/plain",
        other.address("good/git/0.git/objects").toString());

    assertThat(failure()).contains("does not speak git's smart HTTP");
    assertThat(server.requests()).noneMatch(request -> request.contains("alternates"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0000", "zzzz", "001e# service=git-upload-pack\n0000", "fffffffff",
    "001e# service=git-upload-pack\n000000300000000000000000000000000000000000000000 refs/../x\n0000"})
  void refsThatAreNonsenseAreAFailureOfTheirEpoch(String body) {
    answer(REFS, "application/x-git-upload-pack-advertisement", body);

    mirror.update("good", server.address("good/"));

    assertThat(folder.resolve("store/mirror/good/git/0.git")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0008NAK\n", "0008NAK\nPACK", "0000", "000dERR no\u001b\n",
    "0008NAK\n0011\u0001PACK\u0000\u0000\u0000\u0002\u007f\u007f\u007f\u007f"})
  void packThatIsNonsenseIsAFailureOfItsEpoch(String body) {
    answer(PACK, "application/x-git-upload-pack-result", body);

    assertThat(failure()).isNotEmpty();
    assertThat(folder.resolve("store/mirror/good/git")).isEmptyDirectory();
  }

  @Test
  void packThatLacksAMailMakesNoEpoch() throws IOException {
    ByteArrayOutputStream pack = new ByteArrayOutputStream();
    pack.writeBytes("0008NAK\n".getBytes(StandardCharsets.US_ASCII));
    byte[] lacking = packWithoutMail();
    pack.writeBytes("%04x\u0001".formatted(lacking.length + 5).getBytes(StandardCharsets.US_ASCII));
    pack.writeBytes(lacking);
    pack.writeBytes("0000".getBytes(StandardCharsets.US_ASCII));
    server.answer(PACK, 200, Map.of("Content-Type", "application/x-git-upload-pack-result"),
        pack.toByteArray());

    assertThat(failure()).contains("Missing blob");
    assertThat(folder.resolve("store/mirror/good/git")).isEmptyDirectory();
  }

  /** The commit and its tree, well-formed, and nothing else. */
  private byte[] packWithoutMail() throws IOException {
    ByteArrayOutputStream pack = new ByteArrayOutputStream();
    try (JgitEpoch epoch = new JgitEpoch(folder.resolve("www/good/git/0.git"), SMALL);
        RevWalk walk = new RevWalk(epoch.repository());
        PackWriter writer = new PackWriter(epoch.repository())) {
      RevCommit commit = walk.parseCommit(epoch.tip().orElseThrow());
      List<RevObject> objects = List.of(commit, commit.getTree());
      writer.preparePack(objects.iterator());
      writer.writePack(NullProgressMonitor.INSTANCE, NullProgressMonitor.INSTANCE, pack);
    }
    return pack.toByteArray();
  }

  @Test
  void endlessRefsAreCut() {
    answer(REFS, "application/x-git-upload-pack-advertisement",
        "001e# service=git-upload-pack\n0000"
            + ("003d" + "1".repeat(40) + " refs/heads/" + "x".repeat(3)
                + "\n\n\n").repeat(30_000));

    assertThat(failure()).isNotEmpty();
  }

  @Test
  void manifestOverTheLimitIsRefused() {
    server.answer(MANIFEST, 200, Map.of(), new byte[2 << 20]);
    assertThatThrownBy(this::update).isInstanceOf(ArchiveException.class);
  }

  @Test
  void hostileNamesMakeNoFolders() throws IOException {
    server.manifest("/manifest.js.gz", "{\"/../../evil/git/0.git\":{},\"/good/git/0.git\":{},"
        + "\"/evil/../git/0.git\":{}}");

    Parsed<List<OfferedList>> lists = mirror.lists(server.address(""));
    lists.value().forEach(mirror::update);

    assertThat(lists.value()).extracting(OfferedList::name).containsExactly("good");
    assertThat(lists.problems()).hasSize(2);
    assertThat(folder.resolve("store/mirror")).isDirectoryNotContaining("glob:**/evil");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://user:word@127.0.0.1/x/", "http://127.0.0.1/x/?a=b",
    "http://127.0.0.1/x/#a", "file:///tmp/x", "ssh://127.0.0.1/x", "x", "http:///x"})
  void addressesThatCannotBeMirroredAreRefused(String address) {
    assertThat(Mirror.complaint(URI.create(address))).isPresent();
    assertThatThrownBy(() -> mirror.lists(URI.create(address)))
        .isInstanceOf(ArchiveException.class)
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../x", "a/b", "-x", ".lock", "a b"})
  void namesThatAreNoFoldersAreRefused(String name) {
    assertThatThrownBy(() -> mirror.update(name, server.address("good/")))
        .isInstanceOf(ArchiveException.class);
  }

  private static MirrorLimits limits(Duration read) {
    return new MirrorLimits(read, read, Duration.ofMinutes(5), Duration.ofMinutes(5), 1 << 20,
        1 << 20, 100, 1 << 20, 1 << 20, 10);
  }

  private void reopen(Duration read) {
    mirror.close();
    mirror = new Mirror(folder.resolve("store"), "the test", limits(read));
  }

  private void update() {
    mirror.update("good", server.address("good/"));
  }

  private String failure() {
    List<Problem> failed = mirror.update("good", server.address("good/")).failed();
    assertThat(failed).hasSize(1);
    assertThat(failed.getFirst().where()).isEqualTo("good/git/0.git");
    assertThat(failed.getFirst().toString()).doesNotContain("\n", "\u001b", "\u0000");
    return failed.getFirst().what();
  }

  private void redirect(String path, int status, URI target) {
    server.answer(path, status, Map.of("Location", target.toString()), new byte[0]);
  }

  private void answer(String path, String type, String body) {
    server.answer(path, 200, Map.of("Content-Type", type),
        body.getBytes(StandardCharsets.ISO_8859_1));
  }
}
