package dev.chesterton;

import dev.chesterton.history.SourceTree;
import dev.chesterton.index.IndexUpdate;
import dev.chesterton.index.Ingest;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A store made of all samples and their tree, as {@code chesterton demo} makes it.
 *
 * @param folder of the store
 * @param tree bare repository of the sample history, named {@code cairnfs} in the store
 */
public record SampleStore(Path folder, Path tree) {
  public static final String LIST = "linux-cairnfs";
  public static final String TREE = "cairnfs";

  /** The patch of the samples that takes the worker away. */
  public static final String REMOVAL = "20240610094517.71802-1-colm.brady@example.com";

  /** Makes it in an empty folder. */
  public static SampleStore in(Path folder) throws IOException {
    Path bare = Git.fastImport(Checkout.sample("trees/cairnfs.fi"), folder.resolve("cairnfs.git"));
    Path store = folder.resolve("store");
    try (IndexUpdate update = IndexUpdate.open(store, "test");
        SourceTree tree = SourceTree.open(bare, TREE)) {
      Ingest ingest = new Ingest(update, ReadLimits.DEFAULT);
      ingest.commits(tree, Optional.empty());
      for (Path mailbox : mailboxes()) {
        MailSources.open(mailbox, ReadLimits.DEFAULT).forEach(source -> ingest.mails(LIST, source));
      }
    }
    return new SampleStore(store, bare);
  }

  /** All sample mailboxes, by name. */
  public static List<Path> mailboxes() throws IOException {
    try (Stream<Path> files = Files.list(Checkout.sample(""))) {
      return files.filter(file -> file.toString().endsWith(".mbox")).sorted().toList();
    }
  }
}
