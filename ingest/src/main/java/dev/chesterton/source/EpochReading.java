package dev.chesterton.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads an epoch from a mark to its head; first what was missing, then what is new. */
final class EpochReading implements Reading {

  /** Single mails get lost; so many side by side mean a damaged pack, of which each mail says nothing new. */
  private static final int MAX_FAILURES_IN_A_ROW = 100;

  private final Path folder;
  private final BareRepository repository;
  private final ObjectReader reader;
  private final EpochMails mails;
  private final EpochCommits missed = new EpochCommits();
  private final EpochCommits fresh = new EpochCommits();
  private final List<String> missing = new ArrayList<>();
  private String last = "";
  private boolean rewritten;
  private int failuresInARow;
  private volatile long done;

  EpochReading(Path folder, BareRepository repository, ObjectReader reader, EpochMails mails) {
    this.folder = folder;
    this.repository = repository;
    this.reader = reader;
    this.mails = mails;
  }

  /**
   * Finds out what is to be read.
   *
   * @throws IOException when commits are damaged
   */
  void begin(EpochMark mark, Optional<ObjectId> head) throws IOException {
    // The walk takes only a reader, so it knows no replace refs and no grafts.
    try (RevWalk walk = new RevWalk(reader)) {
      walk.setRetainBody(false);
      boolean goesOn = head.isPresent() && isAncestor(walk, mark.commit(), head.get());
      rewritten = !mark.commit().isEmpty() && !goesOn;
      if (goesOn) {
        last = mark.commit();
        addMissed(walk, mark.missing());
      }
      if (head.isPresent()) {
        addFresh(walk, head.get());
      }
    }
  }

  /** A mark that is not among the commits of the head was purged, or the epoch rewritten. */
  private static boolean isAncestor(RevWalk walk, String mark, ObjectId head) throws IOException {
    if (mark.equals(head.name())) {
      return true;
    }
    if (mark.isEmpty()) {
      return false;
    }
    try {
      return walk.isMergedInto(walk.parseCommit(ObjectId.fromString(mark)), walk.parseCommit(head));
    } catch (MissingObjectException e) {
      if (e.getObjectId().name().equals(mark)) {
        return false;
      }
      throw e;
    }
  }

  private void addMissed(RevWalk walk, List<String> ids) throws IOException {
    // Taken from the end, like those a walk gives.
    for (String id : ids.reversed()) {
      missed.add(walk.parseCommit(ObjectId.fromString(id)));
    }
    missing.addAll(ids);
  }

  private void addFresh(RevWalk walk, ObjectId head) throws IOException {
    walk.reset();
    walk.sort(RevSort.TOPO);
    walk.markStart(walk.parseCommit(head));
    if (!last.isEmpty()) {
      walk.markUninteresting(walk.parseCommit(ObjectId.fromString(last)));
    }
    // Not the walk's iterator, which hides what is damaged in an unchecked exception.
    for (RevCommit next = walk.next(); next != null; next = walk.next()) {
      fresh.add(next);
    }
  }

  @Override
  public Stream<Arrival> arrivals() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(new Steps(), Spliterator.ORDERED), false);
  }

  @Override
  public boolean isRewritten() {
    return rewritten;
  }

  @Override
  public long done() {
    return done;
  }

  @Override
  public long total() {
    return (long) missed.count() + fresh.count();
  }

  @Override
  public void close() {
    reader.close();
    repository.close();
  }

  /** Each commit in its turn; most took one step, some of an inbox of version 1 none or several. */
  private final class Steps implements Iterator<Arrival> {
    private final Deque<EpochMails.Step> steps = new ArrayDeque<>();
    private String current = "";
    private boolean again;
    private boolean lost;

    @Override
    public boolean hasNext() {
      while (steps.isEmpty() && (missed.hasNext() || fresh.hasNext())) {
        begin(missed.hasNext() ? missed : fresh);
      }
      return !steps.isEmpty();
    }

    private void begin(EpochCommits commits) {
      again = commits == missed;
      EpochCommits.Entry commit = commits.next();
      current = commit.commit().name();
      lost = false;
      steps.addAll(mails.steps(commit));
      if (steps.isEmpty()) {
        end();
      }
      done = (long) missed.taken() + fresh.taken();
    }

    /** Only with its last step a commit is behind. */
    @Override
    public Arrival next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      String before = last;
      EpochMails.Outcome outcome = steps.remove().take(mark());
      if (outcome.missing()) {
        missed(before);
      } else {
        failuresInARow = 0;
      }
      if (steps.isEmpty()) {
        end();
      }
      return outcome.arrival().reaching(mark());
    }

    private void end() {
      if (!again) {
        last = current;
      } else if (!lost) {
        missing.remove(current);
      }
    }

    private void missed(String before) {
      lost = true;
      failuresInARow += again ? 0 : 1;
      if (failuresInARow > MAX_FAILURES_IN_A_ROW) {
        throw new ArchiveException("'" + folder + "' is damaged behind commit '" + before + "': "
            + failuresInARow + " mails in a row cannot be read; fetch it again");
      }
      if (missing.size() < EpochMark.MAX_MISSING && !missing.contains(current)) {
        missing.add(current);
      }
    }

    private Checkpoint mark() {
      return new EpochMark(last, missing).checkpoint();
    }
  }
}
