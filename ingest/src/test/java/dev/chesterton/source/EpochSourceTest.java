package dev.chesterton.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochSourceTest {
  private static final String DATE = "1600000000 +0000";

  @TempDir
  Path folder;
  private Epoch epoch;

  @BeforeEach
  void create() throws IOException {
    epoch = new Epoch(folder.resolve("git/0.git"));
  }

  @AfterEach
  void close() {
    epoch.close();
  }

  @Test
  void givesMailsOldestFirstWithCommitAndTime() throws IOException {
    String first = epoch.commit("m", mail("one"), DATE);
    epoch.commit("m", mail("two"), "1500000000 +0000");

    List<Arrival> arrivals = read(Checkpoint.START);

    assertThat(subjects(arrivals)).containsExactly("one", "two");
    assertThat(mailOf(arrivals.getFirst()).provenance()).isEqualTo(
        new Provenance.InEpoch(epoch.folder(), blobOf(mail("one")),
            Instant.ofEpochSecond(1_600_000_000)));
    assertThat(arrivals.getFirst().reached()).isEqualTo(new Checkpoint(first));
  }

  @Test
  void readsOnFromACheckpoint() throws IOException {
    String first = epoch.commit("m", mail("one"), DATE);
    String second = epoch.commit("m", mail("two"), DATE);

    assertThat(subjects(read(new Checkpoint(first)))).containsExactly("two");
    assertThat(read(new Checkpoint(second))).isEmpty();
  }

  /** What most runs find, so it has to cost little. */
  @Test
  void noObjectIsOpenedWhereNothingIsNew() throws IOException {
    String only = epoch.commit("m", mail("one"), DATE);
    Files.writeString(folder.resolve("git/0.git/objects/info/alternates"), "/nowhere\n");

    assertThat(read(new Checkpoint(only))).isEmpty();
    assertThatThrownBy(() -> read(Checkpoint.START)).isInstanceOf(ArchiveException.class);
  }

  @Test
  void readsAllAgainWhereTheCheckpointWasRewritten() throws IOException {
    String first = epoch.commit("m", mail("one"), DATE);
    String gone = epoch.commit("m", mail("gone"), DATE);
    epoch.point(first);
    epoch.commit("m", mail("two"), DATE);

    assertThat(subjects(read(new Checkpoint(gone)))).containsExactly("one", "two");
    assertThat(subjects(read(new Checkpoint("f".repeat(40))))).containsExactly("one", "two");
    assertThat(subjects(read(new Checkpoint("no commit")))).containsExactly("one", "two");
  }

  @Test
  void tellsAnEpochThatWentOnFromOneThatWasRewritten() throws IOException {
    String first = epoch.commit("m", mail("one"), DATE);
    String gone = epoch.commit("m", mail("gone"), DATE);

    assertThat(isRewritten(Checkpoint.START)).isFalse();
    assertThat(isRewritten(new Checkpoint(first))).isFalse();

    epoch.point(first);
    epoch.commit("m", mail("two"), DATE);

    assertThat(isRewritten(new Checkpoint(gone))).isTrue();
    assertThat(isRewritten(new Checkpoint("f".repeat(40)))).isTrue();
    assertThat(isRewritten(new Checkpoint(first))).isFalse();
  }

  @Test
  void epochThatLostItsBranchIsRewritten() throws IOException {
    String first = epoch.commit("m", mail("one"), DATE);
    Files.delete(epoch.folder().resolve("refs/heads/master"));

    assertThat(isRewritten(new Checkpoint(first))).isTrue();
    assertThat(read(new Checkpoint(first))).isEmpty();
  }

  @Test
  void missingMailIsTriedAgainUntilItIsThere() throws IOException {
    epoch.commit("m", mail("one"), DATE);
    String missing = epoch.commitLater("m", mail("found"));
    String third = epoch.commit("m", mail("three"), DATE);

    Checkpoint reached = read(Checkpoint.START).getLast().reached();
    assertThat(reached).isEqualTo(new Checkpoint(third + " " + missing));
    assertThat(read(reached)).singleElement()
        .isInstanceOfSatisfying(Arrival.Skipped.class,
            skipped -> assertThat(skipped.reached()).isEqualTo(reached));

    epoch.bring(mail("found"));

    assertThat(subjects(read(reached))).containsExactly("found");
    assertThat(read(reached).getLast().reached()).isEqualTo(new Checkpoint(third));
  }

  @Test
  void epochOfWhichNothingCanBeReadIsNamedOnce() throws IOException {
    String first = epoch.commit("m", mail("one"), DATE);
    for (int i = 0; i < 120; i++) {
      epoch.commitMissing("m");
    }

    assertThatThrownBy(() -> read(new Checkpoint(first))).isInstanceOf(ArchiveException.class)
        .hasMessageContaining(epoch.folder().toString())
        .hasMessageContaining("fetch it again");
  }

  @Test
  void fileDTakesAMailBack() throws IOException {
    epoch.commit("m", mail("one"), DATE);
    epoch.commit("d", mail("one"), DATE);

    assertThat(read(Checkpoint.START).getLast()).isInstanceOf(Arrival.Removed.class);
  }

  @Test
  void missingMailIsNamedAndTheRestRead() throws IOException {
    epoch.commit("m", mail("one"), DATE);
    String missing = epoch.commitMissing("m");
    epoch.commit("m", mail("three"), DATE);

    List<Arrival> arrivals = read(Checkpoint.START);

    assertThat(subjects(arrivals)).containsExactly("one", "three");
    assertThat(arrivals.get(1)).isInstanceOfSatisfying(Arrival.Skipped.class,
        skipped -> assertThat(skipped.problem().where())
            .isEqualTo(epoch.folder() + ": " + missing));
  }

  @Test
  void commitWithoutMailIsNamed() throws IOException {
    epoch.commit("README", "hello", DATE);

    assertThat(read(Checkpoint.START)).singleElement().isInstanceOf(Arrival.Skipped.class);
  }

  @Test
  void zonesThatDoNotExistAreNoTrouble() throws IOException {
    epoch.commit("m", mail("one"), "1600000000 +1700");
    epoch.commit("m", mail("two"), "1600000001 +9000");
    epoch.commit("m", mail("three"), "1600000002 -99999");

    assertThat(subjects(read(Checkpoint.START))).containsExactly("one", "two", "three");
  }

  @Test
  void bigMailIsCutAndSaysSo() throws IOException {
    epoch.commit("m", mail("one") + "x".repeat(500), DATE);

    try (Reading reading = EpochSource.v2(epoch.folder(),
        new ReadLimits(100, 100, 100, 10, 10)).since(Checkpoint.START)) {
      RawMail mail = mailOf(reading.arrivals().toList().getFirst());
      assertThat(mail.bytes()).hasSize(100);
      assertThat(mail.problems()).hasSize(1);
    }
  }

  @Test
  void settingsHooksAndReplacementsOfTheRepositoryHaveNoEffect() throws IOException {
    String first = epoch.commit("m", mail("one"), DATE);
    String second = epoch.commit("m", mail("two"), DATE);
    Path canary = folder.resolve("canary");
    epoch.write("config", "[core]\n\tbare = nonsense\n\trepositoryformatversion = 99\n"
        + "\tfsmonitor = touch " + canary + "\n[include]\n\tpath = /dev/full\n[broken\n");
    epoch.write("refs/replace/" + second, first + "\n");
    epoch.write("hooks/post-checkout", "#!/bin/sh\ntouch " + canary + "\n");

    assertThat(subjects(read(Checkpoint.START))).containsExactly("one", "two");
    assertThat(canary).doesNotExist();
  }

  @Test
  void borrowedObjectsAreRefusedWithAWayOut() throws IOException {
    epoch.commit("m", mail("one"), DATE);
    epoch.write("objects/info/alternates", "/somewhere/else/objects\n");

    assertThatThrownBy(() -> read(Checkpoint.START)).isInstanceOf(ArchiveException.class)
        .hasMessageContaining("git repack -a -d");
  }

  @Test
  void headThatPointsOutOfTheRepositoryIsRefused() throws IOException {
    epoch.commit("m", mail("one"), DATE);
    epoch.write("HEAD", "ref: refs/../../../etc/passwd\n");

    assertThatThrownBy(() -> read(Checkpoint.START)).isInstanceOf(ArchiveException.class);
  }

  @Test
  void epochWithoutMailIsEmpty() {
    assertThat(read(Checkpoint.START)).isEmpty();
  }

  @Test
  void readingWritesNothing() throws IOException {
    epoch.commit("m", mail("one"), DATE);
    List<String> before = files();

    read(Checkpoint.START);

    assertThat(files()).isEqualTo(before);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> file + " " + file.toFile().lastModified()).sorted().toList();
    }
  }

  private boolean isRewritten(Checkpoint checkpoint) {
    MailSource source = MailSources.open(folder, ReadLimits.DEFAULT).getFirst();
    try (Reading reading = source.since(checkpoint)) {
      return reading.isRewritten();
    }
  }

  private List<Arrival> read(Checkpoint checkpoint) {
    MailSource source = MailSources.open(folder, ReadLimits.DEFAULT).getFirst();
    try (Reading reading = source.since(checkpoint)) {
      return reading.arrivals().toList();
    }
  }

  private static String blobOf(String mail) {
    try (ObjectInserter.Formatter hash = new ObjectInserter.Formatter()) {
      return hash.idFor(Constants.OBJ_BLOB, mail.getBytes(StandardCharsets.UTF_8)).name();
    }
  }

  private static String mail(String subject) {
    return "Subject: " + subject + "\n\nbody\n";
  }

  private static RawMail mailOf(Arrival arrival) {
    return ((Arrival.Arrived) arrival).mail();
  }

  private static List<String> subjects(List<Arrival> arrivals) {
    return arrivals.stream()
        .filter(Arrival.Arrived.class::isInstance)
        .map(arrival -> new String(mailOf(arrival).bytes(), StandardCharsets.UTF_8))
        .map(text -> text.substring("Subject: ".length(), text.indexOf('\n')))
        .toList();
  }
}
