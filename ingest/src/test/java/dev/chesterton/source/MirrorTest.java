package dev.chesterton.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.Git;
import dev.chesterton.InboxServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server as git serves, and our copies of its lists. */
class MirrorTest {
  private static final String LIST = "linux-erofs";
  private static final String DATE = "1600000000 +0000";
  private static final String PACK = "POST /linux-erofs/git/0.git/git-upload-pack";

  @TempDir
  private Path folder;
  private InboxServer server;
  private Epoch epoch;
  private Mirror mirror;

  @BeforeEach
  void serve() throws IOException {
    epoch = new Epoch(served(0));
    epoch.commit("m", mail("one"), DATE);
    server = new InboxServer(folder.resolve("www"));
    server.publish();
    mirror = new Mirror(folder.resolve("store"), "the test");
  }

  @AfterEach
  void close() {
    mirror.close();
    server.close();
    epoch.close();
  }

  @Test
  void firstRunBringsAllThatIsThere() throws IOException {
    assertThat(update()).isEqualTo(report(1, 1, 0, 0));

    assertThat(mails()).containsExactly("one");
    assertThat(Git.run(copy(0), "fsck", "--strict")).isEmpty();
    assertThat(Git.run(copy(0), "show-ref")).isEqualTo(Git.run(served(0), "show-ref"));
  }

  @Test
  void nothingNewAsksForTheManifestAlone() throws IOException {
    update();
    server.requests();

    assertThat(update()).isEqualTo(report(1, 0, 0, 0));
    assertThat(server.requests()).containsExactly("GET /linux-erofs/manifest.js.gz");
  }

  @Test
  void withoutFingerprintRefsAreComparedAndNoPackIsAsked() throws IOException {
    server.manifest("/linux-erofs/manifest.js.gz",
        "{\"/linux-erofs/git/0.git\":{\"fingerprint\":17}}");
    update();
    server.requests();

    assertThat(update()).isEqualTo(report(1, 0, 0, 0));
    assertThat(server.requests()).containsExactly("GET /linux-erofs/manifest.js.gz",
        "GET /linux-erofs/git/0.git/info/refs");
  }

  @Test
  void fingerprintThatNeverFitsCostsARequestAndNothingElse() throws IOException {
    server.manifest("/linux-erofs/manifest.js.gz",
        "{\"/linux-erofs/git/0.git\":{\"fingerprint\":\"" + "a".repeat(40) + "\"}}");
    update();
    epoch.commit("m", mail("two"), DATE);

    assertThat(update()).isEqualTo(report(1, 0, 1, 0));
    assertThat(mails()).containsExactly("one", "two");
  }

  @Test
  void newMailIsFetchedAndNoMore() throws IOException {
    update();
    epoch.commit("m", mail("two"), DATE);
    server.publish();

    assertThat(update()).isEqualTo(report(1, 0, 1, 0));
    assertThat(mails()).containsExactly("one", "two");
    assertThat(packs(0)).hasSize(2);
  }

  @Test
  void newEpochIsNoticed() throws IOException {
    update();
    try (Epoch next = new Epoch(served(1))) {
      next.commit("m", mail("two"), DATE);
    }
    server.publish();
    server.requests();

    assertThat(update()).isEqualTo(report(2, 1, 0, 0));
    assertThat(mails()).containsExactly("one", "two");
    assertThat(server.requests()).doesNotContain(PACK);
  }

  @Test
  void announcedEpochWithoutMailIsNoFailure() throws IOException {
    update();
    new Epoch(served(1)).close();
    server.manifest("/linux-erofs/manifest.js.gz", "{\"/linux-erofs/git/0.git\":{},"
        + "\"/linux-erofs/git/1.git\":{}}");

    assertThat(update()).isEqualTo(report(2, 0, 0, 0));
    assertThat(copy(1)).doesNotExist();
  }

  @Test
  void purgedMailLeavesTheDiskInTheSameRun() throws IOException {
    String first = epoch.commit("m", mail("kept"), DATE);
    epoch.commit("m", mail("purged"), DATE);
    server.publish();
    update();
    String purged = Git.run(copy(0), "rev-parse", "HEAD:m").strip();
    epoch.point(first);
    epoch.commit("m", mail("after"), DATE);
    server.publish();

    assertThat(update()).isEqualTo(report(1, 0, 0, 1));
    assertThat(mails()).containsExactly("one", "kept", "after");
    assertThat(objects(0)).isNotEmpty().doesNotContain(purged);
    assertThat(copy(0).resolve("purge")).doesNotExist();
    assertThat(packs(0)).hasSize(1);
  }

