package dev.chesterton.source;

import static dev.chesterton.Archives.commit;
import static dev.chesterton.Archives.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Archives;
import dev.chesterton.Git;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An inbox of version 1: one file a mail. */
class TreeInboxTest {
  private static final String ONE = Archives.v1Name("1@x");
  private static final String TWO = Archives.v1Name("2@x");
  private static final String THREE = Archives.v1Name("3@x");

  @TempDir
  Path folder;

  @Test
  void pathsAreThoseOfTheManual() {
    assertThat(Archives.v1Name("20131106023245.GA20224@dcvr.yhbt.net"))
        .isEqualTo("f2/8c6cfd2b0a65f994c3e1be266105413b3d3f63");
  }

  @Test
  void filesThatComeGoAndChangeAreMailsThatDo() throws IOException {
    write(commit(0) + file(ONE, "one") + commit(1) + file(TWO, "two") + commit(2) + "D " + ONE
        + "\n" + commit(3) + file(TWO, "two, edited"));

    assertThat(told(Checkpoint.START)).containsExactly("+one", "+two", "-one", "-two",
        "+two, edited");
  }

  @Test
  void otherFilesAndLinksAreNoMails() throws IOException {
    write(commit(0) + file(ONE, "one") + file("README", "read") + file("00/short", "x")
        + file("ff/" + TWO, "deep") + "M 120000 inline " + TWO + "\ndata 1\nx\n");

    assertThat(told(Checkpoint.START)).containsExactly("+one");
  }

  @Test
  void ofAMergeOnlyWhatIsInNoParentIsItsDoing() throws IOException {
    write(commit(0) + file(ONE, "one")
        + commit(1).replace("master", "side") + "from refs/heads/master\n" + file(TWO, "two")
        + commit(2) + file(THREE, "three")
        + commit(3) + "merge refs/heads/side\n" + file(TWO, "two, merged"));

    assertThat(told(Checkpoint.START)).containsExactlyInAnyOrder("+one", "+two", "+three", "-two",
        "+two, merged").endsWith("-two", "+two, merged");
  }

  @Test
  void readsOnFromACheckpointAndNoticesRewrites() throws IOException {
    write(commit(0) + file(ONE, "one"));
    Checkpoint reached = read(Checkpoint.START).getLast().reached();
    write(commit(0) + file(ONE, "one") + commit(1) + file(TWO, "two"));

    assertThat(told(reached)).containsExactly("+two");

    write(commit(0) + file(THREE, "three"));

    assertThat(told(reached)).containsExactly("+three");
    try (Reading reading = source().since(reached)) {
      assertThat(reading.isRewritten()).isTrue();
    }
  }

  @Test
  void commitIsReachedWithItsLastMailOnly() throws IOException {
    write(commit(0) + file(ONE, "one") + commit(1) + file(TWO, "two") + file(THREE, "three"));
    List<Arrival> arrivals = read(Checkpoint.START);

    assertThat(arrivals.get(1).reached()).isEqualTo(arrivals.get(0).reached());
    assertThat(arrivals.get(2).reached()).isNotEqualTo(arrivals.get(1).reached());
    assertThat(told(arrivals.get(1).reached())).hasSize(2);
    assertThat(read(arrivals.get(2).reached())).isEmpty();
  }

  @Test
  void missingMailIsNamedAndTriedAgain() throws IOException {
    write(commit(0) + file(ONE, "one") + file(TWO, "two") + commit(1) + file(THREE, "three"));
    String blob = Git.run(inbox(), "rev-parse", "master:" + TWO).strip();
    Path object = inbox().resolve("objects/" + blob.substring(0, 2) + "/" + blob.substring(2));
    byte[] bytes = Files.readAllBytes(object);
    Files.delete(object);

    List<Arrival> arrivals = read(Checkpoint.START);

    assertThat(tell(arrivals)).containsExactlyInAnyOrder("+one", "!", "+three");
    Checkpoint reached = arrivals.getLast().reached();
    assertThat(tell(read(reached))).contains("!");
    Files.write(object, bytes);
    assertThat(told(reached)).contains("+two");
    assertThat(read(read(reached).getLast().reached())).isEmpty();
  }

  @Test
  void inboxOfWhichAllWasTakenBackIsStillOne() throws IOException {
    write(commit(0) + file(ONE, "one") + commit(1) + "D " + ONE + "\n");

    assertThat(told(Checkpoint.START)).containsExactly("+one", "-one");
  }

  @Test
  void inboxAmongEpochsIsKnownForWhatItIs() throws IOException {
    Archives.fastImport(commit(0) + file(ONE, "one"), folder.resolve("list/git/0.git"));
    Archives.v2(folder.resolve("list/git/1.git"), List.of("A: b\n\nx"));

    assertThat(tell(Arrivals.of(folder.resolve("list")))).containsExactly("+one", "+A: b\n\nx");
  }

  @Test
  void epochWhoseNewestCommitsAreEmptyIsAnEpoch() throws IOException {
    Archives.fastImport(commit(0) + file("m", "A: b\n\nx") + commit(1) + "deleteall\n", inbox());

    assertThat(tell(read(Checkpoint.START))).containsExactly("+A: b\n\nx", "!");
  }

  private void write(String stream) throws IOException {
    Archives.fastImport(stream, inbox());
  }

  private Path inbox() {
    return folder.resolve("inbox.git");
  }

  private MailSource source() {
    return MailSources.open(inbox(), ReadLimits.DEFAULT).getFirst();
  }

  private List<Arrival> read(Checkpoint checkpoint) {
    return Arrivals.of(source(), checkpoint);
  }

  private List<String> told(Checkpoint checkpoint) {
    return tell(read(checkpoint));
  }

  private static List<String> tell(List<Arrival> arrivals) {
    return arrivals.stream().map(arrival -> switch (arrival) {
      case Arrival.Arrived(RawMail mail, _) -> "+" + text(mail);
      case Arrival.Removed(RawMail mail, _) -> "-" + text(mail);
      case Arrival.Skipped _ -> "!";
    }).toList();
  }

  private static String text(RawMail mail) {
    return new String(mail.bytes(), StandardCharsets.UTF_8);
  }
}
