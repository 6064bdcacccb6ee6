package dev.chesterton.index;

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
 * Which archives and trees a store was made from. It stands in the data of the commit: a key for each checkpoint, and
 * for a tree, whose key has only its name, the path.
 */
final class SourceMemory {
  private static final String PLACE = "place ";

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
      case KnownSource.Mails mails -> mails;
      case KnownSource.Tree tree -> new KnownSource.Tree(tree.name(), tree.branch(),
          Optional.ofNullable(commitData.get(PLACE + tree.key())).map(Path::of));
    };
  }

  static void write(KnownSource.Tree tree, Map<String, String> commitData) {
    tree.path().ifPresent(path -> commitData.put(PLACE + tree.key(), path.toString()));
  }
}