  @Test
  void purgeThatDiedIsFinishedByTheNextRun() throws IOException {
    String first = epoch.commit("m", mail("kept"), DATE);
    epoch.commit("m", mail("purged"), DATE);
    server.publish();
    update();
    String purged = Git.run(copy(0), "rev-parse", "HEAD:m").strip();
    // As a run leaves it that dies between moving the ref and repacking.
    Files.writeString(copy(0).resolve("purge"), first);
    Files.writeString(copy(0).resolve("refs/heads/master"), first + "\n");
    epoch.point(first);
    server.publish();

    update();

    assertThat(objects(0)).isNotEmpty().doesNotContain(purged);
    assertThat(copy(0).resolve("purge")).doesNotExist();
  }

  @Test
  void readerThatHasTheEpochOpenReadsOnThroughAPurge() throws IOException {
    epoch.commit("m", mail("two"), DATE);
    server.publish();
    update();
    try (Reading open = source(0).since(Checkpoint.START)) {
      var arrivals = open.arrivals().iterator();
      assertThat(subject(arrivals.next())).isEqualTo("one");
      epoch.point("");
      epoch.commit("m", mail("other"), DATE);
      server.publish();
      assertThat(update()).isEqualTo(report(1, 0, 0, 1));

      assertThat(subject(arrivals.next())).isEqualTo("two");
    }
    assertThat(mails()).containsExactly("other");
  }

  @Test
  void manySmallPacksBecomeOne() throws IOException {
    MirrorLimits few = new MirrorLimits(LIMITS.connect(), LIMITS.read(), LIMITS.answerTime(),
        LIMITS.packTime(), LIMITS.answerBytes(), LIMITS.manifestBytes(), LIMITS.manifestEntries(),
        LIMITS.packBytes(), LIMITS.objectBytes(), 2);
    reopen(few);
    for (String mail : List.of("two", "three", "four")) {
      update();
      epoch.commit("m", mail(mail), DATE);
      server.publish();
    }

    assertThat(update()).isEqualTo(report(1, 0, 1, 0));
    assertThat(packs(0)).hasSize(2);
    assertThat(mails()).containsExactly("one", "two", "three", "four");
  }

  @Test
  void epochThatBreaksOffIsNamedAndTheOthersGoOn() throws IOException {
    addBigMails();
    try (Epoch next = new Epoch(served(1))) {
      next.commit("m", mail("small"), DATE);
    }
    server.publish();
    server.cutPacksAt(20_000);

    MirrorReport broken = update();

    assertThat(broken.failed()).singleElement()
        .satisfies(problem -> assertThat(problem.where()).isEqualTo("linux-erofs/git/0.git"))
        .satisfies(problem -> assertThat(problem.what()).contains("the next run tries again"));
    assertThat(broken.created()).isEqualTo(1);
    assertThat(folder.resolve("store/mirror/linux-erofs/git")).isDirectoryContaining(
        "glob:**/1.git").isDirectoryNotContaining("glob:**/0.*");

    server.cutPacksAt(Integer.MAX_VALUE);
    assertThat(update()).isEqualTo(report(2, 1, 0, 0));
    assertThat(mails()).hasSize(6);
  }

  @Test
  void knownEpochThatBreaksOffStaysAsItWas() throws IOException {
    update();
    addBigMails();
    server.publish();
    server.cutPacksAt(20_000);

    assertThat(update().failed()).hasSize(1);
    assertThat(mails()).containsExactly("one");
    assertThat(files(0)).noneMatch(file -> file.startsWith("incoming_"));

    server.cutPacksAt(Integer.MAX_VALUE);
    assertThat(update()).isEqualTo(report(1, 0, 1, 0));
    assertThat(mails()).hasSize(5);
  }

