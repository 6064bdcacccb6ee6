package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Git;
import dev.chesterton.SharedFolder;
import dev.chesterton.index.Index;
import dev.chesterton.index.IndexUpdate;
import dev.chesterton.index.Ingest;
import dev.chesterton.index.StoredMail;
import dev.chesterton.link.remark.Remark;
import dev.chesterton.link.remark.Remark.Kind;
import dev.chesterton.link.remark.RemarkReader;
import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in 300 mails is compared with what a person found; docs/objections.md has the figures. */
class LabelledRemarksTest {

  /** A line this near is the place meant, and so is any line of the same paragraph. */
  private static final int NEAR = 3;

  @TempDir
  private static Path home;

  private static List<Result> results = List.of();

  /** A labelled mail with what was found in it; lines are none where there is nothing. */
  private record Result(String set, List<Integer> objections, List<Integer> questions,
      List<Remark> found) {}

  /** Mails: rightly found with the right line, found where nothing is, not found. */
  private record Figures(long right, long wrong, long missed) {
    double precision() {
      return right / (double) (right + wrong);
    }

    double recall() {
      return right / (double) (right + missed);
    }
  }

  @BeforeAll
  static void readTheLabelledMails() throws Exception {
    Path store = home.resolve("store");
    ingest(store, "linux-btrfs", SharedFolder.require("corpus/linux-btrfs-slice.bundle"));
    ingest(store, "linux-erofs",
        SharedFolder.require("corpus/linking-erofs/linux-erofs.bundle"));
    try (Index index = Index.open(store)) {
      results = labels().map(label -> result(index, label.split("\t"))).toList();
    }
  }

  @Test
  void findsObjectionsInMailsItWasTunedOn() {
    Figures figures = figures("tuned", kind -> kind != Kind.QUESTION);
    assertThat(figures.precision()).as("%s", figures).isGreaterThan(0.55);
    assertThat(figures.recall()).as("%s", figures).isGreaterThan(0.75);
  }

  @Test
  void findsObjectionsInMailsItHasNeverSeen() {
    Figures figures = figures("held", kind -> kind != Kind.QUESTION);
    assertThat(figures.precision()).as("%s", figures).isGreaterThan(0.4);
    assertThat(figures.recall()).as("%s", figures).isGreaterThan(0.58);
  }

  @Test
  void findsQuestions() {
    for (String set : List.of("tuned", "held")) {
      Figures figures = figures(set, kind -> kind == Kind.QUESTION);
      assertThat(figures.precision()).as("%s", figures).isGreaterThan(0.9);
      assertThat(figures.recall()).as("%s", figures).isGreaterThan(0.9);
    }
  }

  private static Figures figures(String set, Predicate<Kind> kind) {
    long right = 0;
    long wrong = 0;
    long missed = 0;
    for (Result result : results) {
      List<Integer> wanted = kind.test(Kind.QUESTION) ? result.questions : result.objections;
      List<Remark> found = result.found.stream()
          .filter(remark -> kind.test(remark.kind()))
          .toList();
      boolean isIn = result.set.equals(set);
      boolean hit = found.stream()
          .anyMatch(remark -> wanted.stream()
              .anyMatch(line -> line >= remark.line() - NEAR
                  && line <= Math.max(remark.lastLine(), remark.line() + NEAR)));
      right += isIn && hit ? 1 : 0;
      wrong += isIn && !hit && !found.isEmpty() ? 1 : 0;
      missed += isIn && !hit && !wanted.isEmpty() ? 1 : 0;
    }
    return new Figures(right, wrong, missed);
  }

  private static Result result(Index index, String[] label) {
    StoredMail mail = index.mail(new MessageId(label[0])).orElseThrow();
    return new Result(label[2], lines(label[4]), lines(label[5]), remarks(index, mail));
  }

  /** With no more of its thread than what is above it: that tells who answers whom. */
  private static List<Remark> remarks(Index index, StoredMail mail) {
    Message message = mail.posting().message();
    List<StoredMail> above = Stream
        .concat(message.references().stream(), message.inReplyTo().stream())
        .distinct()
        .flatMap(id -> index.mail(id).stream())
        .toList();
    Posting.Patch patch = above.stream()
        .map(StoredMail::posting)
        .flatMap(posting -> posting instanceof Posting.Patch found ? Stream.of(found)
            : Stream.empty())
        .findFirst()
        .orElse(TestMail.of("none", "[PATCH] none", "1 Jan 2000",
            "---\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-a\n+b\n").patch());
    Conversation conversation = new Conversation(patch,
        Stream.concat(above.stream(), Stream.of(mail)).toList());
    return RemarkReader.read(mail.posting(), conversation.setting(mail));
  }

  private static List<Integer> lines(String field) {
    return Stream.of(field.split(",")).map(Integer::valueOf).filter(line -> line > 0).toList();
  }

  private static Stream<String> labels() throws Exception {
    try (InputStream stream = LabelledRemarksTest.class
        .getResourceAsStream("/link/objection/labels.tsv")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"));
    }
  }

  private static void ingest(Path store, String list, Path bundle) throws Exception {
    Path epoch = home.resolve(list + ".git");
    Git.run(home, "clone", "--quiet", "--mirror", bundle.toString(), epoch.toString());
    try (IndexUpdate update = IndexUpdate.open(store, "test")) {
      Ingest ingest = new Ingest(update, ReadLimits.DEFAULT);
      MailSources.open(epoch, ReadLimits.DEFAULT).forEach(source -> ingest.mails(list, source));
    }
  }
}
