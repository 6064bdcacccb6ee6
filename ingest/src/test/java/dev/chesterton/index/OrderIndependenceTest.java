package dev.chesterton.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Git;
import dev.chesterton.Seed;
import dev.chesterton.history.SourceTree;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever way mails and commits come in, the store says the same. */
class OrderIndependenceTest {

  @TempDir
  private Path folder;
  private Path tree = Path.of("");
  private List<RawMail> mails = List.of();
  private List<String> expected = List.of();

  /** One run: all mails through alpha, every second one through beta as well, and the tree. */
  @BeforeEach
  void oneRun() throws IOException {
    tree = Git.fastImport(Samples.CAIRNFS, folder.resolve("cairnfs.git"));
    mails = new ArrayList<>(Samples.mails());
    for (int i = 0; i < 6; i++) {
      mails.add(Letters.letter("same@x").subject("cairnfs page").body(i + ".\n").mail());
      mails.add(Letters.letter(i + "@x").subject("cairnfs page").mail());
    }
    Path store = folder.resolve("one");
    mails("alpha", mails, store);
    mails("beta", everySecond(mails), store);
    commits(store);
    expected = Everything.of(store);
    assertThat(expected).hasSizeGreaterThan(500);
  }

  @Test
  void severalRunsSayTheSame() {
    Path store = folder.resolve("several");
    commits(store);
    for (List<RawMail> part : parts(everySecond(mails), 3)) {
      mails("beta", part, store);
    }
    for (List<RawMail> part : parts(mails, 5)) {
      mails("alpha", part, store);
      mails("alpha", part, store);
    }

    assertThat(Everything.of(store)).isEqualTo(expected);
  }

  @Test
  void shuffledArrivalSaysTheSame() {
    Random random = Seed.printed("OrderIndependenceTest");
    for (int round = 0; round < 2; round++) {
      Path store = folder.resolve("shuffled" + round);
      List<RawMail> alpha = new ArrayList<>(mails);
      List<RawMail> beta = new ArrayList<>(everySecond(mails));
      Collections.shuffle(alpha, random);
      Collections.shuffle(beta, random);
      List<Runnable> runs = new ArrayList<>();
      parts(alpha, 7 + random.nextInt(40))
          .forEach(part -> runs.add(() -> mails("alpha", part, store)));
      parts(beta, 5 + random.nextInt(40))
          .forEach(part -> runs.add(() -> mails("beta", part, store)));
      runs.add(() -> commits(store));
      Collections.shuffle(runs, random);
      runs.forEach(Runnable::run);

      assertThat(Everything.of(store)).isEqualTo(expected);
    }
  }

  @Test
  void oneUpdateForAllSaysTheSame() {
    Path store = folder.resolve("update");
    try (IndexUpdate update = IndexUpdate.open(store, "test")) {
      everySecond(mails).forEach(mail -> add("beta", mail, update));
      mails.forEach(mail -> add("alpha", mail, update));
      update.commit();
    }
    commits(store);

    assertThat(Everything.of(store)).isEqualTo(expected);
  }

  @Test
  void mailsThatCameAndWentLeaveNoTrace() {
    Path store = folder.resolve("removed");
    List<RawMail> gone = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      gone.add(Letters.patch("gone" + i + "@x", "page = NULL;", "cairnfs fixup " + i).mail());
    }
    mails("alpha", gone, store);
    mails("alpha", mails, store);
    try (IndexUpdate update = IndexUpdate.open(store, "test")) {
      gone.forEach(mail -> update.remove("alpha",
          PatchParser.read(mail, ReadLimits.DEFAULT).value().message()));
      update.commit();
    }
    mails("beta", everySecond(mails), store);
    commits(store);

    assertThat(Everything.of(store)).isEqualTo(expected);
  }

  private static void add(String list, RawMail mail, IndexUpdate update) {
    update.add(Copy.of(Archive.of(list, "archive"), mail),
        PatchParser.read(mail, ReadLimits.DEFAULT));
  }

  private static void mails(String list, List<RawMail> mails, Path store) {
    Stores.ingest(store, list, mails);
  }

  private void commits(Path store) {
    try (SourceTree source = SourceTree.open(tree, "cairnfs");
        IndexUpdate update = IndexUpdate.open(store, "test")) {
      new Ingest(update, ReadLimits.DEFAULT, new Ingest.Effort(2, 3), Progress.SILENT)
          .commits(source, Optional.empty());
    }
  }

  private static List<RawMail> everySecond(List<RawMail> mails) {
    List<RawMail> some = new ArrayList<>();
    for (int i = 0; i < mails.size(); i += 2) {
      some.add(mails.get(i));
    }
    return some;
  }

  private static List<List<RawMail>> parts(List<RawMail> mails, int size) {
    List<List<RawMail>> parts = new ArrayList<>();
    for (int i = 0; i < mails.size(); i += size) {
      parts.add(mails.subList(i, Math.min(mails.size(), i + size)));
    }
    return parts;
  }
}