  @Test
  void whatADeadRunLeftIsCleanedUp() throws IOException {
    update();
    Files.writeString(copy(0).resolve("objects/incoming_17.pack"), "half");
    Files.writeString(copy(0).resolve("objects/pack/gc_17.pack_tmp"), "half");
    Files.writeString(copy(0).resolve("refs/heads/master.lock"), "");
    Files.createDirectories(copy(0).resolveSibling("0.part/objects"));
    epoch.commit("m", mail("two"), DATE);
    server.publish();

    assertThat(update()).isEqualTo(report(1, 0, 1, 0));
    assertThat(files(0)).noneMatch(file -> file.contains("17") || file.endsWith(".lock"));
    assertThat(copy(0).resolveSibling("0.part")).doesNotExist();
  }

  @Test
  void epochThatIsNoLongerServedIsKeptAndNamed() throws IOException {
    try (Epoch next = new Epoch(served(1))) {
      next.commit("m", mail("two"), DATE);
    }
    server.publish();
    update();
    server.manifest("/linux-erofs/manifest.js.gz", "{\"/linux-erofs/git/1.git\":{}}");

    assertThat(update().failed()).singleElement()
        .satisfies(problem -> assertThat(problem.what()).startsWith("is no longer on the server"));
    assertThat(mails()).containsExactly("one", "two");
  }

  @Test
  void withoutManifestEpochsAreAskedForOneByOne() throws IOException {
    try (Epoch next = new Epoch(served(1))) {
      next.commit("m", mail("two"), DATE);
    }
    notFound("/linux-erofs/manifest.js.gz");

    assertThat(update()).isEqualTo(report(2, 2, 0, 0));
    assertThat(mails()).containsExactly("one", "two");
  }

  @Test
  void inboxOfFormatOneIsTheAddressItself() throws IOException {
    try (Epoch old = new Epoch(folder.resolve("www/meta"))) {
      old.commit("m", mail("old"), DATE);
    }
    assertThat(mirror.update("meta", server.address("meta/"))).isEqualTo(
        new MirrorReport("meta", 1, 1, 0, 0, List.of()));
  }

  @Test
  void listsOfAServerAreFoundByItsManifest() throws IOException {
    try (Epoch other = new Epoch(folder.resolve("www/linux-xfs/git/0.git"))) {
      other.commit("m", mail("xfs"), DATE);
    }
    server.publish();

    Parsed<List<OfferedList>> lists = mirror.lists(server.address(""));

    assertThat(lists.value()).extracting(OfferedList::name).containsExactly(LIST, "linux-xfs");
    assertThat(mirror.lists(server.address("manifest.js.gz")).value()).hasSize(2);
    assertThat(mirror.update(lists.value().getLast())).isEqualTo(
        new MirrorReport("linux-xfs", 1, 1, 0, 0, List.of()));
    assertThat(mirror.update(LIST, server.address(""))).isEqualTo(report(1, 1, 0, 0));
  }

  @Test
  void secondMirrorOfAStoreEndsAndNamesTheFirst() {
    assertThatThrownBy(() -> new Mirror(folder.resolve("store"), "another"))
        .isInstanceOf(MirrorLockedException.class)
        .hasMessageContaining("the test")
        .hasMessageNotContaining("\n");
  }

  @Test
  void settingsAndHooksOfTheServersRepositoryDoNotComeAlong() throws IOException {
    Path canary = folder.resolve("canary");
    epoch.write("hooks/post-update", "#!/bin/sh\ntouch " + canary + "\n");
    epoch.write("config", "[core]\n\tfsmonitor = touch " + canary + "\n\thooksPath = hooks\n");
    Git.run(served(0), "tag", "v1", "master");
    Git.run(served(0), "branch", "other", "master");
    Git.run(served(0), "update-ref", "refs/replace/" + "1".repeat(40), "master");
    server.publish();

    assertThat(update()).isEqualTo(report(1, 1, 0, 0));
    epoch.commit("m", mail("two"), DATE);
    server.publish();
    update();

    assertThat(canary).doesNotExist();
    assertThat(copy(0).resolve("hooks")).doesNotExist();
    assertThat(copy(0).resolve("config")).content().doesNotContain("fsmonitor", "hooksPath");
    assertThat(Git.run(copy(0), "for-each-ref", "--format=%(refname)")).isEqualTo(
        "refs/heads/master\n");
  }

