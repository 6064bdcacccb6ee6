package dev.chesterton.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * One epoch of a public-inbox, a bare git repository in which every commit brings one mail (public-inbox-v2-format(5)).
 * The checkpoint is the last commit read.
 */
final class EpochSource implements MailSource {
  private final Path folder;
  private final ReadLimits limits;

  EpochSource(Path folder, ReadLimits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public Stream<Arrival> since(Checkpoint checkpoint) {
    BareRepository repository = new BareRepository(folder);
    ObjectReader reader = repository.newReader();
    try {
      EpochMails mails = new EpochMails(folder, reader, limits);
      return commits(repository, reader, checkpoint).stream().map(mails::arrival).onClose(() -> {
        reader.close();
        repository.close();
      });
    } catch (IOException e) {
      reader.close();
      repository.close();
      throw new ArchiveException("cannot read the commits of '" + folder + "': " + e.getMessage()
          + "; fetch it again", e);
    }
  }

  /** Oldest first; the ids and dates are all that is held, about a hundred bytes a mail. */
  private List<RevCommit> commits(BareRepository repository, ObjectReader reader,
      Checkpoint checkpoint) throws IOException {
    Optional<ObjectId> head = repository.head();
    if (head.isEmpty() || checkpoint.position().equals(head.get().name())) {
      return List.of();
    }
    List<RevCommit> commits = new ArrayList<>();
    // The walk takes only a reader, so it knows no replace refs and no grafts.
    RevWalk walk = new RevWalk(reader);
    walk.setRetainBody(false);
    walk.markStart(walk.parseCommit(head.get()));
    walk.sort(RevSort.TOPO, true);
    walk.sort(RevSort.REVERSE, true);
    // Not the walk's iterator, which hides what is damaged in an unchecked exception.
    for (RevCommit next = walk.next(); next != null; next = walk.next()) {
      commits.add(next);
    }
    return commits.subList(after(commits, checkpoint.position()), commits.size());
  }

  /** A checkpoint that is not among the commits was purged, or the epoch rewritten: then all are read. */
  private static int after(List<RevCommit> commits, String position) {
    for (int i = commits.size() - 1; i >= 0 && !position.isEmpty(); i--) {
      if (commits.get(i).name().equals(position)) {
        return i + 1;
      }
    }
    return 0;
  }
}
