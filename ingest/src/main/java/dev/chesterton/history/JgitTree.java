package dev.chesterton.history;

import dev.chesterton.change.FilePath;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.source.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** {@link SourceTree} over JGit. */
final class JgitTree implements SourceTree {

  /** Seconds; clocks of committers differ. */
  private static final int SKEW = 24 * 60 * 60;

  private static final Pattern HEX_PREFIX = Pattern.compile("[0-9a-f]{7,40}");
  private final String name;
  private final TreeLimits limits;
  private final Repository repository;
  private final CommitFinder finder;
  private final boolean hasIgnoredAlternates;

  private JgitTree(String name, Repository repository, TreeLimits limits,
      boolean hasIgnoredAlternates) {
    this.limits = limits;
    this.name = name;
    this.repository = repository;
    this.finder = new CommitFinder(repository);
    this.hasIgnoredAlternates = hasIgnoredAlternates;
  }

  static JgitTree open(Path path, String name, TreeLimits limits) {
    RepositoryFolder folder = RepositoryFolder.find(path, name);
    Alternates alternates = new Alternates(folder);
    try {
      return new JgitTree(name, DataOnlyRepository.open(folder, alternates), limits,
          alternates.hasIgnored());
    } catch (IOException e) {
      throw new ArchiveException("tree '%s': cannot open '%s': %s; try git fsck there"
          .formatted(name, folder.gitDir(), e.getMessage()), e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Stream<Commit> commits(Optional<String> branch, Checkpoint since) {
    CommitId head = head(branch);
    return reading(head.hex(), () -> {
      CommitQueue queue = CommitQueue.between(repository, ObjectId.fromString(head.hex()),
          finder.commit(since.position()));
      CommitReader reader = new CommitReader(repository, name, limits);
      return Stream.generate(() -> 0)
          .takeWhile(more -> queue.hasNext())
          .map(more -> {
            ObjectId id = queue.next();
            return reading(id.name(), () -> reader.read(id));
          })
          .onClose(reader::close);
    });
  }

  @Override
  public CommitId head(Optional<String> branch) {
    String wanted = branch.orElse(Constants.HEAD);
    return reading(wanted, () -> {
      ObjectId pointed = finder.at(wanted).orElseThrow(() -> noBranch(wanted));
      try (RevWalk walk = new RevWalk(repository)) {
        return CommitReader.commitId(walk.parseCommit(pointed));
      } catch (IncorrectObjectTypeException e) {
        throw noBranch(wanted);
      }
    });
  }

  private ArchiveException noBranch(String wanted) {
    return new ArchiveException(
        "tree '%s': no commit at branch '%s'; name another in chesterton.tree.%s.branch"
            .formatted(name, wanted, name));
  }

  @Override
  public Resolution resolve(String hexPrefix) {
    String hex = hexPrefix.toLowerCase(Locale.ROOT);
    if (!HEX_PREFIX.matcher(hex).matches()) {
      return new Resolution.Unknown();
    }
    return reading(hex, () -> {
      List<CommitId> commits = finder.beginningWith(hex);
      return switch (commits.size()) {
        case 0 -> new Resolution.Unknown();
        case 1 -> new Resolution.Found(commits.getFirst());
        default -> new Resolution.Ambiguous(commits);
      };
    });
  }

  @Override
  public Optional<Commit> commit(CommitId id) {
    return reading(id.hex(), () -> {
      Optional<ObjectId> here = finder.commit(id.hex());
      if (here.isEmpty()) {
        return Optional.empty();
      }
      try (CommitReader reader = new CommitReader(repository, name, limits)) {
        return Optional.of(reader.read(here.get()));
      }
    });
  }

  @Override
  public Optional<Boolean> isAncestor(CommitId ancestor, CommitId descendant, int most) {
    return reading(descendant.hex(), () -> {
      Optional<ObjectId> from = finder.commit(descendant.hex());
      Optional<ObjectId> to = finder.commit(ancestor.hex());
      if (from.isEmpty() || to.isEmpty()) {
        return Optional.empty();
      }
      try (RevWalk walk = new RevWalk(repository)) {
        walk.setRetainBody(false);
        return leadsBack(walk, walk.parseCommit(from.get()), walk.parseCommit(to.get()), most);
      }
    });
  }

  private static Optional<Boolean> leadsBack(RevWalk walk, RevCommit from, RevCommit to, int most)
      throws IOException {
    walk.markStart(from);
    for (int looked = 0; looked < most; looked++) {
      RevCommit next = walk.next();
      if (next == null || next.getCommitTime() < to.getCommitTime() - SKEW) {
        return Optional.of(false);
      }
      if (next.equals(to)) {
        return Optional.of(true);
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> fileAt(CommitId id, FilePath path) {
    return reading(id.hex(), () -> {
      Optional<ObjectId> commit = finder.commit(id.hex());
      return commit.isEmpty() || !isPath(path.value())
          ? Optional.empty()
          : text(commit.get(), path.value());
    });
  }

  @Override
  public List<FilePath> filesIn(CommitId id, String folder) {
    return reading(id.hex(), () -> {
      Optional<ObjectId> commit = finder.commit(id.hex());
      return commit.isEmpty() || !(folder.isEmpty() || isPath(folder))
          ? List.of()
          : files(commit.get(), folder);
    });
  }

  private List<FilePath> files(ObjectId commit, String folder) throws IOException {
    try (ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader);
        TreeWalk entries = new TreeWalk(reader)) {
      Optional<ObjectId> tree = folder(reader, walk.parseCommit(commit).getTree(), folder);
      if (tree.isEmpty()) {
        return List.of();
      }
      entries.addTree(tree.get());
      List<FilePath> files = new ArrayList<>();
      while (entries.next()) {
        if ((entries.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE) {
          files.add(new FilePath(
              folder.isEmpty() ? entries.getPathString() : folder + "/" + entries.getPathString()));
        }
      }
      return files;
    }
  }

  private static Optional<ObjectId> folder(ObjectReader reader, RevTree root, String folder)
      throws IOException {
    if (folder.isEmpty()) {
      return Optional.of(root);
    }
    return Optional.ofNullable(TreeWalk.forPath(reader, folder, root))
        .filter(TreeWalk::isSubtree)
        .map(entry -> entry.getObjectId(0));
  }

  @Override
  public List<Blame> blame(CommitId id, FilePath path, int fromLine, int toLine) {
    return reading(id.hex(), () -> fileAt(id, path).isEmpty()
        ? List.of()
        : new JgitBlame(repository).lines(ObjectId.fromString(id.hex()), path.value(),
            Math.max(1, fromLine), toLine));
  }

  /** What JGit's path filter accepts; others name no file. */
  private static boolean isPath(String path) {
    return !path.isEmpty() && !path.startsWith("/") && !path.endsWith("/") && path.indexOf(0) < 0;
  }

  private Optional<String> text(ObjectId commit, String path) throws IOException {
    try (ObjectReader reader = repository.newObjectReader(); RevWalk walk = new RevWalk(reader)) {
      TreeWalk file = TreeWalk.forPath(reader, path, walk.parseCommit(commit).getTree());
      if (file == null || (file.getRawMode(0) & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
        return Optional.empty();
      }
      ObjectId id = file.getObjectId(0);
      if (!reader.has(id) || reader.getObjectSize(id, Constants.OBJ_BLOB) > limits.maxFileBytes()) {
        return Optional.empty();
      }
      FileContent content = new FileContent(reader.open(id, Constants.OBJ_BLOB).getCachedBytes());
      return content.isBinary() ? Optional.empty() : Optional.of(content.text());
    }
  }

  @Override
  public void close() {
    repository.close();
  }

  /** The one place where trouble with objects becomes a message. */
  private <T> T reading(String what, Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException | LargeObjectException | IndexOutOfBoundsException
        | InvalidObjectIdException e) {
      // The last two are what JGit makes of a commit object that ends in the middle.
      String wayOut = hasIgnoredAlternates
          ? "objects borrowed from another repository are not read, copy them in with git repack -a"
          : "try git fsck there";
      throw new ArchiveException("tree '%s': cannot read '%s': %s; %s".formatted(name, what,
          String.valueOf(e.getMessage()).replaceAll("\\s+", " "), wayOut), e);
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }
}