  @Test
  void settingsOfACopyAreOursAgainAtEachRun() throws IOException {
    update();
    Path canary = folder.resolve("canary");
    Files.writeString(copy(0).resolve("config"), "[http]\n\tproxy = http://127.0.0.1:1\n"
        + "[include]\n\tpath = /dev/full\n[core]\n\tfsmonitor = touch " + canary + "\n");
    epoch.commit("m", mail("two"), DATE);
    server.publish();

    assertThat(update()).isEqualTo(report(1, 0, 1, 0));
    assertThat(copy(0).resolve("config")).content().startsWith("[core]");
    assertThat(canary).doesNotExist();
  }

  @Test
  void branchOfAnyNameBecomesOurs() throws IOException {
    Git.run(served(0), "branch", "-m", "master", "trunk");
    Git.run(served(0), "symbolic-ref", "HEAD", "refs/heads/trunk");
    server.publish();

    assertThat(update()).isEqualTo(report(1, 1, 0, 0));
    assertThat(mails()).containsExactly("one");
    server.requests();
    update();
    assertThat(server.requests()).containsExactly("GET /linux-erofs/manifest.js.gz");
  }

  @Test
  void objectOverTheLimitIsRefused() throws IOException {
    epoch.commit("m", "x".repeat(100_000), DATE);
    server.publish();
    reopen(new MirrorLimits(LIMITS.connect(), LIMITS.read(), LIMITS.answerTime(),
        LIMITS.packTime(), LIMITS.answerBytes(), LIMITS.manifestBytes(), LIMITS.manifestEntries(),
        LIMITS.packBytes(), 50_000, LIMITS.packs()));

    assertThat(update().failed()).singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("50,000"));
    assertThat(copy(0)).doesNotExist();
  }

  private static final MirrorLimits LIMITS = MirrorLimits.DEFAULT;

  private void reopen(MirrorLimits limits) {
    mirror.close();
    mirror = new Mirror(folder.resolve("store"), "the test", limits);
  }

  private MirrorReport update() {
    return mirror.update(LIST, server.address(LIST + "/"));
  }

  private static MirrorReport report(int epochs, int created, int fetched, int rewritten) {
    return new MirrorReport(LIST, epochs, created, fetched, rewritten, List.of());
  }

  private void notFound(String path) {
    server.answer(path, 404, Map.of(), "not here".getBytes(StandardCharsets.US_ASCII));
  }

  /** Noise, so that it does not become small in a pack. */
  private void addBigMails() throws IOException {
    Random random = new Random(17);
    for (int i = 0; i < 4; i++) {
      StringBuilder noise = new StringBuilder();
      random.ints(20_000, ' ', '~').forEach(letter -> noise.append((char) letter));
      epoch.commit("m", mail("big " + i) + noise + "\n", DATE);
    }
  }

  private Path served(int number) {
    return folder.resolve("www/linux-erofs/git/" + number + ".git");
  }

  private Path copy(int number) {
    return folder.resolve("store/mirror/linux-erofs/git/" + number + ".git");
  }

  private List<Path> packs(int number) throws IOException {
    try (Stream<Path> files = Files.list(copy(number).resolve("objects/pack"))) {
      return files.filter(file -> file.toString().endsWith(".pack")).toList();
    }
  }

  private List<String> files(int number) throws IOException {
    try (Stream<Path> files = Files.walk(copy(number))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** The ids of all objects on the disk, whether anything leads to them or not. */
  private List<String> objects(int number) throws IOException {
    return Git.run(copy(number), "cat-file", "--batch-all-objects", "--unordered",
        "--batch-check=%(objectname)").lines().toList();
  }

  private MailSource source(int number) {
    return new EpochSource(copy(number), ReadLimits.DEFAULT);
  }

  private List<String> mails() {
    return MailSources.open(folder.resolve("store/mirror/linux-erofs"), ReadLimits.DEFAULT)
        .stream()
        .flatMap(source -> source.since(Checkpoint.START).arrivals())
        .map(MirrorTest::subject)
        .toList();
  }

  private static String subject(Arrival arrival) {
    RawMail mail = ((Arrival.Arrived) arrival).mail();
    String text = new String(mail.bytes(), StandardCharsets.UTF_8);
    return text.substring("Subject: ".length(), text.indexOf('\n'));
  }

  private static String mail(String subject) {
    return "Subject: " + subject + "\n\nbody of " + subject + "\n";
  }
}
