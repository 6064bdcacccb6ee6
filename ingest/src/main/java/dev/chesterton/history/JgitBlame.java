package dev.chesterton.history;

import dev.chesterton.change.FilePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.blame.BlameGenerator;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** Blame over JGit, with the diff that changes are made with. */
final class JgitBlame {

  private final Repository repository;

  JgitBlame(Repository repository) {
    this.repository = repository;
  }

  /** JGit can only blame a whole file; it is stopped when the lines asked for are found, or it takes too long. */
  List<Blame> lines(ObjectId commit, String path, int fromLine, int toLine) throws IOException {
    List<Blame> runs = new ArrayList<>();
    try (BlameGenerator generator = new BlameGenerator(repository, path)) {
      generator.setFollowFileRenames(true);
      generator.setTextComparator(RawTextComparator.DEFAULT);
      generator.setDiffAlgorithm(TreeDiff.HISTOGRAM);
      generator.push("", commit);
      int found = 0;
      while (found < toLine - fromLine + 1 && generator.next()) {
        int from = Math.max(fromLine, generator.getResultStart() + 1);
        int to = Math.min(toLine, generator.getResultEnd());
        if (from <= to) {
          found += to - from + 1;
          runs.add(run(generator, from, to));
        }
      }
    } catch (WatchedReader.StoppedException _) {
      return inOrder(runs);
    }
    return inOrder(runs);
  }

  private static List<Blame> inOrder(List<Blame> runs) {
    return runs.stream().sorted(Comparator.comparingInt(Blame::fromLine)).toList();
  }

  private static Blame run(BlameGenerator generator, int from, int to) {
    int skipped = from - (generator.getResultStart() + 1);
    return new Blame(from, to, CommitReader.commitId(generator.getSourceCommit()),
        new FilePath(generator.getSourcePath()), generator.getSourceStart() + 1 + skipped);
  }
}
