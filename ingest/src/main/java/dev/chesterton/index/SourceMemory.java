package dev.chesterton.index;

import dev.chesterton.source.MailFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Which archives and trees a store was made from. It stands in the data of the commit: a key for each checkpoint; for a
 * tree, whose key has only its name, the path; for an archive, the format where it was not found by looking.
 */
final class SourceMemory {
  private static final String PLACE = "place ";
  private static final String FORMAT = "format ";

  private SourceMemory() {}

  /** Read from the commit alone, so that a store whose other files are damaged can say it too. */
  static List<KnownSource> of(Path store) {
    Path folder = LuceneStore.indexOf(store);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Directory directory = FSDirectory.open(folder)) {
      return of(SegmentInfos.readLatestCommit(directory).getUserData());
    } catch (IndexNotFoundException _) {
      return List.of();
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }

  static List<KnownSource> of(Map<String, String> commitData) {
    return commitData.keySet()
        .stream()
        .sorted()
        .flatMap(key -> LuceneStore.sourceOf(key).stream())
        .flatMap(key -> KnownSource.ofKey(key).stream())
        .map(source -> placed(source, commitData))
        .toList();
  }

  private static KnownSource placed(KnownSource source, Map<String, String> commitData) {
    return switch (source) {
      case KnownSource.Mails mails -> new KnownSource.Mails(mails.list(), mails.name(),
          MailFormat.of(commitData.getOrDefault(FORMAT + mails.key(), ""))
              .orElse(MailFormat.AUTO));
      case KnownSource.Tree tree -> new KnownSource.Tree(tree.name(), tree.branch(),
          Optional.ofNullable(commitData.get(PLACE + tree.key())).map(Path::of));
    };
  }

  static void write(KnownSource source, Map<String, String> commitData) {
    switch (source) {
      case KnownSource.Mails mails when mails.format() == MailFormat.AUTO ->
        commitData.remove(FORMAT + mails.key());
      case KnownSource.Mails mails ->
        commitData.put(FORMAT + mails.key(), mails.format().word());
      case KnownSource.Tree tree ->
        tree.path().ifPresent(path -> commitData.put(PLACE + tree.key(), path.toString()));
    }
  }
}
