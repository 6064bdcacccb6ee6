package dev.chesterton.index;

import dev.chesterton.source.Problem;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Examines a store from its files to its mails. Lucene's own CheckIndex takes the lock of the writer and names segments;
 * this one runs beside a writer and names files.
 */
final class LuceneCheck {

  /** A writer deletes files of an old commit while it is read; so often in a row it is something else. */
  private static final int MAX_ATTEMPTS = 5;

  /** Empty before the first. */
  private static final Pattern COMMIT = Pattern.compile("([0-9a-f]{40}|[0-9a-f]{64})?");

  private final Path store;

  LuceneCheck(Path store) {
    this.store = store;
  }

  StoreCheck files() {
    return examine(found -> found);
  }

  StoreCheck all(ReadLimits limits, Progress progress) {
    return examine(found -> found.isSound()
        ? with(found, reader -> new MailCheck(reader, limits, progress))
        : found);
  }

  /** What is done beyond the files. */
  private interface Further {
    StoreCheck after(StoreCheck found) throws IOException;
  }

  private StoreCheck examine(Further further) {
    Path folder = LuceneStore.indexOf(store);
    if (!Files.isDirectory(folder)) {
      // Opening it says what is to be said of a store that is not there.
      Index.open(store).close();
    }
    try (Directory directory = FSDirectory.open(folder)) {
      for (int attempt = 1;; attempt++) {
        long generation = SegmentInfos.getLastCommitGeneration(directory);
        StoreCheck found = further.after(examine(directory));
        if (found.isSound() || attempt == MAX_ATTEMPTS
            || generation == SegmentInfos.getLastCommitGeneration(directory)) {
          return found;
        }
      }
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }

  private StoreCheck examine(Directory directory) throws IOException {
    if (SegmentInfos.getLastCommitGeneration(directory) < 0) {
      return withoutCommit(directory);
    }
    SegmentInfos commit;
    try {
      commit = SegmentInfos.readLatestCommit(directory);
    } catch (IOException | RuntimeException e) {
      return unreadable(directory, e);
    }
    Map<String, String> data = commit.getUserData();
    LuceneStore.checkSchema(store, data);
    FileCheck files = FileCheck.of(directory, commit.files(true));
    List<Problem> problems = new ArrayList<>(files.problems());
    problems.addAll(checkpoints(data));
    if (!problems.isEmpty()) {
      return new StoreCheck(problems, LuceneStore.generation(data), files.count(), files.bytes(),
          0, 0, SourceMemory.of(data));
    }
    try (Index index = Index.open(store)) {
      StoreSummary summary = index.summary();
      return new StoreCheck(List.of(), summary.generation(), files.count(), files.bytes(),
          summary.mails(), summary.commits(), SourceMemory.of(data));
    } catch (StoreException e) {
      return broken(List.of(new Problem("", LuceneStore.said(e))));
    }
  }

  /** A commit is read with the description of each segment, so it may be one of these. */
  private static StoreCheck unreadable(Directory directory, Exception cause) throws IOException {
    List<String> files = Stream.of(directory.listAll())
        .filter(file -> file.startsWith("_") || file.startsWith("segments"))
        .toList();
    List<Problem> problems = new ArrayList<>(FileCheck.of(directory, files).problems());
    files.stream()
        .filter(file -> file.startsWith("_"))
        .map(file -> IndexFileNames.parseSegmentName(file) + ".si")
        .distinct()
        .filter(file -> !files.contains(file))
        .forEach(file -> problems.add(new Problem(file, "is missing")));
    if (problems.isEmpty()) {
      problems.add(new Problem(SegmentInfos.getLastCommitSegmentsFileName(directory),
          LuceneStore.said(cause)));
    }
    return broken(problems);
  }

  /** Files without a commit are what is left of a store; without files there is none. */
  private StoreCheck withoutCommit(Directory directory) throws IOException {
    List<String> files = Stream.of(directory.listAll())
        .filter(file -> file.startsWith("_"))
        .toList();
    if (files.isEmpty()) {
      Index.open(store).close();
    }
    return broken(List.of(new Problem("segments_N",
        "is missing, the list of the " + files.size() + " files that are there")));
  }

  private static StoreCheck broken(List<Problem> problems) {
    return new StoreCheck(problems, 0, 0, 0, 0, 0, List.of());
  }

  private static List<Problem> checkpoints(Map<String, String> commitData) {
    return commitData.keySet()
        .stream()
        .sorted()
        .flatMap(key -> LuceneStore.sourceOf(key).stream())
        .flatMap(key -> complaint(key, commitData.getOrDefault(LuceneStore.checkpointKey(key), ""))
            .map(complaint -> new Problem("checkpoint '" + key + "'", complaint))
            .stream())
        .toList();
  }

  /** What a position means only the archive knows; that of a tree is a commit. */
  private static Optional<String> complaint(String key, String position) {
    return KnownSource.ofKey(key)
        .map(source -> source instanceof KnownSource.Tree && !COMMIT.matcher(position).matches()
            ? Optional.of("'" + position + "' is no commit")
            : Optional.<String>empty())
        .orElse(Optional.of("names no archive and no tree"));
  }

  private StoreCheck with(StoreCheck found, Function<DirectoryReader, MailCheck> check)
      throws IOException {
    try (Directory directory = FSDirectory.open(LuceneStore.indexOf(store));
        DirectoryReader reader = DirectoryReader.open(directory);
        Index index = Index.open(store)) {
      List<Problem> problems = check.apply(reader).problems(index.summary());
      return new StoreCheck(problems, found.generation(), found.files(), found.bytes(),
          found.mails(), found.commits(), found.sources());
    }
  }
}
